import type { Card } from '../../cards/card.ts';
import type { FieldMessage, Values } from '../../cards/fields.ts';
import { faultMessage } from '../../cards/fields.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { readFields } from '../../cards/read-fields.ts';
import type { DutyEvent, Verdict } from '../lifecycle/decide.ts';
import type { Duty, DutyRef, Person } from '../lifecycle/duty.ts';
import { assigneeOf, openFinding } from '../lifecycle/duty.ts';
import { countingAnswers } from '../lifecycle/standing.ts';
import { dayOf, daysAfter } from '../lifecycle/workdays.ts';
import { channelCard } from '../present/channel-card.ts';
import type { ReaderNow } from '../present/due.ts';
import type { FormName } from '../present/form-words.ts';
import { formCard, formFields } from '../present/forms.ts';
import { vendorReply, vendorReplyCard } from '../present/vendor-reply.ts';
import { words } from '../present/words.ts';
import type { KnownPerson } from '../store/ports.ts';
import { cardFor } from './card-for.ts';
import { changeDuty } from './change-duty.ts';
import { findPerson, knownPeople } from './known-people.ts';
import type { World } from './world.ts';

/** Who acts, and whether from the IT channel, where the bot is administered. */
export interface Actor {
  readonly person: Person;
  readonly inItChannel: boolean;
}

const forAssignees: readonly FormName[] = ['cannot-judge', 'hand-over', 'later'];
const longestPostponement = 60;
const longestAcceptance = 366;

function allowed(duty: Duty, name: FormName, { person, inItChannel }: Actor): boolean {
  return forAssignees.includes(name)
    ? assigneeOf(duty, person.aadObjectId) !== undefined
    : inItChannel && openFinding(duty) !== undefined;
}

/** The duty as the actor sees it: in the IT channel its card there. */
async function standing(world: World, duty: Duty, actor: Actor, reader: ReaderNow): Promise<Card> {
  return actor.inItChannel ? channelCard(duty, reader) : cardFor(world, duty, actor.person, reader);
}

/** How a duty stands, in the IT channel for its members; undefined when it is not the actor's. */
export async function showToActor(
  world: World,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await world.store.duties.load(ref);
  const theirs = read && (actor.inItChannel || assigneeOf(read.value, actor.person.aadObjectId));
  return theirs ? standing(world, read.value, actor, reader) : undefined;
}

/** Opens a small form in the place of the card; the card itself where the form has become pointless. */
export async function openForm(
  world: World,
  ref: DutyRef,
  actor: Actor,
  name: FormName,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await world.store.duties.load(ref);
  if (!read) return undefined;
  if (!allowed(read.value, name, actor)) return showToActor(world, ref, actor, reader);
  const people = await choosable(world, read.value, actor, name);
  return formCard(read.value, { name, people, typed: {}, messages: [] }, reader);
}

/** The owner of a finding can be anybody; a duty goes to somebody else. */
async function choosable(
  world: World,
  { tenant }: DutyRef,
  { person }: Actor,
  name: FormName,
): Promise<readonly KnownPerson[]> {
  const known = await knownPeople(world, tenant);
  return name === 'finding' ? known : known.filter((one) => one.aadObjectId !== person.aadObjectId);
}

/** Takes a small form: does what it says, or brings it back with what is wrong. */
export async function sendForm(
  world: World,
  ref: DutyRef,
  actor: Actor,
  { name, submitted }: { name: FormName; submitted: Submitted },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await world.store.duties.load(ref);
  if (!read) return undefined;
  const duty = read.value;
  if (!allowed(duty, name, actor)) return showToActor(world, ref, actor, reader);
  const people = await choosable(world, duty, actor, name);
  const again = (messages: readonly FieldMessage[]): Card =>
    formCard(duty, { name, people, typed: submitted, messages }, reader);
  const values = readFields(formFields(name, people), submitted, { lines: {}, zone: reader.zone });
  if (!values.ok) {
    return again(
      values.faults.map(({ field, fault }) => ({
        field,
        message: faultMessage(fault, reader.language),
      })),
    );
  }
  const event = eventOf(name, values.values, actor, people, reader);
  if ('messages' in event) return again(event.messages);
  const changed = await changeDuty(world, ref, event);
  if (!changed) return undefined;
  const refused = refusal(changed.verdict, name, reader);
  return refused ? again([refused]) : standing(world, changed.duty, actor, reader);
}

function refusal(
  verdict: Verdict,
  name: FormName,
  { language }: ReaderNow,
): FieldMessage | undefined {
  const said = words[language];
  if (verdict === 'asked-already') return { field: 'person', message: said.askedAlready };
  if (verdict === 'too-often')
    return { field: name === 'later' ? 'until' : 'reason', message: said.tooOften };
  return undefined;
}

type EventOrMessages = DutyEvent | { readonly messages: readonly FieldMessage[] };

function eventOf(
  name: FormName,
  values: Values,
  { person: by }: Actor,
  people: readonly KnownPerson[],
  reader: ReaderNow,
): EventOrMessages {
  const { person, reason = '', until = '', text = '', solved, name: acceptedBy = '' } = values;
  const wrongDay = dayMessage(name, until, reader);
  if (wrongDay) return { messages: [wrongDay] };
  const chosen =
    person === undefined ? undefined : findPerson(people, String(person), reader.language);
  if (chosen && 'message' in chosen)
    return { messages: [{ field: 'person', message: chosen.message }] };
  const to = chosen && { aadObjectId: chosen.aadObjectId, name: chosen.name };
  switch (name) {
    case 'cannot-judge':
    case 'hand-over':
      if (!to) return noPerson(reader);
      return {
        type: 'handed-over',
        by,
        from: by.aadObjectId,
        to,
        reason: String(reason),
        because: name,
      };
    case 'later':
      return { type: 'postponed', by, to: String(until), reason: String(reason) };
    case 'finding':
      return to
        ? { type: 'finding-planned', by, owner: to, dueOn: String(until) }
        : noPerson(reader);
    case 'reaction':
      return { type: 'vendor-reacted', by, text: String(text), solved: solved === 'yes' };
    case 'accept':
      return {
        type: 'risk-accepted',
        by,
        acceptedBy: String(acceptedBy),
        reason: String(reason),
        until: String(until),
      };
  }
}

const noPerson = ({ language }: ReaderNow): EventOrMessages => ({
  messages: [{ field: 'person', message: faultMessage('required', language) }],
});

/** Every date on these forms lies ahead: not today, and not further than makes sense. */
function dayMessage(
  name: FormName,
  until: Values[string],
  { language, zone, now }: ReaderNow,
): FieldMessage | undefined {
  if (until === '') return undefined;
  const today = dayOf(now, zone);
  const said = words[language];
  if (String(until) <= today) return { field: 'until', message: said.pastDay };
  const longest = name === 'later' ? longestPostponement : longestAcceptance;
  const message = name === 'later' ? said.farDay : said.farYear;
  return String(until) > daysAfter(today, longest) ? { field: 'until', message } : undefined;
}

function mayReply(duty: Duty, { person, inItChannel }: Actor): boolean {
  const answered = countingAnswers(duty).some(({ by }) => by.aadObjectId === person.aadObjectId);
  return inItChannel || answered;
}

/** The draft of the factual reply to the vendor, for whoever answered and for the IT team. */
export async function showReply(
  world: World,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await world.store.duties.load(ref);
  if (!read || !mayReply(read.value, actor)) return undefined;
  return vendorReplyCard(read.value, reader) ?? standing(world, read.value, actor, reader);
}

/** A person says that the reply was sent; the text is kept with it. */
export async function markReplySent(
  world: World,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await world.store.duties.load(ref);
  if (!read || !mayReply(read.value, actor)) return undefined;
  const text = vendorReply(read.value, reader) ?? '';
  const changed = await changeDuty(world, ref, { type: 'reply-sent', by: actor.person, text });
  return changed && standing(world, changed.duty, actor, reader);
}
