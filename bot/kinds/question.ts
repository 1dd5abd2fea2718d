import type { Element, Fact } from '../../cards/card.ts';
import type { FieldMessage } from '../../cards/fields.ts';
import type { Submitted } from '../../cards/read-fields.ts';

/** What was typed so far, and what is wrong with it. */
export interface Given {
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
}

/** The question of a duty with the answers that can be pressed, in the order of the card. */
export interface Question {
  readonly text: string;
  readonly answers: readonly {
    readonly value: string;
    readonly title: string;
    /** Whoever chooses it says that they cannot judge it. */
    readonly unable: boolean;
  }[];
  /** What is asked beside it, whatever the answer. */
  readonly inputs: readonly string[];
  readonly fields: readonly string[];
  readonly elements: readonly Element[];
}

/** One step after an answer was chosen. */
export interface AnswerStep {
  readonly title: string;
  readonly inputs: readonly string[];
  readonly fields: readonly string[];
  readonly elements: readonly Element[];
}
export type AnswerSteps = readonly AnswerStep[] | undefined;

/** The same, and which answer was chosen. */
export interface Chosen extends Given {
  readonly outcome: string;
}

/** What a press says beside what stands on the card. */
export interface Pressed {
  /** What the words on the button of an answer say beside it. */
  readonly says?: (outcome: string) => Submitted;
  /** What was sent of a step, with what its empty inputs mean. */
  readonly meant?: (submitted: Submitted) => Submitted;
}

/** A page outside Teams that belongs to the duty. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

export interface Introduction {
  /** Where it plays, beside the system: an environment, for instance. */
  readonly place?: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly link?: Link;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly bad: boolean;
}
export interface Summary {
  readonly figures: readonly Figure[];
  readonly facts: readonly Fact[];
}
