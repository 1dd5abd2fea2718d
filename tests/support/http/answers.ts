import assert from 'node:assert/strict';
import { z } from 'zod';
import {
  dutyBody,
  dutyUpdated,
  pageBody,
  problemBody,
  recordBody,
  evidenceCheckpoint,
  replySent,
} from '../../../bot/http/api/responses.ts';

export interface ApiAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Holds an answer of the API against what its description promises; whatever is not of the API passes. */
export function checkAnswer({ method, path, status, type, text }: ApiAnswer): void {
  // All of an answer but its body.
  if (method === 'HEAD') return;
  if (type.startsWith('application/problem+json')) {
    fits(problemBody, text, path);
    return;
  }
  const route = (path.split('?')[0] ?? '').replace(/(?<=.)\/+$/, '');
  if (!route.startsWith('/api/v1/') || status >= 300) return;
  const what = `${method} ${route}`;
  if (what === 'GET /api/v1/duties') {
    fits(pageBody, text, what);
    return;
  }
  if (/^\/api\/v1\/duties(\/|$)/.test(route)) {
    fits(dutyBody, text, what);
    return;
  }
  if (route !== '/api/v1/evidence') return;
  for (const line of text.trimEnd().split('\n').slice(0, -1)) fits(recordBody, line, what);
}

/** Holds what a vendor is told against the description. */
export const checkMessage = (body: string): void =>
  fits(
    z.discriminatedUnion('type', [replySent, dutyUpdated, evidenceCheckpoint]),
    body,
    'the webhook',
  );

function fits(schema: z.ZodType, text: string, what: string): void {
  const read = schema.safeParse(JSON.parse(text));
  assert.ok(read.success, `${what} answers ${text.slice(0, 500)}: ${read.error?.message ?? ''}`);
}
