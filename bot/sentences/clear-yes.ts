import type { Term } from './words/terms.ts';

/** What a sentence says that is wholly made of clear statements. */
export interface Clear {
  /** True where it says it of the whole duty. */
  readonly yes: boolean;
  /** The lines of which it says that they are good, counted from 0. */
  readonly lines: ReadonlySet<number>;
}

/** A story is no clear answer. */
const mostTerms = 60;

/*
 * A sentence is read as one letter a term, and has to be a row of units:
 *   looked   "ik heb alles getest", "tested both"
 *   good     "de factuurrun loopt goed", "werkt weer", "geen fouten gevonden"
 * Between them stand commas, full stops and "and". What is left over bends it, so that it is no clear statement.
 */
const letters: Readonly<Partial<Record<Term['says'], string>>> = {
  all: 'A',
  it: 'p',
  that: 'h',
  matter: 'n',
  part: 'q',
  line: 'l',
  reference: 'r',
  me: 'i',
  have: 'v',
  be: 'b',
  moves: 'b',
  works: 'W',
  good: 'G',
  thumb: 'G',
  strong: 'K',
  entire: 'E',
  done: 'T',
  amount: 'c',
  none: 'N',
  trouble: 'X',
  worry: 'Y',
  found: 'F',
  gone: 'x',
  confirm: 'C',
  with: 'm',
  time: 't',
  and: ',',
  hello: ',',
  thanks: ',',
  bye: ',',
  praise: ',',
  smile: ',',
  assent: ',',
};
const dropped: ReadonlySet<Term['says']> = new Set<Term['says']>([
  ...(['filler', 'degree', 'sent', 'wholly'] as const),
]);

interface Letter {
  readonly letter: string;
  readonly line?: number;
  readonly text: string;
  readonly wholly: boolean;
}

const subject = '[Aphnqlrc](?:,?[Aphnqlrc])*';
// "heb ik dit getest" is a question: the person comes before the verb, or something else does.
const head = `(?:t?iv?|tvi|t)?t?(?:${subject})?(?:v?i|[vb]+)?t?T+|t?v(?!i)(?:${subject})?T+`;
const looked = new RegExp(`(?:${head})t?(?:(?:${subject})?(?:m${subject})?(?=[,;]|$))?`, 'y');
const good = new RegExp(`(?:${subject})?[bv]*(?:[GKEWxy]+c?)|i?[vb]*(?:[xy]|[GK]c)`, 'y');
// "dat de lijn voldoende capaciteit heeft": the verb comes last behind "that".
const goodVerbLast = new RegExp(`(?:${subject})?[GKE]+c?[bv]`, 'y');
const topic = /[rnlqp]+(?=[,;]|$)/y;

// "ik heb iedereen geïnformeerd", "I understood it".
const byMe = new RegExp(`i(?:v(?:${subject})?)?[KE]+(?:${subject}(?=[,;]|$))?`, 'y');
// "I have read … and understood it".
const stillByMe = new RegExp(`K${subject}(?=[,;]|$)`, 'y');

/** Reads a sentence whose every part is a clear statement; undefined where anything is left over. */
export function readClear(terms: readonly Term[], lineCount: number): Clear | undefined {
  const row = denied(lettersOf(terms));
  if (!row || row.length > mostTerms) return undefined;
  const units = unitsOf(row);
  if (!units) return undefined;
  return judge(units, row, lineCount);
}

const onlyMarksFrom = (terms: readonly Term[], at: number): boolean =>
  terms.slice(at).every(({ says }) => says === 'mark');

/** Undefined where a term bends. */
function lettersOf(terms: readonly Term[]): readonly Letter[] | undefined {
  const row: Letter[] = [];
  let wholly = false;
  for (const [at, term] of terms.entries()) {
    if (term.says === 'wholly') {
      wholly = true;
      const before = row.at(-1);
      if (before) row[row.length - 1] = { ...before, wholly: true };
      continue;
    }
    if (dropped.has(term.says)) continue;
    // "alles werkt, ja" asks.
    if (term.says === 'assent' && at > 0 && onlyMarksFrom(terms, at + 1)) return undefined;
    const letter = term.says === 'mark' ? markOf(term, terms, at) : letters[term.says];
    if (letter === undefined) return undefined;
    const { line, text } = term;
    row.push({ letter, text, wholly, ...(line === undefined ? {} : { line }) });
    wholly = false;
  }
  return row;
}

/** Behind a line a colon is its verb, "inloggen: goed"; behind a reference too, where no other subject follows. */
function markOf({ text }: Term, terms: readonly Term[], at: number): string | undefined {
  if (text === ',') return ',';
  const before = terms[at - 1]?.says;
  if (text === ':' || text === '-' || text === '–' || text === '—') {
    if (before === 'line' || before === 'part') return 'b';
    if (before === 'reference' || before === 'matter') {
      const next = terms.slice(at + 1).find(({ says }) => !dropped.has(says))?.says;
      return next === 'good' || next === 'strong' || next === 'works' ? 'b' : ',';
    }
  }
  return ';';
}

const from = (row: readonly Letter[]): string => row.map(({ letter }) => letter).join('');

/** Puts what denies and the trouble that it denies together: "geen fouten gevonden" is one good thing. */
function denied(row: readonly Letter[] | undefined): readonly Letter[] | undefined {
  if (!row) return undefined;
  const code = from(row);
  const joined: Letter[] = [];
  let at = 0;
  for (const match of code.matchAll(/F?N+b?[XY](?:b?F)*/g)) {
    joined.push(...row.slice(at, match.index));
    at = match.index + match[0].length;
    const [first] = row.slice(match.index);
    const sure = match[0].includes('X') || match[0].includes('F');
    if (match[0].includes('NN') || !first) return undefined;
    joined.push({ letter: sure ? 'x' : 'y', text: first.text, wholly: true });
  }
  return [...joined, ...row.slice(at)];
}

interface Unit {
  readonly type: 'looked' | 'good' | 'topic';
  readonly row: readonly Letter[];
}

/** Undefined where something is left over, or where it may be a question: "werkt alles goed". */
function unitsOf(row: readonly Letter[]): readonly Unit[] | undefined {
  const code = from(row);
  const units: Unit[] = [];
  let confirmed = false;
  for (let at = 0; at < code.length;) {
    const next = code.charAt(at);
    if (next === ',' || next === ';' || (next === 'C' && code.length > at + 1)) {
      confirmed = next === 'C' || (confirmed && next === ',');
      at += 1;
      continue;
    }
    const mine = units.some(({ type, row: said }) => type === 'looked' && from(said).includes('i'));
    const unit = unitAt(code, at, { confirmed, mine });
    if (!unit) return undefined;
    const said = row.slice(at, at + unit.length);
    if (!doWork(said)) return undefined;
    units.push({ type: unit.type, row: said });
    at += unit.length;
  }
  return units;
}

// "good work" praises; what works is named before it.
const doWork = (row: readonly Letter[]): boolean =>
  row.every(
    ({ text }, at) =>
      (text !== 'work' && text !== 'werken') || /[Apnqlrbc,]/.test(row[at - 1]?.letter ?? ''),
  );

function unitAt(
  code: string,
  at: number,
  { confirmed, mine }: { readonly confirmed: boolean; readonly mine: boolean },
): { readonly type: Unit['type']; readonly length: number } | undefined {
  const asked = lengthAt(looked, code, at);
  if (asked > 0) return { type: 'looked', length: asked };
  const done = Math.max(lengthAt(byMe, code, at), mine ? lengthAt(stillByMe, code, at) : 0);
  if (done > 0) return { type: 'good', length: done };
  const last = confirmed ? lengthAt(goodVerbLast, code, at) : 0;
  const length = Math.max(last, lengthAt(good, code, at));
  if (length > 0) {
    const after = code.charAt(at + length);
    const ends = after === '' || after === ',' || after === ';';
    // "inloggen ok factuurrun ok" goes on without a comma; after a verb it would be its subject, and a question.
    const goesOn = /[GKEx]/.test(code.charAt(at + length - 1)) && /[lq]/.test(after);
    const named = /[lq]/.test(code.slice(at, at + length));
    return ends || (goesOn && named) ? { type: 'good', length } : undefined;
  }
  const named = lengthAt(topic, code, at);
  return named > 0 ? { type: 'topic', length: named } : undefined;
}

function lengthAt(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0].length ?? 0;
}

function judge(units: readonly Unit[], row: readonly Letter[], lineCount: number): Clear {
  const lines = new Set(
    units
      .filter(({ type }) => type === 'good')
      .flatMap((unit) => unit.row.flatMap(({ line }) => (line === undefined ? [] : [line]))),
  );
  const allLines = lineCount > 0 && lines.size === lineCount;
  // "bankbestanden worden weer ingelezen, opgelost": the title said over again is the whole.
  const retold = (unit: Unit): boolean => unit.type === 'topic' && /q.*q/.test(from(unit.row));
  const partial = units.some((unit) => !retold(unit) && /[lq]/.test(from(unit.row))) && !allLines;
  const lookedAt = units.some(({ type }) => type === 'looked');
  const named = row.some(({ letter }) => letter === 'r');
  const goods = units.filter(({ type }) => type === 'good');
  const whole = goods.some((unit) => isWhole(unit, { partial, looked: lookedAt, named }));
  // "het werkt, correct" asks for a yes more than it gives one.
  const last = units.at(-1);
  const tag =
    goods.length > 1 && last?.row.length === 1 && /^(correct|juist)$/.test(last.row[0]?.text ?? '');
  return { yes: (whole || (allLines && goods.length > 0)) && !tag, lines };
}

/** Whether a good unit speaks of the whole duty, and surely. */
function isWhole(
  { row }: Unit,
  said: { readonly partial: boolean; readonly looked: boolean; readonly named: boolean },
): boolean {
  const code = from(row);
  if (/[lq]/.test(code) && !/A[^lq]*$/.test(code)) return false;
  const subjectless = !/[Anrc]/.test(code);
  if (subjectless && said.partial) return false;
  if (code.startsWith('h') && !said.looked) return false;
  if (/[KWx]/.test(code)) return true;
  if (code.includes('E')) return row.some(({ letter, wholly }) => letter === 'A' || wholly);
  if (said.looked) return true;
  // "alles goed" greets, and "het is goed" consents.
  const bare = code.includes('A') && !/[bvn]/.test(code) && !said.named;
  return code.includes('G') && !subjectless && !bare;
}
