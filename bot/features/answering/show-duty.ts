import type { Card } from '../../../cards/card.ts';
import { cardFor } from '../../casework/card-for.ts';
import type { Duty } from '../../duty/duty.ts';
import type { Person } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import type { ReaderNow } from '../../views/reader.ts';

/** The card with its form open once more, to correct an answer or to answer after all. */
export const showAgain = (
  services: Services,
  duty: Duty,
  { person, reader }: { readonly person: Person; readonly reader: ReaderNow },
): Promise<Card> => cardFor(services, { duty, person, again: true }, reader);
