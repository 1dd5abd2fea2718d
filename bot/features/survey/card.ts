import type { Round, RoundMember } from '../../duty/survey/state.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Action, Card, Element } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { actions, band, button, card, foreignText, text } from '../../../cards/elements.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Link } from '../../kinds/kind.ts';
import { roundAnswers } from '../../kinds/survey.ts';
import type { Duty } from '../../duty/duty.ts';
import { memberOf } from '../../duty/survey/survey.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { cut, fitted } from '../../views/fitting.ts';
import { roundWords } from '../../views/survey/texts.ts';
import { words } from '../../views/texts.ts';

/** The card in the chat of somebody who is asked: the text and one tap, or what became of it. */
export function roundCard(duty: Duty, person: PersonId, reader: ReaderNow): Card {
  const { round } = duty;
  const member = memberOf(duty, person);
  if (!round || !member) throw new Error(`The duty ${duty.id} asks nothing of this person.`);
  const said = roundWords[reader.language].types[round.type];
  return fitted((length) => {
    const shown = cut(duty, length);
    const look = lookOf(shown, round, member, reader);
    return card(reader.language, `${look.kicker}: ${shorten(round.text, 80)}`, [
      band({ style: look.style, kicker: look.kicker, title: shown.title, place: shown.system }),
      ...(look.told === undefined
        ? []
        : [text(plain(look.told), { spacing: 'medium', weight: 'bolder' })]),
      ...linesOf(shorten(round.text, length)),
      ...actions(answerActions(shown, round, member, reader)),
      text(plain(said.because(round.by.name)), { isSubtle: true, size: 'small' }),
    ]);
  });
}

function lookOf(duty: Duty, round: Round, { answer, at }: RoundMember, reader: ReaderNow) {
  const { language, zone, now } = reader;
  const said = roundWords[language];
  const { kicker, again, done, told } = said.types[round.type];
  if (answer !== undefined && at !== undefined) {
    const when = momentInWords(at, language, zone, Number(now.slice(0, 4)));
    return {
      style: 'good',
      kicker: `✔ ${done}`,
      told: told(said.answers[answer], when),
    } as const;
  }
  if (duty.status === 'withdrawn') {
    const { withdrawn } = words[language];
    return { style: 'emphasis', kicker: `⊘ ${withdrawn}`, told: said.noLonger } as const;
  }
  const first = round.reminders === 0;
  return {
    style: 'emphasis',
    kicker: `${first ? kicker : again} · ${round.by.name}`,
    told: undefined,
  } as const;
}

/** Each line of the text is a paragraph of its own. */
function linesOf(written: string): readonly Element[] {
  const lines = written.split(/\n+/).filter((line) => line.trim() !== '');
  return lines.map((line) => foreignText(line, { spacing: 'medium' }));
}

function answerActions(
  duty: Duty,
  round: Round,
  { answer }: RoundMember,
  reader: ReaderNow,
): readonly Action[] {
  const { language } = reader;
  const waits = answer === undefined && duty.status !== 'withdrawn';
  const data = { d: duty.id, l: language };
  const said = roundWords[language].answers;
  const taps = roundAnswers[round.type].map((value, at) =>
    button(
      said[value],
      'round-answer',
      { ...data, a: value },
      {
        inputs: 'none',
        ...(at === 0 && round.type === 'message' ? { primary: true } : {}),
      },
    ),
  );
  const link = linkOf(duty, reader);
  return [
    ...(link ? [{ type: 'Action.OpenUrl' as const, ...link }] : []),
    ...(waits
      ? taps
      : [button(words[language].myDuties, 'my-duties', { l: language }, { inputs: 'none' })]),
  ];
}

const linkOf = (duty: Duty, reader: ReaderNow): Link | undefined =>
  kindOf(duty.kind).introduction(duty, reader).link;
