import { cut } from '../../../cards/plain-text.ts';
import type { Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { FieldMessage, Values } from '../../../cards/fields.ts';
import { turnTo } from '../../../cards/form/pages.ts';
import { readForm } from '../../../cards/read-form.ts';
import { parseKind } from '../../kinds/index.ts';
import { roles } from '../../kinds/kind.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { rosterCard } from './card.ts';
import {
  entryFields,
  entryForm,
  entryPages,
  listFields,
  listForm,
  longestList,
  roleFields,
  rolesForm,
  typedForEntry,
  typedForRoles,
} from './forms.ts';
import { rosterTexts } from './texts.ts';
import type { RosterChange } from '../../tenant/roster/change.ts';
import { readRosterCsv, rosterCsv } from '../../tenant/roster/csv.ts';
import type { Roster, RosterEntry } from '../../tenant/roster/roster.ts';
import { entryByKey, entryStamp, every, maxNameLength } from '../../tenant/roster/roster.ts';
import type { KnownPerson } from '../../ports/store.ts';
import { findPerson, knownPeople } from '../../casework/people/known-people.ts';
import { changeRoster, readRoster } from '../../casework/roster.ts';
import { ending } from '../../casework/clicks.ts';
import type { Asked, Clicked } from '../../casework/clicks.ts';
import type { Response } from '../../ports/incoming.ts';

/** The roster as it stands. */
export async function showRoster(
  { services, at, reader }: Asked,
  { page = 0 }: { readonly page?: number | undefined } = {},
): Promise<Card> {
  return rosterCard(await readRoster(services, at.tenant), { page }, reader);
}

/** Opens one of the roster's forms in the place of its card. */
export async function rosterForm(asked: Clicked<'rosterForm'>): Promise<Card> {
  const { services, at, data, reader } = asked;
  const { language } = reader;
  const people = await knownPeople(services, at.tenant);
  if (people.length === 0) return noticeCard(language, at.type, chatTexts[language].nobodyKnown);
  const roster = await readRoster(services, at.tenant);
  switch (data.form) {
    case 'entry':
      return entryForm(undefined, { people, typed: {}, messages: [] }, language);
    case 'change': {
      const entry = entryByKey(roster, data.entry ?? '');
      if (!entry) return rosterCard(roster, { told: rosterTexts[language].chooseFirst }, reader);
      return entryForm(
        entry,
        { people, typed: typedForEntry(entry, people), messages: [] },
        language,
      );
    }
    case 'offices':
      return rolesForm({ people, typed: typedForRoles(roster, people), messages: [] }, language);
    case 'list': {
      const { columns: headings, listTooLong } = rosterTexts[language];
      const csv = rosterCsv(roster.entries, people, { headings, language });
      const fits = csv.length <= longestList;
      const messages = fits ? [] : [{ field: 'csv', message: listTooLong }];
      return listForm(
        { mode: 'add', ...(fits ? { csv } : {}) },
        { faults: [], messages },
        language,
      );
    }
    default:
      return rosterCard(roster, {}, reader);
  }
}

/** Takes one of the roster's forms: changes the roster, or brings the form back with what is wrong. */
export async function sendRosterForm(asked: Clicked<'rosterSend'>): Promise<Card | Response> {
  const people = await knownPeople(asked.services, asked.at.tenant);
  switch (asked.data.form) {
    case 'entry':
      return sendEntry(asked, people);
    case 'offices':
      return sendRoles(asked, people);
    case 'list':
      return sendList(asked, people);
  }
}

/** Takes an entry out of the roster; one that is gone already is fine. */
export function removeEntry(asked: Clicked<'rosterRemove'>): Promise<Card | Response> {
  return apply(asked, { type: 'remove', key: asked.data.entry });
}

/** Changes the roster and shows it. Where `again` is given, a refusal brings the form back. */
async function apply(
  { services, at, person: by, reader }: Asked,
  change: RosterChange,
  again: (told: string, roster: Roster) => Card = (told, roster) =>
    rosterCard(roster, { told }, reader),
): Promise<Card | Response> {
  const { verdict, roster } = await changeRoster(services, { tenant: at.tenant, change, by });
  const said = rosterTexts[reader.language];
  const done = change.type === 'remove' ? 'removed' : 'done';
  if (verdict === 'done' || verdict === 'same')
    return ending(rosterCard(roster, { told: said[done] }, reader), said[done]);
  return again(said.verdicts[verdict], roster);
}

async function sendEntry(
  asked: Clicked<'rosterSend'>,
  people: readonly KnownPerson[],
): Promise<Card | Response> {
  const { services, at, data, submitted, reader } = asked;
  const { language } = reader;
  const { entry: key, stamp = '' } = data;
  const roster = await readRoster(services, at.tenant);
  const shown = key === undefined ? undefined : entryByKey(roster, key);
  const pages = entryPages(people);
  const again = (messages: readonly FieldMessage[]): Card => {
    const turned = turnTo(pages, data, messages);
    return entryForm(shown, { people, typed: submitted, messages, ...turned }, language);
  };
  const read = readForm(entryFields(people), submitted, reader);
  if (data.turn || !read.ok) return again(read.ok ? [] : read.messages);
  const entry = entryOf(read.values, people, reader);
  if ('messages' in entry) return again(entry.messages);
  const change = { type: 'put', entry, stamp, ...(key === undefined ? {} : { key }) } as const;
  return apply(asked, change, (message, now) => {
    const before = entryStamp(shown) === stamp;
    if (before) return again([{ field: 'system', message }]);
    const current = key === undefined ? undefined : entryByKey(now, key);
    if (!current) return rosterCard(now, { told: message }, reader);
    const typed = typedForEntry(current, people);
    return entryForm(
      current,
      { people, typed, messages: [{ field: 'system', message }] },
      language,
    );
  });
}

type Named = Readonly<Record<'responsible' | 'substitute' | 'fallback', Person | undefined>>;

function entryOf(
  values: Values,
  people: readonly KnownPerson[],
  reader: ReaderNow,
): RosterEntry | { readonly messages: readonly FieldMessage[] } {
  const said = rosterTexts[reader.language];
  const messages: FieldMessage[] = [];
  const named = namedIn(['responsible', 'substitute', 'fallback'], {
    values,
    people,
    reader,
  });
  messages.push(...named.messages);
  const { responsible, substitute, fallback } = named.people as Named;
  const ids = [responsible, substitute, fallback].flatMap((one) => one?.aadObjectId ?? []);
  if (new Set(ids).size < ids.length) {
    const field = substitute?.aadObjectId === responsible?.aadObjectId ? 'substitute' : 'fallback';
    messages.push({ field, message: said.samePerson });
  }
  const { system = '', kind: name, awayFrom, awayTo } = values;
  if ((awayFrom === undefined) !== (awayTo === undefined)) {
    messages.push({
      field: awayFrom === undefined ? 'awayFrom' : 'awayTo',
      message: said.bothDays,
    });
  }
  if (awayFrom !== undefined && awayTo !== undefined && String(awayTo) < String(awayFrom)) {
    messages.push({ field: 'awayTo', message: said.daysTurned });
  }
  if (messages.length > 0 || !responsible) return { messages };
  const away = { from: String(awayFrom), to: String(awayTo) };
  return {
    system: String(system),
    kind: parseKind(name) ?? every,
    responsible,
    ...(substitute ? { substitute } : {}),
    ...(fallback ? { fallback } : {}),
    ...(awayFrom === undefined ? {} : { away }),
  };
}

/** The people who were chosen or typed in some fields, and what is wrong with them. */
function namedIn(
  fields: readonly string[],
  {
    values,
    people,
    reader: { language },
  }: {
    readonly values: Values;
    readonly people: readonly KnownPerson[];
    readonly reader: ReaderNow;
  },
): {
  readonly people: Readonly<Record<string, Person>>;
  readonly messages: readonly FieldMessage[];
} {
  const messages: FieldMessage[] = [];
  const found = fields.flatMap((field): readonly (readonly [string, Person])[] => {
    const typed = values[field];
    if (typed === undefined) return [];
    const person = findPerson(people, String(typed), language);
    if ('message' in person) {
      messages.push({ field, message: person.message });
      return [];
    }
    const { aadObjectId, name } = person;
    return [[field, { aadObjectId, name: cut(name, maxNameLength) }]];
  });
  return { people: Object.fromEntries(found), messages };
}

async function sendRoles(asked: Asked, people: readonly KnownPerson[]): Promise<Card | Response> {
  const { submitted, reader } = asked;
  const again = (messages: readonly FieldMessage[]): Card =>
    rolesForm({ people, typed: submitted, messages }, reader.language);
  const read = readForm(roleFields(people), submitted, reader);
  if (!read.ok) return again(read.messages);
  const named = namedIn(roles, { values: read.values, people, reader });
  if (named.messages.length > 0) return again(named.messages);
  return apply(asked, { type: 'roles', roles: named.people });
}

async function sendList(asked: Asked, people: readonly KnownPerson[]): Promise<Card | Response> {
  const { submitted, reader } = asked;
  const { language } = reader;
  const read = readForm(listFields, submitted, reader);
  if (!read.ok) return listForm(submitted, { faults: [], messages: read.messages }, language);
  const { csv = '', mode } = read.values;
  const list = readRosterCsv(String(csv), people);
  if (!list.ok) return listForm(submitted, { faults: list.faults, messages: [] }, language);
  const change = {
    type: 'import',
    entries: list.entries,
    mode: mode === 'replace' ? 'replace' : 'add',
  } as const;
  return apply(asked, change, (message) =>
    listForm(submitted, { faults: [], messages: [{ field: 'csv', message }] }, language),
  );
}
