import { faultWords } from '../../../cards/fields.ts';
import type { Card } from '../cards/card-reader.ts';
import { texts } from '../cards/card-reader.ts';

/** How many fields of a form say that they must be filled in. */
export const fieldFaults = (card: Card): number =>
  texts(card).filter((text) =>
    [faultWords.nl.required, faultWords.nl['not-chosen']].some((told) => text.includes(told)),
  ).length;
