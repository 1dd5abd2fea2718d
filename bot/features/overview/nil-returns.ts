import { cut } from '../../../cards/plain-text.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import type { EventKind } from '../../kinds/nil-return/texts.ts';
import { eventKinds, nilReturnTexts, quarterInShort } from '../../kinds/nil-return/texts.ts';
import type { Opening } from '../../duty/open.ts';
import type { Quarter } from '../../duty/time/quarter.ts';
import { askedAboutAt, quarterAfter, quarterOf } from '../../duty/time/quarter.ts';
import { dayOf, workdaysAfter } from '../../duty/time/workdays.ts';
import { every } from '../../tenant/roster/roster.ts';
import { firstQuarter } from './coverage/coverage.ts';
import type { Opened } from '../../casework/open-duty.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { personFor, readRoster } from '../../casework/roster.ts';
import type { Services } from '../../ports/services.ts';
import { readerFor } from '../../ports/services.ts';

const workdaysToAnswer = 10;

/**
 * What comes with a new quarter: from nine o'clock on its first working day somebody is asked about every
 * kind of event that the last quarter did not have. As often as one likes: each question is asked once.
 */
export async function quarterTick(services: Services, tenant: TenantKey): Promise<void> {
  const over = quarterAfter(quarterOf(services.now(), services.zone), -1);
  if (services.now() < askedAboutAt(over, services.zone)) return;
  const mark = `nil-asked|${over}`;
  if (await services.store.coverage.marked(tenant, mark)) return;
  const first = await firstQuarter(services, tenant);
  if (first === undefined || first > over) return;
  const { tallies } = await services.store.coverage.quarter(tenant, over);
  let asked = true;
  for (const kind of eventKinds) {
    const { withdrawn: _, ...standing } = tallies[kind] ?? {};
    if (Object.values(standing).some((count) => count > 0)) continue;
    const owner = await ownerOf(services, tenant, kind);
    // While nobody is known who could be asked, the next tick looks again.
    if (owner) await openNilReturn(services, tenant, { kind, quarter: over, owner });
    else asked = false;
  }
  if (asked) await services.store.coverage.mark(tenant, mark);
}

/** Who answers for a kind of duty as a whole: whom the roster names, else whoever made the IT channel. */
async function ownerOf(
  services: Services,
  tenant: TenantKey,
  kind: EventKind,
): Promise<Person | undefined> {
  const general = await personFor(services, { tenant, system: every, kind });
  if (general) return general;
  const { entries } = await readRoster(services, tenant);
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
}

/** Opens the nil return, in the language of whoever is asked; its key makes it one, however often. */
export async function openNilReturn(
  services: Services,
  tenant: TenantKey,
  question: Question,
): Promise<Opened> {
  const { kind, quarter, owner } = question;
  const known = await services.store.people.get(tenant, owner.aadObjectId);
  const { language, zone, now } = readerFor(services, known?.value);
  const said = nilReturnTexts[language];
  const { aadObjectId, name } = owner;
  const opening: Opening = {
    kind: 'nil-return',
    system: said.system,
    // What it is about tells the questions of one quarter apart.
    reference: `${quarterInShort(quarter)}, ${said.none[kind]}`,
    title: said.title(said.none[kind], quarterInShort(quarter)),
    dueOn: workdaysAfter(dayOf(now, zone), workdaysToAnswer),
    assignees: [{ aadObjectId, name: cut(name, 100) }],
    details: { kind, quarter },
    rows: [],
  };
  return openDuty(services, {
    tenant,
    opening,
    asking: {
      openedBy: { type: 'bot' },
      sender: 'bot',
      key: `nil:${kind}:${quarter}`,
    },
  });
}
