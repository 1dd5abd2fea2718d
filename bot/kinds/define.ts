import type { Declaration } from './declaration.ts';
import { DateTime } from 'luxon';
import type { AnswerOf, AnyWords, Choice, Fields, Values } from '../../cards/fields.ts';
import { asAnswer, faultMessage } from '../../cards/fields.ts';
import type { Language } from '../../cards/language.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import { readFields, typedFor } from '../../cards/read-fields.ts';
import { renderFields } from '../../cards/render-fields.ts';
import { answerFacts } from './answer-facts.ts';
import { asJson, readWith } from './details.ts';
import { grammarOf } from '../sentences/kind.ts';
import { filledFrom, labelsOf } from './hear.ts';
import type { AnswerCheck, DutyContext, DutyKind, Outcome, ReaderNow } from './kind.ts';

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
    wantsFeedback: declared.wantsFeedback ?? false,
    reserved: ({ outcome }) => declared.reserved?.some((one) => one === outcome) ?? false,
    requesters: (details) => declared.requesters?.(whole(details)) ?? [],
    ...(alsoAsk ? { alsoAsk: (details: unknown) => alsoAsk(whole(details)) } : {}),
    ...(complete
      ? { complete: (details: unknown, id: string) => asJson(complete(whole(details), id)) }
      : {}),
    introduction: (context, reader) => declared.introduction(parse(context), reader, context),
    form: (context, { typed, messages }, reader) => {
      const details = parse(context);
      return renderFields({
        fields: fieldsFor(declared, { details, context, typed }),
        words: wordsOf(declared, reader.language),
        lines: linesOf(details, reader.language),
        language: reader.language,
        typed,
        messages,
      });
    },
    grammar: grammarOf(declared.sentences),
    lineLabels: (context, { language }) =>
      labelsOf(declared.sentences, linesOf(parse(context), language)),
    filledFrom: (reading, text) =>
      filledFrom(reading, text, { fields: declared.fields, statements: declared.sentences }),
    typedFor: (context, values, { language, zone }) =>
      typedFor(declared.fields, { values, lines: linesOf(parse(context), language), zone }),
    ...(unable !== undefined && 'note' in declared.fields
      ? { unable: (reason: string) => ({ outcome: unable, note: reason }) }
      : {}),
    ...('planned' in declared.fields ? { plan } : {}),
    settle: (context, submitted, reader) =>
      settle(declared, { details: parse(context), context, submitted, reader, linesOf }),
    summary: (context, values, reader) => {
      const answer = asAnswer<Fs>(values);
      const figures =
        declared.figures?.(answer, { details: parse(context), context }, reader) ?? [];
      const told = answerFacts(
        declared.fields,
        {
          words: wordsOf(declared, reader.language),
          values,
          lines: linesOf(parse(context), reader.language),
        },
        reader,
      ).filter(({ title }) => !figures.some(({ label }) => label === title));
      const computed =
        declared.computed?.(answer, { details: parse(context), context }, reader) ?? [];
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
>(
  declared: Declaration<D, Fs, P, K>,
  {
    details,
    context,
    typed,
  }: { readonly details: D; readonly context: DutyContext; readonly typed: Submitted },
): Fields {
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
  {
    details,
    context,
    submitted,
    reader: { language, zone, now },
    linesOf,
  }: {
    readonly details: D;
    readonly context: DutyContext;
    readonly submitted: Submitted;
    readonly reader: ReaderNow;
    readonly linesOf: (details: D, language: Language) => LinesOf;
  },
): AnswerCheck {
  const fields = fieldsFor(declared, { details, context, typed: submitted });
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
  const outcomes: Readonly<
    Record<string, Outcome | ((context: DutyContext, answer: AnswerOf<Fs>) => Outcome)>
  > = declared.outcomes;
  const meant = outcomes[String(read.values['outcome'])];
  const outcome = typeof meant === 'function' ? meant(context, answer) : meant;
  if (!outcome) throw new Error(`The kind ${declared.kind} has no outcome for its answer.`);
  return {
    ok: true,
    outcome,
    values: { ...read.values, ...declared.completed?.(answer, details) },
  };
}
