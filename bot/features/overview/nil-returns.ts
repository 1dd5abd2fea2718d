import { quarterInShort } from '../../../cards/dates.ts';
import { cut } from '../../../cards/plain-text.ts';
import { comparable } from '../../../cards/same-text.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { systemOf, titleOf } from '../../kinds/nil-return/remainder.ts';
import type { EventKind } from '../../kinds/nil-return/texts.ts';
import { eventKinds, maxSystems, nilReturnTexts } from '../../kinds/nil-return/texts.ts';
import type { Opening } from '../../duty/open.ts';
import type { Quarter } from '../../duty/time/quarter.ts';
import { askedAboutAt, monthsOf, quarterAfter, quarterOf } from '../../duty/time/quarter.ts';
import { dayOf, workdaysAfter } from '../../duty/time/workdays.ts';
import type { Roster } from '../../tenant/roster/roster.ts';
import { every } from '../../tenant/roster/roster.ts';
import { firstQuarter } from './coverage/coverage.ts';
import type { Opened } from '../../casework/open-duty.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { personFor, readRoster, systemsByPerson } from '../../casework/roster.ts';
import { pagesOf } from '../../ports/pages.ts';
import type { Services } from '../../ports/services.ts';
import { readerFor } from '../../ports/services.ts';

const workdaysToAnswer = 10;

/**
 * What comes with a new quarter: from nine o'clock on its first working day somebody is asked about every
 * kind of event that the last quarter did not have, system by system where the roster names systems. As often as one
 * likes: each question is asked once.
 */
export async function quarterTick(services: Services, tenant: TenantKey): Promise<void> {
  const over = quarterAfter(quarterOf(services.now(), services.zone), -1);
  if (services.now() < askedAboutAt(over, services.zone)) return;
  const mark = `nil-asked|${over}`;
  if (await services.store.coverage.marked(tenant, mark)) return;
  const first = await firstQuarter(services, tenant);
  if (first === undefined || first > over) return;
  const roster = await readRoster(services, tenant);
  // While nobody is known who could be asked, the next tick looks again.
  if (roster.entries.length === 0 && !(await services.store.people.channel(tenant))?.madeBy) return;
  const { tallies } = await services.store.coverage.quarter(tenant, over);
  const systems = systemsOf(roster);
  const seen = systems.length > 0 ? await seenIn(services, tenant, over) : new Set<string>();
  let asked = true;
  for (const kind of eventKinds) {
    const { withdrawn: _, ...standing } = tallies[kind] ?? {};
    const some = Object.values(standing).some((count) => count > 0);
    const without = systems.filter((system) => !seen.has(placeOf(kind, system)));
    if (some && without.length === 0) continue;
    for (const question of await questionsFor(services, tenant, { kind, roster, without })) {
      if (question) await openNilReturn(services, tenant, { ...question, quarter: over });
      else asked = false;
    }
  }
  if (asked) await services.store.coverage.mark(tenant, mark);
}

const placeOf = (kind: string, system: string): string => `${kind}|${comparable(system)}`;

/** The systems that the roster names, each once. */
function systemsOf({ entries }: Roster): readonly string[] {
  const named = entries.filter(({ system }) => system !== every);
  return [...new Map(named.map(({ system }) => [comparable(system), system])).values()];
}

/** Of which kinds and systems something was asked in a quarter. It is read once a quarter, from the lists of its months. */
async function seenIn(
  services: Services,
  tenant: TenantKey,
  quarter: Quarter,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (const month of monthsOf(quarter)) {
    const list = { list: 'evidence', month } as const;
    const read = (cursor: string | undefined) =>
      services.store.indexes.page(tenant, { list, size: 100, cursor });
    for await (const items of pagesOf(read))
      for (const { kind, system, status, createdAt } of items)
        if (status !== 'withdrawn' && quarterOf(createdAt, services.zone) === quarter)
          seen.add(placeOf(kind, system));
  }
  return seen;
}

/**
 * The questions about a kind: one for each person with the systems that this person answers for, or one for all
 * systems at once where the roster names none. Undefined stands for one that nobody can be asked.
 */
async function questionsFor(
  services: Services,
  tenant: TenantKey,
  {
    kind,
    roster,
    without,
  }: {
    readonly kind: EventKind;
    readonly roster: Roster;
    readonly without: readonly string[];
  },
): Promise<readonly (Omit<Question, 'quarter'> | undefined)[]> {
  const general = await ownerOf(services, tenant, { kind, roster });
  if (without.length === 0) return [general && { kind, owner: general }];
  const groups = await systemsByPerson(services, {
    ...{ tenant, kind, systems: without, otherwise: general },
  });
  if (groups.flatMap(({ systems }) => systems).length < without.length) return [undefined];
  return groups.flatMap(({ person: owner, systems }) =>
    Array.from({ length: Math.ceil(systems.length / maxSystems) }, (_, part) => ({
      kind,
      owner,
      systems: systems.slice(part * maxSystems, (part + 1) * maxSystems),
      part,
    })),
  );
}

/** Who answers for a kind of duty as a whole: whom the roster names, else whoever made the IT channel. */
async function ownerOf(
  services: Services,
  tenant: TenantKey,
  { kind, roster: { entries } }: { readonly kind: EventKind; readonly roster: Roster },
): Promise<Person | undefined> {
  const general = await personFor(services, { tenant, system: every, kind });
  if (general) return general;
  // Without somebody for every system, whoever has the kind for one of them knows most of it.
  const system = (
    entries.find((entry) => entry.kind === kind) ?? entries.find((entry) => entry.kind === every)
  )?.system;
  const named =
    system === undefined ? undefined : await personFor(services, { tenant, system, kind });
  return named ?? (await services.store.people.channel(tenant))?.madeBy;
}

export interface Question {
  readonly kind: EventKind;
  readonly quarter: Quarter;
  readonly owner: Person;
  /** About which systems; about all at once where none is named. */
  readonly systems?: readonly string[];
  /** Which card of several, where they are more systems than one card takes. */
  readonly part?: number;
}

/** Opens the nil return, in the language of whoever is asked; its key makes it one, however often. */
export async function openNilReturn(
  services: Services,
  tenant: TenantKey,
  question: Question,
): Promise<Opened> {
  const { kind, quarter, owner, systems = [], part = 0 } = question;
  const known = await services.store.people.get(tenant, owner.aadObjectId);
  const { language, zone, now } = readerFor(services, known?.value);
  const said = nilReturnTexts[language];
  const { aadObjectId, name } = owner;
  const opening: Opening = {
    kind: 'nil-return',
    system: systemOf(systems, language),
    // What it is about tells the questions of one quarter apart.
    reference: `${quarterInShort(quarter)}, ${said.none[kind]}`,
    title: titleOf({ kind, quarter }, systems, language),
    dueOn: workdaysAfter(dayOf(now, zone), workdaysToAnswer),
    assignees: [{ aadObjectId, name: cut(name, 100) }],
    details: { kind, quarter, ...(systems.length === 0 ? {} : { systems }) },
    rows: [],
  };
  const whose = systems.length === 0 ? '' : `:${aadObjectId}:${String(part)}`;
  return openDuty(services, {
    tenant,
    opening,
    asking: {
      openedBy: { type: 'bot' },
      sender: 'bot',
      key: `nil:${kind}:${quarter}${whose}`,
    },
  });
}
