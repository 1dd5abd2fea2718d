import { quarterInShort } from '../../../../cards/dates.ts';
import type { EvidenceRecord } from '../../../duty/record/record.ts';
import { valueAt } from '../../../duty/record/sealing.ts';
import { parseQuarter } from '../../../duty/time/quarter.ts';
import { vendorCalled } from '../../../views/duty/asked.ts';
import { kindNamed } from './in-words.ts';
import type { DossierReader } from './in-words.ts';
import { cardHashOf, shownIn } from './cards.ts';
import type { FindingStory, Story } from './collect.ts';
import { isLate } from './collect.ts';
import { questionsOf } from './questions/index.ts';
import { solver } from './questions/shared.ts';

/** How the duties of a kind stand, counted while they are read. */
export interface KindSums {
  asked: number;
  answered: number;
  late: number;
  problems: number;
  open: number;
  withdrawn: number;
  fulfilled: number;
  troubled: number;
  /** How many records say which card was shown, and how many of those cards are there. */
  shown: number;
  cards: number;
  /** Of each question of an auditor, how many duties recorded something. */
  readonly recorded: number[];
}

/** What somebody did in all the duties together. */
export interface Acts {
  readonly name: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

/** A finding with the duty that it belongs to. */
export type Found = FindingStory & {
  readonly duty: string;
  readonly reference: string;
  readonly kind: string;
};

/** Everything that is said of all duties together. */
export interface Sums {
  readonly kinds: ReadonlyMap<string, KindSums>;
  readonly findings: readonly Found[];
  readonly people: ReadonlyMap<string, Acts>;
  readonly duties: number;
  readonly add: (story: Story) => void;
}

const none = (questions: number): KindSums => ({
  ...{
    asked: 0,
    answered: 0,
    late: 0,
    problems: 0,
    open: 0,
    withdrawn: 0,
    fulfilled: 0,
    troubled: 0,
    shown: 0,
    cards: 0,
  },
  recorded: Array.from({ length: questions }, () => 0),
});

export function createSums(reader: DossierReader, asOf: string): Sums {
  const kinds = new Map<string, KindSums>();
  const findings: Found[] = [];
  const people = new Map<string, Acts>();
  let duties = 0;
  const add = (story: Story): void => {
    const { id: duty, kind, reference, state, answers, findings: found, records } = story;
    duties += 1;
    const questions = questionsOf(kind);
    const sums = kinds.get(kind) ?? none(questions.length);
    kinds.set(kind, sums);
    sums.asked += 1;
    sums.answered += Number(answers.some(({ counts }) => counts));
    sums.late += Number(isLate(story, asOf));
    sums.problems += Number(found.length > 0);
    sums.open += Number(state === 'open' || state === 'problem');
    sums.withdrawn += Number(state === 'withdrawn');
    sums.fulfilled += Number(state === 'fulfilled');
    sums.troubled += Number(state === 'problem');
    sums.shown += new Set(records.map(cardHashOf).filter((hash) => hash !== undefined)).size;
    sums.cards += shownIn(story).size;
    for (const [at, { answer }] of questions.entries())
      if (answer(story, reader) !== undefined) sums.recorded[at] = (sums.recorded[at] ?? 0) + 1;
    const vendor = solver(story, reader);
    const owned = vendor === undefined ? {} : { owner: vendor };
    findings.push(...found.map((one) => ({ ...owned, ...one, duty, reference, kind })));
    for (const record of records) count(people, record);
  };
  return {
    kinds,
    findings,
    people,
    add,
    get duties() {
      return duties;
    },
  };
}

function count(people: Map<string, Acts>, { by, at }: EvidenceRecord): void {
  if (!by?.aadObjectId) return;
  const known = people.get(by.aadObjectId) ?? { name: by.name, count: 0, first: at, last: at };
  people.set(by.aadObjectId, {
    name: by.name,
    count: known.count + 1,
    first: at < known.first ? at : known.first,
    last: at > known.last ? at : known.last,
  });
}

/** Kinds in the order of their controls. */
export function kindsOf({ kinds }: Pick<Sums, 'kinds'>): readonly (readonly [string, KindSums])[] {
  const controlOf = (kind: string): string => kindNamed(kind)?.control ?? '~';
  return [...kinds].sort(([one], [other]) =>
    `${controlOf(one)} ${one}`.localeCompare(`${controlOf(other)} ${other}`, 'en', {
      numeric: true,
    }),
  );
}

/** A sample that was drawn or a dossier that was made, as its record tells. */
export interface AuditStory {
  readonly type: 'drawn' | 'dossier';
  readonly at: string;
  readonly name: string | undefined;
  readonly about: string;
  readonly count: number | undefined;
  readonly duties: readonly string[];
}

/** Reads a record of the chain of audits; undefined for any other. */
export function auditOf({
  kind,
  type,
  at,
  by,
  data,
  reference,
}: EvidenceRecord): AuditStory | undefined {
  if (kind !== 'audits' || (type !== 'drawn' && type !== 'dossier')) return undefined;
  const isQuarter = type === 'dossier' && parseQuarter(reference) !== undefined;
  const asker = valueAt(data, '/asker');
  const duties = valueAt(data, '/duties');
  const [population, control] = [valueAt(data, '/population'), valueAt(data, '/control')];
  return {
    ...{ type, at },
    name: by?.name ?? (typeof asker === 'string' ? vendorCalled(asker) : undefined),
    about: [
      isQuarter ? quarterInShort(reference) : reference,
      ...(typeof control === 'string' ? [control] : []),
    ].join(' · '),
    count:
      typeof population === 'number' ? population : typeof duties === 'number' ? duties : undefined,
    duties: Array.isArray(duties) ? duties.filter((one) => typeof one === 'string') : [],
  };
}
