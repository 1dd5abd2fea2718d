import { z } from 'zod';
import { quarterInWords } from '../../../cards/dates.ts';
import type { AnswerOf } from '../../../cards/fields.ts';
import { choice, line, lines, paragraph } from '../../../cards/fields.ts';
import { tickInput } from '../../../cards/input-ids.ts';
import { defineDuty } from '../define.ts';
import { distinctTexts } from '../details.ts';
import { questionAbout, remainder, systemOf } from './remainder.ts';
import { nilReturnSentences } from './sentences.ts';
import { eventKinds, maxSystems, nilReturnTexts } from './texts.ts';

const details = z.strictObject({
  /** The kind of duty of which there was none. */
  kind: z.enum(eventKinds),
  /** The quarter that is over, `2026-Q3`. */
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/, 'must be a quarter such as 2026-Q3'),
  /** The systems that had none; absent where it is asked of all at once. */
  systems: distinctTexts(maxSystems, 100).optional(),
});
const named = z.object({ kind: z.string() });

const fields = {
  outcome: choice('none', 'one', 'checked', 'unknown'),
  systems: lines('none', 'one', 'checked'),
  what: line(200),
  note: paragraph(1500),
} as const;
type Answer = AnswerOf<typeof fields>;

/** The systems of which this answer speaks: each has its own line in the evidence, also where only one is asked about. */
function spokenOf({ outcome, systems = [] }: Answer, asked: readonly string[]): readonly string[] {
  if (outcome === 'unknown') return [];
  if (asked.length === 1) return asked;
  return systems.filter(({ value }) => value === outcome).map(({ line: system }) => system);
}

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
  fields,
  outcomes: { none: 'fulfilled', one: 'problem', checked: 'fulfilled', unknown: 'unable' },
  lines: ({ systems = [] }) => ({ systems }),
  // Whoever presses that there was nothing sees of which systems that is said, and takes out the others.
  prefill: ({ details: given }) => {
    const { systems = [] } = details.parse(given);
    return { [tickInput('systems', 'none')]: systems.map((_, at) => String(at)).join(',') };
  },
  asks: ({ details: { systems = [] } }) => {
    const several = systems.length > 1;
    return {
      none: several ? [['systems:none']] : [],
      one: [[...(several ? (['systems:one'] as const) : []), 'what', 'note']],
      checked: [[...(several ? (['systems:checked'] as const) : []), 'what', 'note']],
      unknown: [['note']],
    };
  },
  completed: (answer, { systems = [] }) => {
    const { outcome } = answer;
    const spoken = spokenOf(answer, systems);
    return outcome === 'unknown' || spoken.length === 0
      ? {}
      : { systems: spoken.map((system) => ({ line: system, value: outcome })) };
  },
  followUps: (answer, given) => remainder(given, spokenOf(answer, given.systems ?? [])),
  check: (answer, { systems = [] }) => {
    const { outcome, what, note } = answer;
    const ofNone = systems.length > 0 && spokenOf(answer, systems).length === 0;
    const which =
      ofNone && outcome !== 'unknown'
        ? [{ field: 'systems', problem: 'whichSystems' } as const]
        : [];
    if (outcome === 'none') {
      const named =
        what === undefined ? [] : [{ field: 'outcome', problem: 'thenThereWas' } as const];
      return [...named, ...which];
    }
    const asked = missing[outcome];
    const lacks = (asked.field === 'what' ? what : note) === undefined;
    const how =
      outcome === 'checked' && note === undefined
        ? [{ field: 'note', problem: 'howChecked' } as const]
        : [];
    return [...which, ...(lacks ? [asked] : []), ...how];
  },
  introduction: ({ kind, quarter, systems = [] }, { language }) => {
    const words = nilReturnTexts[language];
    const spoken = quarterInWords(quarter, language);
    return {
      text: words.question(
        words.events[kind],
        spoken,
        systems.length === 0 ? undefined : systemOf(systems, language),
      ),
      facts: systems.length === 0 ? [] : [{ title: words.systems, value: systems.join(', ') }],
    };
  },
  opens: ({ outcome }, { kind }) => (outcome === 'one' ? kind : undefined),
  nilReturns: {
    // Details are read leniently where they may be those of a record of which something was erased.
    of: (read) => named.safeParse(read).data?.kind,
    about: (read) => details.parse(read),
    only: (read, systems) => questionAbout(details.parse(read), systems),
    said: ({ outcome, systems }) => ({
      isNothing: outcome === 'none',
      ...(typeof systems === 'object' ? { systems: systems.map((one) => one.line) } : {}),
    }),
  },
  texts: nilReturnTexts,
  sentences: nilReturnSentences,
  byHand: { fields: {}, words: { nl: {}, en: {} }, details: () => ({}) },
});
