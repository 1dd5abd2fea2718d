import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Target {
  readonly url: string;
  readonly token: string;
}

/** Posts activities as Teams does, so many at the same time; returns how long that took and what came back. */
export async function postAll(
  { url, token }: Target,
  activities: readonly object[],
  atOnce: number,
): Promise<{ readonly milliseconds: number; readonly bodies: readonly string[] }> {
  const address = new URL('/api/messages', url);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  // Written beforehand: the work of Teams is not part of what is measured.
  const letters = activities.map((activity) => JSON.stringify(activity));
  const bodies: string[] = [];
  let next = 0;
  const post = (letter: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(letter),
        authorization: `Bearer ${token}`,
      };
      const sent = request(address, { method: 'POST', agent, headers }, (response) => {
        text(response).then((body) => {
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`The bot answered ${String(response.statusCode)}: ${body}`));
        }, reject);
      });
      sent.once('error', reject);
      sent.end(letter);
    });
  const caller = async (): Promise<void> => {
    for (let letter = letters[next++]; letter !== undefined; letter = letters[next++]) {
      bodies.push(await post(letter));
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, caller));
  const milliseconds = performance.now() - begun;
  agent.destroy();
  return { milliseconds, bodies };
}
