import type { DutyRef, Person } from '../duty/ids.ts';
import type { Card } from '../../cards/card.ts';
import { kindOf } from '../kinds/index.ts';
import type { Duty } from '../duty/duty.ts';
import { assigneeOf } from '../duty/duty.ts';
import { isAsked } from '../duty/answering/quorum.ts';
import type { ReaderNow } from '../views/reader.ts';
import { dutyCard } from '../views/duty/duty-card.ts';
import { laidDownFor } from './people/laid-down.ts';
import type { Services } from '../ports/services.ts';

/** The card of a duty as a person has it now; a list that is decided row by row also shows how far it is. */
export async function cardFor(
  services: Services,
  {
    duty,
    person,
    again = false,
  }: { readonly duty: Duty; readonly person: Person; readonly again?: boolean | undefined },
  reader: ReaderNow,
): Promise<Card> {
  const byRow = kindOf(duty.kind).byRow && (isAsked(duty, person.aadObjectId) || again);
  const review = byRow
    ? await services.cardByRow(services, { duty, person, again }, reader)
    : undefined;
  if (review) return review;
  const laidDown = await laidDownFor(services, duty, { person: person.aadObjectId });
  return dutyCard(duty, { viewer: person.aadObjectId, form: { again, laidDown } }, reader);
}

/** The card of a duty as it stands, for whoever is asked; undefined for anybody else. */
export async function showOwnCard(
  services: Services,
  ref: DutyRef,
  { person, reader }: { readonly person: Person; readonly reader: ReaderNow },
): Promise<Card | undefined> {
  const duty = (await services.store.duties.load(ref))?.value;
  return duty && assigneeOf(duty, person.aadObjectId)
    ? cardFor(services, { duty, person }, reader)
    : undefined;
}
