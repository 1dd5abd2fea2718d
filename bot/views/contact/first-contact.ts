import type { Card } from '../../../cards/card.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { buttons } from '../buttons.ts';
import { chatTexts } from '../chat-texts.ts';
import { words } from '../texts.ts';

const nl = {
  welcomeFirst: (title: string) => `Je eerste kaart komt hieronder: ${title}.`,
  welcomeNothing: 'Nu staat er niets voor je open.',
  introduction: (name: string | undefined) =>
    name === undefined
      ? 'Ik ben Gedeelde Plicht. Ik vraag collega’s om na te kijken wat de leverancier aan jullie overlaat, en volg wat niet in orde is.'
      : `Ik ben Gedeelde Plicht, toegevoegd door ${name}. Ik vraag collega’s om na te kijken wat de leverancier aan jullie overlaat, en volg wat niet in orde is.`,
  introductionChannel:
    'Is dit het kanaal van het IT-team? Dan staat hier van elke plicht één bericht en beheren jullie mij hier.',
  useChannel: 'Gebruik dit kanaal',
};

const en: typeof nl = {
  welcomeFirst: (title) => `Your first card comes below: ${title}.`,
  welcomeNothing: 'Nothing is open for you now.',
  introduction: (name) =>
    name === undefined
      ? 'I am Shared Duty. I ask colleagues to check what the vendor leaves to you, and follow what is not right.'
      : `I am Shared Duty, added by ${name}. I ask colleagues to check what the vendor leaves to you, and follow what is not right.`,
  introductionChannel:
    'Is this the channel of the IT team? Then each duty has one message here, and you administer me here.',
  useChannel: 'Use this channel',
};

const contactTexts: InEachLanguage<typeof nl> = { nl, en };

const longestTitle = 150;

/** The one message after an install, in three lines: what the bot is for, what comes first, what it cannot do and what is kept. */
export function welcomeCard(language: Language, first: string | undefined): Card {
  const said = chatTexts[language];
  const next =
    first === undefined
      ? contactTexts[language].welcomeNothing
      : contactTexts[language].welcomeFirst(plain(shorten(first, longestTitle).replace(/\.$/, '')));
  return card(language, said.welcome, [
    text(said.appName, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(said.welcome),
    text(next),
    text(`${said.limits} ${said.privacy}`, { isSubtle: true, size: 'small' }),
    ...actions([
      buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
      buttons.help.button(words[language].help, {}, { inputs: 'none' }),
    ]),
  ]);
}

/** What the bot says in a team that it was added to: what it does, who added it, and how this becomes its channel. */
export function introductionCard(language: Language, addedBy: string | undefined): Card {
  const said = chatTexts[language];
  const told = contactTexts[language].introduction(
    addedBy === undefined ? undefined : plain(addedBy),
  );
  return card(language, told, [
    text(said.appName, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(told),
    text(contactTexts[language].introductionChannel),
    text(said.privacy, { isSubtle: true, size: 'small' }),
    ...actions([
      buttons.useChannel.button(
        contactTexts[language].useChannel,
        {},
        { primary: true, inputs: 'none' },
      ),
      buttons.help.button(words[language].help, {}, { inputs: 'none' }),
    ]),
  ]);
}
