import { buttons } from '../../views/buttons.ts';
import type { Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import type { AnyWords, Field, FieldMessage, Fields } from '../../../cards/fields.ts';
import { choice, day, line, paragraph, required } from '../../../cards/fields.ts';
import { cardBytes, maxCardBytes } from '../../../cards/limits.ts';
import type { Language } from '../../../cards/language.ts';
import { plain } from '../../../cards/plain-text.ts';
import type { Pages } from '../../../cards/form/pages.ts';
import { pagesOf } from '../../../cards/form/pages.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import { dutyKinds } from '../../kinds/index.ts';
import { roles } from '../../kinds/kind.ts';
import type { CsvFault, RosterColumn } from '../../tenant/roster/csv.ts';
import type { Roster, RosterEntry } from '../../tenant/roster/roster.ts';
import { entryKey, entryStamp, every, maxNameLength } from '../../tenant/roster/roster.ts';
import { formPage } from '../../views/forms/page.ts';
import { isChosen, personField } from '../../kinds/people/person-field.ts';
import { rosterTexts } from './texts.ts';
import { words } from '../../views/texts.ts';

/** A form of the roster as it is filled in: by a person before, or from what stands. */
export interface RosterFormShown {
  readonly people: readonly Person[];
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
  /** Which card of it, where it has several. */
  readonly at?: number;
}

const titled = (label: string, placeholder?: string) => ({
  label,
  short: label,
  ...(placeholder === undefined ? {} : { placeholder }),
});
const optional = (field: Field): Field => ({ ...field, required: false });
const kindChoices = [every, ...dutyKinds.map(({ kind }) => kind)];

/** The fields of one entry. */
export function entryFields(people: readonly Person[]): Fields {
  const person = personField(people);
  return {
    system: required(line(maxNameLength)),
    kind: { type: 'choice', style: 'compact', required: true, values: kindChoices },
    responsible: person,
    substitute: optional(person),
    fallback: optional(person),
    awayFrom: day(),
    awayTo: day(),
  };
}

/** What stands in the form of an entry that exists. */
export function typedForEntry(entry: RosterEntry, people: readonly Person[]): Submitted {
  const { system, kind, responsible, substitute, fallback, away } = entry;
  const typed = (person: Person | undefined): string =>
    (isChosen(people) ? person?.aadObjectId : person?.name) ?? '';
  return {
    system,
    kind,
    responsible: typed(responsible),
    substitute: typed(substitute),
    fallback: typed(fallback),
    awayFrom: away?.from ?? '',
    awayTo: away?.to ?? '',
  };
}

/** The cards of the form of one entry: who, and when that person is away. */
export const entryPages = (people: readonly Person[]): Pages =>
  pagesOf(entryFields(people), [
    ['system', 'kind', 'responsible', 'substitute', 'fallback'],
    ['awayFrom', 'awayTo'],
  ]);

/** The form of one entry; `shown` is the entry as it stands, undefined for a new one. */
export function entryForm(
  entry: RosterEntry | undefined,
  { people, typed, messages, at = 1 }: RosterFormShown,
  language: Language,
): Card {
  const said = rosterTexts[language];
  const key = entry && entryKey(entry);
  const form = { lines: {}, language, typed, messages, words: entryWords(people, language) };
  const page = formPage({ fields: entryFields(people), ...form }, entryPages(people), at);
  const { kept } = page;
  const data = { form: 'entry', stamp: entryStamp(entry), entry: key, page: page.at } as const;
  const send = (title: string, turn: 'next' | 'back' | undefined) =>
    buttons.rosterSend.button(title, { ...data, turn }, { primary: turn === undefined, kept });
  return card(language, said.entryTitle, [
    text(said.entryTitle, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(said.entryIntro),
    ...page.elements,
    ...actions([
      send(said.save, undefined),
      ...(page.isLast ? [] : [send(said.absence, 'next')]),
      ...(key === undefined
        ? []
        : [buttons.rosterRemove.button(said.remove, { entry: key }, { inputs: 'none' })]),
      page.at === 1 ? back(language) : send(words[language].back, 'back'),
    ]),
  ]);
}

const back = (language: Language) =>
  buttons.roster.button(words[language].back, {}, { inputs: 'none' });

function entryWords(people: readonly Person[], language: Language): AnyWords {
  const { fields, systemHint, choose, everyKind } = rosterTexts[language];
  const kinds = dutyKinds.map(({ kind, words: said }) => [kind, said(language).name] as const);
  const person = (label: string) => ({ ...titled(label, choose), values: namesOf(people) });
  return {
    system: titled(fields.system, systemHint),
    kind: {
      ...titled(fields.kind, choose),
      values: { ...Object.fromEntries(kinds), [every]: everyKind },
    },
    responsible: person(fields.responsible),
    substitute: person(fields.substitute),
    fallback: person(fields.fallback),
    awayFrom: titled(fields.awayFrom),
    awayTo: titled(fields.awayTo),
  };
}

const namesOf = (people: readonly Person[]): Readonly<Record<string, string>> =>
  Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name]));

/** The fields of the roles: each may stay empty. */
export function roleFields(people: readonly Person[]): Fields {
  return Object.fromEntries(roles.map((role) => [role, optional(personField(people))]));
}

/** What stands in the form of the roles. */
export function typedForRoles({ roles: held }: Roster, people: readonly Person[]): Submitted {
  return Object.fromEntries(
    roles.map((role) => [
      role,
      (isChosen(people) ? held[role]?.aadObjectId : held[role]?.name) ?? '',
    ]),
  );
}

export function rolesForm(shown: RosterFormShown, language: Language): Card {
  const said = rosterTexts[language];
  const roleTexts: AnyWords = Object.fromEntries(
    roles.map((role) => [
      role,
      { ...titled(said.roles[role], said.choose), values: namesOf(shown.people) },
    ]),
  );
  return card(language, said.rolesTitle, [
    text(said.rolesTitle, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(said.rolesIntro),
    ...renderFields({
      fields: roleFields(shown.people),
      words: roleTexts,
      lines: {},
      language,
      typed: shown.typed,
      messages: shown.messages,
    }),
    ...actions([
      buttons.rosterSend.button(said.save, { form: 'offices' }, { primary: true }),
      back(language),
    ]),
  ]);
}

/** A card has room for a list of this length and for what is wrong with it. */
export const longestList = 8000;

export const listFields: Fields = {
  mode: choice('add', 'replace'),
  csv: required(paragraph(longestList)),
};

/** The form that takes a list; every fault of the one that was pasted stands above it, as far as they fit. */
export function listForm(
  typed: Submitted,
  { faults, messages }: { faults: readonly CsvFault[]; messages: readonly FieldMessage[] },
  language: Language,
): Card {
  const shown = [faults.length, 60, 30, 15].filter((count) => count <= faults.length);
  for (const count of shown) {
    const made = listFormWith(typed, { faults, messages, count }, language);
    if (cardBytes(made) <= maxCardBytes) return made;
  }
  return listFormWith(typed, { faults, messages, count: Math.min(5, faults.length) }, language);
}

function listFormWith(
  typed: Submitted,
  {
    faults,
    messages,
    count,
  }: { faults: readonly CsvFault[]; messages: readonly FieldMessage[]; count: number },
  language: Language,
): Card {
  const said = rosterTexts[language];
  const lines = [
    ...faults.slice(0, count).map((fault) => plain(faultInWords(fault, language))),
    ...(faults.length > count ? [said.moreFaults(faults.length - count)] : []),
  ];
  const wrong = lines.map((one) => `- ${one}`).join('\n');
  return card(language, said.listTitle, [
    text(said.listTitle, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(said.listIntro(Object.values(said.columns).join(', '))),
    ...(faults.length === 0
      ? []
      : [
          text(said.nothingChanged(faults.length), { color: 'attention', weight: 'bolder' }),
          text(wrong, { color: 'attention' }),
        ]),
    ...renderFields({
      fields: listFields,
      words: {
        mode: { ...titled(said.modeField), values: said.modes },
        csv: titled(said.listField),
      },
      lines: {},
      language,
      typed,
      messages,
    }),
    ...actions([
      buttons.rosterSend.button(said.read, { form: 'list' }, { primary: true }),
      back(language),
    ]),
  ]);
}

function faultInWords(
  { code, line: at, column, found = '' }: CsvFault,
  language: Language,
): string {
  const said = rosterTexts[language];
  const known = Object.keys(said.columns).find((name): name is RosterColumn => name === column);
  return said.faultAt(at, known && said.columns[known], said.faults[code](found));
}
