import type { PersonId, TenantKey } from '../../../duty/ids.ts';
import { typedText } from '../../../../cards/read-fields.ts';
import { goesBefore } from '../../../tenant/retention.ts';
import type { Draft } from '../../../ports/store.ts';
import type { Services } from '../../../ports/services.ts';

/** The list that this person dropped, by the id on the card; undefined when it is gone or too old. */
export async function liveDraft(
  services: Services,
  {
    tenant,
    person,
    raw,
  }: { readonly tenant: TenantKey; readonly person: PersonId; readonly raw: unknown },
): Promise<Draft | undefined> {
  const id = typedText(raw);
  // An id of our own is a few dozen characters; anything else is nobody's key.
  if (id === undefined || !/^[\w-]{1,60}$/.test(id)) return undefined;
  const draft = await services.store.drafts.load(tenant, person, id);
  // A list that nobody did anything with is forgotten after its term.
  if (!draft || draft.at >= goesBefore(services.now(), services.retention.drafts)) return draft;
  await services.store.drafts.drop(tenant, person);
  return undefined;
}
