import { parseDutyId } from '../duty/ids.ts';
import type { DutyRef, Person } from '../duty/ids.ts';
import type { Card } from '../../cards/card.ts';
import { typedText } from '../../cards/read-fields.ts';
import { helpCard, noticeCard } from '../views/chat-cards.ts';
import { chatTexts } from '../views/chat-texts.ts';
import type { ReaderNow } from '../views/reader.ts';
import { retriedCard } from '../features/dead-letters/card.ts';
import type { Verb } from './verbs.ts';
import { parseVerb } from './verbs.ts';
import { parseForm } from '../views/forms/texts.ts';
import type { Picker } from '../views/person-field.ts';
import { answerDuty } from '../features/answering/answer-duty.ts';
import { isItChannel } from '../casework/it-channel.ts';
import { showCoverage } from '../features/overview/coverage/coverage.ts';
import type { Actor } from '../casework/actor.ts';
import { openForm, sendForm, showToActor } from '../features/duty-forms/duty-forms.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import { handInReview, shareReview } from '../features/review/hand-in.ts';
import type { HandingIn } from '../features/review/hand-in.ts';
import { openReview, showList } from '../features/review/lists/open-review.ts';
import type { Offering } from '../features/review/lists/open-review.ts';
import { proveReview } from '../features/review/removals/proof.ts';
import { showRemovals } from '../features/review/removals/removals.ts';
import { keepUnflagged, reviewPage, saveReviewPage } from '../features/review/review.ts';
import { overview, overviewRest } from '../features/overview/lists.ts';
import { myDuties } from '../features/people/my-duties.ts';
import { markReplySent, sendReply, showReply } from '../features/vendor/reply.ts';
import { answerSurvey, remindSurvey, showSurvey, startSurvey } from '../features/survey/survey.ts';
import { retryDeadLetters } from '../features/dead-letters/retry.ts';
import { bringCard, showDuty } from '../features/answering/show-duty.ts';
import type { Services } from '../ports/services.ts';
import { offerClicked } from '../features/files/answers.ts';
import { newDuty, newDutyFormFor, openByHand } from '../features/new-duty/new-duty.ts';
import { openPolicyForm, savePolicyForm, showPolicy } from '../features/policy/policy.ts';
import {
  pausePlan,
  planFormFor,
  removePlan,
  sendPlan,
  showPlans,
  tryPlan,
} from '../features/plans/plans.ts';
import type { Administering } from '../casework/administering.ts';
import { removeEntry, rosterForm, sendRosterForm, showRoster } from '../features/roster/roster.ts';

type Click = Extract<Incoming, { type: 'click' }>;

interface Clicked {
  readonly services: Services;
  readonly click: Click;
  readonly reader: ReaderNow;
  readonly person: Person;
}

const inPlace = (card: Card): Response => ({ messages: [], inPlace: card });

/** Answers a click. The verb and the keys of the card are looked up again; nothing else of it is believed. */
export async function respondToClick(
  services: Services,
  click: Click,
  reader: ReaderNow,
): Promise<Response> {
  const { aadObjectId, name } = click.from;
  const clicked = { services, click, reader, person: { aadObjectId, name } };
  const verb = parseVerb(click.data['do']);
  return verb === undefined ? outdated(clicked) : handlers[verb](clicked);
}

function notice({ click, reader }: Clicked, told: string): Response {
  return inPlace(noticeCard(reader.language, click.at.type, told));
}
const outdated = (clicked: Clicked): Response =>
  notice(clicked, chatTexts[clicked.reader.language].outdated);

/** A new message below, while the card that was clicked stays as it is now. */
async function below(clicked: Clicked, card: Card): Promise<Response> {
  const kept = await present(clicked);
  const toast = chatTexts[clicked.reader.language].below;
  return {
    messages: [{ card, summary: card.fallbackText }],
    ...(kept ? { inPlace: kept } : { toast }),
  };
}

function dutyOf({ click }: Clicked): DutyRef | undefined {
  const id = parseDutyId(click.data['d']);
  return id && { tenant: click.at.tenant, id };
}

/** The duty's card as it stands, for a click that does not change it. */
async function present(clicked: Clicked): Promise<Card | undefined> {
  const { services, person, reader } = clicked;
  const ref = dutyOf(clicked);
  return ref && showDuty(services, ref, person, reader, false);
}

/** Does something with the duty that the card names; a duty of somebody else does not exist here. */
async function withDuty(
  clicked: Clicked,
  act: (ref: DutyRef) => Promise<Card | undefined>,
): Promise<Response> {
  const ref = dutyOf(clicked);
  if (!ref) return outdated(clicked);
  const card = await act(ref);
  return card ? inPlace(card) : notice(clicked, chatTexts[clicked.reader.language].notYours);
}

const numberOf = (raw: unknown, otherwise: number): number => {
  const number = typeof raw === 'string' ? Number(raw) : raw;
  return typeof number === 'number' && Number.isInteger(number) ? number : otherwise;
};

async function answer(clicked: Clicked): Promise<Response> {
  const { services, click, reader, person } = clicked;
  return withDuty(clicked, async (ref) => {
    const formVersion = numberOf(click.data['g'], 0);
    const via = click.data['v'] === 'chat' ? 'chat' : 'card';
    const given = { submitted: click.data, formVersion, via } as const;
    const answering = await answerDuty(services, ref, person, given, reader);
    return answering.type === 'not-yours' ? undefined : answering.card;
  });
}

/** Teams searches a whole organisation only in a personal chat. */
function pickerIn({ from, at }: Click): Picker | undefined {
  if (!from.picker) return undefined;
  return at.type === 'personal' ? 'organisation' : 'conversation';
}

/** Does something with the duty for whoever clicked, with the rights of where that was. */
function asActor(
  clicked: Clicked,
  act: (
    services: Services,
    ref: DutyRef,
    actor: Actor,
    reader: ReaderNow,
  ) => Promise<Card | undefined>,
): Promise<Response> {
  const { services, click, reader, person } = clicked;
  const { tenant, channelId } = click.at;
  return withDuty(clicked, async (ref) => {
    const inItChannel = channelId !== undefined && (await isItChannel(services, tenant, channelId));
    const picker = pickerIn(click);
    return act(services, ref, { person, inItChannel, ...(picker ? { picker } : {}) }, reader);
  });
}

/** What shows names, and so only to one person in their own chat. */
const inPerson =
  (act: (clicked: Clicked, ref: DutyRef) => Promise<Card | undefined>) =>
  (clicked: Clicked): Promise<Response> =>
    clicked.click.at.type === 'personal'
      ? withDuty(clicked, (ref) => act(clicked, ref))
      : Promise.resolve(notice(clicked, chatTexts[clicked.reader.language].onlyPersonal));

function handing({ person, click }: Clicked): HandingIn {
  return { person, picker: pickerIn(click) };
}

/** Does something with a list that somebody dropped; it is theirs alone. */
const offering =
  (act: (asked: Offering, clicked: Clicked) => Promise<Card>) =>
  async (clicked: Clicked): Promise<Response> => {
    const { click, person, reader } = clicked;
    if (click.at.type !== 'personal')
      return notice(clicked, chatTexts[reader.language].onlyPersonal);
    const asked = { person, tenant: click.at.tenant, picker: pickerIn(click) };
    return inPlace(await act(asked, clicked));
  };

/** Changes what the IT team lays down; who may is looked up there. */
const administer =
  (act: (asked: Administering) => Promise<Card>) =>
  async ({ services, click, reader }: Clicked): Promise<Response> =>
    inPlace(await act({ services, from: click.from, at: click.at, data: click.data, reader }));

const handlers: Readonly<Record<Verb, (clicked: Clicked) => Promise<Response>>> = {
  answer,
  correct: (clicked) =>
    withDuty(clicked, (ref) =>
      showDuty(clicked.services, ref, clicked.person, clicked.reader, true),
    ),
  show: (clicked) => asActor(clicked, showToActor),
  form: (clicked) => {
    const name = parseForm(clicked.click.data['f']);
    if (!name) return Promise.resolve(outdated(clicked));
    return asActor(clicked, (services, ref, actor, reader) =>
      openForm(services, ref, actor, name, reader),
    );
  },
  'form-send': (clicked) => {
    const name = parseForm(clicked.click.data['f']);
    if (!name) return Promise.resolve(outdated(clicked));
    const sent = { name, submitted: clicked.click.data };
    return asActor(clicked, (services, ref, actor, reader) =>
      sendForm(services, ref, actor, sent, reader),
    );
  },
  reply: (clicked) => asActor(clicked, showReply),
  'reply-sent': (clicked) => asActor(clicked, markReplySent),
  'reply-send': (clicked) => asActor(clicked, sendReply),
  bring: async (clicked) => {
    const ref = dutyOf(clicked);
    if (!ref) return outdated(clicked);
    const { services, person, click, reader } = clicked;
    const brought = await bringCard(services, ref, person.aadObjectId);
    if (!brought) return notice(clicked, chatTexts[reader.language].notYours);
    return inPlace(await myDuties(services, click.at.tenant, person.aadObjectId, reader));
  },
  'my-duties': async (clicked) => {
    const { services, click, reader, person } = clicked;
    const cursor = typedText(click.data['c']);
    const list = await myDuties(services, click.at.tenant, person.aadObjectId, reader, cursor);
    return cursor === undefined ? below(clicked, list) : inPlace(list);
  },
  overview: async (clicked) =>
    below(clicked, await overview(clicked.services, clicked.click.at.tenant, clicked.reader)),
  'overview-rest': async ({ services, click, reader }) =>
    inPlace(await overviewRest(services, click.at.tenant, click.data['c'], reader)),
  coverage: async ({ services, click, reader }) =>
    inPlace(await showCoverage(services, click.at.tenant, click.data['q'], reader)),
  help: (clicked) => below(clicked, helpCard(clicked.reader.language, clicked.click.at.type)),
  'new-duty': async ({ services, click, reader }) =>
    inPlace(await newDuty(services, click.at, reader.language)),
  'new-duty-form': async ({ services, click, reader }) =>
    inPlace(await newDutyFormFor(services, click.at, click.data, reader)),
  'new-duty-open': async ({ services, click, reader }) =>
    inPlace(await openByHand(services, click.from, click.at, click.data, reader)),
  roster: administer(showRoster),
  'roster-form': administer(rosterForm),
  'roster-send': administer(sendRosterForm),
  'roster-remove': administer(removeEntry),
  plans: administer(showPlans),
  'plan-form': administer(planFormFor),
  'plan-send': administer(sendPlan),
  'plan-try': administer(tryPlan),
  'plan-pause': administer(pausePlan),
  'plan-remove': administer(removePlan),
  'house-rules': administer(showPolicy),
  'house-form': administer(openPolicyForm),
  'house-save': administer(savePolicyForm),
  round: inPerson(({ services, person, reader }, ref) => showSurvey(services, ref, person, reader)),
  'round-start': inPerson(({ services, person, reader, click }, ref) =>
    startSurvey(services, ref, person, click.data, reader),
  ),
  'round-remind': inPerson(({ services, person, reader }, ref) =>
    remindSurvey(services, ref, person, reader),
  ),
  'round-answer': inPerson(({ services, person, reader, click }, ref) =>
    answerSurvey(services, ref, person, click.data['a'], reader),
  ),
  review: (clicked) =>
    withDuty(clicked, (ref) => reviewPage(clicked.services, ref, clicked.person, clicked.reader)),
  'review-save': (clicked) =>
    withDuty(clicked, (ref) => {
      const { data } = clicked.click;
      const page = Math.max(0, numberOf(data['p'], 0));
      const saved = { page, to: numberOf(data['to'], -1), submitted: data };
      return saveReviewPage(clicked.services, ref, clicked.person, saved, clicked.reader);
    }),
  'review-keep-rest': (clicked) =>
    withDuty(clicked, (ref) =>
      keepUnflagged(clicked.services, ref, clicked.person, clicked.reader),
    ),
  'poison-retry': async (clicked) => {
    const { services, click, reader } = clicked;
    const { tenant, channelId } = click.at;
    const allowed = channelId !== undefined && (await isItChannel(services, tenant, channelId));
    if (!allowed) return notice(clicked, chatTexts[reader.language].onlyInItChannel);
    return inPlace(retriedCard(await retryDeadLetters(services, tenant), reader));
  },
  'review-hand-in': (clicked) =>
    withDuty(clicked, (ref) =>
      handInReview(clicked.services, ref, handing(clicked), clicked.reader),
    ),
  'review-hand-in-all': (clicked) =>
    withDuty(clicked, (ref) =>
      handInReview(clicked.services, ref, handing(clicked), clicked.reader, true),
    ),
  'review-share': (clicked) =>
    withDuty(clicked, (ref) =>
      shareReview(clicked.services, ref, handing(clicked), clicked.click.data, clicked.reader),
    ),
  'review-removals': (clicked) => asActor(clicked, showRemovals),
  'review-proof': inPerson(({ services, person, reader, click }, ref) => {
    const given = { draftId: click.data['n'], confirmed: numberOf(click.data['c'], 0) === 1 };
    return proveReview(services, ref, person, given, reader);
  }),
  'review-list': offering((asked, { services, click, reader }) =>
    showList(services, asked, click.data['n'], reader),
  ),
  'review-list-open': offering((asked, { services, click, reader }) =>
    openReview(services, asked, click.data, reader),
  ),
  file: ({ services, click, reader }) => offerClicked(services, click, reader),
};
