import { z } from 'zod';
import { dayAndMonth } from '../../../cards/dates.ts';
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
import { looksLikeSecret } from '../../../cards/secrets.ts';
import type { SaidTransfer } from '../../sentences/requests/transfer.ts';
import { readTransfer } from '../../sentences/requests/transfer.ts';
import { noticeCard } from '../../views/chat-cards.ts';

interface Sender {
  readonly tenant: TenantKey;
  readonly person: Person;
  readonly key: string;
  /** The sentence with which it was begun; absent where it was a word and nothing else. */
  readonly text?: string;
}

/** What a sentence says of the transfer; nothing where it may hold a password, which belongs on no card. */
const saidBy = ({ text = '' }: Sender): SaidTransfer =>
  looksLikeSecret(text) ? {} : readTransfer(text);

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
 * what, to whom and by which route, with what the sentence said of it filled in. One at a time: while one that says the
 * same waits, its card comes instead, and nothing began. `key` makes the same message the same duty.
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
async function openTransfer(services: Services, sender: Sender): Promise<Duty | undefined> {
  const {
    tenant,
    person: { aadObjectId: person },
  } = sender;
  const { what } = saidBy(sender);
  let cursor: string | undefined;
  let seen = 0;
  do {
    const list = { list: 'person', person } as const;
    const page = await services.store.indexes.page(tenant, { list, size: 100, cursor });
    for (const { id, kind } of page.items) {
      const known = kind === 'transfer-securely' ? parseDutyId(id) : undefined;
      const duty = known && (await services.store.duties.load({ tenant, id: known }))?.value;
      if (duty && isBegun(duty, what) && awaits(duty, person)) return duty;
    }
    seen += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && seen < mostLookedAt);
  return undefined;
}

const begun = z.object({ toBeNamed: z.literal(true), what: z.string().optional() });

/** It was begun in chat, and the same was said of it; where nothing was, nobody has said yet what is sent. */
function isBegun({ details, openedBy }: Duty, what: string | undefined): boolean {
  const read = begun.safeParse(details);
  return openedBy.type === 'person' && read.success && read.data.what === what;
}

async function openFor(services: Services, sender: Sender, reader: ReaderNow): Promise<void> {
  const { tenant, person, key } = sender;
  const { what, recipient } = saidBy(sender);
  const said = chatTexts[reader.language].transfer;
  const today = dayOf(reader.now, reader.zone);
  const read = readOpening({
    kind: 'transfer-securely',
    system: said.system,
    reference: `${said.reference}-${today.replaceAll('-', '').slice(2)}-${key.slice(0, 4)}`,
    title: said.title(dayAndMonth(today, reader.language)),
    dueOn: workdaysAfter(today, 1),
    assignees: [{ aadObjectId: person.aadObjectId, name: cut(person.name, 100) }],
    details: {
      data: what ?? said.data,
      toBeNamed: true,
      ...(what === undefined ? {} : { what }),
      ...(recipient === undefined ? {} : { recipient }),
    },
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
