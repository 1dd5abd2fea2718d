import { cut } from '../../../cards/plain-text.ts';
import type { Duty } from '../../duty/duty.ts';
import type { Effect } from '../../duty/effects.ts';
import { isStillWanted } from '../../duty/follow-ups.ts';
import type { Opening } from '../../duty/open.ts';
import { dayOf, workdaysAfter } from '../../duty/time/workdays.ts';
import { kindOf, parseStoredKind } from '../../kinds/index.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { personInRole } from '../../casework/people/role-holders.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { readerFor } from '../../ports/services.ts';

/**
 * Opens the duty that an answer brought about, in the language of whoever gets it. Carried out twice it
 * is the same duty: its key is the duty that it follows and the name of what follows.
 */
async function openFollowUp(
  services: Services,
  duty: Duty,
  { opening: wanted, answerer }: Extract<Effect, { do: 'open-duty' }>,
): Promise<void> {
  const { tenant, id, system, reference } = duty;
  const { name, title, dueInWorkdays, details, to } = wanted;
  const kind = parseStoredKind(wanted.kind);
  if (!kind)
    throw new Error(`What follows ${id} as ${name} is of the unknown kind ${wanted.kind}.`);
  // Where nobody holds the role it goes to whoever answered, who can hand it over: it is not lost.
  const role = to === 'answerer' ? undefined : await personInRole(services, tenant, to);
  const person = role ?? answerer;
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
  await openDuty(services, {
    tenant,
    opening,
    asking: {
      openedBy: { type: 'bot' },
      sender: `duty:${id}`,
      key: name,
      follows: { duty: id, name },
    },
  });
}

export const effects: EffectsOf<'open-duty'> = {
  'open-duty': {
    run: async ({ services, duty, effect }) => {
      if (isStillWanted(duty, effect)) await openFollowUp(services, duty, effect);
      return done;
    },
  },
};
