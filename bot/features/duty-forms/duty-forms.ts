import type { DutyRef, Person, PersonId } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { FieldMessage } from '../../../cards/fields.ts';
import { faultMessage } from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { readFields } from '../../../cards/read-fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Verdict } from '../../duty/decide.ts';
import type { Duty } from '../../duty/duty.ts';
import { assigneeOf, openFinding } from '../../duty/duty.ts';
import { isOwner, mayPlan, replaceable, solvedByCustomer, troubled } from '../../duty/quorum.ts';
import { channelCard } from '../../views/channel-card.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { FormName } from '../../views/forms/texts.ts';
import { formCard, formFields } from './cards.ts';
import { words } from '../../views/texts.ts';
import type { Actor } from '../../casework/actor.ts';
import { standing } from '../../casework/actor.ts';
import { answerDuty } from '../answering/answer-duty.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { eventOf } from './form-events.ts';
import type { Choosable } from '../../casework/known-people.ts';
import { knownPeople, namedPerson } from '../../casework/known-people.ts';
import { mayReply } from '../vendor/may-reply.ts';
import { giveRest } from '../review/rest.ts';
import type { Services } from '../../ports/services.ts';

const forAssignees: readonly FormName[] = ['cannot-judge', 'hand-over', 'later'];

function allowed(duty: Duty, name: FormName, actor: Actor): boolean {
  if (forAssignees.includes(name)) return giverOf(duty, name, actor) !== undefined;
  if (openFinding(duty) === undefined) return false;
  const { person, inItChannel } = actor;
  switch (name) {
    case 'solved':
      return solvedByCustomer(duty) && (inItChannel || isOwner(duty, person.aadObjectId));
    case 'finding':
      return inItChannel || mayPlan(duty, person.aadObjectId);
    case 'reaction':
      return inItChannel && !solvedByCustomer(duty);
    default:
      return inItChannel;
  }
}

/** Whose duty such a form is about: the actor's own, or in the IT channel that of whoever is to be replaced. */
function giverOf(duty: Duty, name: FormName, { person, inItChannel }: Actor): PersonId | undefined {
  return inItChannel && name === 'hand-over'
    ? replaceable(duty)?.aadObjectId
    : assigneeOf(duty, person.aadObjectId)?.aadObjectId;
}

/** Whoever has the duty, and whoever is or was to solve what was found with it. */
const isTheirs = (duty: Duty, person: PersonId): boolean =>
  assigneeOf(duty, person) !== undefined ||
  duty.findings.some(({ owner }) => owner?.aadObjectId === person);

/** How a duty stands, in the IT channel for its members; undefined when it is not the actor's. */
export async function showToActor(
  services: Services,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await services.store.duties.load(ref);
  if (!read) return undefined;
  const { value: duty } = read;
  const theirs =
    isTheirs(duty, actor.person.aadObjectId) || (await mayReply(services, duty, actor));
  return theirs ? standing(services, duty, actor, reader) : undefined;
}

/** Opens a small form in the place of the card; the card itself where the form has become pointless. */
export async function openForm(
  services: Services,
  ref: DutyRef,
  actor: Actor,
  name: FormName,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await services.store.duties.load(ref);
  if (!read) return undefined;
  if (!allowed(read.value, name, actor)) return showToActor(services, ref, actor, reader);
  const choosable = await choosableBy(services, read.value, actor, name);
  const typed = known(read.value, name, choosable.people);
  return formCard(read.value, { name, ...choosable, typed, messages: [] }, reader);
}

/** Who solves a finding and by when stands in the form where it is known, if only by the name in the answer. */
function known(duty: Duty, name: FormName, people: readonly Person[]): Submitted {
  const open = openFinding(duty);
  if (name !== 'finding' || !open) return {};
  const answer = troubled(duty).at(-1);
  const named = answer && kindOf(duty.kind).plan?.(answer.values).owner?.trim().toLowerCase();
  const owner = open.owner ?? people.find((one) => one.name.toLowerCase() === named);
  return { until: open.dueOn, ...(owner ? { person: owner.aadObjectId } : {}) };
}

/** The owner of a finding can be anybody; a duty goes to somebody else. */
async function choosableBy(
  services: Services,
  duty: Duty,
  actor: Actor,
  name: FormName,
): Promise<Choosable & { readonly alone: boolean }> {
  const { picker } = actor;
  const known = await knownPeople(services, duty.tenant);
  const giver = giverOf(duty, name, actor);
  const others = known.filter(({ aadObjectId }) => aadObjectId !== giver);
  const alone = name === 'cannot-judge' && kindOf(duty.kind).unable !== undefined;
  return { people: name === 'finding' ? known : others, picker, alone };
}

/** Takes a small form: does what it says, or brings it back with what is wrong. */
export async function sendForm(
  services: Services,
  ref: DutyRef,
  actor: Actor,
  { name, submitted }: { name: FormName; submitted: Submitted },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const read = await services.store.duties.load(ref);
  if (!read) return undefined;
  const duty = read.value;
  if (!allowed(duty, name, actor)) return showToActor(services, ref, actor, reader);
  const choosable = await choosableBy(services, duty, actor, name);
  const again = (messages: readonly FieldMessage[]): Card =>
    formCard(duty, { name, ...choosable, typed: submitted, messages }, reader);
  const { people, picker, alone } = choosable;
  const fields = formFields(name, people, picker, alone);
  const values = readFields(fields, submitted, { lines: {}, zone: reader.zone });
  if (!values.ok) {
    return again(
      values.faults.map(({ field, fault }) => ({
        field,
        message: faultMessage(fault, reader.language),
      })),
    );
  }
  const typed = values.values['person'];
  if (typed === undefined && alone)
    return cannotJudge(services, duty, actor, String(values.values['reason']), reader);
  const chosen =
    typed === undefined
      ? undefined
      : await namedPerson(services, ref.tenant, choosable, String(typed), reader.language);
  if (chosen && 'message' in chosen) return again([{ field: 'person', message: chosen.message }]);
  const from = giverOf(duty, name, actor) ?? actor.person.aadObjectId;
  const event = eventOf(name, values.values, { by: actor.person, from, chosen }, reader);
  if ('messages' in event) return again(event.messages);
  const rest = event.type === 'handed-over' ? await giveRest(services, duty, event) : undefined;
  const changed = rest ?? (await changeDuty(services, ref, event));
  if (!changed) return undefined;
  const refused = refusal(changed.verdict, name, reader);
  return refused ? again([refused]) : standing(services, changed.duty, actor, reader);
}

/** Whoever knows nobody who can judge it says so and no more; the IT team sees it and looks for somebody. */
async function cannotJudge(
  services: Services,
  duty: Duty,
  actor: Actor,
  reason: string,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const { person } = actor;
  const submitted = kindOf(duty.kind).unable?.(reason) ?? {};
  const formVersion = assigneeOf(duty, person.aadObjectId)?.formVersion ?? 0;
  const given = { submitted, formVersion, via: 'card' } as const;
  const answering = await answerDuty(services, duty, person, given, reader);
  if (answering.type === 'not-yours') return undefined;
  return actor.inItChannel ? channelCard(answering.duty, reader) : answering.card;
}

function refusal(
  verdict: Verdict,
  name: FormName,
  { language }: ReaderNow,
): FieldMessage | undefined {
  const said = words[language];
  if (verdict === 'asked-already') return { field: 'person', message: said.askedAlready };
  if (verdict === 'not-independent') return { field: 'person', message: said.notToRequester };
  if (verdict === 'too-often')
    return { field: name === 'later' ? 'until' : 'reason', message: said.tooOften };
  return undefined;
}
