import type { Card, Fact } from '../../../cards/card.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { actions, card, facts, text } from '../../../cards/elements.ts';
import type { InEachLanguage } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { troubled } from '../../duty/answering/quorum.ts';
import { mentionOf } from '../mention.ts';
import type { Duty, Finding } from '../../duty/duty.ts';
import { assigneeOf } from '../../duty/duty.ts';
import type { Person } from '../../duty/ids.ts';
import type { Turn, Whose } from '../../duty/reminders/turn.ts';
import { turnsOf } from '../../duty/reminders/turn.ts';
import { kindOf } from '../../kinds/index.ts';
import { buttons } from '../buttons.ts';
import { answerInLine } from '../duty/answer-line.ts';
import { nameFor } from '../duty/asked.ts';
import { stateSign } from '../duty/state.ts';
import type { ReaderNow } from '../reader.ts';
import { fact } from '../reader.ts';
import { words } from '../texts.ts';
import { findingName } from './facts.ts';
import { stepsInChannel } from './steps.ts';

type Closing = NonNullable<Finding['closedBecause']>;

/** What the IT team can do for whoever has the turn, and does where nobody else is known. */
const orTeam = (names: string, orIt: string): string =>
  names === '' ? orIt.replace(/^\S+ /, '') : `${names} ${orIt}`;

const nl = {
  found: 'Bevinding',
  by: 'Gemeld door',
  seen: 'Gezien',
  turn: 'Aan zet',
  solved: 'Opgelost',
  attention: 'Let op',
  whose: {
    asked: (names: string) => `${names}: antwoorden`,
    verifier: (names: string) => `${names}: opnieuw nagaan`,
    owner: (names: string) => `${names}: laten oplossen`,
    sender: (names: string) => `${orTeam(names, 'of het IT-team')}: de leverancier inlichten`,
    vendor: () => 'de leverancier: oplossen',
    'finds-judge': () => 'het IT-team: iemand vinden die dit kan beoordelen',
    'names-owner': (names: string) => `${orTeam(names, 'of het IT-team')}: een eigenaar aanwijzen`,
    'owner-asked': (names: string) => `${names}: bevestigen dat dit wordt opgepakt`,
    'risk-asked': (names: string) => `${names}: dit accepteren of niet`,
    decides: (names: string) => `${orTeam(names, 'of het IT-team')}: beslissen wat er nu gebeurt`,
    'bears-risk': () => 'niemand tot de einddatum van het risico',
  } satisfies Record<Whose, (names: string) => string>,
  passesOn: (names: string) =>
    `${orTeam(names, 'of het IT-team')}: doorgeven wat moet worden ingetrokken of gewijzigd`,
  closed: {
    verified: 'Opnieuw nagegaan: het is opgelost.',
    corrected: 'Het antwoord is verbeterd: er was geen probleem.',
    accepted: 'Het risico is geaccepteerd. De bevinding is gesloten.',
    withdrawn: 'De plicht is ingetrokken. De bevinding is gesloten.',
  } satisfies Record<Closing, string>,
};

const en: typeof nl = {
  found: 'Finding',
  by: 'Reported by',
  seen: 'Seen',
  turn: 'Whose turn',
  solved: 'Solved',
  attention: 'Please look',
  whose: {
    asked: (names) => `${names}: answer`,
    verifier: (names) => `${names}: verify again`,
    owner: (names) => `${names}: have it solved`,
    sender: (names) => `${orTeam(names, 'or the IT team')}: tell the vendor`,
    vendor: () => 'the vendor: solve it',
    'finds-judge': () => 'the IT team: find somebody who can judge it',
    'names-owner': (names) => `${orTeam(names, 'or the IT team')}: name an owner`,
    'owner-asked': (names) => `${names}: confirm that it is taken on`,
    'risk-asked': (names) => `${names}: accept this or not`,
    decides: (names) => `${orTeam(names, 'or the IT team')}: decide what happens now`,
    'bears-risk': () => 'nobody until the risk ends',
  },
  passesOn: (names) =>
    `${orTeam(names, 'or the IT team')}: pass on what has to be removed or changed`,
  closed: {
    verified: 'Verified again: it is solved.',
    corrected: 'The answer was corrected: there was no problem.',
    accepted: 'The risk was accepted. The finding is closed.',
    withdrawn: 'The duty was withdrawn. The finding is closed.',
  },
};

const findingWords: InEachLanguage<typeof nl> = { nl, en };

/** What is said of one finding in the duty's thread: who, what was seen, whose turn it is and until when. */
export function findingCard(
  duty: Duty,
  { finding, mentioned }: { readonly finding: Finding; readonly mentioned: readonly Person[] },
  reader: ReaderNow,
): Card {
  return finding.status === 'closed'
    ? closedCard(duty, finding, reader)
    : openCard(duty, { finding, mentioned }, reader);
}

function openCard(
  duty: Duty,
  { finding, mentioned }: { readonly finding: Finding; readonly mentioned: readonly Person[] },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = findingWords[language];
  const answers = troubled(duty);
  const who = [...new Set(answers.map(({ by }) => by.name))].join(', ');
  const turn = turnsOf(duty).find((one) => one.finding === finding.id);
  const urgent = alertsOf(duty).map((one) => one[language]);
  const mentions = mentioned.map(mentionOf);
  const calls = mentions.map((one) => one.text).join(', ');
  const turnTold = turn && turnInWords(duty, turn, reader);
  const seen = seenIn(duty, reader);
  const sign = stateSign(duty, reader);
  const summary = `${sign} ${duty.reference}: ${who === '' ? '' : `${who}: `}${seen || said.found}`;
  const made = card(language, shorten(summary, 300), [
    text(`${sign} ${plain(duty.reference)} · ${plain(shorten(duty.title, 200))}`, {
      weight: 'bolder',
    }),
    ...(calls === '' ? [] : [text(`${said.attention}: ${calls}`)]),
    ...urgent.map((told) => text(plain(told), { color: 'attention' as const })),
    ...facts([
      ...fact(said.found, findingName(duty, finding)),
      ...fact(said.by, shorten(who, 300)),
      ...fact(said.seen, seen),
      ...(turnTold ?? []),
    ]),
    ...actions([
      ...stepsInChannel(duty, language),
      buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
    ]),
  ]);
  return mentions.length === 0 ? made : { ...made, msteams: { entities: mentions } };
}

/** What the answers behind the finding tell, the newest last. */
const seenIn = (duty: Duty, reader: ReaderNow): string =>
  shorten(
    troubled(duty)
      .map((answer) => answerInLine(duty, { answer, length: 400 }, reader))
      .filter((line) => line !== '')
      .join('; '),
    600,
  );

function turnInWords(duty: Duty, turn: Turn, reader: ReaderNow): readonly Fact[] {
  const { language, now } = reader;
  const said = findingWords[language];
  const day = dayInWords(turn.until, language, { thisYear: Number(now.slice(0, 4)) });
  const isPassedOn = turn.whose === 'names-owner' && kindOf(duty.kind).byRow;
  const inWords = isPassedOn ? said.passesOn : said.whose[turn.whose];
  const told = inWords(namesOf(duty, turn, reader));
  return fact(said.turn, `${told}, ${words[language].due(day)}`);
}

const namesOf = (duty: Duty, { people }: Turn, { language }: ReaderNow): string => {
  const known = [
    ...duty.answers.map(({ by }) => by),
    ...duty.findings.flatMap(({ owner }) => owner ?? []),
    ...(duty.confirmations ?? []).map(({ of }) => of),
  ];
  const named = people.map((person) =>
    nameFor(
      assigneeOf(duty, person) ??
        known.find(({ aadObjectId }) => aadObjectId === person) ?? { aadObjectId: person },
      language,
    ),
  );
  return shorten(named.join(', '), 300);
};

/** What cannot wait, as the kind says it for the whole IT team. */
const alertsOf = (duty: Duty): readonly InEachLanguage<string>[] => {
  const wanted = troubled(duty).flatMap(({ values }) => kindOf(duty.kind).followUps(duty, values));
  return wanted.flatMap((one) => (one.type === 'alert' && !one.role ? [one.text] : []));
};

function closedCard(duty: Duty, finding: Finding, { language }: ReaderNow): Card {
  const said = findingWords[language];
  const { closedBecause } = finding;
  const told = closedBecause === undefined ? said.solved : said.closed[closedBecause];
  const solved = closedBecause === 'verified' || closedBecause === 'corrected';
  const sign = solved ? `✔ ${said.solved} ·` : '◑';
  return card(language, `${sign} ${duty.reference}: ${told}`, [
    text(`${sign} ${plain(duty.reference)} · ${plain(shorten(duty.title, 200))}`, {
      weight: 'bolder',
    }),
    text(`${said.found} ${plain(findingName(duty, finding))}. ${told}`),
    ...actions([buttons.overview.button(words[language].overview, {}, { inputs: 'none' })]),
  ]);
}
