import { plural } from '../../../cards/language.ts';
import type { InEachLanguage } from '../../../cards/language.ts';
import type { SurveyType, Tally } from '../../kinds/survey.ts';

const nl = {
  types: {
    message: {
      /** The button that opens the form. */
      start: 'Laat de bot het bericht sturen',
      /** The button that shows how far it is. */
      look: 'Wie las het al?',
      title: 'Bericht laten sturen',
      intro:
        'Iedereen krijgt het bericht in de eigen chat en tikt op ‘Gelezen’. Jij ziet wie het nog niet las; in het kanaal staan alleen aantallen.',
      /** What stands in the form at first; the address of more to read is a button on the card. */
      draft: (topic: string) => topic,
      textLabel: 'Wat moeten ze lezen?',
      /** What it is called beside the totals. */
      name: 'Bericht',
      kicker: 'Bericht',
      again: 'Herinnering',
      done: 'Gelezen',
      because: (name: string) =>
        `${name} heeft gevraagd of je dit leest. Dat je het las, wordt met je naam bewaard als bewijs; in het kanaal staan alleen aantallen.`,
      told: (_: string, when: string) => `Bedankt. Je las dit op ${when}.`,
      totals: ({ answered, people }: Tally) =>
        `${String(answered)} van ${String(people)} ${plural(people === 1 ? 1 : answered, { one: 'heeft', other: 'hebben' })} het gelezen`,
      silent: 'Nog niet gelezen',
      remind: 'Herinner wie het niet las',
    },
    pulse: {
      /** The button that opens the form. */
      start: 'Vraag het de thuiswerkers',
      /** The button that shows how far it is. */
      look: 'Wat zeggen de thuiswerkers?',
      title: 'De thuiswerkers vragen',
      intro:
        'Iedereen krijgt één vraag in de eigen chat en antwoordt met één tik. Jij ziet de aantallen en wie nog niet antwoordde; in het kanaal staan alleen aantallen.',
      /** What stands in the form at first; the address of more to read is a button on the card. */
      draft: (_: string, system: string) => `Hoe goed werkt ${system} bij jou thuis?`,
      textLabel: 'Wat wil je vragen?',
      /** What it is called beside the totals. */
      name: 'Thuiswerkers',
      kicker: 'Eén vraag',
      again: 'Herinnering',
      done: 'Beantwoord',
      because: (name: string) =>
        `${name} vraagt dit aan wie thuis werkt. Je antwoord wordt met je naam bewaard als bewijs; in het kanaal staan alleen aantallen.`,
      told: (said: string, when: string) => `Bedankt. Je antwoordde ‘${said}’ op ${when}.`,
      totals: ({ answered, people, answers: { good, sometimes, bad } }: Tally) =>
        `${String(answered)} van ${String(people)} ${plural(people === 1 ? 1 : answered, { one: 'heeft', other: 'hebben' })} geantwoord${answered === 0 ? '' : `: ${String(good)} goed, ${String(sometimes)} soms traag, ${String(bad)} slecht`}`,
      silent: 'Nog niet geantwoord',
      remind: 'Herinner wie niet antwoordde',
    },
  },
  answers: { read: 'Gelezen', good: 'Goed', sometimes: 'Soms traag', bad: 'Slecht' },
  send: 'Versturen',
  fields: (everybody: number) => ({
    text: { label: 'Tekst', short: 'Tekst' },
    whom: {
      label: 'Aan wie?',
      short: 'Aan',
      values: {
        everybody: `Iedereen die de bot heeft (${String(everybody)})`,
        chosen: 'Alleen deze collega’s',
      },
    },
    names: {
      label: 'Welke collega’s? Eén naam per regel',
      short: 'Collega’s',
      placeholder: 'Alleen als het niet voor iedereen is',
    },
  }),
  known: (names: string) => `Wie ik ken: ${names}.`,
  asked: 'Gevraagd',
  missed: 'Niet bereikt',
  notDelivered: {
    pending: 'Kaart onderweg',
    'not-installed': 'Heeft de bot niet',
    blocked: 'Heeft de bot geblokkeerd',
    refused: 'Teams weigert de kaart',
  },
  pending: (count: number) => `${String(count)} onderweg`,
  unreached: (count: number) => `${String(count)} niet bereikt`,
  asOf: (when: string) => `stand ${when}`,
  more: (count: number) => `en nog ${String(count)}`,
  everybodyDid: 'Iedereen heeft geantwoord.',
  againFrom: (sent: string, day: string) =>
    `Op ${sent} is er een kaart gestuurd. Herinneren kan vanaf ${day}.`,
  refresh: 'Vernieuwen',
  late: 'Bedankt. Dit was al afgerond; je antwoord is wel bewaard.',
  noLonger: 'Dit is ingetrokken. Je hoeft niets meer te doen.',
  problems: {
    nobody: 'Er is nog niemand om het aan te vragen. Laat je collega’s eerst de bot installeren.',
    who: 'Vul in welke collega’s, of kies iedereen.',
    tooMany: (most: number) =>
      `Dit kan aan hooguit ${most.toLocaleString('nl-NL')} mensen tegelijk. Noem de collega’s bij naam.`,
    unknown: (names: string) => `Deze collega’s ken ik niet: ${names}.`,
    ambiguous: (names: string) => `Van deze namen zijn er meer: ${names}. Vul de hele naam in.`,
  },
};

const en: typeof nl = {
  types: {
    message: {
      start: 'Have the bot send the message',
      look: 'Who has read it?',
      title: 'Have the message sent',
      intro:
        'Everybody gets the message in their own chat and taps “Read”. You see who has not read it yet; the channel shows numbers only.',
      draft: (topic) => topic,
      textLabel: 'What should they read?',
      name: 'Message',
      kicker: 'Message',
      again: 'Reminder',
      done: 'Read',
      because: (name) =>
        `${name} asked you to read this. That you read it is kept with your name as evidence; the channel shows numbers only.`,
      told: (_, when) => `Thank you. You read this on ${when}.`,
      totals: ({ answered, people }) =>
        `${String(answered)} of ${String(people)} ${plural(people === 1 ? 1 : answered, { one: 'has', other: 'have' })} read it`,
      silent: 'Not read yet',
      remind: 'Remind those who have not',
    },
    pulse: {
      start: 'Ask the home workers',
      look: 'What do home workers say?',
      title: 'Ask the home workers',
      intro:
        'Everybody gets one question in their own chat and answers with one tap. You see the numbers and who has not answered yet; the channel shows numbers only.',
      draft: (_, system) => `How well does ${system} work for you at home?`,
      textLabel: 'What do you want to ask?',
      name: 'Home workers',
      kicker: 'One question',
      again: 'Reminder',
      done: 'Answered',
      because: (name) =>
        `${name} asks this of everybody who works from home. Your answer is kept with your name as evidence; the channel shows numbers only.`,
      told: (said, when) => `Thank you. You answered “${said}” on ${when}.`,
      totals: ({ answered, people, answers: { good, sometimes, bad } }) =>
        `${String(answered)} of ${String(people)} ${plural(people === 1 ? 1 : answered, { one: 'has', other: 'have' })} answered${answered === 0 ? '' : `: ${String(good)} good, ${String(sometimes)} sometimes slow, ${String(bad)} bad`}`,
      silent: 'Not answered yet',
      remind: 'Remind those who have not',
    },
  },
  answers: { read: 'Read', good: 'Good', sometimes: 'Sometimes slow', bad: 'Bad' },
  send: 'Send',
  fields: (everybody) => ({
    text: { label: 'Text', short: 'Text' },
    whom: {
      label: 'To whom?',
      short: 'To',
      values: {
        everybody: `Everybody who has the bot (${String(everybody)})`,
        chosen: 'These colleagues only',
      },
    },
    names: {
      label: 'Which colleagues? One name per line',
      short: 'Colleagues',
      placeholder: 'Only if it is not for everybody',
    },
  }),
  known: (names) => `People I know: ${names}.`,
  asked: 'Asked',
  missed: 'Not reached',
  notDelivered: {
    pending: 'Card on its way',
    'not-installed': 'Does not have the bot',
    blocked: 'Has blocked the bot',
    refused: 'Teams refuses the card',
  },
  pending: (count) => `${String(count)} on their way`,
  unreached: (count) => `${String(count)} not reached`,
  asOf: (when) => `as of ${when}`,
  more: (count) => `and ${String(count)} more`,
  everybodyDid: 'Everybody has answered.',
  againFrom: (sent, day) => `A card was sent on ${sent}. You can send a reminder from ${day} on.`,
  refresh: 'Refresh',
  late: 'Thank you. This was closed already; your answer is kept.',
  noLonger: 'This was withdrawn. There is nothing left for you to do.',
  problems: {
    nobody: 'There is nobody to ask yet. Let your colleagues install the bot first.',
    who: 'Fill in which colleagues, or choose everybody.',
    tooMany: (most) =>
      `This can go to at most ${most.toLocaleString('en-GB')} people at once. Name the colleagues.`,
    unknown: (names) => `I do not know these colleagues: ${names}.`,
    ambiguous: (names) => `There are several of these names: ${names}. Fill in the whole name.`,
  },
};

/** The words of what the bot asks of many people for a duty. */
export const surveyTexts: InEachLanguage<typeof nl> = { nl, en };

/** The totals of a survey with who is still to be reached, as one sentence. */
export function totalsInWords(
  type: SurveyType,
  tally: Tally,
  language: keyof typeof surveyTexts,
): string {
  const said = surveyTexts[language];
  const left = [
    ...(tally.pending > 0 ? [said.pending(tally.pending)] : []),
    ...(tally.missed > 0 ? [said.unreached(tally.missed)] : []),
  ];
  return [said.types[type].totals(tally), left.join(', ')].filter((part) => part !== '').join('; ');
}
