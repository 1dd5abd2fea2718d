import { seenInput } from '../../cards/input-ids.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { typedText } from '../../cards/read-fields.ts';
import { looksLikeSecret } from '../../cards/secrets.ts';
import { shorten } from '../../cards/plain-text.ts';
import type { PersonId } from '../duty/ids.ts';
import type { Duty } from '../duty/duty.ts';
import { answerBy, contextFor } from '../duty/duty.ts';
import { isToVerify } from '../duty/answering/quorum.ts';
import { kindOf } from '../kinds/index.ts';
import type { DutyContext } from '../kinds/kind.ts';
import type { FormState } from './form-state.ts';
import type { ReaderNow } from './reader.ts';

/** What a card of the question needs: the duty cut to what fits, who sees it, and what was typed so far. */
export interface Asked {
  readonly duty: Duty;
  readonly viewer: PersonId;
  readonly form: FormState;
  readonly length: number;
  readonly context: DutyContext;
  readonly known: Submitted;
  readonly typed: Submitted;
}

/** What is known before anything is typed: what the duty says itself, or the answer that is corrected. */
export function knownOf(duty: Duty, viewer: PersonId, reader: ReaderNow): Submitted {
  const mine = answerBy(duty, viewer);
  const context = contextFor(duty, viewer, undefined);
  const kind = kindOf(duty.kind);
  const known = kind.prefill?.(context, reader) ?? {};
  // What was seen before the solution proves nothing about it: whoever verifies looks again.
  if (!mine || isToVerify(duty, viewer)) return known;
  // What was seen is what was answered, and nothing that is taken for granted.
  const { [seenInput]: _, ...others } = known;
  return { ...others, ...kind.typedFor(context, mine.values, reader) };
}

/**
 * What was typed and stands in no input of this card, by input id: a button carries it, and the client writes over it what
 * stands on the card. A text is cut to what fits; what must not be kept does not travel.
 */
export function keptFor(
  form: FormState,
  {
    inputs,
    shown,
    known,
    length,
  }: {
    readonly inputs: readonly string[];
    /** The inputs of this card. */
    readonly shown: readonly string[];
    readonly known: Submitted;
    readonly length: number;
  },
): Readonly<Record<string, string>> {
  const { typed = {}, messages = [] } = form;
  const forgotten = messages.filter(({ forget }) => forget).map(({ field }) => field);
  // Why a "no" is taken back was typed beside the question.
  const kept = [...inputs, 'correction'].filter(
    (id) => id in typed && !shown.includes(id) && !forgotten.includes(id),
  );
  return Object.fromEntries(
    kept.flatMap((id): readonly (readonly [string, string])[] => {
      const text = typedText(typed[id]) ?? '';
      // What was cleared stays so only where something would come back in its place.
      if (text === '' && Object.keys(known).length === 0) return [];
      return looksLikeSecret(text) ? [] : [[id, shorten(text, length)]];
    }),
  );
}
