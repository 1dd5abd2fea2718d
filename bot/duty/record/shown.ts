import type { Card } from '../../../cards/card.ts';
import type { Json } from '../../kinds/kind.ts';
import { sha256, wellFormedText } from './canonical.ts';

/** The exact card that somebody was shown, or answered on. */
export interface ShownCard {
  readonly card: Card;
  /** Which of the cards of a kind it is. */
  readonly template: 'question' | 'step' | 'survey';
  readonly language: string;
}

/**
 * A card as it is kept beside the evidence: its text, of which the record has the hash. The salt in it keeps a
 * hash from telling who was named on a card that was erased.
 */
export interface KeptCard {
  readonly seq: number;
  readonly text: string;
}

/** What a record says of a card, and the text that shows it. */
export function shownOf(
  { card, template, language }: ShownCard,
  key: string,
): { readonly shown: Json; readonly text: string } {
  // Exactly as it is sent, in the order in which it was made: nobody has to make this text anew, and a storm makes many.
  const text = wellFormedText(JSON.stringify({ card, salt: sha256(key).slice(0, 32) }));
  return { shown: { card: sha256(text), template, language }, text };
}

/** A card as the evidence keeps it. */
export const shownCard = (card: Card, template: ShownCard['template']): ShownCard => ({
  card,
  template,
  language: card.lang,
});
