import type { Card } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import { plain } from '../../../cards/plain-text.ts';
import type { LeaversQuestion } from '../../ports/store/leavers.ts';
import { buttons } from '../../views/buttons.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';

interface LeaversTexts {
  readonly title: string;
  readonly told: (count: number, names: string) => string;
  readonly asked: (moment: string) => string;
  readonly handOn: string;
  readonly leave: string;
  readonly more: (names: string, count: number) => string;
  readonly handedOn: (by: string | undefined) => string;
  readonly left: (by: string) => string;
  readonly over: string;
}

const nl = {
  title: 'Veel mensen hebben de app ineens niet meer',
  told: (count: number, names: string) =>
    `Bij ${String(count)} mensen is de app kort na elkaar verwijderd: ${names}. Dat gebeurt ook als de app opnieuw wordt geplaatst. Er is nog niets overgedragen.`,
  asked: (moment: string) =>
    `Zijn zij weg, dan draag ik hun plichten over aan wie het rooster noemt. Zonder antwoord doe ik dat op ${moment}, behalve bij wie dan terug is.`,
  handOn: 'Overdragen',
  leave: 'Laten staan',
  more: (names: string, count: number) => `${names} en nog ${String(count)}`,
  handedOn: (by: string | undefined) =>
    `${by === undefined ? 'Er kwam geen antwoord' : `${by} koos voor overdragen`}. De plichten gaan naar wie het rooster noemt, behalve bij wie terug is.`,
  left: (by: string) =>
    `${by} liet de plichten staan. Komt de app terug, dan komen de kaarten vanzelf; overdragen kan ook per plicht.`,
  over: 'Deze vraag is voorbij. In het overzicht staat wat er open is.',
};

const en: typeof nl = {
  title: 'Many people suddenly no longer have the app',
  told: (count, names) =>
    `The app was removed for ${String(count)} people shortly after each other: ${names}. That also happens when the app is uploaded again. Nothing has been handed over yet.`,
  asked: (moment) =>
    `If they are gone, I hand their duties over to whoever the roster names. Without an answer I do so on ${moment}, except for those who are back by then.`,
  handOn: 'Hand over',
  leave: 'Leave as is',
  more: (names, count) => `${names} and ${String(count)} more`,
  handedOn: (by) =>
    `${by === undefined ? 'No answer came' : `${by} chose to hand over`}. The duties go to whoever the roster names, except for those who are back.`,
  left: (by) =>
    `${by} left the duties as they are. When the app is back the cards follow by themselves; each duty can also be handed over.`,
  over: 'This question is over. The status shows what is open.',
};

const said = { nl, en };

/** Whether many leavers are gone for good, or what was said of it; undefined where another question took its place. */
export function leaversCard(
  question: LeaversQuestion | undefined,
  { names, count }: { readonly names: readonly string[]; readonly count: number },
  { language, zone, now }: ReaderNow,
): Card {
  const texts = said[language];
  const overview = buttons.overview.button(words[language].overview, {}, { inputs: 'none' });
  const settled = settledText(question, now, texts);
  if (!question || settled !== undefined) {
    const told = settled ?? texts.over;
    return card(language, told, [text(told), ...actions([overview])]);
  }
  const { askedAt: asked, until } = question;
  const shown = plain(names.join(', '));
  const all = count > names.length ? texts.more(shown, count - names.length) : shown;
  const moment = momentInWords(until, { zone }, language);
  return card(language, `${texts.title}: ${all}`, [
    text(texts.title, { weight: 'bolder', size: 'medium', style: 'heading' }),
    text(texts.told(count, all)),
    text(texts.asked(moment)),
    ...actions([
      buttons.leavers.button(texts.leave, { asked, answer: 'leave' }, { inputs: 'none' }),
      buttons.leavers.button(texts.handOn, { asked, answer: 'hand-on' }, { inputs: 'none' }),
      overview,
    ]),
  ]);
}

/** What became of it; undefined while it waits. */
function settledText(
  question: LeaversQuestion | undefined,
  now: string,
  texts: LeaversTexts,
): string | undefined {
  if (!question) return texts.over;
  const { answer, until } = question;
  if (!answer) return now < until ? undefined : texts.handedOn(undefined);
  const by = answer.by && plain(answer.by.name);
  return answer.what === 'leave' ? texts.left(by ?? '') : texts.handedOn(by);
}
