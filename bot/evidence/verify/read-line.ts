import { isUtf8 } from 'node:buffer';
import { canonical, isPlainlyCanonical } from '../../duty/record/canonical.ts';
import type { Line } from '../../files/lines.ts';
import { withoutEnd } from '../../../cards/ends.ts';

/** The members of a JSON object, nothing of them known yet. */
export type Members = Readonly<Record<string, unknown>>;

export type LineReading =
  | {
      readonly ok: true;
      readonly members: Members;
      /** The line, where it is spelled as the export spells it: in canonical form (RFC 8785). */
      readonly exact?: string;
    }
  | { readonly ok: false; readonly problem: string };

/** Reads a line as one JSON object that means the same to every reader. */
export function readLine(line: Line): LineReading {
  if (line === 'too-long') return { ok: false, problem: 'the line is too long for evidence' };
  if (line.length === 0) return { ok: false, problem: 'the line is empty' };
  if (!isUtf8(line)) return { ok: false, problem: 'the line is not UTF-8 text' };
  const text = line.toString('utf8');
  const members = parse(text);
  if (!isMembers(members)) return { ok: false, problem: 'the line is not a JSON object' };
  try {
    if (isPlainlyCanonical(text, members) || canonical(members) === text)
      return { ok: true, members, exact: text };
    const problem = ambiguityIn(text);
    return problem === undefined ? { ok: true, members } : { ok: false, problem };
  } catch (error) {
    // JSON.parse reads any depth, half a surrogate pair and numbers that are none; the canonical form does not.
    if (error instanceof RangeError) return { ok: false, problem: 'the line is nested too deeply' };
    if (!(error instanceof Error)) throw error;
    return {
      ok: false,
      problem: halfPair.test(JSON.stringify(members))
        ? 'a text of the line is no Unicode: it holds half a surrogate pair'
        : 'the line holds what has no canonical form',
    };
  }
}
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

// Of all that JSON can escape, `JSON.stringify` writes only half a surrogate pair like this.
const halfPair = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

const tokens = /[{}[\]]|"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|-?\d[\d.eE+-]*/g;

/**
 * What a reader of valid JSON could understand otherwise without a change of the hash: a member that
 * stands twice (the last one wins) and a number that is rounded when it is read.
 */
function ambiguityIn(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, written, colon] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (written === undefined) {
      if (decimal(token) !== decimal(String(Number(token)))) {
        return `the number ${token.slice(0, 40)} is not one that JSON readers agree on`;
      }
    } else if (colon !== undefined) {
      const name = String(JSON.parse(`"${written}"`));
      if (open.at(-1)?.has(name))
        return `the member ${JSON.stringify(name.slice(0, 40))} stands twice`;
      open.at(-1)?.add(name);
    }
  }
  return undefined;
}

/** One spelling for each decimal value, the sign aside: `1.50` and `15e-1` are both `15e-1`. */
function decimal(written: string): string | undefined {
  const read = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written);
  if (!read) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = read;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = withoutEnd(digits, /0/);
  const power = Number(exponent) - fraction.length + digits.length - kept.length;
  return kept === '' ? '0' : `${kept}e${String(power)}`;
}
