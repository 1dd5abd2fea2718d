import type { Declaration } from './declaration.ts';
import type { AnyWords, Choice, FieldMessage, Fields, Values } from '../../cards/fields.ts';
import { asAnswer } from '../../cards/fields.ts';
import type { Language } from '../../cards/language.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import { typedFor } from '../../cards/read-fields.ts';
import { inputsOf } from '../../cards/form/parts.ts';
import { answerFacts, fieldsInWords } from './answer-facts.ts';
import { asJson, readWith } from './details.ts';
import { grammarOf } from '../sentences/kind.ts';
import { filledFrom, labelsOf } from './hear.ts';
import { personFieldsIn, withColleagues } from './people/colleagues.ts';
import { fieldsFor, settle, wordsOf } from './settle.ts';
import type { Asking } from './steps.ts';
import { askedFirst, askedThen } from './steps.ts';
import type { DutyContext, DutyKind, Reader } from './kind.ts';

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
  const means: Readonly<Record<string, unknown>> = declared.outcomes;
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
    says: (outcome) => {
      const says: Readonly<Record<string, Submitted | undefined>> = declared.says ?? {};
      return says[outcome] ?? {};
    },
    ...(declared.meant ? { meant: declared.meant } : {}),
    prefill: (context, reader) => declared.prefill?.(context, reader) ?? {},
    needsPolicy: declared.needsPolicy ?? false,
    namesPeople: (context, { outcome, typed }) => {
      const asked = asksFor(declared, { context, typed, details: parse(context) }, outcome);
      return personFieldsIn(declared.fields).filter((name) => asked?.flat().includes(name));
    },
    ...(declared.bearer === undefined
      ? {}
      : { bearer: declared.bearer, bears: declared.bears ?? 'loss' }),
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
    question: (context, given, reader) => {
      const asking = askingOf(declared, { context, given, reader, details: parse(context) });
      const { asks, fields } = declared.texts[reader.language];
      const titles: AnyWords[string]['values'] = wordsOf(declared, reader.language)['outcome']
        ?.values;
      const buttons: Readonly<Record<string, { readonly button?: string }>> = asks;
      return {
        text: fields.outcome.label,
        answers: declared.fields.outcome.values.map((value) => ({
          value,
          title: buttons[value]?.button ?? titles?.[value] ?? value,
          unable: means[value] === 'unable',
        })),
        ...askedFirst(declared.first ?? [], asking),
      };
    },
    steps: (context, { outcome, ...given }, reader) => {
      const details = parse(context);
      const asked = asksFor(declared, { context, typed: given.typed, details }, outcome);
      if (!asked) return undefined;
      const words: Readonly<Record<string, StepWords>> = declared.texts[reader.language].asks;
      const { title = '', labels } = words[outcome] ?? {};
      const asking = askingOf(declared, { context, given, reader, details });
      return askedThen(asked, title, { ...asking, labels: { ...asking.labels, ...labels } });
    },
    inputs: (context, { language }) => inputsOf(declared.fields, linesOf(parse(context), language)),
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
    fields: declared.fields,
    inWords: (context, values, reader) => {
      const words = wordsOf(declared, reader.language);
      const lines = linesOf(parse(context), reader.language);
      return fieldsInWords(declared.fields, { words, values, lines }, reader);
    },
    followUps: (context, values) =>
      declared.followUps?.(asAnswer<Fs>(values), parse(context)) ?? [],
    opens: (context, values) => declared.opens?.(asAnswer<Fs>(values), parse(context)),
    ...(declared.help ? { help: declared.help } : {}),
    ...(document ? { document: (details: unknown) => document(whole(details)) } : {}),
    ...(declared.nilReturns ? { nilReturns: declared.nilReturns } : {}),
    ...(declared.drawnAs ? { drawnAs: declared.drawnAs } : {}),
  };
}

const plan = ({ owner, planned }: Values): ReturnType<NonNullable<DutyKind['plan']>> => ({
  ...(typeof owner === 'string' ? { owner } : {}),
  ...(typeof planned === 'string' ? { on: planned } : {}),
});

/** What an answer asks, in steps; undefined where there is no such answer. */
function asksFor<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
>(
  declared: Declaration<D, Fs, P, K>,
  given: { readonly details: D; readonly context: DutyContext; readonly typed: Submitted },
  outcome: string,
): readonly (readonly string[])[] | undefined {
  const all: Readonly<Record<string, readonly (readonly string[])[]>> = declared.asks(given);
  return Object.hasOwn(all, outcome) ? all[outcome] : undefined;
}

interface StepWords {
  readonly title: string;
  readonly labels?: Readonly<Record<string, string | undefined>>;
}

/** A duty and what was typed, as its questions are asked to this reader. */
function askingOf<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
>(
  declared: Declaration<D, Fs, P, K>,
  {
    details,
    context,
    given: { typed, messages },
    reader: { language },
  }: {
    readonly details: D;
    readonly context: DutyContext;
    readonly given: { readonly typed: Submitted; readonly messages: readonly FieldMessage[] };
    readonly reader: Reader;
  },
): Asking {
  const form = {
    fields: fieldsFor(declared, { details, context, typed }),
    words: wordsOf(declared, language),
    typed,
  };
  return {
    ...withColleagues(form, context.colleagues),
    labels: declared.texts[language].labels ?? {},
    lines: declared.lines?.(details, language) ?? {},
    seen: declared.seen ?? [],
    language,
    messages,
  };
}
