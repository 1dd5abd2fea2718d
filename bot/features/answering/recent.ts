import { DateTime } from 'luxon';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import type { DutyView } from '../../duty/view.ts';
import type { Services } from '../../ports/services.ts';

const daysBack = 120;
const mostRead = 100;

/** The day from which `recentlyClosed` looks: earlier ones are found in the evidence. */
const since = (now: string): string =>
  DateTime.fromISO(now, { zone: 'utc' }).minus({ days: daysBack }).toFormat('yyyy-MM-dd');

/**
 * The duties of a person that were answered or withdrawn, of those due in the last 120 days or later; a hundred of each state are
 * looked at. Whose answer is newest comes first.
 */
export async function recentlyClosed(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<readonly DutyView[]> {
  // These lists go by due date, and a cursor is the place behind which a page begins.
  const from = since(services.now());
  const pages = await Promise.all(
    (['fulfilled', 'problem', 'withdrawn'] as const).map((status) =>
      services.store.indexes.page(tenant, {
        list: { list: 'status', status },
        size: mostRead,
        cursor: from,
      }),
    ),
  );
  const theirs = pages
    .flatMap(({ items }) => items)
    .filter(
      ({ assignees, answers }) =>
        assignees.some(({ aadObjectId }) => aadObjectId === person) ||
        answers.some(({ by }) => by.aadObjectId === person),
    );
  const answeredAt = ({ answers }: DutyView): string =>
    answers.filter(({ by }) => by.aadObjectId === person).at(-1)?.at ?? '';
  return theirs.sort((one, other) => answeredAt(other).localeCompare(answeredAt(one)));
}
