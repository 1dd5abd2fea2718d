import { cut } from '../../../cards/plain-text.ts';
import { awaits } from '../../duty/answering/quorum.ts';
import type { Duty } from '../../duty/duty.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import { dutyIdFor } from '../../duty/open.ts';
import { dayOf, workdaysAfter } from '../../duty/time/workdays.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { readOpening } from '../../casework/read-opening.ts';
import type { Response } from '../../ports/incoming.ts';
import { silence } from '../../ports/incoming.ts';
import type { Services } from '../../ports/services.ts';
import { noticeCard } from '../../views/chat-cards.ts';

interface Sender {
  readonly tenant: TenantKey;
  readonly person: Person;
  readonly key: string;
}

/** Begins a transfer, whose card follows by itself as every card of a duty does; where one waits, says so as well. */
export async function sendData(
  services: Services,
  sender: Sender,
  reader: ReaderNow,
): Promise<Response> {
  const { began } = await startTransfer(services, sender, reader);
  if (began) return silence;
  const { language } = reader;
  const card = noticeCard(language, 'personal', chatTexts[language].transfer.openAlready);
  return { messages: [{ card, summary: card.fallbackText }] };
}

/**
 * Somebody is about to send data: opens a `transfer-securely` duty for that person, whose card asks
 * what, to whom and by which route. One at a time: while one of these waits, its card comes instead, and
 * nothing began. `key` makes the same message the same duty.
 */
async function startTransfer(
  services: Services,
  sender: Sender,
  reader: ReaderNow,
): Promise<{ readonly began: boolean }> {
  const { tenant, person, key } = sender;
  const { aadObjectId } = person;
  return services.inTurn(`transfer ${tenant} ${aadObjectId}`, async () => {
    const same = dutyIdFor(tenant, `person:${aadObjectId}`, key);
    const waiting = await openTransfer(services, sender);
    // The same message once more: its card is on its way.
    if (waiting?.id === same) return { began: true };
    if (!waiting) {
      await openFor(services, sender, reader);
      return { began: true };
    }
    await changeDuty(services, waiting, {
      type: 'card-wanted',
      person: aadObjectId,
      afresh: false,
    });
    return { began: false };
  });
}

/** Of the most urgent duties of a person, so many are looked through for an open transfer. */
const mostLookedAt = 500;

/** The transfer of a person that was begun by a word and of which nothing was said yet. */
async function openTransfer(
  services: Services,
  { tenant, person: { aadObjectId: person } }: Sender,
): Promise<Duty | undefined> {
  let cursor: string | undefined;
  let seen = 0;
  do {
    const list = { list: 'person', person } as const;
    const page = await services.store.indexes.page(tenant, { list, size: 100, cursor });
    for (const { id, kind } of page.items) {
      const known = kind === 'transfer-securely' ? parseDutyId(id) : undefined;
      const duty = known && (await services.store.duties.load({ tenant, id: known }))?.value;
      if (duty && isNameless(duty) && awaits(duty, person)) return duty;
    }
    seen += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && seen < mostLookedAt);
  return undefined;
}

/** Nobody has said what is sent. */
const isNameless = ({ details, openedBy }: Duty): boolean =>
  openedBy.type === 'person' &&
  typeof details === 'object' &&
  details !== null &&
  'toBeNamed' in details &&
  details['toBeNamed'] === true;

async function openFor(
  services: Services,
  { tenant, person, key }: Sender,
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
