import type { FieldMessage } from '../../../cards/fields.ts';
import { seenInput } from '../../../cards/input-ids.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { AnswerCheck, DutyContext, DutyKind } from '../../kinds/kind.ts';
import type { AnswerStep } from '../../kinds/question.ts';
import type { FormState } from '../../views/form-state.ts';
import type { ReaderNow } from '../../views/reader.ts';

/** What becomes of a press: an answer that counts, or the card that asks on. */
export type Pressed =
  | Extract<AnswerCheck, { ok: true }>
  | { readonly ok: false; readonly form: Pick<FormState, 'typed' | 'messages' | 'step'> };

export interface Press {
  readonly submitted: Submitted;
  /** The step that was sent, 0 for a question to which somebody came back; a whole answer says none. */
  readonly step?: number | undefined;
  readonly via?: 'card' | 'chat';
}

/**
 * Reads a press on an answer. An answer that needs nothing more is taken at once; one that does opens its step; a step
 * that is complete opens the next, or is taken. A whole answer that comes at once is taken as it is: so did the cards of
 * one form, which are in chats still.
 */
export function readPress(
  kind: DutyKind,
  { press, context }: { readonly press: Press; readonly context: DutyContext },
  reader: ReaderNow,
): Pressed {
  const { submitted, step } = press;
  const outcome = typeof submitted['outcome'] === 'string' ? submitted['outcome'] : '';
  const question = kind.question(context, { typed: submitted, messages: [] }, reader);
  const steps = kind.steps(context, { outcome, typed: submitted, messages: [] }, reader);
  const first = question?.inputs ?? [];
  const inputs = kind.inputs(context, reader);
  if (!steps) return asked(kind.settle(context, submitted, reader), { typed: submitted });
  const sent = step === undefined || step === 0 ? first : (steps[step - 1]?.inputs ?? []);
  const typed = emptied(submitted, sent);
  const [opened] = steps;
  if (opened && (step === 0 || (step === undefined && isPressOnly(submitted, { inputs, first }))))
    return {
      ok: false,
      form: { typed, step: { outcome, at: 1, pressed: true } },
    };
  const whole = step === undefined;
  // What was typed for another answer, before going back, is none of this one.
  const own = [
    ...first,
    ...steps.flatMap((one) => one.inputs),
    'outcome',
    // What somebody wrote in chat is their remark, whatever the answer.
    ...(press.via === 'chat' ? ['note'] : []),
  ];
  const stepwise = only(submitted, own);
  const taken = whole ? submitted : (kind.meant?.(stepwise) ?? stepwise);
  const settled = kind.settle(context, taken, reader);
  const at = whole ? steps.length : step;
  if (settled.ok && at >= steps.length) return settled;
  const messages = settled.ok ? [] : settled.messages;
  const filled = whole ? emptied(typed, own.filter(isTyped)) : typed;
  return { ok: false, form: { typed: filled, ...goOn(steps, { outcome, at, messages }) } };
}

/** Where it goes on: the first step with something wrong in it, else the next one. */
function goOn(
  steps: readonly AnswerStep[],
  {
    outcome,
    at,
    messages,
  }: {
    readonly outcome: string;
    readonly at: number;
    readonly messages: readonly FieldMessage[];
  },
): Pick<FormState, 'messages' | 'step'> {
  const isIn =
    ({ fields }: AnswerStep) =>
    (message: FieldMessage) =>
      fields.includes(message.field);
  const sent = steps.slice(0, at);
  const wrong = sent.findIndex((one) => messages.some(isIn(one)));
  if (wrong >= 0) {
    const told = messages.filter((one) => sent.some((step) => isIn(step)(one)));
    // A step that asks the same once more says what else is needed, such as who allows an exception.
    const later = steps.slice(0, at + 1).findLastIndex((one) => told.every(isIn(one)));
    const shown = Math.max(wrong, later) + 1;
    // What another step asks is said there, once somebody comes to it.
    const isLater = (one: FieldMessage): boolean =>
      steps.some((step) => isIn(step)(one)) &&
      !steps.slice(0, shown).some((step) => isIn(step)(one));
    const known = messages.filter((one) => !isLater(one));
    return { messages: known, step: { outcome, at: shown } };
  }
  if (at < steps.length) return { step: { outcome, at: at + 1 } };
  return steps.length === 0 ? { messages } : { messages, step: { outcome, at: steps.length } };
}

const asked = (settled: AnswerCheck, { typed }: { readonly typed: Submitted }): Pressed =>
  settled.ok ? settled : { ok: false, form: { typed, messages: settled.messages } };

/** Whether nothing came along but what is asked beside the question. */
const isPressOnly = (submitted: Submitted, { inputs, first }: Inputs): boolean =>
  inputs.every(
    (id) =>
      id === 'outcome' || first.includes(id) || submitted[id] === undefined || submitted[id] === '',
  );

/** All inputs of a duty, and those that are asked beside its question. */
interface Inputs {
  readonly inputs: readonly string[];
  readonly first: readonly string[];
}

/** A client leaves out what is empty: whoever cleared an input finds it empty again. */
const emptied = (submitted: Submitted, inputs: readonly string[]): Submitted => ({
  ...Object.fromEntries(inputs.map((id) => [id, ''])),
  ...submitted,
});

// What is ticked is told by what a whole answer says of each line.
const isTyped = (id: string): boolean => id !== seenInput && !/-(?!day$|time$|\d+$)/.test(id);

const only = (submitted: Submitted, inputs: readonly string[]): Submitted =>
  Object.fromEntries(Object.entries(submitted).filter(([id]) => inputs.includes(id)));
