import type { Json, Outcome } from '../../../kinds/kind.ts';
import type { EvidenceRecord } from '../../../duty/record/record.ts';
import type { KeptCard } from '../../../duty/record/shown.ts';
import { valueAt } from '../../../duty/record/sealing.ts';

/** Who took a risk upon them; what is gone for good is accepted without an end. */
export interface Borne {
  readonly name: string | undefined;
  readonly until: string | undefined;
}

/** A negative answer and what became of it, as the records tell. */
export interface FindingStory {
  readonly id: string;
  readonly openedAt: string;
  readonly owner?: string;
  /** Who bears its risk, or accepted it; the name is undefined where that person was erased. */
  readonly borne?: Borne | undefined;
  readonly dueOn?: string;
  readonly replies: number;
  readonly rounds: number;
  readonly closedAt?: string;
  readonly because?: string;
}

/** A task that an answer left, and whether somebody showed that it was done. */
export interface FollowUp {
  readonly id: string;
  readonly about: string;
  readonly title: string;
  readonly state: Story['state'];
  /** When it was done, and who said so. */
  readonly doneOn?: string;
  readonly by?: string;
}

export interface AnswerStory {
  readonly at: string;
  readonly name?: string;
  readonly outcome?: Outcome;
  readonly values: Json;
  readonly counts: boolean;
}

/** What the records of one chain tell, put together for people. */
export interface Story {
  readonly id: string;
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
  readonly title: string;
  readonly details: Json;
  readonly openedAt: string;
  readonly dueOn?: string;
  readonly state: 'open' | 'problem' | 'fulfilled' | 'unable' | 'withdrawn';
  readonly answers: readonly AnswerStory[];
  readonly findings: readonly FindingStory[];
  readonly seq: number;
  readonly hash: string;
  readonly records: readonly EvidenceRecord[];
  /** The cards that people were shown, as they are kept. */
  readonly cards?: readonly KeptCard[];
  /** What an answer to it left to be done, as far as this dossier holds it. */
  readonly followedBy?: readonly FollowUp[];
  /** The seeds of the samples in which it was drawn. */
  readonly drawn?: readonly string[];
}

const textIn = (data: Json, pointer: string): string | undefined => {
  const value = valueAt(data, pointer);
  return typeof value === 'string' ? value : undefined;
};
const nameOf = ({ by }: EvidenceRecord): string | undefined => by?.name ?? undefined;

/** Puts the records of one chain together; undefined for what the IT team has laid down, which asks nothing. */
export function storyOf(
  records: readonly EvidenceRecord[],
  drawn: readonly string[] = [],
): Story | undefined {
  const [first] = records;
  const last = records.at(-1);
  if (first?.type !== 'opened' || !last) return undefined;
  const answers = records.filter(({ type }) => type === 'answered').map(answerOf);
  const findings = findingsOf(records);
  const { dutyId, kind, system, reference, at, data } = first;
  const dueOn = textIn(data, '/dueOn');
  return {
    id: dutyId,
    ...{ kind, system, reference, answers, findings, records },
    title: textIn(data, '/title') ?? reference,
    details: valueAt(data, '/details') ?? {},
    openedAt: at,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(drawn.length === 0 ? {} : { drawn }),
    state: stateOf(records, answers, findings),
    seq: last.seq,
    hash: last.hash,
  };
}

function answerOf(record: EvidenceRecord): AnswerStory {
  const name = nameOf(record);
  return {
    at: record.at,
    ...(name === undefined ? {} : { name }),
    ...(record.outcome ? { outcome: record.outcome } : {}),
    values: valueAt(record.data, '/values') ?? {},
    counts: valueAt(record.data, '/effective') !== false,
  };
}

function findingsOf(records: readonly EvidenceRecord[]): readonly FindingStory[] {
  const found = new Map<string, FindingStory>();
  let latest: string | undefined;
  for (const { type, at, data } of records) {
    const id = textIn(data, '/finding') ?? latest;
    if (id === undefined || !['finding', 'replied', 'closed', 'escalated'].includes(type)) continue;
    latest = id;
    const known = found.get(id) ?? { id, openedAt: at, replies: 0, rounds: 0 };
    // A reminder says until when somebody has the turn, which is no day of the finding.
    const dueOn = (type === 'finding' ? textIn(data, '/dueOn') : undefined) ?? known.dueOn;
    const owner = textIn(data, '/owner/name') ?? known.owner;
    const rounds = valueAt(data, '/failedVerifications');
    const { closedAt: _at, because: _why, ...open } = known;
    const borne = borneAfter(known.borne, { type, data });
    found.set(id, {
      // A risk that ended was no end: what was found is open again.
      ...(type === 'finding' && textIn(data, '/ended') !== undefined ? open : known),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(owner === undefined ? {} : { owner }),
      borne,
      replies: known.replies + (type === 'replied' ? 1 : 0),
      rounds: typeof rounds === 'number' ? rounds : known.rounds,
      ...(type === 'closed' ? { closedAt: at, because: textIn(data, '/because') ?? '' } : {}),
    });
  }
  return [...found.values()];
}

/** Who bears the risk once a record was read: somebody accepted it or bears it longer, or it ended. */
function borneAfter(
  before: Borne | undefined,
  { type, data }: Pick<EvidenceRecord, 'type' | 'data'>,
): Borne | undefined {
  if (textIn(data, '/because') === (type === 'closed' ? 'accepted' : 'prolonged'))
    return { name: textIn(data, '/acceptedBy'), until: textIn(data, '/until') };
  return type === 'closed' || textIn(data, '/ended') !== undefined ? undefined : before;
}

function stateOf(
  records: readonly EvidenceRecord[],
  answers: readonly AnswerStory[],
  findings: readonly FindingStory[],
): Story['state'] {
  if (records.some(({ type }) => type === 'withdrawn')) return 'withdrawn';
  if (findings.some(({ closedAt }) => closedAt === undefined)) return 'problem';
  const last = answers.findLast(({ counts }) => counts)?.outcome ?? 'open';
  // What was wrong and is closed, by proof or as a risk that is borne, is a problem no more.
  return last === 'problem' && findings.length > 0 ? 'fulfilled' : last;
}

/** Answered after its due date, or not yet answered after it. */
export function isLate({ dueOn, answers }: Story, asOf: string): boolean {
  const first = answers.find(({ counts }) => counts)?.at ?? asOf;
  return dueOn !== undefined && first.slice(0, 10) > dueOn;
}
