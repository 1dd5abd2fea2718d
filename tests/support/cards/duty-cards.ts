import type { Card } from '../../../cards/card.ts';
import { cardFaults as faultsForUs } from '../../../cards/limits.ts';
import {
  accountSchema,
  flagsOf,
  maxNote,
  totalsOf,
} from '../../../bot/kinds/review-access/accounts.ts';
import { kindOf, parseKind } from '../../../bot/kinds/index.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { channelCard } from '../../../bot/views/channel-card.ts';
import type { ReaderNow } from '../../../bot/views/reader.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { newDutyForm, newDutyPages } from '../../../bot/features/new-duty/card.ts';
import { noteCard } from '../../../bot/features/review/note-card.ts';
import { planPages } from '../../../bot/features/plans/fields.ts';
import { planForm } from '../../../bot/features/plans/forms.ts';
import type { ReviewRow } from '../../../bot/features/review/page-card.ts';
import {
  decisionInput,
  noteInput,
  reviewCover,
  reviewPageCard,
  rowsPerPage,
} from '../../../bot/features/review/page-card.ts';
import { after, answered, withdrawal } from '../duties/answers.ts';
import type { Card as PlainCard } from './card-reader.ts';
import { cardFaults } from './card-reader.ts';
import { anna, bram, carla, dutch, fixedNow } from '../duties/duties.ts';

/** A card by the situation in which it is shown. */
export type NamedCard = readonly [situation: string, card: Card];

/** Every card that shows a duty: to the person asked, to somebody else and to the channel, in each state. */
export function everyCard(
  duty: Duty,
  rows: readonly Json[],
  reader: ReaderNow,
): readonly NamedCard[] {
  const states: readonly (readonly [string, Duty])[] = [
    ['open', duty],
    ['unable', answered(duty, 'unable')],
    ['fulfilled', answered(duty, 'fulfilled')],
    ['problem', answered(duty, 'problem')],
    ['withdrawn', after(duty, withdrawal)],
  ];
  const { aadObjectId } = anna;
  return [
    ...states.flatMap(([state, now]): readonly NamedCard[] => [
      [`${state}, to the person asked`, dutyCard(now, { viewer: aadObjectId }, reader)],
      [`${state}, to somebody else`, dutyCard(now, { viewer: bram.aadObjectId }, reader)],
      [`${state}, in the channel`, channelCard(now, reader)],
      [
        `${state}, to be corrected`,
        dutyCard(now, { viewer: aadObjectId, form: { again: true } }, reader),
      ],
    ]),
    ...stepCards(duty, reader),
    ...(kindOf(duty.kind).byRow ? reviewCards(duty, rows, reader) : []),
    ...handForms(duty, reader),
  ];
}

/** Each step of each answer, and the other ways on. */
export function stepCards(duty: Duty, reader: ReaderNow): readonly NamedCard[] {
  const kind = kindOf(duty.kind);
  const { aadObjectId } = anna;
  const none = { typed: {}, messages: [] };
  const answers = kind.question(duty, none, reader)?.answers ?? [];
  return [
    ...answers.flatMap(({ value }) =>
      (kind.steps(duty, { outcome: value, ...none }, reader) ?? []).map((_, at): NamedCard => {
        const pressed = at === 0 ? { pressed: true as const } : {};
        const form = { step: { outcome: value, at: at + 1, ...pressed } };
        return [
          `“${value}” pressed, step ${String(at + 1)}`,
          dutyCard(duty, { viewer: aadObjectId, form }, reader),
        ];
      }),
    ),
    ['“more” pressed', dutyCard(duty, { viewer: aadObjectId, form: { step: 'more' } }, reader)],
  ];
}

/** The cards of the forms with which the IT team opens and plans one; what only the bot opens has none. */
function handForms(duty: Duty, reader: ReaderNow): readonly NamedCard[] {
  const kind = parseKind(duty.kind);
  if (!kind) return [];
  const people = [anna, bram, carla];
  const shown = { once: 'form-1', people, typed: {}, messages: [] };
  return [
    ...newDutyPages(kind, people).map((_, at): NamedCard => [
      `opened by hand, card ${String(at + 1)}`,
      newDutyForm(kind, { ...shown, reader, at: at + 1 }),
    ]),
    ...planPages(kind, people).map((_, at): NamedCard => [
      `planned, card ${String(at + 1)}`,
      planForm({ ...shown, kind, plan: undefined, at: at + 1 }, reader.language),
    ]),
  ];
}

function reviewCards(duty: Duty, rows: readonly Json[], reader: ReaderNow): readonly NamedCard[] {
  const page = reviewRows(rows);
  const picks = new Map([[0, { decision: 'keep' }]] as const);
  const begun = totalsOf(rows.length, new Map());
  const totals = totalsOf(rows.length, picks);
  const whole = { ...totals, keep: rows.length, undecided: 0 };
  const cover = (seen: typeof totals, rest: number): Card =>
    dutyCard(
      duty,
      {
        viewer: anna.aadObjectId,
        form: {
          rows: reviewCover(
            duty,
            { totals: seen, unflagged: rest, told: 'Twee accounts staan op ‘Houden’.' },
            reader.language,
          ),
        },
      },
      reader,
    );
  const shown = { page: 1, pages: 3, totals, typed: {} };
  const typed = Object.fromEntries(
    page.flatMap(({ at }) => [
      [decisionInput(at), 'change'],
      [noteInput(at), '"'.repeat(maxNote)],
    ]),
  );
  const faulty = page.map((row): ReviewRow => ({ ...row, problem: 'not-a-choice' }));
  const unsaid = page.map((row): ReviewRow => ({ ...row, problem: 'new-role' }));
  return [
    ['the review not begun', cover(begun, rows.length)],
    ['the review begun', cover(totals, 0)],
    ['the review complete', cover(whole, 0)],
    ['a page of the review', reviewPageCard(duty, { ...shown, first: 0, rows: page }, reader)],
    [
      'a page that came back',
      reviewPageCard(duty, { ...shown, first: 0, rows: faulty, typed }, reader),
    ],
    ['roles and reasons', noteCard(duty, { rows: unsaid, typed, page: 1, to: 2 }, reader)],
  ];
}

function reviewRows(rows: readonly Json[]): readonly ReviewRow[] {
  return rows.slice(0, rowsPerPage).map((row, at): ReviewRow => {
    const account = accountSchema.parse(row);
    const flags = flagsOf(account, { reviewer: anna.name, now: fixedNow });
    return { at, account, flags, pick: undefined, problem: undefined };
  });
}

/** What is wrong with a card by both measures: the bot's own and the tests'. Empty when it may be sent. */
export function faultsOf(card: Card): readonly string[] {
  return [...new Set([...faultsForUs(card), ...cardFaults(asPlain(card))])];
}

/** The smallest limit that any Teams client or cloud has had for a card: 28 KB, counted as UTF-16. */
export const mostBytes = 28_672;

export function bytesOf(card: Card | PlainCard): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf16le');
}

/** The card as it travels. */
export function asPlain(card: Card): PlainCard {
  return JSON.parse(JSON.stringify(card)) as PlainCard;
}

export const readers: readonly (readonly [string, ReaderNow])[] = [
  ['Dutch', dutch],
  ['English', { ...dutch, language: 'en' }],
];
