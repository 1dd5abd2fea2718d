import type { InputProblem } from '../kinds/kind.ts';

/** An answer to a request: what the routes return and the server writes. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: 'application/json' | 'application/problem+json';
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'A valid key is required',
  404: 'Not found',
  405: 'This method is not allowed here',
  409: 'The request conflicts with what is stored',
  413: 'The request is too large',
  415: 'The request must be JSON',
  429: 'Too many requests',
  500: 'Something went wrong on this side',
  503: 'Not ready',
};

/** A problem as RFC 9457 has it, with every bad field at once. */
export function problem(
  status: number,
  detail: string,
  errors: readonly InputProblem[] = [],
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  const title = titles[status] ?? 'The request was refused';
  const body = { type: 'about:blank', title, status, detail, errors };
  return { status, type: 'application/problem+json', body, headers };
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, type: 'application/json', body, headers };
}
