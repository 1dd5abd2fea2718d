import type { Duty } from '../../duty/duty.ts';
import { changed, everywhere } from '../../duty/events.ts';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import type { EvidenceRecord, RecordDraft } from '../../duty/record/record.ts';
import { seal } from '../../duty/record/record.ts';
import type { Opened } from '../../duty/record/sealing.ts';
import { saltedHash, valueAt, withFields } from '../../duty/record/sealing.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import type { Json } from '../../kinds/kind.ts';
import type { OutboxEntry, StoredChain } from '../../ports/store.ts';
import type { Services } from '../../ports/services.ts';
import { attachedIn } from './attached.ts';
import { cardsOf } from './dossier/cards.ts';
import { cleanDocuments } from './erase-documents.ts';
import type { Erasure, ErasingServices, Sought } from './holdings.ts';
import { cleanedOf, fieldsNaming, names, namesBeside, withoutPerson } from './holdings.ts';

export interface Erased {
  readonly duties: number;
  readonly fields: number;
  readonly waiting: number;
  readonly known: boolean;
}

const maxAttempts = 20;

/**
 * Takes a person out of the store. The chains stay whole: of every field that named the person its salted
 * hash remains. Begun again after a failure, it does what is left.
 */
export async function erasePerson(
  services: ErasingServices,
  {
    tenant,
    erasure,
    step = () => undefined,
  }: {
    readonly tenant: TenantKey;
    readonly erasure: Erasure;
    readonly step?: ((duties: number) => void) | undefined;
  },
): Promise<Erased> {
  const { store } = services;
  for await (const offer of store.offers.all(tenant, erasure.person))
    await removeFiles(services, tenant, offer.files);
  const known = await soughtFor(services, tenant, erasure.person);
  const sought = erasure.named ? { ...known, texts: erasure.named } : known;
  let [duties, fields, seen] = [0, 0, 0];
  // Before the duties ask for anything new: what they ask for names the person once more, until it is done.
  const waiting = await store.evidence.dropWaiting(tenant, erasure.person);
  const cards = cardsOf(store.evidence, tenant);
  for await (const chain of store.evidence.chains(tenant)) {
    seen += 1;
    step(seen);
    const shown = await cards.of(chain.id);
    const found = await eraseRecords(services, {
      tenant,
      storedChain: chain,
      sought,
      texts: erasure.texts,
    });
    const cleaned = await cleanDuty(services, {
      tenant,
      storedChain: chain,
      sought,
      erasure,
      found,
      // A card may name somebody whom its duty does not, such as who is to be asked for help.
      onCard: shown.some(({ text }) => names(JSON.parse(text), sought)),
    });
    if (found.length === 0 && !cleaned) continue;
    duties += 1;
    fields += found.reduce((total, { pointers }) => total + pointers.length, 0);
  }
  // After the duties, whose cards are made anew in between.
  await store.evidence.dropCards(tenant, (text) => names(JSON.parse(text), sought));
  await cleanDocuments(services, tenant, { sought, erasure });
  await store.evidence.cleanLists(tenant, (view) =>
    names(view, sought) ? cleanedOf(view, sought, 'erased-person') : undefined,
  );
  // What an instance puts off meanwhile stands where this passed already: until nothing is found.
  for (let round = 0; round < maxAttempts; round += 1)
    if ((await store.evidence.cleanWaiting(tenant, (one) => messageWithout(one, sought))) === 0)
      break;
  await cleanChannel(store, tenant, sought);
  const wasKnown = await store.evidence.dropPerson(tenant, erasure.person);
  return { duties, fields, waiting, known: wasKnown };
}

/** What a vendor that cannot be reached is to be told is told all the same, without the person, and due at another moment. */
function messageWithout(entry: OutboxEntry, sought: Sought): OutboxEntry | undefined {
  const { effect, dueAt } = entry;
  if (effect.do !== 'webhook' || !names(effect, sought)) return undefined;
  const cleaned = cleanedOf(effect, sought, 'erased-person');
  return { ...entry, effect: cleaned, dueAt: secondsAfter(dueAt, 0.001) };
}

/** Who made a channel the IT channel is asked where nobody else is known; nobody is asked in an erased name. */
async function cleanChannel(
  { people }: Services['store'],
  tenant: TenantKey,
  sought: Sought,
): Promise<void> {
  const channel = await people.channel(tenant);
  if (!channel || !names(channel, sought)) return;
  const { madeBy: _, ...rest } = channel;
  await people.useChannel(tenant, rest);
}

/** The person with every name that stands beside the id anywhere. */
export async function soughtFor(
  { store }: Pick<Services, 'store'>,
  tenant: TenantKey,
  id: PersonId,
): Promise<Sought> {
  const known = await store.people.get(tenant, id);
  const found = new Set(known ? [known.value.name] : []);
  for await (const { state, records } of store.evidence.chains(tenant)) {
    for (const name of [state, ...records.map(({ record }) => record)].flatMap((value) =>
      namesBeside(value, id),
    ))
      found.add(name);
  }
  // A name of one or two signs would be found in every text.
  return { id, names: new Set([...found].filter((name) => name.length > 2)) };
}

interface Found {
  readonly seq: number;
  readonly pointers: readonly string[];
}

/** Takes files away. Before what names them: a run that breaks off here finds them again. */
async function removeFiles(
  { attachments }: ErasingServices,
  tenant: TenantKey,
  files: readonly { readonly id: string }[],
): Promise<void> {
  for (const { id } of files) await attachments?.remove(tenant, id);
}

async function eraseRecords(
  services: ErasingServices,
  {
    tenant,
    storedChain: { id, records },
    sought,
    texts,
  }: {
    readonly tenant: TenantKey;
    readonly storedChain: StoredChain;
    readonly sought: Sought;
    readonly texts: boolean;
  },
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const { record } of records) {
    const pointers = record ? fieldsNaming(record, sought, texts) : [];
    if (!record || pointers.length === 0) continue;
    if (record.by?.aadObjectId === sought.id)
      await removeFiles(services, tenant, attachedIn(record));
    await services.store.evidence.rewriteOpenings({ tenant, id }, withoutFields(record, pointers));
    found.push({ seq: record.seq, pointers });
  }
  return found;
}

/** The record with salted hashes in the place of some fields. */
export function withoutFields(record: EvidenceRecord, pointers: readonly string[]): EvidenceRecord {
  const { by, data, open = {} } = record;
  const root: Json = { ...(by ? { by: { ...by } } : {}), data };
  const closed = pointers.map((pointer): readonly [string, Opened] => {
    const opened = open[pointer] ?? '';
    const value = valueAt(root, pointer) ?? null;
    return [
      pointer,
      typeof opened === 'string' ? { c: saltedHash(pointer, opened, value) } : opened,
    ];
  });
  const gone = new Map(pointers.map((pointer) => [pointer, null]));
  const named = by && !gone.has('/by/aadObjectId') ? by : undefined;
  return {
    ...record,
    ...(by ? { by: named ?? { aadObjectId: null, name: null } } : {}),
    data: withFields(data, gone, '/data'),
    open: { ...open, ...Object.fromEntries(closed) },
  };
}

const withoutTheirFiles = ({ attachments, ...duty }: Duty, person: PersonId): Duty => {
  const others = (attachments ?? []).filter(({ by }) => by.aadObjectId !== person);
  return others.length === 0 ? duty : { ...duty, attachments: others };
};

/** Takes the person out of the row of a duty and records that it was done; false where nothing named the person. */
async function cleanDuty(
  { store, now, newId }: ErasingServices,
  {
    tenant,
    storedChain: { id },
    sought,
    erasure,
    found,
    onCard,
  }: {
    readonly tenant: TenantKey;
    readonly storedChain: StoredChain;
    readonly sought: Sought;
    readonly erasure: Erasure;
    readonly found: readonly Found[];
    readonly onCard: boolean;
  },
): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = await store.duties.load({ tenant, id });
    if (!read) return false;
    const before = read.value;
    if (found.length === 0 && !onCard && !names(before, sought)) return false;
    const after = withoutPerson(withoutTheirFiles(before, sought.id), sought);
    const data: Json = {
      basis: erasure.basis,
      fields: found.map(({ seq, pointers }) => ({ seq, pointers: pointers.length })),
    };
    const draft: RecordDraft = { type: 'erased', data };
    const decision = changed(after, [draft], everywhere(after));
    const at = now();
    // The lists take it for a change of their own, which it is: they show who is asked.
    const listed = { ...decision.duty, listed: decision.duty.revision };
    const sealed = seal(listed, decision.evidence, { at, newKey: newId });
    const effects = decision.effects.map((effect): OutboxEntry => ({
      tenant,
      dutyId: id,
      effect,
      dueAt: at,
      attempts: 0,
    }));
    const change = {
      duty: sealed.duty,
      etag: read.etag,
      records: sealed.records,
      effects,
      attempt: newId(),
    };
    if ((await store.duties.commit(change)) !== 'committed') continue;
    return true;
  }
  throw new Error(`The duty ${id} changed ${maxAttempts} times while somebody was being erased.`);
}
