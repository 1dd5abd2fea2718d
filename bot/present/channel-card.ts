import type { Card } from '../../cards/card.ts';
import { actions, band, button, card, facts, text } from '../../cards/elements.ts';
import { shorten } from '../../cards/plain-text.ts';
import { kindOf } from '../duties/index.ts';
import type { Assignee, Duty } from '../lifecycle/duty.ts';
import { isOpen, settlingAnswer } from '../lifecycle/duty.ts';
import type { ReaderNow } from './due.ts';
import { dueBand, fact } from './due.ts';
import { answerElements, cut, fitted, placeOf, stateWords } from './duty-card.ts';
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
  const given =
    settlingAnswer(duty) ?? duty.answers.findLast((answer) => answer.replacedBy === undefined);
  const asker = duty.openedBy.type === 'vendor' ? duty.openedBy.name : duty.openedBy.person.name;
  const people = duty.assignees.map((one) => personInWords(one, duty, language)).join('; ');
  const open = duty.findings.find(({ status }) => status === 'open');
  const summary = `${kicker}: ${duty.title}`;
  return card(language, summary, [
    band({
      style,
      kicker,
      title: duty.title,
      place: placeOf(duty, kind.introduction(duty.details, reader).place),
      ...(isOpen(duty) ? { right: dueBand(duty.dueOn, reader) } : {}),
    }),
    ...facts([
      ...fact(said.requestedBy, asker),
      ...fact(said.assigned, shorten(people, length)),
      ...fact(said.reason, duty.withdrawn?.reason),
      ...(open ? fact(said.finding, `${open.id}, ${said.findingOpen}`) : []),
    ]),
    ...(given ? answerElements(duty, given, reader, length) : []),
    ...(isOpen(duty) && given?.outcome === 'unable'
      ? [text(kind.words(language).outcomes.unable)]
      : []),
    ...actions([button(said.overview, 'overview', {}, { inputs: 'none' })]),
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
