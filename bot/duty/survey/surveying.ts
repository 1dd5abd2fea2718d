import { cut } from '../../../cards/plain-text.ts';
import { maxNameInSurvey, maxPeopleInSurvey } from './state.ts';
import type { Survey, SurveyMember } from './state.ts';
import type { Instant, Person, PersonId } from '../ids.ts';
import type { Json } from '../../kinds/kind.ts';
import { tallyOf } from '../../kinds/survey.ts';
import type { Duty } from '../duty.ts';
import { assigneeOf } from '../duty.ts';
import type { Decision, Of, Wanted } from '../events.ts';
import { changed, unchanged } from '../events.ts';
import { nextMinute } from '../time/instant.ts';
import type { RecordDraft } from '../record/record.ts';
import { mayRemind, mayStartSurvey, memberOf, silentIn } from './survey.ts';

// A change is one transaction of 100 rows: the state, these cards and the next page.
const cardsPerPage = 40;
// The card and its last reminder; an older copy still says the truth when it is clicked.
const copiesKept = 2;

/** An assignee lets the bot ask people; their cards go out page by page. */
export function surveyStarted(duty: Duty, event: Of<'survey-started'>, now: Instant): Decision {
  const { by, survey: type, text, people, day } = event;
  if (!assigneeOf(duty, by.aadObjectId)) return unchanged(duty, 'not-assigned');
  if (duty.survey) return unchanged(duty, 'repeated');
  if (!mayStartSurvey(duty)) return unchanged(duty, 'too-late');
  const asked = distinct(people).slice(0, maxPeopleInSurvey);
  const survey: Survey = {
    type,
    text,
    startedAt: now,
    by,
    sentOn: day,
    reminders: 0,
    people: asked.map((person) => ({ ...person, delivery: 'pending' })),
  };
  // No type of record is called so: what is told here is that the message leaves, and to whom.
  const draft: RecordDraft = {
    type: 'delivered',
    by,
    data: {
      survey: { type, step: 'started', text, people: asked.map((one): Json => ({ ...one })) },
    },
  };
  return changed({ ...duty, survey }, [draft], [...pageFrom(0, 'send'), ...seen(duty)]);
}

function distinct(people: readonly Person[]): readonly Person[] {
  const byId = new Map(
    people.map(({ aadObjectId, name }) => [
      aadObjectId,
      { aadObjectId, name: cut(name, maxNameInSurvey) },
    ]),
  );
  return [...byId.values()];
}

const pageFrom = (from: number, step: 'send' | 'edit'): Wanted => [
  { do: 'survey-page', from, step },
];

/** The channel and whoever has the duty see how far the survey is. */
function seen(duty: Duty): Wanted {
  return [
    ...duty.assignees
      .filter(({ messages }) => messages.length > 0)
      .map(({ aadObjectId }) => ({ do: 'edit-cards' as const, person: aadObjectId })),
    { do: 'show-channel' },
  ];
}

/** The next page of a survey: its cards, and the page after it; after the last one the totals are shown. */
export function surveyPaged(duty: Duty, { from, step }: Of<'survey-paged'>): Decision {
  const { survey } = duty;
  if (!survey || (step === 'send' && duty.status === 'withdrawn')) return unchanged(duty, 'done');
  const left = survey.people
    .map((one, at) => ({ one, at }))
    .filter(({ one, at }) => at >= from && isWanted(one, step));
  const page = left.slice(0, cardsPerPage);
  const last = page.at(-1);
  const cards = page.map(({ one }) => ({
    do: 'survey-card' as const,
    person: one.aadObjectId,
    step,
  }));
  return changed(duty, [], [...cards, ...(last ? pageFrom(last.at + 1, step) : seen(duty))]);
}

function isWanted({ answer, delivery, messages }: SurveyMember, step: 'send' | 'edit'): boolean {
  if (answer !== undefined) return false;
  return step === 'send' ? delivery === 'pending' : (messages ?? []).length > 0;
}

function withMember(
  duty: Duty,
  {
    survey,
    person,
    change,
  }: {
    readonly survey: Survey;
    readonly person: PersonId;
    readonly change: (one: SurveyMember) => SurveyMember;
  },
): Duty {
  const people = survey.people.map((one) => (one.aadObjectId === person ? change(one) : one));
  return { ...duty, survey: { ...survey, people } };
}

/** The card of a survey arrived. */
export function surveyDelivered(duty: Duty, event: Of<'survey-delivered'>): Decision {
  const { person, message } = event;
  const one = memberOf(duty, person);
  if (!duty.survey || !one) return unchanged(duty, 'not-assigned');
  const after = withMember(duty, {
    survey: duty.survey,
    person,
    change: (before) => ({
      ...before,
      delivery: 'delivered',
      messages: [...(before.messages ?? []), ...(message === undefined ? [] : [message])].slice(
        -copiesKept,
      ),
    }),
  });
  const { aadObjectId, name } = one;
  const draft: RecordDraft = {
    type: 'delivered',
    data: { to: { aadObjectId, name }, survey: { type: duty.survey.type } },
    shows: event.shows,
  };
  // What happened while the card was under way is not on it yet.
  const stale = one.answer !== undefined || duty.status === 'withdrawn';
  return changed(after, [draft], stale ? [{ do: 'survey-card', person, step: 'edit' }] : []);
}

/** The card of a survey did not arrive, and why. */
export function surveyUndeliverable(duty: Duty, event: Of<'survey-undeliverable'>): Decision {
  const { person, reason } = event;
  const one = memberOf(duty, person);
  if (!duty.survey || !one) return unchanged(duty, 'not-assigned');
  if (one.delivery === reason) return unchanged(duty, 'repeated');
  const after = withMember(duty, {
    survey: duty.survey,
    person,
    change: (before) => ({
      ...before,
      delivery: reason,
    }),
  });
  const { aadObjectId, name } = one;
  const draft: RecordDraft = {
    type: 'undeliverable',
    data: { to: { aadObjectId, name }, reason, survey: { type: duty.survey.type } },
  };
  return changed(after, [draft], []);
}

/**
 * Somebody who was asked has read it, or answered the question. The first answer stands. One that comes
 * when the duty is closed is kept all the same, with what the duty was then.
 */
export function surveyAnswered(duty: Duty, event: Of<'survey-answered'>, now: Instant): Decision {
  const { by, answer } = event;
  const one = memberOf(duty, by.aadObjectId);
  if (!duty.survey || !one) return unchanged(duty, 'not-assigned');
  if (one.answer !== undefined) return unchanged(duty, 'repeated');
  const after = withMember(duty, {
    survey: duty.survey,
    person: by.aadObjectId,
    change: (before) => ({
      ...before,
      answer,
      at: now,
    }),
  });
  const closed = duty.status === 'fulfilled' || duty.status === 'withdrawn';
  const draft: RecordDraft = {
    type: 'answered',
    by,
    outcome: 'fulfilled',
    data: { survey: { type: duty.survey.type, answer, ...(closed ? { after: duty.status } : {}) } },
  };
  return changed(
    after,
    [draft],
    [{ do: 'survey-card', person: by.aadObjectId, step: 'edit' }, ...shownAfter(duty, after, now)],
  );
}

/**
 * A thousand answers are not a thousand edits: the channel follows twenty steps at once and what is between
 * them once a minute, the assignees, who may be typing in their cards, four steps.
 */
function shownAfter(before: Duty, after: Duty, now: Instant): Wanted {
  const passes = (steps: number): boolean => stepOf(before, steps) !== stepOf(after, steps);
  if (passes(4)) return seen(after);
  return [{ do: 'show-channel', ...(passes(20) ? {} : { notBefore: nextMinute(now) }) }];
}

function stepOf({ survey }: Duty, steps: number): number {
  if (!survey) return 0;
  const { answered, people } = tallyOf(survey);
  return Math.floor((steps * answered) / people);
}

/** An assignee asks those who have not answered once more; at most once a day. */
export function surveyReminded(duty: Duty, { by, day }: Of<'survey-reminded'>): Decision {
  const { survey } = duty;
  if (!assigneeOf(duty, by.aadObjectId)) return unchanged(duty, 'not-assigned');
  if (!survey || !mayRemind(duty, day)) return unchanged(duty, 'repeated');
  const after: Duty = {
    ...duty,
    survey: {
      ...survey,
      sentOn: day,
      reminders: survey.reminders + 1,
      people: survey.people.map((one) =>
        one.answer === undefined ? { ...one, delivery: 'pending' } : one,
      ),
    },
  };
  const draft: RecordDraft = {
    type: 'reminded',
    by,
    data: { survey: { type: survey.type, people: silentIn(survey).length } },
  };
  return changed(after, [draft], pageFrom(0, 'send'));
}

/** A duty that was taken back asks nobody any more: the cards that wait for an answer say so. */
export function surveyFollows(before: Duty, after: Duty): Wanted {
  const ends = after.status === 'withdrawn' && before.status !== 'withdrawn';
  return ends && after.survey ? pageFrom(0, 'edit') : [];
}
