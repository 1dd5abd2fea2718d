import { cut } from '../../../cards/plain-text.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { dayOf, workdaysAfter } from '../../duty/time/workdays.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { readOpening } from '../../casework/read-opening.ts';
import type { Services } from '../../ports/services.ts';

/**
 * Somebody is about to send data: opens a `transfer-securely` duty for that person, whose card asks
 * what, to whom and by which route. `key` makes the same message the same duty.
 */
export async function startTransfer(
  services: Services,
  {
    tenant,
    person,
    key,
  }: { readonly tenant: TenantKey; readonly person: Person; readonly key: string },
  reader: ReaderNow,
): Promise<void> {
  const said = chatTexts[reader.language].transfer;
  const today = dayOf(reader.now, reader.zone);
  const read = readOpening({
    kind: 'transfer-securely',
    system: said.system,
    reference: `${said.reference}-${today.replaceAll('-', '').slice(2)}-${key.slice(0, 4)}`,
    title: said.title,
    dueOn: workdaysAfter(today, 1),
    assignees: [{ aadObjectId: person.aadObjectId, name: cut(person.name, 100) }],
    details: { data: said.data, toBeNamed: true },
  });
  if (!read.ok) throw new Error(`A transfer could not be opened: ${JSON.stringify(read.problems)}`);
  await openDuty(services, {
    tenant,
    opening: read.opening,
    asking: {
      openedBy: { type: 'person', person },
      sender: `person:${person.aadObjectId}`,
      key,
    },
  });
}
