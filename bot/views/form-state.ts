import type { Element } from '../../cards/card.ts';
import type { FieldMessage } from '../../cards/fields.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import type { LaidDown } from '../duty/duty.ts';

/** What a card shows beside the stored state: a form that is being filled in. */
export interface FormState {
  readonly typed?: Submitted;
  readonly messages?: readonly FieldMessage[];
  /** Shows the form although an answer stands: to correct it, or to answer after all. */
  readonly again?: boolean;
  /** The part of a card that is answered row by row. */
  readonly rows?: readonly Element[];
  /** What the kind asks for beside the duty. */
  readonly laidDown?: LaidDown;
  /** The form was filled in from a sentence. */
  readonly via?: 'chat' | undefined;
  /** Which step of which answer is open; `more` for the other ways on. The question where nothing is said. */
  readonly step?: AnswerStepAt | 'more' | 'question' | undefined;
  /** The answer whose step was left again: everything that was typed there stays with its button. */
  readonly left?: string | undefined;
  /** What became of the click, above how the duty stands. */
  readonly told?: string;
}

/** A step of an answer, counted from 1. */
export interface AnswerStepAt {
  readonly outcome: string;
  readonly at: number;
  /** It was opened by the button of its answer, whose words say something beside it. */
  readonly pressed?: true;
}
