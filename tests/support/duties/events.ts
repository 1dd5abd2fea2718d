import type { Instant, Person } from '../../../bot/duty/ids.ts';
import fc from 'fast-check';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { assigneeOf } from '../../../bot/duty/duty.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import type { Decision } from '../../../bot/duty/decide.ts';
import { dutyIdFor } from '../../../bot/duty/open.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { Rule } from '../../../bot/kinds/kind.ts';
import { anna, anOpening, aPerson, bram, carla, fixedNow, opened } from './duties.ts';
import { sealing } from './sealing.ts';

const dora = aPerson('22222222-aaaa-4bbb-8ccc-000000000004', 'Dora Peters');
export const everybody = [anna, bram, carla, dora] as const;

/** Something that happens; what depends on the duty as it is then is made from it. */
export type Happening = (duty: Duty) => DutyEvent;

/** One event, with the duty before and after it. */
export interface Step {
  readonly before: Duty;
  readonly event: DutyEvent;
  readonly decision: Decision;
  readonly records: readonly EvidenceRecord[];
  readonly after: Duty;
  readonly at: Instant;
}

const people = fc.constantFrom(...everybody);

/** Of whom a duty is asked, and whose answers settle it. */
export interface Setup {
  readonly rule: Rule;
  readonly seats: readonly { readonly person: Person; readonly processes?: readonly string[] }[];
  /** Who asked for the change, and so may not be the one who says that it works; nobody knows who `nobody` is. */
  readonly requester?: Person | 'nobody';
  /** Which of those seats is an office that has to look as well. */
  readonly office?: number | undefined;
}

export const processes = ['inloggen', 'factuurrun', 'koppelingen'] as const;

/** Every rule with one to four people; processes overlap, and some people have all of them. */
export const setups: fc.Arbitrary<Setup> = fc
  .record({
    rule: fc.constantFrom<Rule>('any', 'all', 'per-process', 'four-eyes'),
    asked: fc.integer({ min: 1, max: 4 }),
    parts: fc.array(fc.option(fc.subarray([...processes], { minLength: 1 }), { nil: undefined }), {
      minLength: 4,
      maxLength: 4,
    }),
    requester: fc.option(fc.oneof(people, fc.constant('nobody' as const)), { nil: undefined }),
    office: fc.option(fc.nat(3), { nil: undefined }),
  })
  .map(({ rule, asked, parts, requester, office }): Setup => {
    const two = rule === 'four-eyes' ? Math.max(2, asked) : asked;
    const given = new Set(parts.slice(1, two).flatMap((own) => own ?? []));
    const left = processes.filter((process) => !given.has(process));
    const seats = everybody.slice(0, two).map((person, at) => {
      // The first has what nobody else has got, so that no process is forgotten.
      const own = at === 0 ? [...(left.length === 0 ? processes.slice(0, 1) : left)] : parts[at];
      return rule === 'per-process' && own ? { person, processes: own } : { person };
    });
    const offices = rule === 'four-eyes' ? { office } : {};
    return { rule, seats, ...offices, ...(requester ? { requester } : {}) };
  });

const forTwo: Setup = { rule: 'any', seats: [{ person: anna }, { person: bram }] };

/** What is left to chance in an event. */
interface Dice {
  readonly by: Person;
  readonly to: Person;
  readonly yes: boolean;
  readonly number: number;
}
const dice = fc.record({ by: people, to: people, yes: fc.boolean(), number: fc.nat(9) });

const reason = 'Reden';
const message = { conversationId: '19:it', activityId: 'c-1', serviceUrl: 'https://x' };
const file = (hash: number) => ({ sha256: String(hash), rows: 1 });
const outcomes = ['fulfilled', 'problem', 'unable'] as const;

/** Mostly whoever bears a risk, so that it goes on or ends at all. */
const bearerOf = ({ findings }: Duty, number: number): Person | undefined =>
  everybody.find(
    ({ aadObjectId }) => number > 1 && aadObjectId === findings.at(-1)?.acceptance?.bearer,
  );

/** An event of each type that there is: a new one does not compile without. What repeats is frequent, so that it is met. */
const happenings: {
  readonly [T in DutyEvent['type']]: (
    chance: Dice,
  ) => (duty: Duty) => Extract<DutyEvent, { type: T }>;
} = {
  // To the present form or an earlier one, with few different values.
  answered: ({ by, yes, number }) => {
    const outcome = outcomes[number % outcomes.length] ?? 'unable';
    return (duty) => {
      const present = assigneeOf(duty, by.aadObjectId)?.formVersion ?? 1;
      const formVersion = Math.max(1, present - Math.floor(number / 6));
      const values = { outcome, note: yes ? 'a' : 'b' };
      return { type: 'answered', by, outcome, values, formVersion, via: 'card' };
    };
  },
  'card-posted': ({ by: { aadObjectId: person, name }, yes, number }) => {
    const activityId = `m-${String(number)}`;
    const sent = { conversationId: `a:${person}`, activityId, serviceUrl: 'https://x' };
    return ({ revision }) => ({
      ...{ type: 'card-posted', person, name, message: yes ? sent : undefined },
      shown: revision - (number % 2),
    });
  },
  withdrawn: () => () => ({ type: 'withdrawn', reason: 'Niet meer nodig', vendor: 'Unit4' }),
  'card-undeliverable':
    ({ by: { aadObjectId: person }, yes }) =>
    () => ({ type: 'card-undeliverable', person, reason: yes ? 'blocked' : 'not-installed' }),
  'card-wanted':
    ({ by: { aadObjectId: person }, yes: afresh }) =>
    () => ({ type: 'card-wanted', person, afresh }),
  listed:
    ({ by: { aadObjectId: person, name }, number }) =>
    () => ({ type: 'listed', person, name, page: number }),
  'channel-posted':
    () =>
    ({ revision }) => ({ type: 'channel-posted', message, shown: revision }),
  'channel-wanted':
    ({ yes }) =>
    () => ({ type: 'channel-wanted', channelId: yes ? '19:it' : '19:other' }),
  'finding-said':
    ({ number }) =>
    () => ({ type: 'finding-said', finding: `F-${String(number % 3)}`, message }),
  // Mostly somebody who was not asked helps out for one of those who are.
  reminded:
    ({ by, to, yes, number }) =>
    (duty) => {
      const person = everybody.find(({ aadObjectId }) => !assigneeOf(duty, aadObjectId)) ?? to;
      const whom = duty.assignees[number % duty.assignees.length] ?? by;
      const helps = [{ person, standsInFor: whom.aadObjectId }];
      const today = yes ? '2026-12-04' : '2026-12-15';
      return { type: 'reminded', today, helpers: number > 2 ? helps : [] };
    },
  'asked-on':
    ({ by, number }) =>
    ({ tenant }) => ({
      type: 'asked-on',
      asked: [
        {
          duty: dutyIdFor(tenant, 'rest', String(number % 3)),
          of: by,
          systems: ['Portaal'],
          dueOn: '2026-12-04',
        },
      ],
    }),
  attached:
    ({ by, number }) =>
    () => ({
      ...{ type: 'attached', by },
      files: [{ id: `a${String(number)}`, name: 'x', mime: 'image/png', bytes: 1, sha256: 'x' }],
    }),
  outdated:
    () =>
    ({ id }) => ({ type: 'outdated', version: '2', duty: id, reason }),
  // Mostly by whoever has it, else by somebody else or the bot.
  'handed-over':
    ({ by, to, yes, number }) =>
    () => {
      const from = (number > 2 ? by : (everybody[number] ?? by)).aadObjectId;
      if (number === 9) return { type: 'handed-over', from, to, reason, because: 'left' };
      return {
        ...{ type: 'handed-over', by, from, to, reason },
        because: yes ? 'hand-over' : 'cannot-judge',
      };
    },
  'second-asked':
    ({ by, to: person }) =>
    () => ({ type: 'second-asked', by, person }),
  'shared-out':
    ({ by, to }) =>
    () => ({ type: 'shared-out', by, to, reason, kept: ['0-9'], given: ['10-19'] }),
  postponed:
    ({ by, yes }) =>
    () => ({ type: 'postponed', by, to: yes ? '2026-12-10' : '2026-12-17', reason }),
  'finding-planned':
    ({ by, to: owner }) =>
    () => ({ type: 'finding-planned', by, owner, dueOn: '2026-12-10' }),
  'reply-sent':
    ({ by, yes }) =>
    () => ({
      ...{ type: 'reply-sent', by, text: 'Getest, niet goed' },
      via: yes ? 'person' : 'webhook',
    }),
  'vendor-told':
    ({ yes }) =>
    ({ findings }) => {
      const { id = 'F-1', reply } = findings.at(-1) ?? {};
      const sentAt = reply?.at ?? fixedNow;
      const result = yes
        ? ({ state: 'received' } as const)
        : ({ state: 'refused', status: 403 } as const);
      return { type: 'vendor-told', finding: id, sentAt, result };
    },
  'vendor-reacted':
    ({ by, yes: solved }) =>
    () => ({ type: 'vendor-reacted', by, text: solved ? 'Opgelost' : 'Wij kijken', solved }),
  'vendor-answered':
    ({ yes }) =>
    () => ({
      ...{
        type: 'vendor-answered',
        vendor: 'Unit4',
        text: yes ? 'Hersteld in 2026.5' : 'In onderzoek',
      },
      status: yes ? 'solved' : 'working',
    }),
  'solution-reported':
    ({ by }) =>
    () => ({ type: 'solution-reported', by, text: 'Rechtgezet' }),
  'export-compared':
    ({ by, number }) =>
    () => ({
      ...{ type: 'export-compared', by },
      comparison: {
        ...{ before: file(0), after: { ...file(number), file: 'x.csv' }, proven: [] },
        ...{ stillThere: ['x'], vanished: 0, added: 0 },
      },
    }),
  'export-asked':
    ({ to }) =>
    ({ findings }) => {
      const { id = 'F-1', dueOn = '2026-12-10' } = findings.at(-1) ?? {};
      return { type: 'export-asked', finding: id, dueOn, to: [to] };
    },
  'risk-asked':
    ({ by, to: of }) =>
    () => ({ type: 'risk-asked', by, of, reason, until: '2027-03-01' }),
  // Mostly by whoever is asked.
  confirmed:
    ({ to, yes, number }) =>
    ({ confirmations = [] }) => {
      const asked = number > 1 ? confirmations.at(-1) : undefined;
      const by = asked?.of ?? to;
      const what = asked?.what ?? (number % 2 ? 'owner' : 'risk');
      const finding = asked?.finding ?? 'F-1';
      const today = number > 2 ? '2027-03-02' : '2026-12-04';
      return { type: 'confirmed', by, what, finding, yes, today };
    },
  'risk-accepted':
    ({ by, to }) =>
    () => ({ type: 'risk-accepted', by, acceptedBy: to.name, reason, until: '2027-03-01' }),
  'risk-prolonged':
    ({ by, yes, number }) =>
    (duty) => ({
      ...{ type: 'risk-prolonged', by: bearerOf(duty, number) ?? by, reason },
      until: yes ? '2027-03-01' : '2027-04-01',
    }),
  'risk-dropped':
    ({ by, number }) =>
    (duty) => ({ type: 'risk-dropped', by: bearerOf(duty, number) ?? by, reason }),
  'survey-started':
    ({ by, to }) =>
    () => ({
      ...{ type: 'survey-started', by, survey: 'message', text: 'Gelezen?' },
      ...{ people: [to], day: '2026-11-24' },
    }),
  'survey-paged':
    ({ yes, number: from }) =>
    () => ({ type: 'survey-paged', from, step: yes ? 'send' : 'edit' }),
  'survey-delivered':
    ({ to: { aadObjectId: person } }) =>
    () => ({ type: 'survey-delivered', person, message: 'm-1' }),
  'survey-undeliverable':
    ({ to: { aadObjectId: person } }) =>
    () => ({ type: 'survey-undeliverable', person, reason: 'blocked' }),
  'survey-answered':
    ({ to: by }) =>
    () => ({ type: 'survey-answered', by, answer: 'read' }),
  'survey-reminded':
    ({ by }) =>
    () => ({ type: 'survey-reminded', by, day: '2026-12-04' }),
  'round-forgotten': () => () => ({ type: 'round-forgotten', fields: [] }),
};

/** Every type of event that there is. */
export const eventTypes = Object.keys(happenings) as DutyEvent['type'][];

/** What happens often, as a history of nothing but cards would say little. */
const often: Readonly<Partial<Record<DutyEvent['type'], number>>> = {
  ...{
    answered: 30,
    'card-posted': 6,
    listed: 4,
    'handed-over': 4,
    'vendor-reacted': 4,
    confirmed: 8,
  },
  ...{ 'finding-planned': 4, 'reply-sent': 6, 'vendor-told': 6, 'second-asked': 6 },
  ...{ 'risk-asked': 8, 'risk-accepted': 4, 'risk-dropped': 4, 'risk-prolonged': 8 },
  // After these nothing more happens.
  ...{ withdrawn: 1, outdated: 1 },
};

/** Little but answers, so that the same people answer, correct, hand on and help out. */
const mostlyAnswers: typeof often = {
  ...{ answered: 16, 'handed-over': 3, reminded: 2, 'second-asked': 1, 'vendor-reacted': 1 },
};

/** Histories with everything that can happen to a duty, but what is named; one in three mostly of answers. */
export function histories(...but: readonly DutyEvent['type'][]) {
  // Long ones, as what follows a "no" takes many steps.
  const drawn = (types: readonly DutyEvent['type'][], weights: typeof often) =>
    fc.array(
      fc.oneof(
        ...types.map((type) => ({
          weight: weights[type] ?? 2,
          arbitrary: dice.map((chance): Happening => happenings[type](chance)),
        })),
      ),
      { maxLength: 40, size: 'max' },
    );
  const all = eventTypes.filter((type) => !but.includes(type));
  const few = all.filter((type) => mostlyAnswers[type] !== undefined);
  return fc.oneof(
    { weight: 2, arbitrary: drawn(all, often) },
    { weight: 1, arbitrary: drawn(few, mostlyAnswers) },
  );
}

/** Lets a history happen to a duty, of Anna and Bram where nothing else is said, half a day between events. */
export function live(
  history: readonly Happening[],
  { rule, seats, requester, office }: Setup = forTwo,
): {
  readonly start: Duty;
  readonly opening: readonly EvidenceRecord[];
  readonly steps: readonly Step[];
} {
  const known = requester === 'nobody' ? undefined : requester;
  const { assignees, ...asked } = anOpening('verify-change', {
    rule,
    assignees: seats.map(({ person: { aadObjectId, name }, processes: own }) => ({
      aadObjectId,
      name,
      ...(own ? { processes: own } : {}),
    })),
    details: {
      summary: 'Nieuwe btw-codes',
      checks: processes,
      ...(requester ? { impact: 'high', requestedBy: known?.name ?? 'Wie Ook' } : {}),
    },
  });
  const offices = assignees.map((one, at) =>
    at === office ? { ...one, role: 'security' as const } : one,
  );
  const { duty: start, records: opening } = opened(
    { ...asked, assignees: offices },
    known ? { requesters: [known.aadObjectId] } : {},
  );
  let before = start;
  const steps = history.map((happening, index): Step => {
    const at = secondsAfter(fixedNow, 12 * 3600 * (index + 1));
    const event = happening(before);
    const decision = decide(frozen(before), frozen(event), at);
    const { duty: after, records } = seal(decision.duty, decision.evidence, sealing(at));
    const step = { before, event, decision, records, after, at };
    before = after;
    return step;
  });
  return { start, opening, steps };
}

/** The same object, of which nothing can be changed any more. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
