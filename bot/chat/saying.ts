import type { Card } from '../../cards/card.ts';
import type { Response } from '../ports/incoming.ts';
import type { Message } from '../ports/messenger.ts';

/** A card as a message; its fallback text is the notification. */
export function saying(card: Card): Response {
  const message: Message = { card, summary: card.fallbackText };
  return { messages: [message] };
}
