import type { Stamping, TimeStamps } from '../ports/store/time-stamps.ts';

// A checkpoint does not wait for it: the effect is tried again.
const timeoutSeconds = 10;
// A token with a chain of certificates has some thousand bytes.
const mostBytes = 64 * 1024;

/** Asks a time stamp authority over HTTP (RFC 3161, section 3.4): what it says is bounded in time and size. */
export function createTimeStamps({
  url,
  request,
}: {
  readonly url: string;
  readonly request: typeof fetch;
}): TimeStamps {
  return {
    ask: async (body) => {
      try {
        const answer = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/timestamp-query' },
          body: new Uint8Array(body),
          signal: AbortSignal.timeout(timeoutSeconds * 1000),
          redirect: 'error',
        });
        return answer.ok
          ? await readAnswer(answer)
          : later(`the authority answered ${String(answer.status)}`);
      } catch (error) {
        // Nobody was reached, or not in time.
        if (!(error instanceof Error)) throw error;
        return later('the authority was not reached');
      }
    },
  };
}

const later = (reason: string): Stamping => ({ type: 'try-later', reason });

async function readAnswer({ body }: Response): Promise<Stamping> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const parts: AsyncIterable<Uint8Array> | readonly Uint8Array[] = body ?? [];
  for await (const chunk of parts) {
    bytes += chunk.length;
    if (bytes > mostBytes) return later('the authority answered too much');
    chunks.push(chunk);
  }
  return { type: 'answered', answer: Buffer.concat(chunks) };
}
