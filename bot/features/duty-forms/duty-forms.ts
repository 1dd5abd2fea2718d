import type { Person, PersonId } from '../../duty/ids.ts';
import { comparable } from '../../../cards/same-text.ts';
import type { Card } from '../../../cards/card.ts';
import type { FieldMessage } from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { DutyClicked } from '../../casework/clicks.ts';
import { readForm } from '../../../cards/read-form.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Verdict } from '../../duty/decide.ts';
import type { Duty } from '../../duty/duty.ts';
import { isBegunBy } from '../../duty/withdrawing.ts';
import { assigneeOf, holderOf, openFinding } from '../../duty/duty.ts';
import { borneBy } from '../../duty/findings/bearing.ts';
import { toConfirmBy } from '../../duty/findings/to-confirm.ts';
import {
  isOwner,
  lacksSecondPerson,
  mayPlan,
  replaceable,
  solvedByCustomer,
  troubled,
} from '../../duty/answering/quorum.ts';
import { channelCard } from '../../views/channel-card.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { FormName } from '../../views/forms/texts.ts';
import { formCard, formFields } from './cards.ts';
import { words } from '../../views/texts.ts';
import type { Actor } from '../../casework/people/actor.ts';
import { standing } from '../../casework/people/actor.ts';
import { answerDuty } from '../answering/answer-duty.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { eventOf } from './form-events.ts';
import { mayBear, riskBearers } from '../../casework/people/risk-bearers.ts';
import type { Choosable } from '../../casework/people/known-people.ts';
import { knownPeople, namedPerson } from '../../casework/people/known-people.ts';
import { mayReply } from '../../casework/people/parties.ts';
import { giveRest } from '../review/rest.ts';
import type { Services } from '../../ports/services.ts';

const forAssignees: readonly FormName[] = ['cannot-judge', 'hand-over', 'later'];
const namesPerson: readonly FormName[] = [
  'cannot-judge',
  'hand-over',
  'second-person',
  'finding',
  'accept',
];

function allowed(duty: Duty, name: FormName, actor: Actor): boolean {
  if (forAssignees.includes(name)) return giverOf(duty, name, actor) !== undefined;
  const { person, inItChannel } = actor;
  if (name === 'second-person')
    return (
      lacksSecondPerson(duty) && (inItChannel || assigneeOf(duty, person.aadObjectId) !== undefined)
    );
  if (name === 'withdraw') return mayWithdraw(duty, actor);
  // Only whoever said yes to it says for how long, or that it is over.
  if (name === 'prolong' || name === 'drop-risk')
    return borneBy(duty, person.aadObjectId) !== undefined;
  if (openFinding(duty) === undefined) return false;
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

/** The IT team takes any open duty back, and whoever began one that one. */
const mayWithdraw = (duty: Duty, { person, inItChannel }: Actor): boolean =>
  duty.status === 'open' && (inItChannel || isBegunBy(duty, person.aadObjectId));

/** Whose duty such a form is about: the actor's own, or in the IT channel that of whoever is to be replaced. */
function giverOf(duty: Duty, name: FormName, { person, inItChannel }: Actor): PersonId | undefined {
  return inItChannel && name === 'hand-over'
    ? replaceable(duty)?.aadObjectId
    : assigneeOf(duty, person.aadObjectId)?.aadObjectId;
}

type FormClicked = Pick<DutyClicked<'form'>, 'services' | 'duty' | 'read' | 'actor' | 'reader'>;

/** Whoever has or had the duty, and whoever is or was to solve what was found with it. */
const isTheirs = (duty: Duty, person: PersonId): boolean =>
  holderOf(duty, person) !== undefined ||
  duty.findings.some(
    ({ owner, acceptance }) => owner?.aadObjectId === person || acceptance?.bearer === person,
  ) ||
  toConfirmBy(duty, person) !== undefined;

/** How a duty stands, in the IT channel for its members; undefined when it is not the actor's any more. */
export async function showToActor({
  services,
  duty,
  actor,
  reader,
}: FormClicked): Promise<Card | undefined> {
  const theirs =
    isTheirs(duty, actor.person.aadObjectId) || (await mayReply(services, duty, actor));
  return theirs ? standing(services, { duty, actor }, reader) : undefined;
}

/** Opens a small form in the place of the card; the card itself where it has become pointless. `to`: whom somebody named. */
export async function openForm(
  asked: FormClicked,
  name: FormName,
  to?: string,
): Promise<Card | undefined> {
  const { services, duty, actor, reader } = asked;
  if (!allowed(duty, name, actor)) return showToActor(asked);
  const choosable = await choosableBy(services, { duty, actor, name });
  const meant = to === undefined ? undefined : meantBy(to, choosable.people);
  const typed = meant ? { person: meant.aadObjectId } : known(duty, name, choosable.people);
  return formCard(duty, { name, ...choosable, typed, messages: [] }, reader);
}

/** The one known person of that name, or of that first name. */
function meantBy(named: string, people: readonly Person[]): Person | undefined {
  const wanted = comparable(named);
  const called = people.filter(({ name }) => comparable(name) === wanted);
  const first = people.filter(({ name }) => comparable(name.split(' ')[0] ?? '') === wanted);
  const [only, ...others] = called.length > 0 ? called : first;
  return others.length === 0 ? only : undefined;
}

/** Who solves a finding and by when stands in the form where it is known, if only by the name in the answer. */
function known(duty: Duty, name: FormName, people: readonly Person[]): Submitted {
  const open = openFinding(duty);
  if (name !== 'finding' || !open) return {};
  const answer = troubled(duty).at(-1);
  const written = answer && kindOf(duty.kind).plan?.(answer.values).owner;
  const named = written === undefined ? undefined : comparable(written);
  const owner =
    open.owner ?? people.find((one) => named !== undefined && comparable(one.name) === named);
  return { until: open.dueOn, ...(owner ? { person: owner.aadObjectId } : {}) };
}

/** The owner of a finding can be anybody; a duty goes to somebody else. */
async function choosableBy(
  services: Services,
  { duty, actor, name }: { readonly duty: Duty; readonly actor: Actor; readonly name: FormName },
): Promise<Choosable & { readonly alone: boolean }> {
  const { picker } = actor;
  // The others ask for no person: nobody has to be read for them.
  const known = namesPerson.includes(name) ? await knownPeople(services, duty.tenant) : [];
  const giver = giverOf(duty, name, actor);
  const others = known.filter(({ aadObjectId }) => aadObjectId !== giver);
  const alone = name === 'cannot-judge' && kindOf(duty.kind).unable !== undefined;
  if (name === 'accept') return { people: await riskBearers(services, duty, known), picker, alone };
  return { people: name === 'finding' ? known : others, picker, alone };
}

/** Takes a small form: does what it says, or brings it back with what is wrong. */
export async function sendForm(
  asked: FormClicked & Pick<DutyClicked<'formSend'>, 'submitted'>,
  name: FormName,
): Promise<Card | undefined> {
  const { services, duty, actor, reader, submitted } = asked;
  if (!allowed(duty, name, actor)) return showToActor(asked);
  const choosable = await choosableBy(services, { duty, actor, name });
  const again = (messages: readonly FieldMessage[]): Card =>
    formCard(duty, { name, ...choosable, typed: submitted, messages }, reader);
  const { people, picker, alone } = choosable;
  const fields = formFields(name, { people, picker, alone });
  const values = readForm(fields, submitted, reader);
  if (!values.ok) return again(values.messages);
  const typed = values.values['person'];
  if (typed === undefined && alone) return cannotJudge(asked, String(values.values['reason']));
  const chosen =
    typed === undefined
      ? undefined
      : await namedPerson(
          services,
          { tenant: duty.tenant, choosable, typed: String(typed) },
          reader.language,
        );
  if (chosen && 'message' in chosen) return again([{ field: 'person', message: chosen.message }]);
  if (chosen && name === 'accept' && !(await mayBear(services, duty, chosen)))
    return again([{ field: 'person', message: words[reader.language].notARiskBearer }]);
  if (name === 'prolong' && !(await mayBear(services, duty, actor.person)))
    return again([{ field: 'reason', message: words[reader.language].noRiskRole }]);
  const from = giverOf(duty, name, actor) ?? actor.person.aadObjectId;
  const event = eventOf(
    name,
    { values: values.values, filling: { by: actor.person, from, chosen } },
    reader,
  );
  if ('messages' in event) return again(event.messages);
  const rest = event.type === 'handed-over' ? await giveRest(services, duty, event) : undefined;
  const changed = rest ?? (await changeDuty(services, duty, event));
  if (!changed) return undefined;
  const refused = refusal(changed.verdict, name, reader);
  return refused ? again([refused]) : standing(services, { duty: changed.duty, actor }, reader);
}

/** Whoever knows nobody who can judge it says so and no more; the IT team sees it and looks for somebody. */
async function cannotJudge(
  { services, read, duty, actor, reader }: FormClicked,
  reason: string,
): Promise<Card | undefined> {
  const { person } = actor;
  const submitted = kindOf(duty.kind).unable?.(reason) ?? {};
  const formVersion = assigneeOf(duty, person.aadObjectId)?.formVersion ?? 0;
  const given = { submitted, formVersion, via: 'card' } as const;
  const answering = await answerDuty({ services, read, person, reader }, given);
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
  if (verdict === 'not-independent')
    return {
      field: 'person',
      message: name === 'accept' ? said.notARiskBearer : said.notToRequester,
    };
  if (verdict === 'too-often')
    return name === 'later'
      ? { field: 'until', message: said.tooOften }
      : { field: 'reason', message: said.sharedTooFar };
  return undefined;
}
