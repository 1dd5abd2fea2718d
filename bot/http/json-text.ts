import type { InputProblem } from '../kinds/kind.ts';

/** How much a JSON text may hold before anything looks at what it says. */
export interface JsonBudget {
  readonly depth: number;
  /** Members of one object, entries of one list, and both together in the whole text. */
  readonly members: number;
  readonly entries: number;
  readonly values: number;
  /** UTF-16 units of a text or of the name of a member. */
  readonly length: number;
  /** Teams sends half a letter where a client cut one: it is mended by whoever reads on. */
  readonly halfPairs?: 'taken';
}

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** An object or list that is not closed yet. */
interface Level {
  readonly names: Set<string> | undefined;
  /** The member or entry that is being read. */
  at: string | number;
  count: number;
}

const mostFaults = 20;
const longestPath = 200;

/**
 * Reads a JSON text within a budget. Refused as well, each with its place: a member that is named twice
 * (RFC 8259, section 4: programs differ in which they take) and half a surrogate pair (RFC 7493, 2.1). One pass
 * over the text, without recursion; it stops where the budget is spent.
 */
export function readJsonText(text: string, budget: JsonBudget): JsonReading {
  const problems = structureFaults(text, budget);
  if (problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, problems: [{ path: '', message: 'is not valid JSON' }] };
  }
}

/** What is wrong with the structure; whether it is JSON at all is told by parsing it. */
function structureFaults(text: string, budget: JsonBudget): readonly InputProblem[] {
  const faults: InputProblem[] = [];
  const levels: Level[] = [];
  const tooLong = `has a text of more than ${String(budget.length)} characters`;
  let values = 0;
  let texts = 0;
  const scan: { spent: boolean } = { spent: false };
  const fault = (message: string, { last = false, of = levels } = {}): void => {
    if (faults.length < mostFaults) faults.push({ path: pathOf(of), message });
    scan.spent ||= last;
  };
  const counted = (level: Level, most: number, what: string): void => {
    level.count += 1;
    values += 1;
    if (level.count > most)
      fault(`has more than ${String(most)} ${what}`, { last: true, of: levels.slice(0, -1) });
    if (values > budget.values)
      fault(`holds more than ${String(budget.values)} values`, { last: true, of: [] });
  };
  const member = (level: Level, written: string): void => {
    const name = unescaped(written);
    if (level.names?.has(name)) {
      level.at = name;
      fault('is named twice');
    }
    level.names?.add(name);
    level.at = name;
    counted(level, budget.members, 'members');
  };

  for (let at = 0; at < text.length && !scan.spent; at += 1) {
    const level = levels.at(-1);
    switch (text.charCodeAt(at)) {
      case openBrace:
        if (levels.length >= budget.depth) fault('is nested too deeply', { last: true });
        levels.push({ names: new Set(), at: '', count: 0 });
        break;
      case openBracket:
        if (levels.length >= budget.depth) fault('is nested too deeply', { last: true });
        levels.push({ names: undefined, at: 0, count: 0 });
        // The first entry has no comma before it.
        if (nextSign(text, at + 1) !== closeBracket) {
          const list = levels.at(-1);
          if (list) counted(list, budget.entries, 'entries');
        }
        break;
      case closeBrace:
      case closeBracket:
        levels.pop();
        break;
      case comma:
        if (level && !level.names) {
          level.at = level.count;
          counted(level, budget.entries, 'entries');
        }
        break;
      case quote: {
        texts += 1;
        // A name and a text for each value, and what is no JSON has more.
        if (texts > 2 * budget.values)
          fault(`holds more than ${String(budget.values)} values`, { last: true, of: [] });
        const end = endOfText(text, at);
        const written = text.slice(at + 1, end);
        const isName = level?.names !== undefined && nextSign(text, end + 1) === colon;
        if (written.length > budget.length * longestEscape) fault(tooLong, { last: true });
        else if (isName) member(level, written);
        if (written.length <= budget.length * longestEscape) {
          const said = unescaped(written);
          if (said.length > budget.length) fault(tooLong, { last: true });
          else if (budget.halfPairs === undefined && !said.isWellFormed())
            fault('holds half a surrogate pair');
        }
        at = end;
        break;
      }
      default:
    }
  }
  return faults;
}

const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const [comma, colon, quote, backslash] = [0x2c, 0x3a, 0x22, 0x5c];
// `\u00e9` is one character.
const longestEscape = 6;

/** Where a text ends that begins here; the end of everything where it never does. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === backslash) at += 1;
    else if (sign === quote) return at;
  }
  return text.length;
}

function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at);
}

// RFC 8259, section 7. One way to read each sign, so that no text takes long.
const aText = /^(?:[^\\"\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*$/u;

/** What a text of JSON says; one that cannot be read says itself, and parsing the whole refuses it. */
function unescaped(written: string): string {
  if (!written.includes('\\') || !aText.test(written)) return written;
  return JSON.parse(`"${written}"`) as string;
}

/** Where the scan stands, as `details.checks[2]`. */
function pathOf(levels: readonly Level[]): string {
  const path = levels.reduce((said, { names, at }) => {
    if (!names) return `${said}[${String(at)}]`;
    return said === '' ? String(at) : `${said}.${String(at)}`;
  }, '');
  return path.toWellFormed().slice(0, longestPath);
}
