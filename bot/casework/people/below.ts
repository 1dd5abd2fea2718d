import type { Card } from '../../../cards/card.ts';
import type { Response } from '../../ports/incoming.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { Asked } from '../clicks.ts';

/** A new message below, while the card that was clicked stays as it is now, or a word says where to look. */
export function below({ reader }: Asked, card: Card, kept?: Card): Response {
  return {
    messages: [{ card, summary: card.fallbackText }],
    ...(kept ? { inPlace: kept } : { toast: chatTexts[reader.language].below }),
  };
}
