import { faultWords } from '../../cards/fields.ts';
import type { Card } from './card-reader.ts';
import { texts } from './card-reader.ts';

/** How many fields of a form say that they must be filled in. */
export const fieldFaults = (card: Card): number =>
  texts(card).filter((text) => text.includes(faultWords.nl.required)).length;
