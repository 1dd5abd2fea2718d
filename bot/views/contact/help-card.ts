import type { Card, Element } from '../../../cards/card.ts';
import { actions, card, facts, text } from '../../../cards/elements.ts';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import type { Where } from '../chat-cards.ts';
import { waysOn } from '../chat-cards.ts';
import { chatTexts } from '../chat-texts.ts';
import { wordsIn } from '../chat-words.ts';

type ChatWordShown = {
  readonly name: string;
  readonly words: InEachLanguage<readonly [string, ...string[]]>;
  readonly does: Partial<InEachLanguage<string>>;
  readonly who: string;
};

/** Who reads what can be typed: what somebody may not do is no word for them. */
export interface HelpFor {
  /** In the IT channel, or the IT team and the auditor in their own chat. */
  readonly overseer: boolean;
  readonly inItChannel: boolean;
}

function isOffered(
  { name = '', who }: { readonly name?: string; readonly who: string },
  { overseer, inItChannel }: HelpFor,
): boolean {
  if (who === 'it-team') return inItChannel;
  // The IT channel is one already.
  if (name === 'use-channel') return !inItChannel;
  return who !== 'overseer' || overseer;
}

function wordList(language: Language, where: Where, reads: HelpFor): readonly Element[] {
  const place = where === 'personal' ? 'personal' : 'channel';
  const offered = wordsIn(place).flatMap(({ name, words, does, who }: ChatWordShown) => {
    const value = does[language];
    return value === undefined || !isOffered({ name, who }, reads)
      ? []
      : [{ name, title: words[language][0], value }];
  });
  const examples = chatTexts[language].examples.filter(
    ({ who }) => isOffered({ who }, reads) && (place === 'personal' || who === 'overseer'),
  );
  return [
    // What explains the rest of the list stands below it.
    ...facts([
      ...offered.filter(({ name }) => name !== 'help'),
      ...offered.filter(({ name }) => name === 'help'),
    ]),
    // A sentence is too long for a column of a phone.
    ...examples.map(({ word, does }) => text(chatTexts[language].example(word, does))),
  ];
}

/** The ways on of a place; a channel that is not the IT team's counts as a group. */
const waysFor = (language: Language, where: Where, { overseer, inItChannel }: HelpFor) =>
  waysOn(language, where === 'channel' && !inItChannel ? 'group' : where, overseer);

export function helpCard(language: Language, where: Where, reads: HelpFor): Card {
  const said = chatTexts[language];
  const below = where === 'personal' ? `${said.limits} ${said.privacy}` : said.limits;
  return card(language, said.helpTitle, [
    text(said.helpTitle, { weight: 'bolder', size: 'medium', style: 'heading' }),
    ...wordList(language, where, reads),
    text(below, { isSubtle: true, size: 'small' }),
    // It is the help already; only in a group is there no other way on.
    ...actions(
      waysFor(language, where, reads).filter(
        (_, at, all) => all.length === 1 || at < all.length - 1,
      ),
    ),
  ]);
}

/** What came without words. */
type Came = 'file' | keyof (typeof chatTexts)['nl']['unreadable'];

/** An answer to what was not understood: the words that are. */
export function notUnderstoodCard(
  language: Language,
  { where, came, ...reads }: HelpFor & { readonly where: Where; readonly came?: Came | undefined },
): Card {
  const said = chatTexts[language];
  const told =
    came === undefined ? said.unknown : came === 'file' ? said.noFiles : said.unreadable[came];
  return card(language, told, [
    text(told),
    ...wordList(language, where, reads),
    ...actions(waysFor(language, where, reads)),
  ]);
}
