import { cut } from '../../../cards/plain-text.ts';
import type { AskedOn } from '../../duty/answering/asked-on.ts';
import type { Duty } from '../../duty/duty.ts';
import type { Effect } from '../../duty/effects.ts';
import { isStillWanted } from '../../duty/follow-ups.ts';
import type { Person } from '../../duty/ids.ts';
import type { Opening } from '../../duty/open.ts';
import { dayOf, workdaysAfter } from '../../duty/time/workdays.ts';
import type { KindName } from '../../kinds/index.ts';
import { kindOf, parseStoredKind } from '../../kinds/index.ts';
import { systemsByPerson } from '../../casework/roster.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { personInRole } from '../../casework/people/role-holders.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { readerFor } from '../../ports/services.ts';

type Wanted = Extract<Effect, { do: 'open-duty' }>;

/** Opens the duty that an answer brought about; what it left of several systems is asked of each who answers for them. */
async function openFollowUp(
  services: Services,
  duty: Duty,
  { opening: wanted, answerer }: Wanted,
): Promise<void> {
  const { tenant } = duty;
  const { to } = wanted;
  if (to !== 'responsible') {
    // Where nobody holds the role it goes to whoever answered, who can hand it over: it is not lost.
    const holder = to === 'answerer' ? undefined : await personInRole(services, tenant, to);
    await openFor(services, duty, { wanted, person: holder ?? answerer });
    return;
  }
  const { kind, systems, only } = askedOfEach(duty, wanted);
  const groups = await systemsByPerson(services, { tenant, kind, systems, otherwise: answerer });
  const asked: AskedOn[] = [];
  for (const { person, systems: own } of groups) {
    const opened = await openFor(services, duty, { wanted: only(own), person });
    if (opened) asked.push({ duty: opened.id, of: person, systems: own, dueOn: opened.dueOn });
  }
  if (asked.length > 0) await changeDuty(services, duty, { type: 'asked-on', asked });
}

/** What is asked of whoever answers for it: which systems of which kind, and the question about some of them. */
function askedOfEach(duty: Duty, { name, kind: asking, details }: Wanted['opening']) {
  const read = kindOf(kindNamed(duty, name, asking)).nilReturns;
  if (!read) throw new Error(`What follows ${duty.id} as ${name} is about no systems.`);
  const { kind, systems = [] } = read.about(details.nl);
  return {
    kind: kindNamed(duty, name, kind),
    systems,
    only: (some: readonly string[]) => read.only(details.nl, some),
  };
}

function kindNamed({ id }: Duty, name: string, kind: string): KindName {
  const known = parseStoredKind(kind);
  if (!known) throw new Error(`What follows ${id} as ${name} is of the unknown kind ${kind}.`);
  return known;
}

/**
 * Opens one duty that follows, in the language of whoever gets it. Carried out twice it is the same duty: its key is the
 * duty that it follows and the name of what follows.
 */
async function openFor(
  services: Services,
  duty: Duty,
  { wanted, person }: { readonly wanted: Wanted['opening']; readonly person: Person },
): Promise<Duty | undefined> {
  const { tenant, id, system, reference } = duty;
  const { name, title, dueInWorkdays, details } = wanted;
  const kind = kindNamed(duty, name, wanted.kind);
  const known = await services.store.people.get(tenant, person.aadObjectId);
  const { language, zone, now } = readerFor(services, known?.value);
  const read = kindOf(kind).readDetails(details[language]);
  if (!read.ok) {
    throw new Error(
      `What follows ${id} as ${name} could not be opened: ${JSON.stringify(read.problems)}`,
    );
  }
  const opening: Opening = {
    kind,
    system: wanted.system?.[language] ?? system,
    reference,
    title: cut(title[language], 200),
    dueOn: workdaysAfter(dayOf(now, zone), dueInWorkdays),
    assignees: [{ aadObjectId: person.aadObjectId, name: cut(person.name, 100) }],
    details: read.details,
    rows: read.rows,
  };
  const opened = await openDuty(services, {
    tenant,
    opening,
    asking: {
      openedBy: { type: 'bot' },
      sender: `duty:${id}`,
      key: name,
      follows: { duty: id, name },
    },
  });
  return 'duty' in opened ? opened.duty : undefined;
}

export const effects: EffectsOf<'open-duty'> = {
  'open-duty': {
    run: async ({ services, duty, effect }) => {
      if (isStillWanted(duty, effect)) await openFollowUp(services, duty, effect);
      return done;
    },
  },
};
