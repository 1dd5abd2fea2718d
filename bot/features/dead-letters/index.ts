import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { retriedCard } from './card.ts';
import { retryDeadLetters } from './retry.ts';

/** Effects that were given up. */
export const clicks: Clicks<'deadLettersRetry'> = {
  deadLettersRetry: onClick('deadLettersRetry', 'it-team', async ({ services, at, reader }) =>
    retriedCard(await retryDeadLetters(services, at.tenant), reader),
  ),
};
