import { checkAnswer } from '../http/answers.ts';

export const appId = '33333333-aaaa-4bbb-8ccc-000000000001';
/** The vendor whose key the tests have. */
export const vendor = { name: 'unit4', secret: 'a-secret-of-the-sample-vendor-0123456789' };

/** Reads everything, also what people and the bot opened. */
export const auditor = { name: 'auditor', secret: 'a-secret-of-the-sample-auditor-987654321' };

export type Reply = {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
  readonly text: string;
};

/** Calls the HTTP API of a bot at an address: reads as the auditor, and changes as the vendor. */
export async function callApi(
  url: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Reply> {
  const response = await fetch(new URL(path, url), {
    method,
    signal: signal ?? null,
    headers: {
      authorization: `Bearer ${(method === 'GET' ? auditor : vendor).secret}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  checkAnswer({ method, path, status: response.status, type, text });
  const json = /json(;|$)/.test(type) && !type.startsWith('application/x-ndjson');
  return { status: response.status, type, text, body: json ? JSON.parse(text) : undefined };
}
