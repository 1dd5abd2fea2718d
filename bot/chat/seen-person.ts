import type { SeenPerson } from '../casework/people/people.ts';
import type { Place, Sender } from '../ports/incoming.ts';

/** What a personal activity tells about who wrote it. */
export function seenPerson(from: Sender, at: Place): SeenPerson {
  const { aadObjectId, name, userId, locale, timeZone, country } = from;
  const { conversationId, serviceUrl, tenantId } = at;
  const seen = { aadObjectId, name, userId, conversationId, serviceUrl, tenantId };
  return {
    ...seen,
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(country === undefined ? {} : { country }),
  };
}
