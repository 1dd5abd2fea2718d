import type { Card } from '../../../cards/card.ts';
import type { FieldMessage, FieldValue } from '../../../cards/fields.ts';
import { faultMessage } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import { plain } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { readFields, typedText } from '../../../cards/read-fields.ts';
import type { KindName } from '../../kinds/index.ts';
import { kindOf, parseKind } from '../../kinds/index.ts';
import type { InputProblem } from '../../kinds/kind.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';
import { newDutyFields, newDutyForm, newDutyKindCard } from './card.ts';
import { isItChannel } from '../../casework/it-channel.ts';
import type { Place, Sender } from '../../ports/incoming.ts';
import { findByName, findPerson, knownPeople } from '../../casework/known-people.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { readOpening } from '../../casework/read-opening.ts';
import type { KnownPerson } from '../../ports/store.ts';
import type { Services } from '../../ports/services.ts';

/** A duty is opened by hand in the IT channel only: its members administer the bot. */
async function refusal(
  services: Services,
  at: Place,
  language: Language,
): Promise<Card | undefined> {
  const allowed =
    at.channelId !== undefined && (await isItChannel(services, at.tenant, at.channelId));
  return allowed ? undefined : noticeCard(language, at.type, chatTexts[language].onlyInItChannel);
}

/** The first step of opening a duty by hand. */
export async function newDuty(services: Services, at: Place, language: Language): Promise<Card> {
  return (await refusal(services, at, language)) ?? newDutyKindCard(language);
}

/** The form of the kind that was chosen. */
export async function newDutyFormFor(
  services: Services,
  at: Place,
  data: Submitted,
  reader: ReaderNow,
): Promise<Card> {
  const refused = await refusal(services, at, reader.language);
  if (refused) return refused;
  const kind = parseKind(data['kind']);
  if (!kind) return newDutyKindCard(reader.language);
  const people = await knownPeople(services, at.tenant);
  if (people.length === 0) {
    return noticeCard(reader.language, at.type, chatTexts[reader.language].nobodyKnown);
  }
  return newDutyForm(kind, people, reader, { once: services.newId(), typed: {}, messages: [] });
}

/** Opens the duty that was filled in, or brings the form back with what is wrong. */
export async function openByHand(
  services: Services,
  from: Sender,
  at: Place,
  data: Submitted,
  reader: ReaderNow,
): Promise<Card> {
  const { language } = reader;
  const refused = await refusal(services, at, language);
  if (refused) return refused;
  const kind = parseKind(data['k']);
  const once = typedText(data['n']);
  if (!kind || once === undefined) return newDutyKindCard(language);
  const people = await knownPeople(services, at.tenant);
  const askAgain = (messages: readonly FieldMessage[]): Card =>
    newDutyForm(kind, people, reader, { once, typed: data, messages });
  const read = readFields(newDutyFields(kind, people), data, { lines: {}, zone: reader.zone });
  if (!read.ok) {
    return askAgain(
      read.faults.map(({ field, fault }) => ({ field, message: faultMessage(fault, language) })),
    );
  }
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
  const opened = await openDuty(services, at.tenant, opening.opening, {
    openedBy: { type: 'person', person: { aadObjectId: from.aadObjectId, name: from.name } },
    sender: `person:${from.aadObjectId}`,
    key: once,
  });
  if (opened.type === 'replaced')
    return askAgain([{ field: 'version', message: words[language].replacedBy(plain(opened.by)) }]);
  const said = chatTexts[language];
  const names = plain(named.people.map(({ name }) => name).join(', '));
  const told = named.people.length === 1 ? said.newDutyOpened : said.newDutyOpenedForAll;
  return noticeCard(language, at.type, told(names));
}

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
      return { field: 'rule', message: chatTexts[language].formTwoPeople };
    const [, name = '', row] = /^(?:details\.)?([a-zA-Z]+)(?:\[(\d+)\])?/.exec(path) ?? [];
    const field =
      path.startsWith('details.') && !fields.includes(name) ? (fields[0] ?? name) : name;
    const line = row === undefined ? '' : ` (${String(Number(row) + 1)})`;
    return { field, message: `${chatTexts[language].formWrong}${line}` };
  });
}
