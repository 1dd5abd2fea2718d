import { readPress } from '../../../bot/features/answering/next-step.ts';
import { contextFor } from '../../../bot/duty/duty.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { AnswerCheck, ReaderNow } from '../../../bot/kinds/kind.ts';
import type { FormState } from '../../../bot/views/form-state.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { anna } from '../duties/duties.ts';
import type { Answers, Card } from './card-reader.ts';
import { press } from './card-reader.ts';
import { asPlain } from './duty-cards.ts';
import { nextPress } from './walk.ts';

/** What came of an answer that was given on the cards, step by step. */
export interface Given {
  /** Undefined where it did not come to an answer. */
  readonly settled: Extract<AnswerCheck, { ok: true }> | undefined;
  /** The cards on which something was pressed. */
  readonly cards: readonly Card[];
  /** The card that came back with what is wrong, where it did. */
  readonly refused: Card | undefined;
}

const mostSteps = 6;

/** Gives an answer as a person does, without a bot: each card is pressed, and what comes next is pressed in turn. */
export function give(duty: Duty, answers: Answers, reader: ReaderNow): Given {
  const viewer = anna.aadObjectId;
  const kind = kindOf(duty.kind);
  const context = { ...contextFor(duty, viewer, undefined), answerer: anna.name };
  const cards: Card[] = [];
  let form: FormState = { again: true };
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const card = asPlain(dutyCard(duty, { viewer, form }, reader));
    const next = form.messages?.length ? undefined : nextPress(card, answers);
    if (!next) return { settled: undefined, cards, refused: card };
    cards.push(card);
    const { data } = press(card, next.title, next.answers);
    const { s } = data;
    const step = typeof s === 'number' ? s : undefined;
    const pressed = readPress(kind, { press: { submitted: data, step }, context }, reader);
    if (pressed.ok) return { settled: pressed, cards, refused: undefined };
    form = { ...pressed.form, again: true };
  }
  return { settled: undefined, cards, refused: undefined };
}

/** Every card that can ask for this answer: the question, and each step with what was typed so far. */
export function cardsAsking(
  duty: Duty,
  {
    outcome,
    typed = {},
  }: { readonly outcome: string; readonly typed?: Readonly<Record<string, unknown>> },
  reader: ReaderNow,
): readonly Card[] {
  const viewer = anna.aadObjectId;
  const steps =
    kindOf(duty.kind)
      .steps(duty, { outcome, typed, messages: [] }, reader)
      ?.map((_, at) => at + 1) ?? [];
  const shown = (form: FormState): Card =>
    asPlain(dutyCard(duty, { viewer, form: { typed, again: true, ...form } }, reader));
  const { outcome: _, ...before } = typed;
  return [
    shown({ typed: before, left: outcome }),
    ...steps.map((at) => shown({ step: { outcome, at } })),
  ];
}
