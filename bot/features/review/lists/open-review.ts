import type { Picker } from '../../../kinds/people/person-field.ts';
import type { Clicked } from '../../../casework/clicks.ts';
import type { Person, TenantKey } from '../../../duty/ids.ts';
import type { Card } from '../../../../cards/card.ts';
import type { FieldMessage, Values } from '../../../../cards/fields.ts';
import { faultMessage } from '../../../../cards/fields.ts';
import { turnTo } from '../../../../cards/form/pages.ts';
import { cut, plain } from '../../../../cards/plain-text.ts';
import type { Submitted } from '../../../../cards/read-fields.ts';
import { readFields } from '../../../../cards/read-fields.ts';
import type { Split } from '../../../kinds/review-access/account-parts.ts';
import { splitByManager, splitByRole } from '../../../kinds/review-access/account-parts.ts';
import { asJson } from '../../../kinds/details.ts';
import type { Opening } from '../../../duty/open.ts';
import { dayOf } from '../../../duty/time/workdays.ts';
import { noticeCard } from '../../../views/chat-cards.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { listCard, listFields, listPages } from './card.ts';
import { listTexts } from './texts.ts';
import { words } from '../../../views/texts.ts';
import type { Draft } from '../../../ports/store.ts';
import type { Choosable } from '../../../casework/people/known-people.ts';
import { knownPeople, namedPerson } from '../../../casework/people/known-people.ts';
import { openDuty } from '../../../casework/open-duty.ts';
import { readOpening } from '../../../casework/read-opening.ts';
import { keepOriginal } from '../../attachments/original.ts';
import { liveDraft } from './draft.ts';
import { unpacked } from './read-dropped.ts';
import type { Services } from '../../../ports/services.ts';

/** Whose list it is; the picker of the client is known where it was clicked. */
export interface ListOf {
  readonly services: Services;
  readonly tenant: TenantKey;
  readonly person: Person;
  readonly picker?: Picker | undefined;
  readonly reader: ReaderNow;
}

/** The form with which a dropped list is given to reviewers. */
export async function listFor(
  { services, tenant, person, picker, reader }: ListOf,
  draftId: string,
): Promise<Card> {
  const { language } = reader;
  const draft = await liveDraft(services, { tenant, person: person.aadObjectId, raw: draftId });
  if (!draft || draft.accounts.length === 0)
    return noticeCard(language, 'personal', listTexts[language].list.gone);
  const people = await knownPeople(services, tenant);
  const system = draft.reading?.system;
  const typed = system === undefined ? {} : { system };
  return listCard(draft, { people, picker, typed, messages: [] }, language);
}

/** The same after a click. */
export const showList = ({
  services,
  at,
  person,
  actor,
  data,
  reader,
}: Clicked<'reviewList'>): Promise<Card> =>
  listFor({ services, tenant: at.tenant, person, picker: actor.picker, reader }, data.draft);

/**
 * Opens a review of a dropped list, or brings the form back with what is wrong. Anyone who has the bot may
 * offer a list for review; the IT channel shows who did.
 */
export async function openReview({
  services,
  at,
  person,
  actor,
  data,
  submitted,
  reader,
}: Clicked<'reviewListOpen'>): Promise<Card> {
  const { tenant } = at;
  const { language, zone, now } = reader;
  const picker = data.picker === 1 ? actor.picker : undefined;
  const draft = await liveDraft(services, { tenant, person: person.aadObjectId, raw: data.draft });
  if (!draft || draft.accounts.length === 0)
    return noticeCard(language, 'personal', listTexts[language].list.gone);
  const choosable = { people: await knownPeople(services, tenant), picker };
  const fields = listFields(draft.accounts, choosable.people, picker);
  const again = (messages: readonly FieldMessage[]): Card => {
    const turned = turnTo(listPages(fields), data, messages);
    return listCard(draft, { ...choosable, typed: submitted, messages, ...turned }, language);
  };
  const read = readFields(fields, submitted, { lines: {}, zone });
  const people = await namedPeople(services, { tenant, choosable, submitted }, language);
  const messages: readonly FieldMessage[] = [
    ...(read.ok
      ? valueMessages(read.values, { draft, today: dayOf(now, zone) }, language)
      : read.faults.map(({ field, fault }) => ({ field, message: faultMessage(fault, language) }))),
    ...people.messages,
  ];
  if (!read.ok || messages.length > 0 || data.turn) return again(messages);
  const shared = sharedOver(
    draft,
    { chosen: people.people, known: choosable.people, values: read.values },
    language,
  );
  if ('message' in shared) return again([shared]);
  const opening = openingOf(draft, { shared, values: read.values, reader });
  if ('messages' in opening) return again(opening.messages);
  const opened = await openDuty(services, {
    tenant,
    opening,
    asking: {
      openedBy: { type: 'person', person },
      sender: `list:${person.aadObjectId}`,
      key: draft.id,
    },
  });
  // Sent twice with other words in it: the first counts, and nothing was made of this one.
  if (!('duty' in opened)) return noticeCard(language, 'personal', listTexts[language].list.gone);
  const { id, file: name, reading: { packed } = {} } = draft;
  if (packed !== undefined)
    await keepOriginal(services, opened.duty, { id, name, bytes: unpacked(packed), by: person });
  await services.store.drafts.drop(tenant, person.aadObjectId);
  const names = opening.assignees.map(({ name }) => name ?? '').join(', ');
  return noticeCard(language, 'personal', listTexts[language].list.opened(plain(names)));
}

const personFields = ['person', 'second', 'third'] as const;

/** Those who were chosen, each once; what is wrong with a choice stands beside it. */
async function namedPeople(
  services: Services,
  {
    tenant,
    choosable,
    submitted,
  }: { readonly tenant: TenantKey; readonly choosable: Choosable; readonly submitted: Submitted },
  language: ReaderNow['language'],
): Promise<{ readonly people: readonly Person[]; readonly messages: readonly FieldMessage[] }> {
  const people: Person[] = [];
  const messages: FieldMessage[] = [];
  for (const field of personFields) {
    const typed = submitted[field];
    if (typeof typed !== 'string' || typed.trim() === '') continue;
    const named = await namedPerson(services, { tenant, choosable, typed: typed.trim() }, language);
    if ('message' in named) messages.push({ field, message: named.message });
    else if (people.some(({ aadObjectId }) => aadObjectId === named.aadObjectId)) {
      messages.push({ field, message: listTexts[language].list.samePerson });
    } else people.push({ aadObjectId: named.aadObjectId, name: named.name });
  }
  return { people, messages };
}

function valueMessages(
  { controlTotal, dueOn }: Values,
  { draft: { accounts }, today }: { readonly draft: Draft; readonly today: string },
  language: ReaderNow['language'],
): readonly FieldMessage[] {
  const said = listTexts[language].list;
  return [
    ...(controlTotal !== undefined && controlTotal !== accounts.length
      ? [{ field: 'controlTotal', message: said.controlTotalWrong(accounts.length) }]
      : []),
    ...(String(dueOn) <= today ? [{ field: 'dueOn', message: words[language].pastDay }] : []),
  ];
}

/** As many as can be asked of one duty. */
const mostReviewers = 50;

interface Shared extends Split {
  readonly people: readonly Person[];
}

/** The list with its rows together for each reviewer; a list that is not divided has no parts. */
function sharedOver(
  { accounts }: Draft,
  {
    chosen,
    known,
    values: { split },
  }: {
    readonly chosen: readonly Person[];
    readonly known: readonly Person[];
    readonly values: Values;
  },
  language: ReaderNow['language'],
): Shared | FieldMessage {
  const said = listTexts[language].list;
  if (split === 'role') {
    if (chosen.length < 2) return { field: 'second', message: said.oneRole };
    return { ...splitByRole(accounts, chosen), people: chosen };
  }
  if (split === 'manager') {
    const all = [
      ...chosen,
      ...known.filter(({ aadObjectId }) => !chosen.some((one) => one.aadObjectId === aadObjectId)),
    ];
    // The rows that nobody manages are for the first who was chosen, also when he manages others.
    const divided = splitByManager(accounts, all, 0);
    if (!divided) return { field: 'split', message: said.noManagers };
    const asked = divided.parts.filter((part) => part.length > 0).length;
    return asked > mostReviewers
      ? { field: 'split', message: said.tooMany(mostReviewers) }
      : { ...divided, people: all };
  }
  return { accounts, parts: [], people: chosen };
}

function openingOf(
  { file, sha256, accounts, at }: Draft,
  {
    shared,
    values: { system, controlTotal, dueOn },
    reader: { language, zone },
  }: { readonly shared: Shared; readonly values: Values; readonly reader: ReaderNow },
): Opening | { readonly messages: readonly FieldMessage[] } {
  const divided = shared.parts.length > 0;
  const assignees = shared.people.flatMap(({ aadObjectId, name }, place) => {
    const part = shared.parts[place] ?? [];
    if (divided && part.length === 0) return [];
    return [{ aadObjectId, name: cut(name, 100), ...(divided ? { part } : {}) }];
  });
  const read = readOpening({
    kind: 'review-access',
    system,
    reference: `TOEGANG-${dayOf(at, zone)}`,
    title: listTexts[language].list.titleOf(String(system)),
    dueOn,
    assignees: assignees.map(({ aadObjectId, name }) => ({ aadObjectId, name })),
    rule: 'any',
    details: {
      accounts: shared.accounts,
      exportedAt: at,
      ...(controlTotal === undefined ? {} : { controlTotal }),
      file: { name: file, sha256 },
    },
  });
  if (!read.ok) {
    // Everything but the name of the system was read before.
    if (read.problems.some(({ path }) => path === 'system')) {
      return { messages: [{ field: 'system', message: faultMessage('required', language) }] };
    }
    throw new Error(
      `A list of ${String(accounts.length)} accounts could not be opened: ${JSON.stringify(read.problems.slice(0, 5))}`,
    );
  }
  const { rule: _, ...opening } = read.opening;
  return { ...opening, rows: shared.accounts.map(asJson), assignees };
}
