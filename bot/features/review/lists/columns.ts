import type { Card } from '../../../../cards/card.ts';
import type { FieldMessage, Values } from '../../../../cards/fields.ts';
import { faultMessage } from '../../../../cards/fields.ts';
import type { Language } from '../../../../cards/language.ts';
import type { Submitted } from '../../../../cards/read-fields.ts';
import { readFields } from '../../../../cards/read-fields.ts';
import { comparable } from '../../../../cards/same-text.ts';
import type { Clicked } from '../../../casework/clicks.ts';
import type { ExportField, HeadingMap } from '../../../files/headings.ts';
import { exportFields, headingKeys } from '../../../files/headings.ts';
import type { ListRead } from '../../../files/read-list.ts';
import { sayRefusal } from '../../../files/texts.ts';
import type { Draft, SystemHeadings } from '../../../ports/store.ts';
import { noticeCard } from '../../../views/chat-cards.ts';
import type { ColumnsAsked } from './columns-card.ts';
import { columnFields, columnsCard } from './columns-card.ts';
import { liveDraft } from './draft.ts';
import { headingsOf, readingOf, readWith, unpacked } from './read-dropped.ts';
import { listTexts } from './texts.ts';
import { listOrProof } from './what-for.ts';

/** Beside the system: a card never asks more than six things at a time. */
const mostFields = 5;
const worthAsking = ['role', 'lastSignIn', 'enabled', 'manager', 'privileged'] as const;

/** What a person can say about the columns of a list; undefined where that would not help. */
function askedAbout(read: ListRead): ColumnsAsked | undefined {
  const headings = headingsOf(read);
  if (headings.length === 0) return undefined;
  const { needed, known } = fieldsOf(read);
  if (needed.length > headings.length) return undefined;
  const optional = worthAsking.filter(
    (field) =>
      !known.has(field) &&
      !needed.includes(field) &&
      !(field === 'enabled' && known.has('disabled')),
  );
  const left = Math.max(0, mostFields - needed.length);
  return { needed: needed.slice(0, mostFields), optional: optional.slice(0, left), headings };
}

function fieldsOf(read: ListRead): {
  readonly needed: readonly ExportField[];
  readonly known: ReadonlySet<string>;
} {
  if (read.ok) {
    const used = read.holds === 'accounts' ? Object.keys(read.layout.used) : [];
    return { needed: [], known: new Set(used) };
  }
  const { missing = [], ambiguous = [], known = [] } = read.unknown ?? {};
  const unclear = new Set([...missing, ...ambiguous]);
  return { needed: exportFields.filter((field) => unclear.has(field)), known: new Set(known) };
}

/** What was said before, as the form shows it. */
function typedFrom(said: SystemHeadings | undefined): Submitted {
  if (!said) return {};
  const chosen = Object.entries(said.map).map(([key, field]) => [field, key] as const);
  return { ...Object.fromEntries(chosen), system: said.system };
}

/** The form about the columns of a list that could not be read, or that can be read otherwise. */
export function columnsFor(
  draft: Draft,
  {
    plainly,
    said,
    faults,
  }: {
    readonly plainly: ListRead;
    readonly said?: SystemHeadings | undefined;
    readonly faults: readonly string[];
  },
  language: Language,
): Card | undefined {
  const asked = askedAbout(plainly);
  if (!asked) return undefined;
  const form = { typed: typedFrom(said), messages: [], faults };
  return columnsCard({ ...draft, asked }, form, language);
}

/** A list that is in hand with its bytes, so that it can be read again. */
async function inHand({
  services,
  at: { tenant },
  person,
  data,
}: Pick<Clicked<'reviewColumns'>, 'services' | 'at' | 'person' | 'data'>) {
  const { aadObjectId } = person;
  const draft = await liveDraft(services, { tenant, person: aadObjectId, raw: data.draft });
  const text = draft?.reading?.packed;
  if (!draft || text === undefined) return undefined;
  const bytes = unpacked(text);
  const plainly = await readWith(
    services,
    { name: nameFor(bytes), bytes, sender: aadObjectId },
    {},
  );
  return { draft, bytes, plainly };
}

/** A name was cut to be shown; that it and the bytes agree was seen when the file came. */
const nameFor = (bytes: Uint8Array): string =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? 'list.xlsx' : 'list.csv';

/** Shows the form about the columns of a list that was read already. */
export async function showColumns(clicked: Clicked<'reviewColumns'>): Promise<Card> {
  const { services, at, reader } = clicked;
  const { language } = reader;
  const list = await inHand(clicked);
  if (!list) return noticeCard(language, 'personal', listTexts[language].list.gone);
  const { draft, plainly } = list;
  const known = await services.store.headings.all(at.tenant);
  const said = known.find(({ system }) => system === draft.reading?.system);
  const card = columnsFor(draft, { plainly, said, faults: [] }, language);
  return card ?? noticeCard(language, 'personal', listTexts[language].list.gone);
}

/** Reads the list as the person says, and remembers it for the system once it can be read that way. */
export async function readColumns(clicked: Clicked<'reviewColumnsRead'>): Promise<Card> {
  const { services, at, person, actor, submitted, reader } = clicked;
  const { language, zone } = reader;
  const gone = (): Card => noticeCard(language, 'personal', listTexts[language].list.gone);
  const list = await inHand(clicked);
  const asked = list && askedAbout(list.plainly);
  if (!list || !asked) return gone();
  const { draft, bytes } = list;
  const again = (messages: readonly FieldMessage[], faults: readonly string[] = []): Card =>
    columnsCard({ ...draft, asked }, { typed: submitted, messages, faults }, language);
  const fields = readFields(columnFields(asked), submitted, { lines: {}, zone });
  if (!fields.ok) {
    return again(
      fields.faults.map(({ field, fault }) => ({ field, message: faultMessage(fault, language) })),
    );
  }
  const chosen = mapOf(asked, fields.values, language);
  if (chosen.messages.length > 0) return again(chosen.messages);
  const read = await readWith(
    services,
    { name: nameFor(bytes), bytes, sender: person.aadObjectId },
    chosen.map,
  );
  if (!read.ok) return again([], sayRefusal(shortened(read), language));
  if (read.holds !== 'accounts') return gone();
  const system = String(fields.values['system']);
  await services.store.headings.remember(at.tenant, { system, map: chosen.map });
  const reading = await readingOf(read, { bytes, system });
  const kept = { ...draft, accounts: read.accounts, sha256: read.sha256, reading };
  await services.store.drafts.keep(at.tenant, person.aadObjectId, kept);
  const { tenant } = at;
  return listOrProof({ services, tenant, person, picker: actor.picker, reader }, kept);
}

const faultsShown = 6;

const shortened = ({ problems, more }: Extract<ListRead, { ok: false }>) => ({
  problems: problems.slice(0, faultsShown),
  more: more + Math.max(0, problems.length - faultsShown),
});

/** What was chosen as a map of headings; a column that was chosen twice, or is not there, is said. */
function mapOf(
  { needed, optional, headings }: ColumnsAsked,
  values: Values,
  language: Language,
): { readonly map: HeadingMap; readonly messages: readonly FieldMessage[] } {
  const said = listTexts[language].columns;
  const map = new Map<string, ExportField>();
  const messages: FieldMessage[] = [];
  for (const field of [...needed, ...optional]) {
    const value = values[field];
    if (typeof value !== 'string') continue;
    const key = keyIn(headings, value);
    if (key === undefined) messages.push({ field, message: said.noSuchColumn });
    else if (map.has(key)) messages.push({ field, message: said.chosenTwice });
    else map.set(key, field);
  }
  return { map: Object.fromEntries(map), messages };
}

/** The column of a chosen key, or of a name that was typed. */
function keyIn(headings: ColumnsAsked['headings'], value: string): string | undefined {
  const typed = headingKeys(value)[0];
  return headings.find(
    ({ key, heading }) =>
      key === value || key === typed || comparable(heading) === comparable(value),
  )?.key;
}
