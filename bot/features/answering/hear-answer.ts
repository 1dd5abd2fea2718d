import { parseDutyId } from '../../duty/ids.ts';
import type { DutyRef, MessageRef, Person, TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { plain } from '../../../cards/plain-text.ts';
import { plainWords, says } from '../../kinds/hear.ts';
import { looksLikeSecret } from '../../kinds/secrets.ts';
import { kindOf, parseStoredKind } from '../../kinds/index.ts';
import { contextFor } from '../../duty/duty.ts';
import { waitsFor } from '../../duty/quorum.ts';
import type { DutyView } from '../../duty/view.ts';
import { viewWaitsFor } from '../../duty/view.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dutyCard } from '../../views/duty-card.ts';
import { words } from '../../views/texts.ts';
import { cardFor } from '../../casework/card-for.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Services } from '../../ports/services.ts';

/** A card that was filled in from a sentence; once it is sent it is a copy like any other. */
export interface Filled {
  readonly type: 'filled';
  readonly card: Card;
  readonly sent: (message: MessageRef | undefined) => Promise<void>;
}
/** Duties that it may be about; `unknown` is a reference that none of them has. */
export interface Several {
  readonly type: 'several';
  readonly items: readonly DutyView[];
  readonly unknown?: string;
}
export type SentenceMatch = Filled | Several | undefined;

const mostDuties = 50;
const weights = { reference: 8, system: 2, kind: 1 } as const;

/**
 * Finds the duty that a sentence is about among those that wait for an answer of this person, by
 * reference, system, kind or being the only one, and reads the answer back as a filled card. Nothing is recorded before the person presses its button.
 */
export async function hearAnswer(
  services: Services,
  tenant: TenantKey,
  person: Person,
  text: string,
  reader: ReaderNow,
): Promise<SentenceMatch> {
  // What may be a password is not read back: it would stand in the chat once more.
  if (looksLikeSecret(text)) return undefined;
  const list = { list: 'person', person: person.aadObjectId } as const;
  const page = await services.store.indexes.page(tenant, list, mostDuties);
  const open = page.items.filter((item) => viewWaitsFor(item, person.aadObjectId));
  const unknown = unknownReference(open, text);
  if (unknown !== undefined && open.length > 0) return { type: 'several', items: open, unknown };
  const [first, ...others] = bestMatches(open, text);
  if (first && others.length > 0) return { type: 'several', items: [first, ...others] };
  if (!first && open.length > 1 && (await answersOne(services, tenant, person, open, text, reader)))
    return { type: 'several', items: open };
  const only = first ?? (open.length === 1 ? open[0] : undefined);
  const id = only && parseDutyId(only.id);
  return id && fill(services, { tenant, id }, person, { text, named: first !== undefined }, reader);
}

function bestMatches(open: readonly DutyView[], text: string): readonly DutyView[] {
  const scored = open.map((item) => ({ item, score: scoreOf(item, text) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ item }) => item);
}

/** A reference in the sentence that no open duty has: its answer must not land on the card of another one. */
function unknownReference(open: readonly DutyView[], text: string): string | undefined {
  if (open.some((item) => isNamed(item, text))) return undefined;
  const known = new Set(open.map(({ reference }) => prefixOf(reference)));
  return (text.match(/\p{L}{2,10}-\d{3,}/gu) ?? []).find((found) => known.has(prefixOf(found)));
}
const prefixOf = (reference: string): string => (reference.split('-')[0] ?? '').toLowerCase();

const mostTried = 5;

/** Whether a sentence that names no duty would be an answer to one of them. */
async function answersOne(
  services: Services,
  tenant: TenantKey,
  person: Person,
  open: readonly DutyView[],
  text: string,
  reader: ReaderNow,
): Promise<boolean> {
  for (const item of open.slice(0, mostTried)) {
    const id = parseDutyId(item.id);
    const duty = id && (await services.store.duties.load({ tenant, id }))?.value;
    if (!duty) continue;
    const context = contextFor(duty, person.aadObjectId, undefined);
    if ('outcome' in kindOf(duty.kind).hear(text, context, reader)) return true;
  }
  return false;
}

function isNamed({ reference }: DutyView, text: string): boolean {
  const sentence = plainWords(text);
  const named = plainWords(reference).join('');
  const digits = /\d{3,}$/.exec(named)?.[0];
  return (
    (named.length >= 3 && sentence.join('').includes(named)) ||
    (digits !== undefined && sentence.includes(digits))
  );
}

function scoreOf(item: DutyView, text: string): number {
  const { system, kind } = item;
  const sentence = plainWords(text);
  const known = parseStoredKind(kind);
  const byKind = known !== undefined && kindOf(known).heardAs.some((word) => says(sentence, word));
  return (
    (isNamed(item, text) ? weights.reference : 0) +
    (says(sentence, system) ? weights.system : 0) +
    (byKind ? weights.kind : 0)
  );
}

async function fill(
  services: Services,
  ref: DutyRef,
  person: Person,
  { text, named }: { text: string; named: boolean },
  reader: ReaderNow,
): Promise<Filled | undefined> {
  const read = await services.store.duties.load(ref);
  if (!read || !waitsFor(read.value, person.aadObjectId)) return undefined;
  const duty = read.value;
  const kind = kindOf(duty.kind);
  const typed = kind.hear(text, contextFor(duty, person.aadObjectId, undefined), reader);
  const heard = Object.keys(typed).length > 0;
  // A sentence that names no duty and no answer is about something else.
  if (!named && !heard) return undefined;
  const told = heard ? words[reader.language].heard(plain(text.slice(0, 200))) : undefined;
  const card =
    kind.byRow || told === undefined
      ? await cardFor(services, duty, person, reader)
      : dutyCard(duty, person.aadObjectId, reader, { typed, told, via: 'chat', again: true });
  const sent = async (message: MessageRef | undefined): Promise<void> => {
    const { aadObjectId, name } = person;
    await changeDuty(services, ref, {
      type: 'card-posted',
      person: aadObjectId,
      name,
      message,
      shown: duty.revision,
    });
  };
  return { type: 'filled', card, sent };
}
