import { z } from 'zod';
import { choice, line, paragraph } from '../../../cards/fields.ts';
import { defineDuty } from '../define.ts';
import { nilReturnSentences } from './sentences.ts';
import { eventKinds, nilReturnTexts, quarterInWords } from './texts.ts';

const details = z.strictObject({
  /** The kind of duty of which there was none. */
  kind: z.enum(eventKinds),
  /** The quarter that is over, `2026-Q3`. */
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/, 'must be a quarter such as 2026-Q3'),
});

const missing = {
  one: { field: 'what', problem: 'which' },
  checked: { field: 'what', problem: 'which' },
  unknown: { field: 'note', problem: 'whoKnows' },
} as const;

/**
 * The question that the bot itself asks after a quarter without a single duty of a kind: was there really
 * none? Nobody else opens it, so it stands beside the kinds of the contract and has no form by hand.
 */
export const nilReturn = defineDuty({
  kind: 'nil-return',
  occurs: 'by-plan',
  solvedBy: 'customer',
  // Compliance with policies, rules and standards: that nothing had to be done is looked at too.
  control: 'A.5.36',
  details,
  fields: {
    outcome: choice('none', 'one', 'checked', 'unknown'),
    what: line(200),
    note: paragraph(1500),
  },
  outcomes: { none: 'fulfilled', one: 'problem', checked: 'fulfilled', unknown: 'unable' },
  asks: () => ({
    none: [],
    one: [['what', 'note']],
    checked: [['what', 'note']],
    unknown: [['note']],
  }),
  check: ({ outcome, what, note }) => {
    if (outcome === 'none') {
      return what === undefined ? [] : [{ field: 'outcome', problem: 'thenThereWas' } as const];
    }
    const asked = missing[outcome];
    const lacks = (asked.field === 'what' ? what : note) === undefined;
    const how =
      outcome === 'checked' && note === undefined
        ? [{ field: 'note', problem: 'howChecked' } as const]
        : [];
    return [...(lacks ? [asked] : []), ...how];
  },
  introduction: ({ kind, quarter }, { language }) => {
    const words = nilReturnTexts[language];
    const spoken = quarterInWords(quarter, language);
    return {
      text: words.question(words.events[kind], spoken),
      facts: [{ title: words.quarter, value: spoken }],
    };
  },
  opens: ({ outcome }, { kind }) => (outcome === 'one' ? kind : undefined),
  texts: nilReturnTexts,
  sentences: nilReturnSentences,
  byHand: { fields: {}, words: { nl: {}, en: {} }, details: () => ({}) },
});

/** What a nil return is about, read from the details with which it was opened. */
export const nilReturnOf = (read: unknown): z.infer<typeof details> => details.parse(read);
