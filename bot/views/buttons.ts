import {
  defineAction,
  numberPart,
  optional,
  parsedPart,
  textPart,
  wordPart,
} from '../../cards/action.ts';
import { looksLikeSecret } from '../../cards/secrets.ts';
import { parseDutyId } from '../duty/ids.ts';
import { parseQuarter } from '../duty/time/quarter.ts';
import { parseKind } from '../kinds/index.ts';
import { surveyAnswers } from '../kinds/survey.ts';
import { dataClasses } from '../kinds/transfer-securely/rules.ts';
import { formNames } from './forms/texts.ts';

/** What the bot made up, never words: a form that comes back carries it. */
const parseOnce = (raw: unknown): string | undefined =>
  typeof raw === 'string' && /^[\w.:-]{1,100}$/.test(raw) && !looksLikeSecret(raw)
    ? raw
    : undefined;

const duty = parsedPart('d', parseDutyId);
const page = optional(numberPart('p'));
/** Which row of a list is meant, as its own key says. */
const entry = textPart('e', 300);
/** What stood there when the form was shown: a form of something that changed since is noticed. */
const stamp = optional(
  parsedPart('h', (raw) =>
    typeof raw === 'string' && raw.length <= 300 && !looksLikeSecret(raw) ? raw : undefined,
  ),
);
/** A second click on the same form is the same thing. */
const once = parsedPart('n', parseOnce);
/** Which card of a form was sent, and where it leads: a form that was one card says neither. */
const paged = {
  page: optional(numberPart('s')),
  turn: optional(wordPart('b', ['next', 'back'])),
};
const kind = parsedPart('k', parseKind);
const chosenKind = optional(parsedPart('kind', parseKind));

/** The files that a review offers. */
const offeredFiles = ['review-sheet', 'removals'] as const;
/** The forms with which the IT team lays down its policy. */
const policyFormNames = [
  ...dataClasses.map((one) => `routes:${one}` as const),
  'domains',
  'desk',
] as const;

/**
 * Every verb that a button can have, with what it says. A verb that is not here does not exist, and
 * each needs a click beside it in one of the features.
 */
export const buttons = {
  answer: defineAction('answer', {
    duty,
    formVersion: optional(numberPart('g')),
    via: optional(wordPart('v', ['chat'])),
    /** What is answered; the cards of one form had it as an input of this name. */
    outcome: optional(textPart('outcome', 100)),
    /** The step that is sent, 0 for the question once something was typed; a whole answer says none. */
    step: optional(numberPart('s')),
  }),
  answerBack: defineAction('answer-back', {
    duty,
    via: optional(wordPart('v', ['chat'])),
    outcome: optional(textPart('outcome', 100)),
    /** The step that is left. */
    step: numberPart('s'),
  }),
  answerMore: defineAction('answer-more', { duty, via: optional(wordPart('v', ['chat'])) }),
  correct: defineAction('correct', { duty }),
  form: defineAction('form', { duty, form: wordPart('f', formNames) }),
  formSend: defineAction('form-send', { duty, form: wordPart('f', formNames) }),
  /** Somebody who was picked for a finding says yes or no. */
  confirm: defineAction('confirm', {
    duty,
    what: wordPart('w', ['owner', 'risk']),
    finding: textPart('n', 40),
    answer: wordPart('a', ['yes', 'no']),
  }),
  reply: defineAction('reply', { duty }),
  replySent: defineAction('reply-sent', { duty }),
  replySend: defineAction('reply-send', { duty }),
  show: defineAction('show', { duty }),
  /** From a list of everything, for whoever may see that. */
  look: defineAction('look', { duty }),
  bring: defineAction('bring', {
    duty,
    /** The sentence that did not say which duty it was about. */
    typed: optional(textPart('t', 1000)),
  }),
  myDuties: defineAction('my-duties', {
    /** The duty whose card is clicked: it stays as it is. */
    duty: optional(duty),
    cursor: optional(textPart('c', 2000)),
  }),
  overview: defineAction('overview', {}),
  /** The accepted risks, from a place of the list on. */
  risks: defineAction('risks', { from: numberPart('c') }),
  overviewRest: defineAction('overview-rest', { from: numberPart('c') }),
  coverage: defineAction('coverage', { quarter: optional(textPart('q', 10)) }),
  help: defineAction('help', {}),
  useChannel: defineAction('use-channel', {}),
  newDuty: defineAction('new-duty', {}),
  newDutyForm: defineAction('new-duty-form', { kind: chosenKind }),
  newDutyOpen: defineAction('new-duty-open', { kind, once, ...paged }),
  review: defineAction('review', { duty }),
  reviewSave: defineAction('review-save', {
    duty,
    page: numberPart('p'),
    to: numberPart('to'),
    /** Asks for roles and reasons, has them, or goes back from them to the page. */
    notes: optional(wordPart('n', ['ask', 'given', 'back'])),
  }),
  reviewKeepRest: defineAction('review-keep-rest', {
    duty,
    /** The places of those whose names were shown; without them the names are shown first. */
    rows: optional(textPart('r', 3000)),
  }),
  reviewHandIn: defineAction('review-hand-in', { duty }),
  reviewHandInAll: defineAction('review-hand-in-all', { duty }),
  reviewShare: defineAction('review-share', { duty }),
  reviewRemovals: defineAction('review-removals', { duty }),
  reviewProof: defineAction('review-proof', {
    duty,
    draft: textPart('n', 100),
    /** What was said of the list so far, a bit each. */
    answers: optional(numberPart('c')),
  }),
  reviewList: defineAction('review-list', { draft: textPart('n', 100) }),
  reviewColumns: defineAction('review-columns', { draft: textPart('n', 100) }),
  reviewColumnsRead: defineAction('review-columns-read', { draft: textPart('n', 100) }),
  reviewListOpen: defineAction('review-list-open', {
    draft: textPart('n', 100),
    /** The form was drawn with the people picker. */
    picker: optional(numberPart('p')),
    ...paged,
  }),
  keep: defineAction('keep', { duty, offer: textPart('o', 60) }),
  keepNot: defineAction('keep-not', { offer: textPart('o', 60) }),
  file: defineAction('file', { duty, file: wordPart('f', offeredFiles) }),
  dossier: defineAction('dossier', {
    quarter: parsedPart('q', parseQuarter),
    control: optional(textPart('c', 20)),
    words: wordPart('w', ['nl', 'en']),
  }),
  roster: defineAction('roster', { page }),
  rosterForm: defineAction(
    'roster-form',
    { form: wordPart('f', ['entry', 'change', 'offices', 'list']) },
    { entry: optional(entry) },
  ),
  rosterSend: defineAction('roster-send', {
    form: wordPart('f', ['entry', 'offices', 'list']),
    entry: optional(entry),
    stamp,
    ...paged,
  }),
  rosterRemove: defineAction('roster-remove', { entry }),
  plans: defineAction('plans', { page }),
  planForm: defineAction(
    'plan-form',
    { form: wordPart('f', ['kind', 'new', 'change']) },
    { plan: optional(entry), kind: optional(kind) },
  ),
  planSend: defineAction('plan-send', {
    kind,
    once,
    stamp,
    tries: optional(wordPart('t', ['try'])),
    ...paged,
  }),
  planTry: defineAction('plan-try', { page }, { plan: optional(entry) }),
  planPause: defineAction('plan-pause', { page }, { plan: optional(entry) }),
  planRemove: defineAction('plan-remove', { plan: entry }),
  policy: defineAction('house-rules', {}),
  policyForm: defineAction('house-form', {}, { form: optional(wordPart('f', policyFormNames)) }),
  policySave: defineAction('house-save', { form: wordPart('f', policyFormNames), stamp }),
  survey: defineAction('round', { duty }),
  surveyStart: defineAction('round-start', { duty }),
  surveyRemind: defineAction('round-remind', { duty }),
  surveyAnswer: defineAction('round-answer', {
    duty,
    answer: wordPart('a', [...surveyAnswers.message, ...surveyAnswers.pulse]),
  }),
  leavers: defineAction('leavers', {
    /** Which question is answered. */
    asked: textPart('n', 40),
    answer: wordPart('a', ['hand-on', 'leave']),
  }),
  awayHandOver: defineAction('away-hand-over', {}),
  awayEnd: defineAction('away-end', {}),
  channelAnswer: defineAction('channel-answer', {
    claim: textPart('c', 100),
    answer: wordPart('a', ['yes', 'no']),
  }),
  deadLettersRetry: defineAction('poison-retry', {}),
} as const;

export type ButtonName = keyof typeof buttons;

/** What a click with a button says, as the features get it. */
export type Said<B extends ButtonName> = NonNullable<ReturnType<(typeof buttons)[B]['read']>>;
