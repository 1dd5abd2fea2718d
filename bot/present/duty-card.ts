import type { Card, Element, Fact } from '../../cards/card.ts';
import { momentInWords } from '../../cards/dates.ts';
import {
  actions,
  band,
  button,
  card,
  facts,
  figures,
  foreignText,
  text,
} from '../../cards/elements.ts';
import type { FieldMessage } from '../../cards/fields.ts';
import { cardBytes, maxCardBytes } from '../../cards/limits.ts';
import { plain, shorten } from '../../cards/plain-text.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { kindOf } from '../duties/index.ts';
import type { Answer, Duty, PersonId } from '../lifecycle/duty.ts';
import { answerBy, assigneeOf, isOpen, settlingAnswer } from '../lifecycle/duty.ts';
import type { ReaderNow } from './due.ts';
import { dueBand, dueText, fact } from './due.ts';
import { words } from './words.ts';

/** What a card shows beside the stored state: a form that is being filled in. */
export interface FormState {
  readonly typed?: Submitted;
  readonly messages?: readonly FieldMessage[];
  /** Shows the form although an answer stands: to correct it, or to answer after all. */
  readonly again?: boolean;
  /** The part of a card that is answered row by row. */
  readonly rows?: readonly Element[];
  /** What became of the click, above how the duty stands. */
  readonly told?: string;
}

/** The card of a duty as one person sees it now: the question, or how it was settled. */
export function dutyCard(
  duty: Duty,
  viewer: PersonId,
  reader: ReaderNow,
  form: FormState = {},
): Card {
  const mine = answerBy(duty, viewer);
  const asked = assigneeOf(duty, viewer) !== undefined;
  const waiting = isOpen(duty) && mine === undefined;
  const again = form.again === true && mine !== undefined && duty.status !== 'withdrawn';
  return fitted((length) => {
    const shown = cut(duty, length);
    if (asked && (waiting || again)) return question(shown, viewer, reader, form, length);
    if (isOpen(duty) && mine) return unable(shown, mine, reader, form, length);
    return settled(shown, viewer, reader, form, length);
  });
}

/** One line that says what the card is about: the notification and the text where cards do not show. */
export function summaryOf(duty: Duty, reader: ReaderNow): string {
  const { ask } = kindOf(duty.kind).words(reader.language);
  return words[reader.language].notification(ask, duty.title, dueText(duty.dueOn, reader));
}

/** Teams refuses what is too large: the longest foreign text is cut until the card fits. */
export function fitted(make: (length: number) => Card): Card {
  const lengths = [4000, 1500, 600, 200];
  const made = lengths.map((length) => () => make(length));
  for (const attempt of made) {
    const tried = attempt();
    if (cardBytes(tried) <= maxCardBytes) return tried;
  }
  return make(40);
}

/** The duty with its texts cut for a card; what is stored stays whole. */
export function cut(duty: Duty, length: number): Duty {
  const { title, system, reference, description, withdrawn } = duty;
  return {
    ...duty,
    title: shorten(title, length),
    system: shorten(system, length),
    reference: shorten(reference, length),
    ...(description === undefined ? {} : { description: shorten(description, length) }),
    ...(withdrawn
      ? { withdrawn: { ...withdrawn, reason: shorten(withdrawn.reason, length) } }
      : {}),
  };
}

const cutFacts = (pairs: readonly Fact[], length: number): readonly Fact[] =>
  pairs.map(({ title, value }) => ({ title, value: shorten(value, length) }));

function question(
  duty: Duty,
  viewer: PersonId,
  reader: ReaderNow,
  form: FormState,
  length: number,
): Card {
  const { language } = reader;
  const kind = kindOf(duty.kind);
  const said = words[language];
  const { name } = kind.words(language);
  const introduction = kind.introduction(duty.details, reader);
  const typed = form.typed ?? earlierTyped(duty, viewer, reader);
  const generation = assigneeOf(duty, viewer)?.generation ?? 1;
  const send = button(
    said.send,
    'answer',
    { d: duty.id, g: generation, l: language },
    { primary: true },
  );
  const description = duty.description === undefined ? [] : [foreignText(duty.description)];
  return card(language, summaryOf(duty, reader), [
    band({
      style: 'emphasis',
      kicker: `${name} · ${duty.reference}`,
      title: duty.title,
      place: placeOf(duty, introduction.place),
      right: dueBand(duty.dueOn, reader),
    }),
    foreignText(shorten(introduction.text, length), { spacing: 'medium' }),
    ...description,
    ...facts(cutFacts(introduction.facts, length)),
    ...(form.rows ?? kind.form(duty.details, reader, typed, form.messages ?? [])),
    whyMe(duty, reader),
    ...actions([
      ...(form.rows ? [] : [send]),
      { type: 'Action.ToggleVisibility', title: said.why, targetElements: ['why'] },
      button(said.myDuties, 'my-duties', { d: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

function earlierTyped(duty: Duty, viewer: PersonId, reader: ReaderNow): Submitted {
  const mine = answerBy(duty, viewer);
  return mine ? kindOf(duty.kind).typedFor(duty.details, mine.values, reader) : {};
}

export function placeOf(duty: Duty, place: string | undefined): string {
  return place === undefined ? duty.system : `${duty.system} · ${place}`;
}

function whyMe(duty: Duty, { language }: ReaderNow): Element {
  const said = words[language];
  const { why, passage } = kindOf(duty.kind).words(language);
  const { control } = kindOf(duty.kind);
  const asker = duty.openedBy.type === 'vendor' ? duty.openedBy.name : duty.openedBy.person.name;
  return {
    type: 'Container',
    id: 'why',
    isVisible: false,
    style: 'emphasis',
    items: [
      text(`${plain(said.askedBy(asker))} ${why}`),
      text(said.source(passage, control), { isSubtle: true, size: 'small' }),
    ],
  };
}

function unable(
  duty: Duty,
  mine: Answer,
  reader: ReaderNow,
  { told }: FormState,
  length: number,
): Card {
  const { language } = reader;
  const kind = kindOf(duty.kind);
  const said = words[language];
  const { outcomes } = kind.words(language);
  return card(language, summaryOf(duty, reader), [
    band({
      style: 'emphasis',
      kicker: `◐ ${outcomes.unable} · ${duty.reference}`,
      title: duty.title,
      place: placeOf(duty, kind.introduction(duty.details, reader).place),
      right: dueBand(duty.dueOn, reader),
    }),
    ...noted(told),
    text(said.unableNote, { spacing: 'medium' }),
    ...answerElements(duty, mine, reader, length),
    ...actions([
      button(said.answerAfterAll, 'correct', { d: duty.id }, { inputs: 'none' }),
      button(said.myDuties, 'my-duties', { d: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

const look = {
  fulfilled: { style: 'good', symbol: '✔' },
  problem: { style: 'attention', symbol: '✖' },
  open: { style: 'emphasis', symbol: '○' },
  withdrawn: { style: 'emphasis', symbol: '⊘' },
} as const;

/** The word for the state of a duty: what was answered, or that it waits or was withdrawn. */
export function stateWords(
  duty: Duty,
  language: ReaderNow['language'],
): { style: Bands; kicker: string } {
  const { outcomes, name } = kindOf(duty.kind).words(language);
  const state = {
    fulfilled: outcomes.fulfilled,
    problem: outcomes.problem,
    open: name,
    withdrawn: words[language].withdrawn,
  }[duty.status];
  const { style, symbol } = look[duty.status];
  return { style, kicker: `${symbol} ${state} · ${duty.reference}` };
}
type Bands = (typeof look)[keyof typeof look]['style'];

function settled(
  duty: Duty,
  viewer: PersonId,
  reader: ReaderNow,
  { told }: FormState,
  length: number,
): Card {
  const { language } = reader;
  const said = words[language];
  const given = settlingAnswer(duty);
  const mine = given?.by.aadObjectId === viewer && duty.status !== 'withdrawn';
  const { place } = kindOf(duty.kind).introduction(duty.details, reader);
  const { style, kicker } = stateWords(duty, language);
  return card(language, `${kicker}: ${duty.title}`, [
    band({ style, kicker, title: duty.title, place: placeOf(duty, place) }),
    ...noted(told),
    ...(duty.withdrawn ? [text(said.noLonger, { spacing: 'medium' })] : []),
    ...facts(fact(said.reason, duty.withdrawn?.reason)),
    ...(given ? answerElements(duty, given, reader, length) : []),
    ...(duty.status === 'problem' ? [text(said.problemNote)] : []),
    ...(given?.proof
      ? [text(said.evidence(proofOf(given.proof)), { isSubtle: true, size: 'small' })]
      : []),
    ...actions([
      ...(mine ? [button(said.correct, 'correct', { d: duty.id }, { inputs: 'none' })] : []),
      button(said.myDuties, 'my-duties', { d: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

const noted = (told: string | undefined): readonly Element[] =>
  told === undefined ? [] : [text(told, { spacing: 'medium', weight: 'bolder' })];

/** Enough of the hash to find the record: its first and last characters. */
function proofOf(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-2)}`;
}

/** What was answered, by whom and when. */
export function answerElements(
  duty: Duty,
  given: Answer,
  reader: ReaderNow,
  length: number,
): readonly Element[] {
  const { language, zone, now } = reader;
  const said = words[language];
  const summary = kindOf(duty.kind).summary(duty.details, given.values, reader);
  const when = momentInWords(given.at, language, zone, Number(now.slice(0, 4)));
  const told = cutFacts(summary.facts, Math.min(600, length));
  return [
    ...figures(summary.figures),
    ...facts([...told, ...fact(said.by, said.answeredBy(given.by.name, when))]),
  ];
}
