import type { Card } from '../../../cards/card.ts';
import type { FieldMessage, FieldValue } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import { turnTo } from '../../../cards/form/pages.ts';
import { plain } from '../../../cards/plain-text.ts';
import { readForm } from '../../../cards/read-form.ts';
import { ending } from '../../casework/clicks.ts';
import type { Asked, Clicked } from '../../casework/clicks.ts';
import type { Response } from '../../ports/incoming.ts';
import type { KindName } from '../../kinds/index.ts';
import { kindOf } from '../../kinds/index.ts';
import type { InputProblem } from '../../kinds/kind.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { isLate } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';
import { newDutyTexts } from './texts.ts';
import { newDutyFields, newDutyForm, newDutyKindCard, newDutyPages } from './card.ts';
import { findByName, findPerson, knownPeople } from '../../casework/people/known-people.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { readOpening } from '../../casework/read-opening.ts';
import type { KnownPerson } from '../../ports/store.ts';

/** The first step of opening a duty by hand. */
export async function newDuty({ reader }: Asked): Promise<Card> {
  return newDutyKindCard(reader.language);
}

/** The form of the kind that was chosen. */
export async function newDutyFormFor({
  services,
  at,
  data,
  reader,
}: Clicked<'newDutyForm'>): Promise<Card> {
  const { kind } = data;
  if (!kind) return newDutyKindCard(reader.language);
  const people = await knownPeople(services, at.tenant);
  if (people.length === 0) {
    return noticeCard(reader.language, at.type, chatTexts[reader.language].nobodyKnown);
  }
  return newDutyForm(kind, { people, reader, once: services.newId(), typed: {}, messages: [] });
}

/** Opens the duty that was filled in, or brings the form back with what is wrong. */
export async function openByHand(asked: Clicked<'newDutyOpen'>): Promise<Card | Response> {
  const { services, at, person, data, submitted, reader } = asked;
  const { kind, once } = data;
  const { language } = reader;
  const people = await knownPeople(services, at.tenant);
  const pages = newDutyPages(kind, people);
  const form = { people, reader, once, typed: submitted };
  const askAgain = (messages: readonly FieldMessage[], afresh = once): Card =>
    newDutyForm(kind, {
      ...form,
      once: afresh,
      messages,
      ...turnTo(pages, { ...data, turn: undefined }, messages),
    });
  const read = readForm(newDutyFields(kind, people), submitted, reader);
  const wrong = [...(read.ok ? [] : read.messages), ...goneDay(submitted['dueOn'], reader)];
  const turned = turnTo(pages, data, wrong);
  if (turned) return newDutyForm(kind, { ...form, ...turned });
  if (!read.ok || wrong.length > 0) return askAgain(wrong);
  const { system, reference, title, dueOn, assignee, others, rule, ...values } = read.values;
  const named = namedPeople(people, { assignee, others }, language);
  if ('messages' in named) return askAgain(named.messages);
  const opening = readOpening({
    kind,
    system,
    reference,
    title,
    dueOn,
    assignees: named.people.map(({ aadObjectId, name }) => ({ aadObjectId, name })),
    ...(rule === undefined ? {} : { rule }),
    details: kindOf(kind).byHand.details(values),
  });
  if (!opening.ok) return askAgain(problemMessages(kind, opening.problems, language));
  const opened = await openDuty(services, {
    tenant: at.tenant,
    opening: opening.opening,
    asking: {
      openedBy: { type: 'person', person },
      // Everybody in the channel has the same form before them: whoever sends it, it is one duty.
      sender: 'form',
      key: once,
    },
  });
  if (opened.type === 'replaced')
    return askAgain([{ field: 'version', message: words[language].replacedBy(plain(opened.by)) }]);
  const said = newDutyTexts[language];
  if (opened.type === 'other-request')
    return askAgain([{ field: 'title', message: said.openedBefore }], services.newId());
  const names = plain(named.people.map(({ name }) => name).join(', '));
  const told = named.people.length === 1 ? said.opened : said.openedForAll;
  return ending(noticeCard(language, at.type, told(names)), told(names));
}

/** A person can do nothing by a day that has passed where the organisation is. What is no day is told by the field itself. */
const goneDay = (typed: unknown, reader: ReaderNow): readonly FieldMessage[] =>
  typeof typed === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(typed) && isLate(typed, reader)
    ? [{ field: 'dueOn', message: newDutyTexts[reader.language].dayGone }]
    : [];

/** Everybody who was named, each once: the first, and the others that were ticked or typed. */
function namedPeople(
  people: readonly KnownPerson[],
  { assignee, others }: Readonly<Record<'assignee' | 'others', FieldValue | undefined>>,
  language: Language,
): { readonly people: readonly KnownPerson[] } | { readonly messages: readonly FieldMessage[] } {
  const first = findPerson(people, String(assignee), language);
  const typed = String(others ?? '')
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const found = [
    { field: 'assignee', person: first },
    ...typed.map((one) => ({
      field: 'others',
      person:
        people.find(({ aadObjectId }) => aadObjectId === one) ?? findByName(people, one, language),
    })),
  ];
  const messages = found.flatMap(({ field, person }) =>
    'message' in person ? [{ field, message: person.message }] : [],
  );
  if (messages.length > 0) return { messages };
  const known = found.flatMap(({ person }) => ('message' in person ? [] : [person]));
  return { people: [...new Map(known.map((one) => [one.aadObjectId, one])).values()] };
}

function problemMessages(
  kind: KindName,
  problems: readonly InputProblem[],
  language: Language,
): readonly FieldMessage[] {
  const fields = Object.keys(kindOf(kind).byHand.fields);
  return problems.map(({ path }) => {
    // By hand every name is right: only the rule can want more people than were named.
    if (path.startsWith('assignees'))
      return { field: 'rule', message: newDutyTexts[language].twoPeople };
    const [, name = '', row] = /^(?:details\.)?([a-zA-Z]+)(?:\[(\d+)\])?/.exec(path) ?? [];
    const field =
      path.startsWith('details.') && !fields.includes(name) ? (fields[0] ?? name) : name;
    const line = row === undefined ? '' : ` (${String(Number(row) + 1)})`;
    return { field, message: `${chatTexts[language].formWrong}${line}` };
  });
}
