import type { Json, Outcome } from '../../kinds/kind.ts';
import { canonical, mendedText, sha256, wellFormed } from './canonical.ts';
import type { DutyId, Instant, Person } from '../ids.ts';
import type { Duty } from '../duty.ts';
import { isMembers } from './json.ts';
import type { Openings, Seal } from './sealing.ts';
import { openingsFor, sealedRow } from './sealing.ts';
import type { KeptCard, ShownCard } from './shown.ts';
import { shownOf } from './shown.ts';

export const recordTypes = [
  'opened',
  'delivered',
  'undeliverable',
  'answered',
  'reassigned',
  'postponed',
  'reminded',
  'escalated',
  'finding',
  'replied',
  'closed',
  'withdrawn',
  'attached',
  'erased',
  'drawn',
  'dossier',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** Whoever acted and was erased since. */
export interface ErasedPerson {
  readonly aadObjectId: null;
  readonly name: null;
}

/**
 * One line of evidence as the contract names its members. `hash` and `prev` chain the records as they read
 * now; the seals chain what they were when they were written, and hold when somebody is erased.
 */
export interface EvidenceRecord {
  readonly v: 1;
  readonly dutyId: DutyId;
  readonly seq: number;
  readonly type: RecordType;
  readonly at: Instant;
  readonly by?: Person | ErasedPerson;
  /** Who that is within this duty, by a name that says nothing: it stays when the person is erased. */
  readonly who?: string;
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
  readonly outcome?: Outcome;
  readonly data: Json;
  /** Absent, as the seal is, in records from before there were seals. */
  readonly open?: Openings;
  readonly seal?: Seal;
  readonly prev: string;
  readonly hash: string;
  /** The hash that it had when it was written, where something was erased since. */
  readonly was?: string;
}

/** A record before it has its place in the chain. */
export interface RecordDraft {
  readonly type: RecordType;
  readonly by?: Person;
  readonly outcome?: Outcome;
  readonly data: Json;
  /** The card that was shown: the record gets its hash, the card itself is kept beside it. */
  readonly shows?: ShownCard | undefined;
}

/** What `prev` holds in the first record of a duty. */
export const beforeFirst = '0'.repeat(64);

/** The lowercase hex SHA-256 of the RFC 8785 canonical JSON of an object without its `hash` member. */
export function hashOf(record: object): string {
  const { hash: _, ...hashed } = record as { hash?: unknown };
  return sha256(canonical(hashed));
}

/** What a record is about; in the chain of a duty it is always the duty. */
export interface About {
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
}

/** A chain of records: its name, the number and hash of its last one, and what its seals need. */
export interface Chain {
  readonly id: DutyId;
  readonly seq: number;
  readonly head: string;
  /** The hash of the last seal; absent before the first. */
  readonly seal?: string;
  /** By object id the names under which people act here, which say nothing of them. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** When records are sealed, and where keys come from that nobody can guess. */
export interface Sealing {
  readonly at: Instant;
  readonly newKey: () => string;
}

/** Gives drafts their number and their place in a chain; returns the records and where the chain ends then. */
export function chained(
  { id, seq, head, seal: sealed, aliases = {} }: Chain,
  drafts: readonly (RecordDraft & About)[],
  { at, newKey }: Sealing,
): {
  readonly end: Chain;
  readonly records: readonly EvidenceRecord[];
  readonly cards: readonly KeptCard[];
} {
  const cards: KeptCard[] = [];
  let end: Chain = { id, seq, head, ...(sealed === undefined ? {} : { seal: sealed }), aliases };
  const keptCard = (shows: ShownCard, seq: number): Json => {
    const { shown, text } = shownOf(shows, newKey());
    cards.push({ seq, text });
    return shown;
  };
  const records = drafts.map(({ by: person, data: given, shows, ...draft }): EvidenceRecord => {
    const { by, who, known } = actor(person, end.aliases ?? {}, newKey);
    const content = {
      v: 1 as const,
      dutyId: id,
      seq: end.seq + 1,
      at,
      ...draft,
      system: mendedText(draft.system),
      reference: mendedText(draft.reference),
      ...(by && who !== undefined ? { by, who } : {}),
      data: withShown(wellFormed(given), shows && keptCard(shows, end.seq + 1)),
    };
    const open = openingsFor(content, newKey());
    const prev = end.seal ?? end.head;
    const seal = { prev, hash: sealedRow(content, open, prev).hash };
    const unhashed = { ...content, open, seal, prev: end.head };
    end = { id, seq: content.seq, head: hashOf(unhashed), seal: seal.hash, aliases: known };
    return { ...unhashed, hash: end.head };
  });
  return { end, records, cards };
}

/** The data of a record with what it says of the card that was shown. */
const withShown = (data: Json, shown: Json | undefined): Json =>
  shown !== undefined && isMembers(data) ? { ...data, shown } : data;

interface Actor {
  readonly by?: Person;
  readonly who?: string;
  readonly known: Readonly<Record<string, string>>;
}

/** Whoever acts, with the name under which the chain knows that person; a new one for somebody new. */
function actor(
  person: Person | undefined,
  aliases: Readonly<Record<string, string>>,
  newKey: () => string,
): Actor {
  if (!person) return { known: aliases };
  const { aadObjectId, name } = person;
  const given = Object.hasOwn(aliases, aadObjectId) ? aliases[aadObjectId] : undefined;
  const who = given ?? sha256(`${newKey()}|${aadObjectId}`).slice(0, 32);
  return {
    by: { aadObjectId, name: mendedText(name) },
    who,
    known: given === undefined ? { ...aliases, [aadObjectId]: who } : aliases,
  };
}

/** Gives drafts their number and their place in the duty's chain; returns the duty with its new head. */
export function seal(
  duty: Duty,
  drafts: readonly RecordDraft[],
  sealing: Sealing,
): {
  readonly duty: Duty;
  readonly records: readonly EvidenceRecord[];
  readonly cards: readonly KeptCard[];
} {
  const { kind, system, reference } = duty;
  const about = drafts.map((draft) => ({ ...draft, kind, system, reference }));
  const { end, records, cards } = chained(duty, about, sealing);
  const proofs = new Map(records.map((record) => [record.seq, record.hash]));
  const answers = duty.answers.map((answer) => {
    const proof = answer.proof ?? proofs.get(answer.seq);
    return proof === undefined ? answer : { ...answer, proof };
  });
  return { duty: { ...duty, answers, ...end }, records, cards };
}
