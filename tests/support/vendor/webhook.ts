import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { DutyView } from '../../../bot/duty/view.ts';
import { checkMessage } from '../http/answers.ts';

/** One message as the vendor got it. */
export type Told = {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly message: {
    readonly type: string;
    readonly revision: number;
    readonly duty?: DutyView;
    readonly [name: string]: unknown;
  };
};

/** How the vendor's system answers: a status, never, slowly for ever, or by breaking off. */
export type AnswerResult =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'never'
  | 'drips'
  | 'breaks-off';

export const webhookSecret = `whsec_${Buffer.from('k'.repeat(32)).toString('base64')}`;
export const nextSecret = `whsec_${Buffer.from('n'.repeat(32)).toString('base64')}`;

export type Vendor = Awaited<ReturnType<typeof startVendor>>;

/** A vendor's system on this machine that keeps every message it gets. */
export async function startVendor({ checks = true }: { readonly checks?: boolean } = {}) {
  const got: Told[] = [];
  let answering: AnswerResult = { status: 204 };
  let waiting: (() => void)[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const headers = request.headers as Record<string, string>;
      const id = headers['webhook-id'] ?? '';
      if (checks) checkMessage(body);
      got.push({ id, headers, body, message: JSON.parse(body) as Told['message'] });
      for (const tell of waiting.splice(0)) tell();
      answer(response, answering);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/hook`,
    got: got as readonly Told[],
    answerWith: (next: AnswerResult) => {
      answering = next;
    },
    /** Returns when the next message has come in. */
    next: () => new Promise<void>((resolve) => (waiting = [...waiting, resolve])),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: http.ServerResponse, answering: AnswerResult): void {
  if (answering === 'never') return;
  if (answering === 'breaks-off') {
    response.destroy();
    return;
  }
  if (answering === 'drips') {
    response.writeHead(200);
    response.write('.');
    return;
  }
  // restify, once loaded, makes writeHead return nothing.
  response.writeHead(answering.status, answering.headers);
  response.end(answering.body ?? '');
}

/** Whether a message is signed with a secret, by the specification's own library; its age is not looked at. */
export function isSigned({ id, headers, body }: Told, secret: string): boolean {
  const at = new Date(1000 * Number(headers['webhook-timestamp']));
  const signed = new Webhook(secret).sign(id, at, body);
  return (headers['webhook-signature'] ?? '').split(' ').includes(signed);
}
