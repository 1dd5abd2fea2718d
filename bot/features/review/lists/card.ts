import { buttons } from '../../../views/buttons.ts';
import { dutyLines } from '../../../views/fitting.ts';
import type { Person } from '../../../duty/ids.ts';
import type { Action, Card, Fact } from '../../../../cards/card.ts';
import { actions, band, card, facts, text } from '../../../../cards/elements.ts';
import type { AnyWords, FieldMessage, Fields } from '../../../../cards/fields.ts';
import { count, day, line, radio, required } from '../../../../cards/fields.ts';
import type { Language } from '../../../../cards/language.ts';
import { plain, shorten, visible } from '../../../../cards/plain-text.ts';
import type { Pages } from '../../../../cards/form/pages.ts';
import { pagesOf } from '../../../../cards/form/pages.ts';
import type { Submitted } from '../../../../cards/read-fields.ts';
import { exportFields } from '../../../files/headings.ts';
import { fileTexts } from '../../../files/texts.ts';
import type { ListReading } from '../../../ports/store.ts';
import type { Account } from '../../../kinds/review-access/accounts.ts';
import type { Duty } from '../../../duty/duty.ts';
import { formPage } from '../../../views/forms/page.ts';
import type { Picker } from '../../../kinds/people/person-field.ts';
import { personField } from '../../../kinds/people/person-field.ts';
import { listTexts } from './texts.ts';
import { reviewTexts } from '../../../views/review-texts.ts';
import { words } from '../../../views/texts.ts';

/** What is shown of a list that was dropped in the chat. */
export interface DroppedList {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly accounts: readonly Account[];
  readonly reading?: ListReading | undefined;
}

/** How a list can be divided; by what it says of nobody it cannot. */
function splitsOf(accounts: readonly Account[]): readonly ('none' | 'manager' | 'role')[] {
  const { roles, managers } = namesOn(accounts);
  return [
    'none',
    ...(managers > 0 ? (['manager'] as const) : []),
    ...(roles > 1 ? (['role'] as const) : []),
  ];
}

function namesOn(accounts: readonly Account[]): { roles: number; managers: number } {
  const named = (of: (account: Account) => string | undefined): number =>
    new Set(accounts.flatMap((account) => of(account)?.toLowerCase() ?? [])).size;
  return { roles: named(({ role }) => role), managers: named(({ manager }) => manager) };
}

/** What has to be known before a list is reviewed. */
export function listFields(
  accounts: readonly Account[],
  people: readonly Person[],
  picker: Picker | undefined,
): Fields {
  const person = personField(people, picker);
  const splits = splitsOf(accounts);
  return {
    system: required(line(100)),
    controlTotal: count(1_000_000),
    person,
    second: { ...person, required: false },
    third: { ...person, required: false },
    ...(splits.length > 1 ? { split: radio(...splits) } : {}),
    dueOn: required(day()),
  };
}

/** The cards of the form: one reviewer for the whole list, and how it is divided over more of them. */
export const listPages = (fields: Fields): Pages =>
  pagesOf(fields, [
    ['system', 'controlTotal', 'person', 'dueOn'],
    ['second', 'third', 'split'],
  ]);

export interface ListForm {
  readonly people: readonly Person[];
  readonly picker?: Picker | undefined;
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
  /** Which card of the form. */
  readonly at?: number;
}

/** A new list: what it is, and the form with which it is given to reviewers. */
export function listCard(list: DroppedList, form: ListForm, language: Language): Card {
  const said = listTexts[language].list;
  const { people, picker, typed, messages, at = 1 } = form;
  const fields = listFields(list.accounts, people, picker);
  const own = { words: listWords(people, language), lines: {}, language };
  // Undivided until somebody says otherwise.
  const filled = { split: 'none', ...typed };
  const page = formPage({ fields, ...own, typed: filled, messages }, listPages(fields), at);
  const { kept } = page;
  // What was drawn with the people picker is read with it.
  const drawn = { draft: list.id, language, picker: picker ? 1 : undefined, page: page.at };
  const turns = (title: string, turn: 'next' | 'back') =>
    buttons.reviewListOpen.button(title, { ...drawn, turn }, { kept });
  return card(language, `${said.title}: ${list.file}`, [
    ...aboutList(list, language),
    text(said.intro, { spacing: 'medium' }),
    ...page.elements,
    ...actions([
      buttons.reviewListOpen.button(said.open, drawn, { primary: true, kept }),
      ...(page.isLast ? [] : [turns(said.divide, 'next')]),
      ...(page.at === 1 ? columnsButton(list, language) : [turns(words[language].back, 'back')]),
      buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
    ]),
  ]);
}

function listWords(people: readonly Person[], language: Language): AnyWords {
  const said = listTexts[language].list;
  const names = Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name]));
  const titled = (label: string) => ({ label, short: label });
  const placeholder = reviewTexts[language].share.choose;
  const somebody = (label: string) => ({ ...titled(label), placeholder, values: names });
  return {
    system: titled(said.system),
    controlTotal: titled(said.controlTotal),
    person: somebody(said.person),
    second: somebody(said.second),
    third: somebody(said.third),
    split: { ...titled(said.split), values: said.splits },
    dueOn: titled(said.dueOn),
  };
}

/** Offered where a column is not used, or was read as somebody said before. */
function columnsButton({ id, reading }: DroppedList, language: Language): readonly Action[] {
  const isOpen = reading && (reading.unused.length > 0 || reading.system !== undefined);
  if (!isOpen || reading.packed === undefined) return [];
  const { otherwise } = listTexts[language].columns;
  return [buttons.reviewColumns.button(otherwise, { draft: id, language }, { inputs: 'none' })];
}

/** Name, rows, hash and control total: what a person can hold beside the file. */
function aboutList({ file, sha256, accounts, reading }: DroppedList, language: Language) {
  const said = listTexts[language].list;
  const { roles, managers } = namesOn(accounts);
  return [
    band({ style: 'emphasis', kicker: said.title, title: shorten(file, 100), place: '' }),
    ...facts([
      { title: said.accounts, value: String(accounts.length) },
      { title: said.hash, value: `${sha256.slice(0, 8)}…${sha256.slice(-4)}` },
      { title: said.total, value: said.totalIs(accounts.length, roles, managers) },
      ...(reading ? aboutReading(reading, language) : []),
    ]),
  ];
}

/** What was read from which column, and what was left out: nothing is left out in silence. */
function aboutReading(
  { used, unused, passedOver, otherSheets, system }: ListReading,
  language: Language,
): readonly Fact[] {
  const said = listTexts[language].columns;
  const { fields } = fileTexts[language];
  const read = exportFields.flatMap((field) => {
    const heading = used[field];
    return heading === undefined ? [] : [`${fields[field]} = ${visible(heading)}`];
  });
  const listed = (title: string, some: readonly string[]): readonly Fact[] =>
    some.length === 0 ? [] : [{ title, value: shorten(some.map(visible).join(', '), 400) }];
  return [
    ...(system === undefined
      ? []
      : [{ title: said.asBefore, value: shorten(visible(system), 100) }]),
    ...(system === undefined ? [] : listed(said.readFrom, read)),
    ...listed(said.unused, unused),
    ...listed(said.passedOver, passedOver.map(String)),
    ...listed(said.otherSheets, otherSheets),
  ];
}

const mostReviews = 4;

/** Asked where a list may be the proof that a review waits for, or the beginning of a new one. */
export function whichListCard(
  list: DroppedList,
  reviews: readonly Duty[],
  language: Language,
): Card {
  const said = listTexts[language].list;
  return card(language, `${said.what} ${list.file}`, [
    ...aboutList(list, language),
    text(said.what, { weight: 'bolder', spacing: 'medium' }),
    text(said.comparesIt),
    // Two applications may have the same accounts, and a reference alone says little.
    ...dutyLines(reviews.slice(0, mostReviews)),
    // Each on a line of its own: two references beside each other are wider than a phone.
    ...reviews.slice(0, mostReviews).flatMap(({ id, reference }, at) =>
      actions([
        buttons.reviewProof.button(
          // A title would not fit on a button; the reference stands on the review's own card.
          said.belongsTo(shorten(visible(reference), 24)),
          { duty: id, draft: list.id, language },
          { inputs: 'none', ...(at === 0 ? { primary: true } : {}) },
        ),
      ]),
    ),
    ...actions([
      buttons.reviewList.button(said.asNew, { draft: list.id, language }, { inputs: 'none' }),
      ...columnsButton(list, language),
    ]),
  ]);
}

/** A file that cannot be used: its faults as sentences with line and column, and that nothing was stored. */
export function refusedFileCard(file: string, faults: readonly string[], language: Language): Card {
  const said = listTexts[language].refused;
  const title = said.title(shorten(visible(file), 80));
  return card(language, `${title}. ${said.nothing}`, [
    text(plain(title), { weight: 'bolder', size: 'medium', style: 'heading' }),
    text(said.nothing),
    ...faults.map((fault) =>
      text(`⚠ ${plain(shorten(visible(fault), 300))}`, { spacing: 'small' }),
    ),
    text(said.retry, { spacing: 'medium' }),
    ...actions([buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' })]),
  ]);
}
