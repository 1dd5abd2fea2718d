import type { Action, Element } from '../../cards/card.ts';
import { text } from '../../cards/elements.ts';
import type { Language } from '../../cards/language.ts';
import { plain, shorten } from '../../cards/plain-text.ts';
import type { AskedOn } from '../duty/answering/asked-on.ts';
import { leftOpen } from '../duty/answering/left-open.ts';
import type { Duty } from '../duty/duty.ts';
import type { PersonId } from '../duty/ids.ts';
import { kindOf } from '../kinds/index.ts';
import { buttons } from './buttons.ts';
import type { ReaderNow } from './reader.ts';
import { nameFor } from './duty/asked.ts';
import { turnTexts } from './duty/turn-texts.ts';

const mostNamed = 100;
const mostOnButton = 16;

/** Systems in a row, within what a line holds. */
export const systemsInWords = (systems: readonly string[], language: Language): string =>
  plain(shorten(turnTexts[language].and(systems), mostNamed));

/**
 * What an answer about several systems left open: of whom it is asked by itself and until when. It stays true once that was
 * answered, as the card does not follow the other duty. Empty where nothing was left.
 */
export function leftOpenLine(
  duty: Duty,
  {
    viewer,
    until,
  }: { readonly viewer: PersonId | 'it-team'; readonly until: (day: string) => string },
  { language }: ReaderNow,
): readonly Element[] {
  const left = leftOpen(duty);
  if (!left) return [];
  const said = turnTexts[language];
  const who = ({ of }: AskedOn): string =>
    of.aadObjectId === viewer ? said.youAsked : plain(shorten(nameFor(of, language), mostNamed));
  const asked = left.asked.map((one) =>
    said.askedOf(systemsInWords(one.systems, language), who(one), until(one.dueOn)),
  );
  const toAsk = systemsInWords(left.toAsk, language);
  return [
    ...(asked.length > 0 ? [said.askedApart(asked)] : []),
    ...(left.toAsk.length > 0 ? [said.toAskApart(toAsk, until(left.dueOn))] : []),
  ].map((told) => text(told, { weight: 'bolder' }));
}

/** The way to the cards on which whoever reads it is asked about what was left open. */
export function leftOpenSteps(duty: Duty, viewer: PersonId, language: Language): readonly Action[] {
  const mine = leftOpen(duty)?.asked.filter(({ of }) => of.aadObjectId === viewer) ?? [];
  return mine.slice(-1).map((one) => {
    const asked = kindOf(duty.kind).nilReturns?.only(duty.details, one.systems).system?.[language];
    const title = turnTexts[language].goTo(shorten(asked ?? duty.system, mostOnButton));
    return buttons.show.button(title, { duty: one.duty, language }, { inputs: 'none' });
  });
}
