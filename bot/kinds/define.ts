import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { Fact } from '../../cards/card.ts';
import type { AnswerOf, AnyWords, Choice, Fields, Values, WordsOf } from '../../cards/fields.ts';
import { asAnswer, faultMessage } from '../../cards/fields.ts';
import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import { readFields, typedFor } from '../../cards/read-fields.ts';
import { renderFields } from '../../cards/render-fields.ts';
import { answerFacts } from './answer-facts.ts';
import { asJson, readWith } from './details.ts';
import type { Heard } from './hear.ts';
import { hear } from './hear.ts';
import type {
  ByHand,
  DocumentVersion,
  DutyKind,
  Figure,
  FollowUp,
  Introduction,
  KindWords,
  DutyContext,
  Outcome,
  Reader,
  ReaderNow,
  Role,
  Rule,
  AnswerCheck,
} from './kind.ts';
import type { SurveyType } from './survey.ts';

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
  readonly context: DutyContext;
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
  /** What each answer means; where that depends on earlier answers, a function says it. */
  readonly outcomes: Readonly<
    Record<OutcomeField<Fs>, Outcome | ((context: DutyContext) => Outcome)>
  >;
  readonly occurs: DutyKind['occurs'];
  readonly solvedBy: DutyKind['solvedBy'];
  /** Whose answers settle it; any one answer where nothing is said. */
  readonly rule?: (details: D) => Rule;
  /** The names of the parts that can be given to different people, and the details of some of them. */
  readonly parts?: {
    readonly of: (details: D) => readonly string[];
    readonly narrow: (details: D, part: readonly string[]) => D;
  };
  /** Who asked for it and so may not be the one who says that it is right. */
  readonly requesters?: (details: D) => readonly string[];
  /** Whose office has to look as well, where somebody holds it. */
  readonly alsoAsk?: (details: D) => Role | undefined;
  /** What is decided once and for all when the duty is opened, such as the seed of a draw. */
  readonly complete?: (details: D, id: string) => D;
  readonly looksBack?: number;
  /** True where it also looks back at those who could not judge. */
  readonly looksBackAtUnable?: boolean;
  /** What the bot can ask of many people for it. */
  readonly survey?: SurveyType;
  /** What stands in the form before anything is typed. */
  readonly prefill?: (context: DutyContext, reader: Reader) => Submitted;
  readonly needsPolicy?: boolean;
  readonly lines?: (details: D, language: Language) => LinesOf;
  /** The optional fields that these details, or what was filled in so far, make superfluous. */
  readonly leaveOut?: (details: D, context: DutyContext, typed: Submitted) => readonly (keyof Fs)[];
  /** The checks across fields before an answer counts. */
  readonly check: (answer: AnswerOf<Fs>, details: D, at: Today) => readonly Problem<Fs, P>[];
  readonly introduction: (details: D, reader: Reader, context: DutyContext) => Introduction;
  readonly figures?: (
    answer: AnswerOf<Fs>,
    details: D,
    reader: Reader,
    context: DutyContext,
  ) => readonly Figure[];
  /** What is told below the answer and was computed from it, such as a forecast. */
  readonly computed?: (
    answer: AnswerOf<Fs>,
    details: D,
    reader: Reader,
    context: DutyContext,
  ) => readonly Fact[];
  /** What an answer brings about beside the state of its own duty. */
  readonly followUps?: (answer: AnswerOf<Fs>, details: D) => readonly FollowUp[];
  /** The kind of duty that somebody is to open by hand because of an answer. */
  readonly opens?: (answer: AnswerOf<Fs>, details: D) => string | undefined;
  /** What was given with the duty and belongs in the answer too, so that its record can stand alone. */
  readonly completed?: (answer: AnswerOf<Fs>, details: D) => Partial<AnswerOf<Fs>>;
  readonly help?: DutyKind['help'];
  readonly document?: (details: D) => DocumentVersion;
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
  const whole = (details: unknown): D => declared.details.parse(details);
  const parse = ({ details, part }: DutyContext): D =>
    part && declared.parts ? declared.parts.narrow(whole(details), part) : whole(details);
  const { document, complete, alsoAsk } = declared;
  const unable = Object.entries(declared.outcomes).find(([, means]) => means === 'unable')?.[0];
  return {
    kind: declared.kind,
    control: declared.control,
    schema: declared.details,
    byHand: declared.byHand,
    byRow: false,
    occurs: declared.occurs,
    solvedBy: declared.solvedBy,
    looksBack: declared.looksBack ?? 0,
    looksBackAtUnable: declared.looksBackAtUnable ?? false,
    ...(declared.survey ? { survey: declared.survey } : {}),
    prefill: (context, reader) => declared.prefill?.(context, reader) ?? {},
    needsPolicy: declared.needsPolicy ?? false,
    words: (language) => declared.texts[language],
    readDetails: (raw) => readWith(declared.details, raw),
    rule: (details) => declared.rule?.(whole(details)) ?? 'any',
    parts: (details) => declared.parts?.of(whole(details)) ?? [],
    requesters: (details) => declared.requesters?.(whole(details)) ?? [],
    ...(alsoAsk ? { alsoAsk: (details: unknown) => alsoAsk(whole(details)) } : {}),
    ...(complete
      ? { complete: (details: unknown, id: string) => asJson(complete(whole(details), id)) }
      : {}),
    introduction: (context, reader) => declared.introduction(parse(context), reader, context),
    form: (context, reader, typed, messages) => {
      const details = parse(context);
      return renderFields({
        fields: fieldsFor(declared, details, context, typed),
        words: wordsOf(declared, reader.language),
        lines: linesOf(details, reader.language),
        language: reader.language,
        typed,
        messages,
      });
    },
    heardAs: declared.heard.as,
    hear: (text, context, { language }) =>
      hear(text, {
        fields: declared.fields,
        lines: linesOf(parse(context), language),
        heard: declared.heard,
      }),
    typedFor: (context, values, { language, zone }) =>
      typedFor(declared.fields, values, linesOf(parse(context), language), zone),
    ...(unable !== undefined && 'note' in declared.fields
      ? { unable: (reason: string) => ({ outcome: unable, note: reason }) }
      : {}),
    ...('planned' in declared.fields ? { plan } : {}),
    settle: (context, submitted, reader) =>
      settle(declared, parse(context), context, { submitted, reader, linesOf }),
    summary: (context, values, reader) => {
      const answer = asAnswer<Fs>(values);
      const figures = declared.figures?.(answer, parse(context), reader, context) ?? [];
      const told = answerFacts(
        declared.fields,
        wordsOf(declared, reader.language),
        values,
        reader,
        linesOf(parse(context), reader.language),
        // What is large above the facts is not repeated among them.
      ).filter(({ title }) => !figures.some(({ label }) => label === title));
      const computed = declared.computed?.(answer, parse(context), reader, context) ?? [];
      return { figures, facts: [...told, ...computed] };
    },
    followUps: (context, values) =>
      declared.followUps?.(asAnswer<Fs>(values), parse(context)) ?? [],
    opens: (context, values) => declared.opens?.(asAnswer<Fs>(values), parse(context)),
    ...(declared.help ? { help: declared.help } : {}),
    ...(document ? { document: (details: unknown) => document(whole(details)) } : {}),
  };
}

const plan = ({ owner, planned }: Values): ReturnType<NonNullable<DutyKind['plan']>> => ({
  ...(typeof owner === 'string' ? { owner } : {}),
  ...(typeof planned === 'string' ? { on: planned } : {}),
});

function fieldsFor<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
>(declared: Declaration<D, Fs, P, K>, details: D, context: DutyContext, typed: Submitted): Fields {
  const left = declared.leaveOut?.(details, context, typed) ?? [];
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
  context: DutyContext,
  {
    submitted,
    reader: { language, zone, now },
    linesOf,
  }: {
    submitted: Submitted;
    reader: ReaderNow;
    linesOf: (details: D, language: Language) => LinesOf;
  },
): AnswerCheck {
  const fields = fieldsFor(declared, details, context, submitted);
  const read = readFields(fields, submitted, { lines: linesOf(details, language), zone });
  const faults = read.ok ? [] : read.faults;
  const unread = faults.map(({ field }) => field);
  // A day without its time is what people leave behind: it must not hide what else is missing.
  const checkable = faults.every(
    ({ field, fault }) => fault === 'not-a-moment' && fields[field]?.required !== true,
  );
  const answer = asAnswer<Fs>(read.values);
  const today = DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd');
  const problems = checkable ? declared.check(answer, details, { now, today, context }) : [];
  const words = declared.texts[language].problems;
  const messages = [
    ...faults.map(({ field, fault }) => ({ field, message: faultMessage(fault, language) })),
    ...problems
      .filter(({ field }) => !unread.includes(String(field)))
      .map(({ field, problem, about = '', forget }) => {
        const said: string | ((about: string) => string) = words[problem];
        const message = typeof said === 'string' ? said : said(about);
        return { field: String(field), message, ...(forget ? { forget } : {}) };
      }),
  ];
  if (!read.ok || messages.length > 0) return { ok: false, messages };
  const outcomes: Readonly<Record<string, Outcome | ((context: DutyContext) => Outcome)>> =
    declared.outcomes;
  const meant = outcomes[String(read.values['outcome'])];
  const outcome = typeof meant === 'function' ? meant(context) : meant;
  if (!outcome) throw new Error(`The kind ${declared.kind} has no outcome for its answer.`);
  return {
    ok: true,
    outcome,
    values: { ...read.values, ...declared.completed?.(answer, details) },
  };
}
