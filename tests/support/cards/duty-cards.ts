import type { Card } from '../../../cards/card.ts';
import { cardFaults as faultsForUs } from '../../../cards/limits.ts';
import { kindOf, parseKind } from '../../../bot/kinds/index.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { channelCard } from '../../../bot/views/channel-card.ts';
import type { ReaderNow } from '../../../bot/views/reader.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { newDutyForm, newDutyPages } from '../../../bot/features/new-duty/card.ts';
import { planPages } from '../../../bot/features/plans/fields.ts';
import { planForm } from '../../../bot/features/plans/forms.ts';
import { after, answered, withdrawal } from '../duties/answers.ts';
import type { Card as PlainCard } from './card-reader.ts';
import { cardFaults } from './card-reader.ts';
import { anna, bram, carla, dutch } from '../duties/duties.ts';
import { coverOf, reviewCards } from './review-cards.ts';

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
  const { byRow } = kindOf(duty.kind);
  // What is decided row by row is never shown without its rows where it is asked.
  const form = {
    again: true,
    ...(byRow ? coverOf({ duty, rows }, { kept: rows.length }, reader) : {}),
  };
  return [
    ...states.flatMap(([state, now]): readonly NamedCard[] => [
      ...(byRow && state === 'open'
        ? []
        : ([
            [`${state}, to the person asked`, dutyCard(now, { viewer: aadObjectId }, reader)],
          ] as const)),
      [`${state}, to somebody else`, dutyCard(now, { viewer: bram.aadObjectId }, reader)],
      [`${state}, in the channel`, channelCard(now, reader)],
      [`${state}, to be corrected`, dutyCard(now, { viewer: aadObjectId, form }, reader)],
    ]),
    ...stepCards(duty, reader),
    ...(byRow ? reviewCards({ duty, rows }, reader) : []),
    ...handForms(duty, reader),
  ];
}

/** Each step of each answer, and the other ways on. */
export function stepCards(duty: Duty, reader: ReaderNow): readonly NamedCard[] {
  const kind = kindOf(duty.kind);
  const { aadObjectId } = anna;
  const none = { typed: {}, messages: [] };
  const laidDown = { colleagues: { people: [bram, carla] } };
  const answers = kind.question(duty, none, reader)?.answers ?? [];
  return [
    ...answers.flatMap(({ value }) =>
      (kind.steps(duty, { outcome: value, ...none }, reader) ?? []).map((_, at): NamedCard => {
        const pressed = at === 0 ? { pressed: true as const } : {};
        const form = { step: { outcome: value, at: at + 1, ...pressed }, laidDown };
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
