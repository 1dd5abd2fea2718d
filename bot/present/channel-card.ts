import type { Action, Card } from '../../cards/card.ts';
import { actions, band, button, card, facts, text } from '../../cards/elements.ts';
import { plain, shorten } from '../../cards/plain-text.ts';
import { kindOf } from '../duties/index.ts';
import type { Assignee, Duty } from '../lifecycle/duty.ts';
import { isOpen, openFinding } from '../lifecycle/duty.ts';
import { countingAnswers } from '../lifecycle/standing.ts';
import { askerOf, ruleInWords } from './asked.ts';
import type { ReaderNow } from './due.ts';
import { dueBand, fact } from './due.ts';
import { cut, fitted } from './fitting.ts';
import type { FormName } from './form-words.ts';
import { answersElements, findingFacts, placeOf, stateWords } from './settled-card.ts';
import { words } from './words.ts';

/** The card of a duty in the IT channel: it follows the state and asks nothing. */
export function channelCard(duty: Duty, reader: ReaderNow): Card {
  return fitted((length) => channelCardOf(cut(duty, length), reader, length));
}

function channelCardOf(duty: Duty, reader: ReaderNow, length: number): Card {
  const { language } = reader;
  const said = words[language];
  const kind = kindOf(duty.kind);
  const { style, kicker } = stateWords(duty, language);
  const counting = countingAnswers(duty);
  const unable = duty.answers.findLast(({ replacedBy }) => replacedBy === undefined);
  const given = counting.length === 0 && unable ? [unable] : counting;
  const people = duty.assignees.map((one) => personInWords(one, duty, language)).join('; ');
  const summary = `${kicker}: ${duty.title}`;
  return card(language, summary, [
    band({
      style,
      kicker,
      title: duty.title,
      place: placeOf(duty, kind.introduction(duty, reader).place),
      ...(isOpen(duty) ? { right: dueBand(duty.dueOn, reader) } : {}),
    }),
    ...facts([
      ...fact(said.requestedBy, askerOf(duty)),
      ...fact(said.assigned, shorten(people, length)),
      ...ruleInWords(duty, language),
      ...fact(said.reason, duty.withdrawn?.reason),
      ...findingFacts(duty, reader),
    ]),
    ...answersElements(duty, given, reader, length),
    ...(isOpen(duty) && given.at(-1)?.outcome === 'unable'
      ? [text(kind.words(language).outcomes.unable)]
      : []),
    ...actions([
      ...followActions(duty, language),
      button(said.overview, 'overview', {}, { inputs: 'none' }),
    ]),
  ]);
}

function personInWords(one: Assignee, duty: Duty, language: ReaderNow['language']): string {
  const said = words[language].delivery;
  const { delivery } = one;
  const name = one.name ?? one.aadObjectId;
  if (!isOpen(duty)) return name;
  const state = delivery.state === 'undeliverable' ? said[delivery.reason] : said[delivery.state];
  return `${name} (${state})`;
}

/** What the IT team can do about an open finding; everything else is the assignees'. */
function followActions(duty: Duty, language: ReaderNow['language']): readonly Action[] {
  if (!openFinding(duty)) return [];
  const said = words[language];
  const data = { d: duty.id, l: language };
  const form = (title: string, name: FormName): Action =>
    button(title, 'form', { ...data, f: name }, { inputs: 'none' });
  return [
    button(said.vendorReply, 'reply', data, { primary: true, inputs: 'none' }),
    form(said.reaction, 'reaction'),
    form(said.finding, 'finding'),
    form(said.accept, 'accept'),
  ];
}

/** What is said in the thread when a solution failed again. */
export function escalationCard(duty: Duty, { language }: ReaderNow): Card {
  const rounds = openFinding(duty)?.failedRounds ?? 0;
  const told = words[language].escalated(rounds);
  return card(language, `${duty.reference}: ${told}`, [
    text(`✖ ${plain(duty.reference)} · ${plain(duty.title)}`, { weight: 'bolder' }),
    text(told),
    ...actions(followActions(duty, language)),
  ]);
}
