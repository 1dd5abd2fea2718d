import type { TenantKey } from '../../../duty/ids.ts';
import { pagesOf } from '../../../ports/pages.ts';
import type { Services } from '../../../ports/services.ts';
import { goesBefore } from '../../../tenant/retention.ts';

type Forgetting = Pick<Services, 'store' | 'attachments' | 'retention' | 'now'>;

/**
 * Forgets where people were reached who left so long ago. Whoever is found gone for the first time is noted so: the
 * term begins then. Tells how many were forgotten.
 */
export async function forgetPeople(services: Forgetting, tenant: TenantKey): Promise<number> {
  const { store, attachments, retention, now } = services;
  const at = now();
  const before = goesBefore(at, retention.people);
  let forgotten = 0;
  const page = (cursor: string | undefined) => store.people.page(tenant, 100, cursor);
  for await (const people of pagesOf(page)) {
    for (const person of people.filter(({ installed }) => !installed)) {
      const { aadObjectId, leftAt } = person;
      if (leftAt === undefined) {
        const read = await store.people.get(tenant, aadObjectId);
        // Whoever came back meanwhile did not leave; a conflict is looked at again the next day.
        if (read && !read.value.installed)
          await store.people.save(tenant, { ...read.value, leftAt: at }, read.etag);
      } else if (leftAt < before) {
        for await (const { files } of store.offers.all(tenant, aadObjectId))
          for (const { id } of files) await attachments?.remove(tenant, id);
        await store.evidence.dropPerson(tenant, aadObjectId);
        forgotten += 1;
      }
    }
  }
  return forgotten;
}
