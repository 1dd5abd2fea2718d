import type { Declaration } from './declaration.ts';
import { DateTime } from 'luxon';
import type { AnswerOf, AnyWords, Choice, Fields } from '../../cards/fields.ts';
import { asAnswer, faultMessage } from '../../cards/fields.ts';
import type { Language } from '../../cards/language.ts';
import { lineInput } from '../../cards/input-ids.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import { readFields } from '../../cards/read-fields.ts';
import type { AnswerCheck, DutyContext, Outcome, ReaderNow } from './kind.ts';

/** The fields that this duty has, after what was typed so far. */
export function fieldsFor<
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

/** The words of the fields; the compiler has held them against these, and here they become plain data. */
export function wordsOf<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
>(declared: Declaration<D, Fs, P, K>, language: Language): AnyWords {
  return declared.texts[language].fields;
}

/** Reads what was submitted, and whether it is an answer that counts. */
export function settle<
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
      .map(({ field, at, problem, about = '', forget }) => {
        const said: string | ((about: string) => string) = words[problem];
        const message = typeof said === 'string' ? said : said(about);
        const place = at === undefined ? String(field) : lineInput(String(field), at);
        return { field: place, message, ...(forget ? { forget } : {}) };
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
