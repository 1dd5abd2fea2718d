import { parseDutyId } from '../../duty/ids.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { contextFor, holderOf } from '../../duty/duty.ts';
import type { Duty } from '../../duty/duty.ts';
import { waitsFor } from '../../duty/answering/quorum.ts';
import type { DutyView } from '../../duty/view.ts';
import { viewWaitsFor } from '../../duty/view.ts';
import { dutyKinds, kindOf, parseStoredKind } from '../../kinds/index.ts';
import type { Services } from '../../ports/services.ts';
import { callsFor, spokenOf } from '../../sentences/about.ts';
import type { Reading } from '../../sentences/read.ts';
import { readSentence } from '../../sentences/read.ts';
import { findReferences } from '../../sentences/references.ts';
import type { Spoken } from '../../sentences/several.ts';
import { readNamed } from '../../sentences/several.ts';
import type { Token } from '../../sentences/tokens.ts';
import { tokensOf } from '../../sentences/tokens.ts';
import type { ReaderNow } from '../../views/reader.ts';

/** Something that a person typed in their own chat. */
export interface Said {
  readonly tenant: TenantKey;
  readonly person: Person;
  readonly text: string;
  /** The message of the chat that was quoted with it. */
  readonly quoted?: string | undefined;
}

/** A duty of which a sentence says something, and what. */
export interface Heard {
  readonly duty: Duty;
  readonly reading: Reading;
}

/** What is made of a sentence before anything is answered. */
export interface Listened {
  readonly tokens: readonly Token[];
  /** What waits for an answer of this person, the most urgent first. */
  readonly open: readonly DutyView[];
  /** The duties on this person's list that are named by their references, open or not. */
  readonly named: readonly DutyView[];
  /** References of no duty on the list, as they were typed. */
  readonly unknown: readonly string[];
  readonly heard: readonly Heard[];
  /** Of which duties it may be, where it does not say it. */
  readonly unclear: readonly DutyView[];
}

const mostDuties = 50;
// Whoever names more at once is given the first of them; one message in Teams takes no more cards.
const mostAtOnce = 5;

/**
 * Reads a sentence against what waits for a person: by reference, else by the words of one duty, else as being about the
 * only one. One page is read, and each duty that it is about.
 */
export async function listen(services: Services, said: Said, reader: ReaderNow): Promise<Listened> {
  const { tenant, person, text } = said;
  const list = { list: 'person', person: person.aadObjectId } as const;
  const { items } = await services.store.indexes.page(tenant, { list, size: mostDuties });
  const open = items.filter((item) => viewWaitsFor(item, person.aadObjectId));
  const own = new Set(open.flatMap(({ title }) => tokensOf(title).map(({ word }) => word)));
  const known = items.map((view) => ({
    view,
    reference: view.reference,
    open: open.includes(view),
  }));
  const { named, unknown, tokens } = findReferences(tokensOf(text), known, own);
  const found = { tokens, open, named: named.map(({ view }) => view), unknown };
  if (named.length > 0) {
    const spoken = await loaded(
      services,
      { said, views: found.named.slice(0, mostAtOnce) },
      reader,
    );
    const read = readNamed({
      named: spoken,
      unknown: [...unknown, ...left(named, spoken)],
      tokens,
    });
    const heard = [...read].filter(([one]) => one.open);
    return {
      ...found,
      heard: heard.map(([{ duty }, reading]) => ({ duty, reading })),
      unclear: [],
    };
  }
  if (unknown.length > 0) return { ...found, heard: [], unclear: [] };
  const meant = await onQuotedCard(services, said, open);
  const about = meant ? [{ view: meant }] : spokenOf(tokens, open.flatMap(asCallable));
  const [first, ...others] = about;
  if (first && others.length > 0)
    return { ...found, heard: [], unclear: about.map(({ view }) => view) };
  const only = first?.view ?? (open.length === 1 ? open[0] : undefined);
  if (!only) return { ...found, heard: [], unclear: concerns(tokens, open) ? open : [] };
  const [one] = await loaded(services, { said, views: [only] }, reader);
  if (!one) return { ...found, heard: [], unclear: [] };
  const reading = readSentence(tokens, { grammar: one.grammar, own: one.own });
  // A sentence about another kind of duty is not about this one because it is the only one.
  const otherKind = !first && dutyKinds.some(({ grammar }) => callsFor(tokens, grammar));
  if (otherKind) return { ...found, heard: [], unclear: open };
  return {
    ...found,
    heard: first || reading.concerns ? [{ duty: one.duty, reading }] : [],
    unclear: [],
  };
}

const mostLookedAt = 20;

/** The duty whose card is the message that was quoted. */
async function onQuotedCard(
  services: Services,
  { tenant, person, quoted }: Said,
  open: readonly DutyView[],
): Promise<DutyView | undefined> {
  if (quoted === undefined) return undefined;
  for (const view of open.slice(0, mostLookedAt)) {
    const duty = (await services.store.duties.load({ tenant, id: view.id }))?.value;
    const copies = duty ? (holderOf(duty, person.aadObjectId)?.messages ?? []) : [];
    if (copies.some(({ activityId }) => activityId === quoted)) return view;
  }
  return undefined;
}

// A duty that is named and could not be read stands beside the others as something unknown.
const left = (named: readonly unknown[], spoken: readonly unknown[]): readonly string[] =>
  named.length > spoken.length ? ['…'] : [];

const asCallable = (view: DutyView) => {
  const kind = parseStoredKind(view.kind);
  const { system, title } = view;
  return kind === undefined ? [] : [{ view, system, title, grammar: kindOf(kind).grammar }];
};

/** Whether a sentence that names no duty would be about one of them. */
const concerns = (tokens: readonly Token[], open: readonly DutyView[]): boolean =>
  [...new Map(open.flatMap(asCallable).map((one) => [one.grammar, one])).values()].some(
    ({ grammar, title }) =>
      readSentence(tokens, { grammar, own: { lines: [], texts: [title] } }).concerns,
  );

async function loaded(
  services: Services,
  { said: { tenant, person }, views }: { readonly said: Said; readonly views: readonly DutyView[] },
  reader: ReaderNow,
): Promise<readonly (Spoken & { readonly duty: Duty })[]> {
  const ids = views.flatMap(({ id }) => parseDutyId(id) ?? []);
  const read = await Promise.all(ids.map((id) => services.store.duties.load({ tenant, id })));
  return read.flatMap((stored) => {
    if (!stored) return [];
    const duty = stored.value;
    const kind = kindOf(duty.kind);
    const lines = kind.lineLabels(contextFor(duty, person.aadObjectId, undefined), reader);
    return [
      {
        duty,
        reference: duty.reference,
        open: waitsFor(duty, person.aadObjectId),
        grammar: kind.grammar,
        own: { lines, texts: [duty.title, duty.system] },
      },
    ];
  });
}
