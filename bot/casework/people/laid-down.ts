import type { Submitted } from '../../../cards/read-fields.ts';
import type { Duty, LaidDown } from '../../duty/duty.ts';
import { contextFor } from '../../duty/duty.ts';
import type { PersonId } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Picker } from '../../kinds/people/person-field.ts';
import type { Services } from '../../ports/services.ts';
import { knownPeople } from './known-people.ts';
import { policyOf } from '../policy.ts';

/** Whoever fills in an answer, and which one. */
export interface Filling {
  readonly person: PersonId;
  readonly picker?: Picker | undefined;
  readonly outcome?: unknown;
  /** What was typed so far: it may decide whether somebody is to be named. */
  readonly typed?: Submitted;
}

/** What the kind of a duty asks for beside it; people are read only for an answer that names one. */
export async function laidDownFor(
  services: Services,
  duty: Duty,
  { person, picker, outcome, typed = {} }: Filling,
): Promise<LaidDown> {
  const kind = kindOf(duty.kind);
  const policy = kind.needsPolicy ? await policyOf(services, duty.tenant) : undefined;
  const context = contextFor(duty, person, policy ? { policy } : undefined);
  const names =
    typeof outcome === 'string' && kind.namesPeople(context, { outcome, typed }).length > 0;
  const people = names ? await knownPeople(services, duty.tenant) : [];
  return {
    ...(policy ? { policy } : {}),
    ...(names ? { colleagues: { people, picker } } : {}),
  };
}
