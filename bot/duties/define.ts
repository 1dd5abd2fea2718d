import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { AnswerOf, AnyWords, Choice, Fields, WordsOf } from '../../cards/fields.ts';
import { asAnswer, faultMessage } from '../../cards/fields.ts';
import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import { readFields, typedFor } from '../../cards/read-fields.ts';
import { renderFields } from '../../cards/render-fields.ts';
import { answerFacts } from './answer-facts.ts';
import { readWith } from './details.ts';
import type { Heard } from './hear.ts';
import { hear } from './hear.ts';
import type {
  ByHand,
  DutyKind,
  Figure,
  Introduction,
  KindWords,
  Outcome,
  Reader,
  ReaderNow,
  Settling,
} from './kind.ts';

type OutcomeField<Fs extends Fields> = Fs['outcome'] extends Choice<infer V> ? V : never;
type Problem<Fs extends Fields, P extends string> = {
  readonly field: keyof Fs;
  readonly problem: P;
  /** What the message names, such as a number that was computed. */
  readonly about?: string;
  /** True where what was typed must not come back on the card. */
  readonly forget?: true;
};

/** When an answer is given: what a check of dates needs. */
export interface Today {
  readonly now: string;
  /** The calendar day on the reader's clock. */
  readonly today: string;
}

interface Texts<Fs extends Fields, P extends string> extends KindWords {
  readonly fields: WordsOf<Fs>;
  readonly problems: Readonly<Record<P, string | ((about: string) => string)>>;
}

interface Declaration<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
> {
  readonly kind: K;
  /** The control of ISO 27001:2022, annex A. */
  readonly control: string;
  readonly details: z.ZodType<D>;
  readonly fields: Fs;
  readonly outcomes: Readonly<Record<OutcomeField<Fs>, Outcome>>;
  readonly lines?: (details: D, language: Language) => LinesOf;
  /** The optional fields that these details make superfluous. */
  readonly leaveOut?: (details: D) => readonly (keyof Fs)[];
  /** The checks across fields before an answer counts. */
  readonly check: (answer: AnswerOf<Fs>, details: D, at: Today) => readonly Problem<Fs, P>[];
  readonly introduction: (details: D, reader: Reader) => Introduction;
  readonly figures?: (answer: AnswerOf<Fs>, details: D, reader: Reader) => readonly Figure[];
  readonly texts: InEachLanguage<Texts<Fs, P>>;
  /** How a sentence in chat fills the form. */
  readonly heard: HeardOf<Fs>;
  readonly byHand: ByHand;
}

/** Words for values: each must be one that its field declares. */
type HeardOf<Fs extends Fields> = Heard & {
  readonly values: {
    readonly [K in keyof Fs]?: Fs[K] extends { values: readonly (infer V extends string)[] }
      ? Partial<Readonly<Record<V, readonly string[]>>>
      : never;
  };
};

/**
 * Declares a kind of duty. The generics end here: fields, words, outcomes and checks are held
 * against each other by the compiler, and the rest of the bot sees a plain `DutyKind`.
 */
export function defineDuty<
  D,
  const Fs extends Fields & { readonly outcome: Choice },
  const P extends string,
  const K extends string,
>(declared: Declaration<D, Fs, P, K>): DutyKind & { readonly kind: K } {
  const linesOf = (details: D, language: Language): LinesOf =>
    declared.lines?.(details, language) ?? {};
  const parse = (details: unknown): D => declared.details.parse(details);
  return {
    kind: declared.kind,
    control: declared.control,
    schema: declared.details,
    byHand: declared.byHand,
    byRow: false,
    words: (language) => declared.texts[language],
    readDetails: (raw) => readWith(declared.details, raw),
    introduction: (details, reader) => declared.introduction(parse(details), reader),
    form: (raw, reader, typed, messages) => {
      const details = parse(raw);
      return renderFields({
        fields: fieldsFor(declared, details),
        words: wordsOf(declared, reader.language),
        lines: linesOf(details, reader.language),
        language: reader.language,
        typed,
        messages,
      });
    },
    heardAs: declared.heard.as,
    hear: (text, raw, { language }) =>
      hear(text, {
        fields: declared.fields,
        lines: linesOf(parse(raw), language),
        heard: declared.heard,
      }),
    typedFor: (raw, values, { language, zone }) =>
      typedFor(declared.fields, values, linesOf(parse(raw), language), zone),
    settle: (raw, submitted, reader) => settle(declared, parse(raw), submitted, reader, linesOf),
    summary: (raw, values, reader) => {
      const figures = declared.figures?.(asAnswer<Fs>(values), parse(raw), reader) ?? [];
      return {
        figures,
        facts: answerFacts(
          declared.fields,
          wordsOf(declared, reader.language),
          values,
          reader,
        ).filter(
          // What is large above the facts is not repeated among them.
          ({ title }) => !figures.some(({ label }) => label === title),
        ),
      };
    },
  };
}

function fieldsFor<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
>(declared: Declaration<D, Fs, P, K>, details: D): Fields {
  const left = declared.leaveOut?.(details) ?? [];
  return Object.fromEntries(
    Object.entries(declared.fields).filter(([name]) => !left.includes(name)),
  );
}

// The compiler has held these words against the fields; here they become plain data.
function wordsOf<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
>(declared: Declaration<D, Fs, P, K>, language: Language): AnyWords {
  return declared.texts[language].fields;
}

function settle<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
>(
  declared: Declaration<D, Fs, P, K>,
  details: D,
  submitted: Submitted,
  { language, zone, now }: ReaderNow,
  linesOf: (details: D, language: Language) => LinesOf,
): Settling {
  const fields = fieldsFor(declared, details);
  const read = readFields(fields, submitted, { lines: linesOf(details, language), zone });
  if (!read.ok) {
    const messages = read.faults.map(({ field, fault }) => ({
      field,
      message: faultMessage(fault, language),
    }));
    return { ok: false, messages };
  }
  const answer = asAnswer<Fs>(read.values);
  const today = DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd');
  const problems = declared.check(answer, details, { now, today });
  if (problems.length > 0) {
    const words = declared.texts[language].problems;
    const messages = problems.map(({ field, problem, about = '', forget }) => {
      const said: string | ((about: string) => string) = words[problem];
      const message = typeof said === 'string' ? said : said(about);
      return { field: String(field), message, ...(forget ? { forget } : {}) };
    });
    return { ok: false, messages };
  }
  const outcomes: Readonly<Record<string, Outcome>> = declared.outcomes;
  const outcome = outcomes[String(read.values['outcome'])];
  if (!outcome) throw new Error(`The kind ${declared.kind} has no outcome for its answer.`);
  return { ok: true, outcome, values: read.values };
}
