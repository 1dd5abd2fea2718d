import { namesSecret } from '../../cards/secrets.ts';
import type { InputProblem } from '../kinds/kind.ts';
import type { ProblemBody } from './api/responses.ts';

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
  403: 'This key may not do that',
  404: 'Not found',
  405: 'This method is not allowed here',
  409: 'The request conflicts with what is stored',
  413: 'The request is too large',
  415: 'The request must be JSON',
  429: 'Too many requests',
  500: 'Something went wrong on this side',
  503: 'Not ready',
};

/** A problem as RFC 9457 has it, with every bad field at once; of more than a hundred the first, and how many more. */
export function problem(
  status: number,
  {
    detail,
    errors = [],
    headers = {},
  }: {
    readonly detail: string;
    readonly errors?: readonly InputProblem[] | undefined;
    readonly headers?: Readonly<Record<string, string>> | undefined;
  },
): HttpAnswer {
  const title = titles[status] ?? 'The request was refused';
  const body: ProblemBody = {
    type: 'about:blank',
    title,
    status,
    detail,
    errors: shortened(errors),
  };
  return { status, type: 'application/problem+json', body, headers };
}

const mostErrors = 100;
const longestPath = 300;

/** What a caller sent is never answered with more than it sent, nor with a secret that stood where a name belongs. */
function shortened(errors: readonly InputProblem[]): readonly InputProblem[] {
  const named = errors.slice(0, mostErrors).map(({ path, message }) => {
    const cut = path.length > longestPath ? `${path.slice(0, longestPath).toWellFormed()}…` : path;
    return { path: namesSecret(cut.replaceAll('.', ' ')) ? '…' : cut, message };
  });
  const more = errors.length - named.length;
  return more > 0 ? [...named, { path: '', message: `and ${String(more)} more` }] : named;
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, type: 'application/json', body, headers };
}
