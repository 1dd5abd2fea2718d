import type { Letter } from './clear-row.ts';
import { from, rowOf } from './clear-row.ts';
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
const subject = '[Aphnqlrc](?:,?[Aphnqlrc])*';
// "heb ik dit getest" is a question: the person comes before the verb, or something else does.
const head = `(?:t?iv?|tvi|t)?t?(?:${subject})?(?:v?i|[vb]+)?t?T+|t?v(?!i)(?:${subject})?T+`;
const looked = new RegExp(`(?:${head})t?(?:(?:${subject})?(?:m${subject})?t?(?=[,;]|$))?`, 'y');
const good = new RegExp(`(?:${subject})?[bv]*(?:[GKEWxy]+c?)|i?[vb]*(?:[xy]|[GK]c)`, 'y');
// "akkoord met de wijziging", "de fout is weg", "in Utrecht en Zwolle is het voldoende", "genoeg capaciteit in Utrecht".
const goodOf =
  /[ip]?[vb]*Q[pnrA]+(?=[,;]|$)|n+[bv]*z|l(?:,?l)*bp[GK]c?|(?:r[b,]?)?[GK](?:c|A|cA)l(?:,?l)*|t?E+An*t?(?=[,;]|$)|Kr(?=[,;]|$)|(?:r[b,]?)?cb[GK]A?l(?:,?l)*|tAn*E+(?=[,;]|$)/y;
// "dat de lijn voldoende capaciteit heeft": the verb comes last behind "that".
const goodVerbLast = new RegExp(`(?:${subject})?[GKE]+c?[bv]`, 'y');
const topic = /[rnlqp]+(?=[,;]|$)/y;

// "ik heb iedereen geïnformeerd", "I understood it".
// Nobody but a person recovers without saying of what.
const byMe = new RegExp(
  `i(?:v(?:${subject})[KE]+|v?K+|v?E+(?=${subject}t?(?:[,;]|$)))(?:${subject}t?(?=[,;]|$))?`,
  'y',
);
// "I have read … and understood it".
const stillByMe = new RegExp(`K${subject}(?=[,;]|$)`, 'y');

/** Reads a sentence whose every part is a clear statement; undefined where anything is left over. */
export function readClear(terms: readonly Term[], lineCount: number): Clear | undefined {
  const row = rowOf(terms);
  if (!row || row.length > mostTerms) return undefined;
  const units = unitsOf(row);
  if (!units) return undefined;
  return judge(units, { row, during: terms.some(({ says }) => says === 'during') }, lineCount);
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

// "klopt CHG-4711" asks.
const agrees = /^klopt?(?:en)?$/;
// "good work" praises; what works is named before it.
const doWork = (row: readonly Letter[]): boolean =>
  !isThereAll(row) &&
  row.every(
    ({ text }, at) =>
      (text !== 'work' &&
        text !== 'werken' &&
        !(agrees.test(text) && row[at + 1]?.letter === 'r')) ||
      /[Apnqlrbc,]/.test(row[at - 1]?.letter ?? ''),
  );

// "are there all files" asks.
const isThereAll = ([first, second]: readonly Letter[]): boolean =>
  first?.letter === 'E' &&
  second?.letter === 'A' &&
  /^(?:is|are|staat|staan|zijn) /.test(first.text);

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
  const length = Math.max(last, lengthAt(good, code, at), lengthAt(goodOf, code, at));
  if (length > 0) {
    const after = code.charAt(at + length);
    const ends = after === '' || after === ',' || after === ';';
    // "inloggen ok factuurrun ok" goes on without a comma; after a verb it would be its subject, and a question.
    const goesOn = /[GKEx]/.test(code.charAt(at + length - 1)) && /[lq]/.test(after);
    const named = /[lq]/.test(code.slice(at, at + length));
    // "zonder problemen getest".
    const before = /^[xy]$/.test(code.slice(at, at + length)) && after === 'T';
    return ends || before || (goesOn && named) ? { type: 'good', length } : undefined;
  }
  const named = lengthAt(topic, code, at);
  return named > 0 ? { type: 'topic', length: named } : undefined;
}

function lengthAt(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0].length ?? 0;
}

function judge(
  read: readonly Unit[],
  { row, during }: { readonly row: readonly Letter[]; readonly during: boolean },
  lineCount: number,
): Clear {
  const units = read.map((unit, at) => (isAlsoGood(unit, read[at - 1]) ? goodToo(unit) : unit));
  const goods = units.filter(({ type }) => type === 'good');
  const lines = new Set(
    goods.flatMap((unit) => unit.row.flatMap(({ line }) => (line === undefined ? [] : [line]))),
  );
  const allLines = lineCount > 0 && lines.size === lineCount;
  // "bankbestanden worden weer ingelezen, opgelost": the title said over again is the whole.
  const retold = (unit: Unit): boolean => unit.type === 'topic' && /q.*q/.test(from(unit.row));
  const partial = units.some((unit) => !retold(unit) && /[lq]/.test(from(unit.row))) && !allLines;
  const looked = during || units.some(({ type }) => type === 'looked');
  const named = row.some(({ letter }) => letter === 'r');
  const whole = goods.some((unit) => isWhole(unit, { partial, looked, named }));
  return { yes: (whole || (allLines && goods.length > 0)) && !asksForYes(goods, row), lines };
}

/** "inloggen werkt, factuurrun ook". */
const isAlsoGood = ({ type, row }: Unit, before: Unit | undefined): boolean =>
  type === 'topic' &&
  before?.type === 'good' &&
  from(before.row).includes('l') &&
  /^l+$/.test(from(row)) &&
  row.some(({ also }) => also);
const goodToo = (unit: Unit): Unit => ({ ...unit, type: 'good' });

/** "het werkt, correct" asks for a yes more than it gives one; "compleet en correct" says two things. */
function asksForYes(goods: readonly Unit[], row: readonly Letter[]): boolean {
  const last = goods.at(-1);
  const said = last?.row[0]?.text ?? '';
  const joined = last?.row[0] ? row[row.indexOf(last.row[0]) - 1]?.text : undefined;
  const alone = last?.row.length === 1 && /^(correct|juist)$/.test(said);
  return goods.length > 1 && alone && joined !== 'en' && joined !== 'and';
}

const textOf = (row: readonly Letter[]): string => row.map(({ text }) => text).join(' ');
const ill =
  /^(?:melding|probleem|fout|foutmelding|bug|error|problem|issue|outage|storing|incident)$/;

/** Whether a good unit speaks of the whole duty, and surely. */
function isWhole(
  { row }: Unit,
  said: { readonly partial: boolean; readonly looked: boolean; readonly named: boolean },
): boolean {
  const code = from(row);
  const part = Math.max(code.lastIndexOf('l'), code.lastIndexOf('q'));
  if (part >= 0 && code.lastIndexOf('A') < part) return false;
  const subjectless = !/[Anrc]/.test(code);
  if (subjectless && said.partial) return false;
  if (code.startsWith('h') && !said.looked) return false;
  if (code.includes('z')) return row.some(({ letter, text }) => letter === 'n' && ill.test(text));
  // "klopt" by itself only agrees with what was said before.
  if (code === 'K' && agrees.test(textOf(row))) return said.looked || said.named;
  if (/[KQWx]/.test(code)) return true;
  // "de test verliep zonder problemen", where "geen probleem" is politeness.
  if (/[Anr]/.test(code) && code.includes('b') && code.endsWith('y'))
    return row.some(({ text }) => /^(?:zonder|without)/.test(text));
  if (code.includes('E')) return row.some(({ letter, wholly }) => letter === 'A' || wholly);
  if (said.looked) return true;
  // "alles goed" greets, and "het is goed" consents.
  const bare =
    code.includes('A') && !/[bvn]/.test(code) && !said.named && !/\p{So}/u.test(textOf(row));
  return code.includes('G') && !subjectless && !bare;
}
