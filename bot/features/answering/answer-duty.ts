import type { Stored } from '../../ports/stored.ts';
import type { Person } from '../../duty/ids.ts';
import { readForm } from '../../../cards/read-form.ts';
import { takesReason } from '../../duty/answering/correcting.ts';
import { correctionFields } from '../../views/duty/correction.ts';
import type { Card } from '../../../cards/card.ts';
import type { FieldMessage } from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Verdict } from '../../duty/decide.ts';
import type { Duty, LaidDown } from '../../duty/duty.ts';
import { assigneeOf, contextFor } from '../../duty/duty.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dutyCard } from '../../views/duty/duty-card.ts';
import { shownCard } from '../../duty/record/shown.ts';
import { words } from '../../views/texts.ts';
import { changeReadDuty } from '../../casework/change-duty.ts';
import { laidDownFor } from '../../casework/people/laid-down.ts';
import type { Picker } from '../../kinds/people/person-field.ts';
import type { Services } from '../../ports/services.ts';
import type { Press, Pressed } from './next-step.ts';
import { readPress } from './next-step.ts';
import { namedIn } from './named-people.ts';

export type AnswerResult =
  | {
      readonly type: 'settled';
      readonly verdict: Verdict;
      readonly duty: Duty;
      readonly card: Card;
    }
  /** Something is missing or wrong; nothing was stored and the card says what. */
  | { readonly type: 'not-yet'; readonly duty: Duty; readonly card: Card }
  /** The duty does not exist or is not this person's: the two are not told apart. */
  | { readonly type: 'not-yours' };

/** Who answers which duty, as it was read. */
export interface Answering {
  readonly services: Services;
  readonly read: Stored<Duty>;
  readonly person: Person;
  readonly picker?: Picker | undefined;
  readonly reader: ReaderNow;
}

/** What came with the click. */
export interface Given extends Press {
  readonly formVersion: number;
  readonly via: 'card' | 'chat';
}

/**
 * Takes an answer from a person. Who may answer is read from the store; what was sent along with
 * the click is only read as an answer. One transaction, beside the read that came before.
 */
export async function answerDuty(
  { services, read, person, picker, reader }: Answering,
  { submitted, step, formVersion, via }: Given,
): Promise<AnswerResult> {
  let open: Extract<Pressed, { ok: false }>['form'] | undefined;
  let laidDown: LaidDown = {};
  const changed = await changeReadDuty(services, read, async (duty) => {
    open = undefined;
    if (!assigneeOf(duty, person.aadObjectId)) return undefined;
    const kind = kindOf(duty.kind);
    const { outcome: typed } = submitted;
    const filling = { person: person.aadObjectId, picker, outcome: typed, typed: submitted };
    laidDown = await laidDownFor(services, duty, filling);
    const context = { ...contextFor(duty, person.aadObjectId, laidDown), answerer: person.name };
    const pressed = readPress(kind, { press: { submitted, step, via }, context }, reader);
    if (!pressed.ok) {
      open = pressed.form;
      return undefined;
    }
    const { outcome } = pressed;
    const given = { duty, context, values: pressed.values, by: person, picker };
    const named = await namedIn(services, given, reader);
    if ('messages' in named) {
      open = {
        typed: submitted,
        messages: named.messages,
        step: { outcome: String(typed), at: step ?? 1 },
      };
      return undefined;
    }
    const { values, people } = named;
    const { owner } = people;
    const bearer = people[kind.bearer ?? ''];
    const at = step === undefined ? {} : { step: { outcome: String(typed), at: step } };
    const form = { typed: submitted, laidDown, ...at };
    const card = dutyCard(duty, { viewer: person.aadObjectId, form }, reader);
    return {
      type: 'answered',
      shows: shownCard(card, step === undefined ? 'question' : 'step'),
      by: person,
      outcome,
      values,
      formVersion,
      via,
      ...(owner && outcome === 'problem' ? { owner } : {}),
      ...(bearer && outcome === 'problem' ? { bearer } : {}),
      ...(takesReason(duty, person.aadObjectId) ? correctionReason(submitted, reader) : {}),
    };
  });
  if (!changed || !assigneeOf(changed.duty, person.aadObjectId)) return { type: 'not-yours' };
  const { duty, verdict } = changed;
  if (open) {
    const form = { ...open, via: via === 'chat' ? via : undefined, again: true, laidDown };
    return {
      type: 'not-yet',
      duty,
      card: dutyCard(duty, { viewer: person.aadObjectId, form }, reader),
    };
  }
  const message = refusal(verdict, reader);
  if (message) {
    const messages = [message];
    const { outcome } = submitted;
    // Why a "no" is taken back is asked beside the question, everything else in the step.
    const inStep = typeof outcome === 'string' && message.field !== 'correction';
    const at = inStep ? { step: { outcome, at: step ?? 1 } } : { step: 'question' as const };
    const form = { typed: submitted, messages, again: true, ...at, laidDown };
    return {
      type: 'not-yet',
      duty,
      card: dutyCard(duty, { viewer: person.aadObjectId, form }, reader),
    };
  }
  const told = verdict === 'too-late' ? { told: words[reader.language].tooLate } : {};
  const settled = dutyCard(
    duty,
    { viewer: person.aadObjectId, form: { ...told, laidDown } },
    reader,
  );
  return { type: 'settled', verdict, duty, card: settled };
}

/** What is wrong with an answer that could be read and does not count so. */
function refusal(verdict: Verdict, { language }: ReaderNow): FieldMessage | undefined {
  const { notIndependent, correctedTooOften, writeOut } = words[language];
  switch (verdict) {
    case 'not-independent':
      return { field: 'outcome', message: notIndependent };
    case 'too-often':
      return { field: 'outcome', message: correctedTooOften };
    case 'needs-reason':
      return { field: 'correction', message: writeOut };
    default:
      return undefined;
  }
}

/** Why a "no" is taken back, as it was typed beside the answer. */
function correctionReason(submitted: Submitted, reader: ReaderNow): { readonly reason?: string } {
  const read = readForm(correctionFields, submitted, reader);
  const reason = read.ok ? read.values['correction'] : undefined;
  return typeof reason === 'string' ? { reason } : {};
}
