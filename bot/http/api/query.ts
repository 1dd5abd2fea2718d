import type { Request } from 'restify';
import type { InputProblem } from '../../kinds/kind.ts';
import type { HttpAnswer } from '../problem.ts';
import { problem } from '../problem.ts';

export type Query = Readonly<Record<string, string | undefined>>;
export type QueryReading =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly answer: HttpAnswer };

const mostParameters = 50;

/** Reads the query of an address that knows these parameters, each at most once; every other one is a mistake. */
export function readQuery(request: Request, known: readonly string[]): QueryReading {
  const given = [...new URLSearchParams(request.getQuery())].slice(0, mostParameters);
  const names = given.map(([name]) => name);
  const problems = names.flatMap((name, at): readonly InputProblem[] => {
    if (!known.includes(name)) return [{ path: name.toWellFormed(), message: messageFor(known) }];
    return names.indexOf(name) < at ? [{ path: name, message: 'is given twice' }] : [];
  });
  return problems.length === 0
    ? { ok: true, query: Object.fromEntries(given) }
    : {
        ok: false,
        answer: problem(400, { detail: 'The query is not one of this address.', errors: problems }),
      };
}

const messageFor = (known: readonly string[]): string =>
  known.length === 0
    ? 'is not known: this address has no parameters'
    : `is not known: this address has ${known.join(', ')}`;
