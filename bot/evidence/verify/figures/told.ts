import type { EvidenceRecord } from '../../../duty/record/record.ts';
import { attachedIn } from '../../../features/evidence/attached.ts';
import { cardHashOf } from '../../../features/evidence/dossier/cards.ts';
import type { FindingStory, Story } from '../../../features/evidence/dossier/collect.ts';
import { isLate, storyOf } from '../../../features/evidence/dossier/collect.ts';
import { accountsOf } from '../../../features/evidence/dossier/tables/accounts.ts';
import { solverIn } from '../../../features/evidence/dossier/in-words.ts';
import type { Field } from '../../../features/evidence/dossier/words/fields.ts';
import { fieldsIn } from '../../../features/evidence/dossier/words/fields.ts';
import { notRecorded } from './cells.ts';
import { decisionsOf } from '../../../features/evidence/dossier/questions/restores-and-access.ts';

/** What the records of a duty tell of it, as far as a dossier tells the same: no texts that nobody counts. */
export interface Told {
  readonly id: string;
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
  readonly title: string;
  readonly openedAt: string;
  readonly dueOn: string;
  readonly state: Story['state'];
  readonly late: boolean;
  readonly answered: boolean;
  /** Who gave the answer that counts; undefined where that person was erased. */
  readonly by: string | undefined;
  readonly answeredAt: string;
  readonly outcome: string;
  readonly findings: readonly FindingStory[];
  /** Who solves what nobody here owns, in the words of either language; that is not recorded where no vendor does. */
  readonly solver: readonly string[];
  readonly decisions: ReturnType<typeof decisionsOf>;
  /** What the list of a review says of each account. */
  readonly listed: ReturnType<typeof accountsOf>;
  /** What was asked and answered, field by field. */
  readonly said: readonly Field[];
  readonly acts: readonly (readonly [id: string, name: string, at: string])[];
  /** How the hashes of its records begin. */
  readonly hashes: readonly string[];
  readonly seq: number;
  readonly hash: string;
  /** The cards that were shown, each once, in the order of the records. */
  readonly shown: ReadonlyMap<string, number>;
  /** Whether somebody was erased from it: then cards may be gone. */
  readonly erased: boolean;
  readonly files: readonly string[];
}

/** Puts together what a chain tells; undefined for what asks nothing. */
export function toldBy(records: readonly EvidenceRecord[], asOf: string): Told | undefined {
  const story = storyOf(records);
  if (!story) return undefined;
  const { id, kind, system, reference, title, openedAt, dueOn = '', state, answers } = story;
  const answer = answers.findLast(({ counts }) => counts);
  return {
    ...{ id, kind, system, reference, title, openedAt, dueOn, state },
    late: isLate(story, asOf),
    answered: answer !== undefined,
    by: answer?.name,
    answeredAt: answer?.at ?? '',
    outcome: answer?.outcome ?? '',
    findings: story.findings,
    solver: solverOf(records),
    decisions: kind === 'review-access' ? decisionsOf(story) : [],
    listed: accountsOf(story),
    said: fieldsIn(records),
    acts: records.flatMap(({ by, at }) =>
      by?.aadObjectId ? [[by.aadObjectId, by.name, at] as const] : [],
    ),
    hashes: records.map(({ hash }) => hash.slice(0, 16)),
    ...{ seq: story.seq, hash: story.hash },
    shown: shownBy(records),
    erased: records.some(({ type }) => type === 'erased'),
    files: records.flatMap(attachedIn).map(({ sha256 }) => sha256),
  };
}

const solverOf = ([first]: readonly EvidenceRecord[]): readonly string[] => {
  const told = (['nl', 'en'] as const).flatMap(
    (language) => (first && solverIn(first.kind, first.data, language)) ?? [],
  );
  return told.length > 0 ? told : notRecorded;
};

/** The hash of each card with the record that says it. */
function shownBy(records: readonly EvidenceRecord[]): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const record of records) {
    const hash = cardHashOf(record);
    if (hash !== undefined && !shown.has(hash)) shown.set(hash, record.seq);
  }
  return shown;
}

/** Asked, answered, late, with a problem, open and withdrawn. */
export const sumsOf = (all: readonly Told[]): readonly number[] => [
  all.length,
  all.filter(({ answered }) => answered).length,
  all.filter(({ late }) => late).length,
  all.filter(({ findings }) => findings.length > 0).length,
  all.filter(({ state }) => state === 'open' || state === 'problem').length,
  all.filter(({ state }) => state === 'withdrawn').length,
];

/** The files of a dossier, each read when it is looked at. */
export interface Files {
  readonly names: ReadonlySet<string>;
  readonly text: (name: string) => Promise<string>;
  readonly bytes: (name: string) => Promise<Uint8Array>;
  /** The hash that was found when the file was held against its manifest. */
  readonly sha256: (name: string) => string | undefined;
}

/** One of several names that is there: those of a dossier follow its language. */
export const oneOf = (files: Files, ...names: readonly string[]): string | undefined =>
  names.find((name) => files.names.has(name));
