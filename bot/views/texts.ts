import type { InEachLanguage } from '../../cards/language.ts';
import { plural } from '../../cards/language.ts';
import { deliveryTexts } from './contact/delivery-texts.ts';

const nl = {
  withdrawn: 'Ingetrokken',
  record: 'Vastleggen',
  next: 'Verder',
  stepOf: (step: number, steps: number) => `Stap ${String(step)} van ${String(steps)}`,
  otherWays: 'Meer',
  otherWaysIntro: 'Lukt het nu niet, of hoort het bij iemand anders?',
  otherWaysOwn: 'Lukt het nu niet, hoort het bij iemand anders, of hoeft het niet meer?',
  answeredBefore: (answer: string) =>
    `Je antwoordde ‘${answer}’. Kies wat het nu moet zijn; wat je invulde, staat er nog.`,
  why: 'Waarom ik?',
  correct: 'Antwoord verbeteren',
  answerAfterAll: 'Toch beantwoorden',
  myDuties: 'Mijn plichten',
  help: 'Hulp',
  open: 'Openen',
  more: 'Volgende',
  overview: 'Overzicht',
  back: 'Terug',
  cannotJudge: 'Kan ik niet beoordelen',
  handOver: 'Overdragen',
  later: 'Later',
  vendorReply: 'Antwoord aan leverancier',
  reaction: 'Reactie leverancier',
  accept: 'Risico accepteren',
  handedTo: (name: string) => `Overgedragen aan ${name}. Je hoeft niets meer te doen.`,
  lastSaved: (when: string, who: string | undefined) =>
    `Laatste wijziging opgeslagen: ${when}${who === undefined ? '' : `, door ${who}`}`,
  heard: (text: string) =>
    `Dit maakte ik van ‘${text}’. Klopt het, leg het dan vast met de knop; er is nog niets vastgelegd.`,
  noted: (text: string) =>
    `Je woorden ‘${text}’ staan bij de opmerking. Kies zelf het antwoord; er is nog niets vastgelegd.`,
  verifyAgain: (text: string) => `Controleer het opnieuw. De leverancier meldt: ${text}`,
  accepted: 'Risico geaccepteerd',
  acceptedUntil: (name: string, until: string) => `${name}, tot ${until}`,
  vendor: 'Leverancier',
  vendorState: {
    waiting: 'antwoord klaar, nog niet verstuurd',
    sent: (when: string) => `antwoord verstuurd op ${when}`,
    changed: (when: string) => `antwoord verstuurd op ${when}, daarna gewijzigd`,
    underWay: (when: string) => `antwoord van ${when} is nog onderweg`,
    received: (when: string) => `antwoord ontvangen op ${when}`,
    refused: 'nam het antwoord niet aan, stuur het zelf',
    solved: 'meldt dat het is opgelost, wordt opnieuw gecontroleerd',
    unsolved: 'heeft gereageerd, nog niet opgelost',
  },
  askedAlready: 'Deze collega is hier al voor gevraagd.',
  sharedTooFar:
    'Deze lijst is al over te veel mensen verdeeld. Vraag iemand die er al een deel van heeft, of trek de plicht in en open een nieuwe.',
  tooOften: 'Dit is al twee keer uitgesteld. Draag het over als het niet lukt.',
  pastDay: 'Kies een dag na vandaag.',
  farDay: 'Kies een dag binnen zestig dagen.',
  farYear: 'Kies een dag binnen een jaar.',
  notARiskBearer:
    'Kies iemand met een rol in het rooster. Wie het probleem zelf vond, beslist niet over het risico.',
  noRiskRole:
    'Je hebt geen rol meer in het rooster. Beëindig het; het IT-team vraagt iemand anders.',
  writeOut: 'Schrijf dit uit: het moet later nog te begrijpen zijn.',
  by: 'Door',
  yourAnswer: 'Jouw antwoord',
  youAnswered: 'Beantwoord',
  before: 'Eerder',
  evidence: (hash: string) => `Vastgelegd als bewijs ${hash}`,
  rule: 'Antwoorden',
  rules: {
    all: (answered: number, asked: number) =>
      `iedereen antwoordt, ${String(answered)} van ${String(asked)}`,
    'per-process': (answered: number, asked: number) =>
      `ieder voor het eigen deel, ${String(answered)} van ${String(asked)}`,
    'four-eyes': (answered: number, asked: number) =>
      `twee verschillende mensen, ${String(answered)} van ${String(asked)}`,
  },
  secondPerson: 'Tweede persoon vragen',
  stillAsked: 'Antwoordt nog',
  waitsForMore: (answers: number) =>
    plural(answers, {
      one: 'Wacht op nog 1 antwoord',
      other: `Wacht op nog ${String(answers)} antwoorden`,
    }),
  hasAnswered: 'heeft geantwoord',
  couldNotJudge: 'kon het niet beoordelen',
  correctedTooOften:
    'Je hebt dit antwoord al 20 keer gewijzigd. Vraag het IT-team om mee te kijken, of draag het over.',
  notIndependent:
    'Jij hebt dit aangevraagd. Laat iemand anders zeggen dat het goed is: draag het over.',
  youAskedForThis:
    'Jij hebt dit aangevraagd. Dat het goed is, zegt een collega: draag het over. Wat niet werkt, kun je wel melden.',
  notToRequester: 'Deze collega heeft dit zelf aangevraagd. Kies iemand anders.',
  assigned: 'Gevraagd aan',
  requestedBy: 'Gevraagd door',
  reason: 'Reden',
  replaced: 'Vervangen',
  replacedBy: (version: string) => `Vervangen door versie ${version}`,
  finding: 'Bevinding',
  closed: {
    verified: 'opgelost, bij een nieuwe controle gebleken',
    corrected: 'gesloten, het antwoord is verbeterd',
  },
  source: (passage: string, control: string) =>
    `Gedeelde verantwoordelijkheid, ‘${passage}’ · ISO 27001 ${control}`,
  due: (day: string) => `uiterlijk ${day}`,
  wasDue: (day: string) => `te laat, dat kon tot ${day}`,
  dueToday: 'vandaag',
  noWorkdayLeft: 'geen werkdag meer',
  workdaysLeft: (days: number) =>
    plural(days, { one: 'nog 1 werkdag', other: `nog ${String(days)} werkdagen` }),
  workdaysLate: (days: number) =>
    plural(days, { one: '1 werkdag te laat', other: `${String(days)} werkdagen te laat` }),
  late: 'te laat',
  moreAnswers: (more: number) =>
    plural(more, { one: 'Nog 1 antwoord', other: `Nog ${String(more)} antwoorden` }),
  answeredBy: (name: string, when: string) => `${name}, ${when}`,
  tooLate: 'Er was al geantwoord. Jouw antwoord is bewaard naast het antwoord dat telt.',
  noLonger: 'Deze plicht is ingetrokken. Je hoeft niets meer te doen.',
  unableNote:
    'Je kon hier geen oordeel over geven. Het IT-team ziet dit en zoekt iemand die het wel kan.',
  statuses: { open: 'open', problem: 'probleem', fulfilled: 'voldaan', withdrawn: 'ingetrokken' },
  delivery: deliveryTexts.nl,
  notification: (ask: string, title: string, due: string) => `${title}: ${ask}, ${due}`,
};

const en: typeof nl = {
  withdrawn: 'Withdrawn',
  record: 'Record',
  next: 'Next',
  stepOf: (step, steps) => `Step ${String(step)} of ${String(steps)}`,
  otherWays: 'More',
  otherWaysIntro: 'Can’t do it now, or is it for somebody else?',
  otherWaysOwn: 'Can’t do it now, is it for somebody else, or no longer needed?',
  answeredBefore: (answer) =>
    `You answered “${answer}”. Choose what it should be now; what you filled in is still there.`,
  why: 'Why me?',
  correct: 'Correct my answer',
  answerAfterAll: 'Answer after all',
  myDuties: 'My duties',
  help: 'Help',
  open: 'Open',
  more: 'Next',
  overview: 'Status',
  back: 'Back',
  cannotJudge: 'I can’t judge this',
  handOver: 'Hand over',
  later: 'Later',
  vendorReply: 'Reply to vendor',
  reaction: 'Vendor’s reaction',
  accept: 'Accept the risk',
  handedTo: (name) => `Handed over to ${name}. There is nothing left for you to do.`,
  lastSaved: (when, who) => `Last change saved: ${when}${who === undefined ? '' : `, by ${who}`}`,
  heard: (text) =>
    `This is what I made of “${text}”. If it is right, record it with the button; nothing is recorded yet.`,
  noted: (text) =>
    `Your words “${text}” are in the remark. Choose the answer yourself; nothing is recorded yet.`,
  verifyAgain: (text) => `Verify it again. The vendor says: ${text}`,
  accepted: 'Risk accepted',
  acceptedUntil: (name, until) => `${name}, until ${until}`,
  vendor: 'Vendor',
  vendorState: {
    waiting: 'reply ready, not sent yet',
    sent: (when) => `reply sent on ${when}`,
    changed: (when) => `reply sent on ${when}, changed since`,
    underWay: (when) => `reply of ${when} is still under way`,
    received: (when) => `reply received on ${when}`,
    refused: 'did not accept the reply, send it yourself',
    solved: 'says that it is solved, to be verified again',
    unsolved: 'reacted, not solved yet',
  },
  askedAlready: 'This colleague is asked already.',
  sharedTooFar:
    'This list is shared among too many people already. Ask somebody who has a part of it, or withdraw the duty and open a new one.',
  tooOften: 'This was put off twice already. Hand it over if you cannot do it.',
  pastDay: 'Choose a day after today.',
  farDay: 'Choose a day within sixty days.',
  farYear: 'Choose a day within a year.',
  notARiskBearer:
    'Pick somebody who holds a role in the roster. Whoever found the problem does not decide about the risk.',
  noRiskRole: 'You hold no role in the roster any more. End it; the IT team asks somebody else.',
  writeOut: 'Write this out: it has to be understood later on.',
  by: 'By',
  yourAnswer: 'Your answer',
  youAnswered: 'Answered',
  before: 'Before',
  evidence: (hash) => `Recorded as evidence ${hash}`,
  rule: 'Answers',
  rules: {
    all: (answered, asked) => `everybody answers, ${String(answered)} of ${String(asked)}`,
    'per-process': (answered, asked) =>
      `each for their own part, ${String(answered)} of ${String(asked)}`,
    'four-eyes': (answered, asked) =>
      `two different people, ${String(answered)} of ${String(asked)}`,
  },
  secondPerson: 'Ask a second person',
  stillAsked: 'Still to answer',
  waitsForMore: (answers) =>
    plural(answers, {
      one: 'Waiting for 1 more answer',
      other: `Waiting for ${String(answers)} more answers`,
    }),
  hasAnswered: 'has answered',
  couldNotJudge: 'could not judge it',
  correctedTooOften:
    'You have changed this answer 20 times. Ask the IT team to look at it with you, or hand it over.',
  notIndependent: 'You asked for this. Let somebody else say that it is right: hand it over.',
  youAskedForThis:
    'You asked for this. A colleague has to say that it is right: hand it over. You can report yourself what does not work.',
  notToRequester: 'This colleague asked for it. Choose somebody else.',
  assigned: 'Sent to',
  requestedBy: 'Asked by',
  reason: 'Reason',
  replaced: 'Replaced',
  replacedBy: (version) => `Replaced by version ${version}`,
  finding: 'Finding',
  closed: {
    verified: 'solved, as a new verification showed',
    corrected: 'closed, the answer was corrected',
  },
  source: (passage, control) => `Shared responsibility, “${passage}” · ISO 27001 ${control}`,
  due: (day) => `due ${day}`,
  wasDue: (day) => `late, was due ${day}`,
  dueToday: 'today',
  noWorkdayLeft: 'no working day left',
  workdaysLeft: (days) =>
    plural(days, { one: '1 working day left', other: `${String(days)} working days left` }),
  workdaysLate: (days) =>
    plural(days, { one: '1 working day late', other: `${String(days)} working days late` }),
  late: 'late',
  moreAnswers: (more) =>
    plural(more, { one: '1 more answer', other: `${String(more)} more answers` }),
  answeredBy: (name, when) => `${name}, ${when}`,
  tooLate: 'This was answered already. Your answer is kept beside the answer that counts.',
  noLonger: 'This duty was withdrawn. There is nothing left for you to do.',
  unableNote: 'You could not judge this. The IT team sees it and looks for somebody who can.',
  statuses: { open: 'open', problem: 'problem', fulfilled: 'fulfilled', withdrawn: 'withdrawn' },
  delivery: deliveryTexts.en,
  notification: (ask, title, due) => `${title}: ${ask}, ${due}`,
};

/** The words that every kind of duty shares. */
export const words: InEachLanguage<typeof nl> = { nl, en };
