import type { InEachLanguage } from '../../../cards/language.ts';
import type { Whose } from '../../duty/reminders/turn.ts';

type Seen = Exclude<Whose, 'bears-risk'>;

const nl = {
  you: 'jij',
  itTeam: 'het IT-team',
  vendor: 'de leverancier',
  or: (names: readonly string[]): string => listed(names, 'of'),
  and: (names: readonly string[]): string => listed(names, 'en'),
  turn: (who: string) => `Nu aan zet: ${who}`,
  until: (day: string) => `uiterlijk ${day}`,
  was: (day: string) => `dat kon tot ${day}`,
  /** What whoever has the turn is to do. */
  task: {
    asked: () => 'beantwoord de kaart',
    verifier: () => 'kijk of het is opgelost',
    owner: () => 'zorg dat het wordt opgelost, en meld het',
    sender: (vendor: string) => `stuur het antwoord aan ${vendor}`,
    vendor: () => '',
    'finds-judge': () => 'zoek iemand die dit kan beoordelen',
    'names-owner': () => 'zeg wie dit oplost en wanneer',
    'owner-asked': () => 'zeg of je dit oppakt',
    'risk-asked': () => 'zeg of je dit accepteert',
    decides: () => 'spreek de leverancier aan, of accepteer het risico',
  } satisfies Record<Seen, (vendor: string) => string>,
  passOnRows: 'geef door wat moet worden ingetrokken of gewijzigd',
  askSecond: 'vraag wie er ook antwoordt',
  /** What comes when that was done. */
  asksMore: 'Is alles in orde, dan is dit klaar.',
  asksSeveral: 'Zijn alle antwoorden er en is alles in orde, dan is dit klaar.',
  closes: 'Is het opgelost, dan is dit klaar.',
  vendorNext: (vendor: string) => `Daarna is ${vendor} aan zet.`,
  youVerify: 'Daarna controleer jij opnieuw.',
  theyVerify: (names: readonly string[]) =>
    names.length === 1
      ? `Daarna controleert ${listed(names, 'en')} opnieuw.`
      : `Daarna controleren ${listed(names, 'en')} opnieuw.`,
  listProves: 'Daarna laat een nieuwe lijst zien of alles is gedaan.',
  judgeNext: 'Daarna krijgt een collega deze kaart.',
  ownerNext: 'Daarna is de eigenaar aan zet.',
  ownerSays: 'Die laat weten of dit wordt opgepakt; zo niet, dan wordt iemand anders gevraagd.',
  ownerElse: 'Zo niet, dan wordt iemand anders gevraagd.',
  riskKnown: 'Zonder een ja blijft de bevinding open.',
  decided: 'Daarna lost de leverancier het op, of iemand draagt het risico.',
  bears: (name: string, day: string) =>
    `${name} draagt het risico tot ${day}. Daarna staat de bevinding weer open.`,
  done: 'Klaar.',
  seesYours: (vendor: string | undefined) =>
    vendor === undefined
      ? 'Je hoeft niets meer te doen. Het IT-team ziet je antwoord.'
      : `Je hoeft niets meer te doen. ${vendor} en het IT-team zien je antwoord.`,
  nothingLeft: 'Er hoeft niets meer te gebeuren.',
  /** Where an answer about several systems left some of them open. */
  doneFor: (systems: string) => `Klaar voor ${systems}.`,
  partOf: (told: string, count: number, all: number) =>
    `${told} voor ${String(count)} van ${String(all)} systemen`,
  askedApart: (asked: readonly string[]) => `Nog apart gevraagd: ${asked.join('; ')}.`,
  askedOf: (systems: string, who: string, until: string) => `${systems} aan ${who}, ${until}`,
  youAsked: 'jou',
  toAskApart: (systems: string, until: string) =>
    `Nog open: ${systems}. Dat vraagt de bot apart aan wie erover gaat, ${until}.`,
  goTo: (systems: string) => `Naar ${systems}`,
  /** The state of what is under way, in the place of what was answered. */
  underWay: 'In behandeling',
  verifying: 'Wordt opnieuw gecontroleerd',
  removing: 'Intrekken loopt',
  nobodyJudged: 'Nog niet beoordeeld',
};

const en: typeof nl = {
  you: 'you',
  itTeam: 'the IT team',
  vendor: 'the vendor',
  or: (names) => listed(names, 'or'),
  and: (names) => listed(names, 'and'),
  turn: (who) => `Now with ${who}`,
  until: (day) => `due ${day}`,
  was: (day) => `was due ${day}`,
  task: {
    asked: () => 'answer the card',
    verifier: () => 'see whether it is solved',
    owner: () => 'get it solved and report it',
    sender: (vendor) => `send the reply to ${vendor}`,
    vendor: () => '',
    'finds-judge': () => 'find somebody who can judge this',
    'names-owner': () => 'say who solves this and by when',
    'owner-asked': () => 'say whether you take this on',
    'risk-asked': () => 'say whether you accept this',
    decides: () => 'speak to the vendor, or accept the risk',
  },
  passOnRows: 'pass on what has to be removed or changed',
  askSecond: 'ask somebody to answer as well',
  asksMore: 'If all is well, this is done.',
  asksSeveral: 'Once every answer is in and all is well, this is done.',
  closes: 'If it is solved, this is done.',
  vendorNext: (vendor) => `Then it is up to ${vendor}.`,
  youVerify: 'Then you verify it again.',
  theyVerify: (names) =>
    names.length === 1
      ? `Then ${listed(names, 'and')} verifies it again.`
      : `Then ${listed(names, 'and')} verify it again.`,
  listProves: 'Then a new list shows whether all of it was done.',
  judgeNext: 'Then a colleague gets this card.',
  ownerNext: 'Then it is up to the owner.',
  ownerSays: 'They say whether they take this on; if not, somebody else is asked.',
  ownerElse: 'If not, somebody else is asked.',
  riskKnown: 'Without a yes the finding stays open.',
  decided: 'Then the vendor solves it, or somebody bears the risk.',
  bears: (name, day) =>
    `${name} bears the risk until ${day}. After that the finding is open again.`,
  done: 'Done.',
  seesYours: (vendor) =>
    vendor === undefined
      ? 'Nothing more is needed from you. The IT team sees your answer.'
      : `Nothing more is needed from you. ${vendor} and the IT team see your answer.`,
  nothingLeft: 'Nothing more is needed.',
  doneFor: (systems) => `Done for ${systems}.`,
  partOf: (told, count, all) => `${told} for ${String(count)} of ${String(all)} systems`,
  askedApart: (asked) => `Still being asked: ${asked.join('; ')}.`,
  askedOf: (systems, who, until) => `${who} about ${systems}, ${until}`,
  youAsked: 'you',
  toAskApart: (systems, until) =>
    `Still open: ${systems}. The bot asks whoever is responsible about that, ${until}.`,
  goTo: (systems) => `Go to ${systems}`,
  underWay: 'In progress',
  verifying: 'Being verified again',
  removing: 'Removal under way',
  nobodyJudged: 'Not judged yet',
};

/** Names in a row, the last behind a word. */
function listed(names: readonly string[], word: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** Whose turn it is, until when and what comes then. */
export const turnTexts: InEachLanguage<typeof nl> = { nl, en };
