import { buttons } from '../../views/buttons.ts';
import { parsePersonId } from '../../duty/ids.ts';
import type { Person, PersonId } from '../../duty/ids.ts';
import { mentionOf } from '../../views/mention.ts';
import type { Card } from '../../../cards/card.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import type { InEachLanguage } from '../../../cards/language.ts';
import { plural } from '../../../cards/language.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import type { Duty } from '../../duty/duty.ts';
import { assigneeOf, openFinding } from '../../duty/duty.ts';
import type { ChannelWord } from '../../duty/effects.ts';
import { dayOf, workdaysBefore } from '../../duty/time/workdays.ts';
import type { Turn } from '../../duty/reminders/turn.ts';
import { turnsOf } from '../../duty/reminders/turn.ts';
import { turnWords } from './turn-words.ts';
import type { DutyView } from '../../duty/view.ts';
import { viewWaitsFor } from '../../duty/view.ts';
import { findingName } from '../../views/findings/facts.ts';
import { isToVerify } from '../../views/own-count.ts';
import { nameFor } from '../../views/duty/asked.ts';
import { listRow } from '../../views/chat-cards.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dueDay } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';

const nl = {
  waits: (count: number, more: boolean) =>
    count === 1 && !more
      ? 'Er wacht 1 plicht op je antwoord'
      : `Er wachten ${String(count)}${more ? ' of meer' : ''} plichten op je antwoord`,
  findings: (count: number) =>
    count === 1 ? 'Er wacht 1 bevinding op jou' : `Er wachten ${String(count)} bevindingen op jou`,
  andFindings: (count: number) =>
    plural(count, {
      one: ', en 1 bevinding op jou',
      other: `, en ${String(count)} bevindingen op jou`,
    }),
  late: (names: string) => `Dit is te laat. Het wacht op antwoord van ${names}.`,
  left: (from: string, to: string) => `${from} heeft de bot niet meer. De plicht is nu van ${to}.`,
};

const en: typeof nl = {
  waits: (count, more) =>
    count === 1 && !more
      ? '1 duty is waiting for your answer'
      : `${String(count)}${more ? ' or more' : ''} duties are waiting for your answer`,
  findings: (count) =>
    count === 1 ? '1 finding waits for you' : `${String(count)} findings wait for you`,
  andFindings: (count) =>
    plural(count, {
      one: ', and 1 finding for you',
      other: `, and ${String(count)} findings for you`,
    }),
  late: (names) => `This is late. It is waiting for an answer from ${names}.`,
  left: (from, to) => `${from} no longer has the bot. The duty is now with ${to}.`,
};

const reminderWords: InEachLanguage<typeof nl> = { nl, en };

// Teams takes six buttons on a card: five that bring one, and one for the rest.
export const shownAtOnce = 5;

/** The one message a day that reminds a person of everything that waits, most urgent first. */
export function reminderCard(
  { items, more }: { readonly items: readonly DutyView[]; readonly more: boolean },
  viewer: PersonId,
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = reminderWords[language];
  const findings = items.filter((item) => isFinding(item, viewer));
  const duties = items.length - findings.length;
  const waits = duties > 0 || more ? said.waits(duties, more) : '';
  const alone = waits === '' ? said.findings(findings.length) : said.andFindings(findings.length);
  const told = findings.length === 0 ? waits : `${waits}${alone}`;
  const [first] = items;
  const urgent = first ? `: ${urgentWords(first, viewer, reader)}` : '';
  const rest = more || items.length > shownAtOnce;
  return card(language, `${told}${urgent}`, [
    text(told, { weight: 'bolder', size: 'large', style: 'heading' }),
    ...items.slice(0, shownAtOnce).map((item) => ({
      type: 'Container' as const,
      separator: true,
      items: [
        ...(isFinding(item, viewer)
          ? [text(plain(findingWords(item, language)), { isSubtle: true, size: 'small' })]
          : []),
        listRow(item, { viewer, stays: true }, reader),
      ],
    })),
    ...actions(
      rest ? [buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' })] : [],
    ),
  ]);
}

/** What waits about a finding and not for an answer to the duty itself. */
const isFinding = (item: DutyView, viewer: PersonId): boolean =>
  item.findings.some(({ status }) => status === 'open') &&
  (!viewWaitsFor(item, viewer) || isToVerify(item, viewer));

/** The finding by its own number, as the cards and the dossier call it. */
function findingWords({ reference, findings }: DutyView, language: ReaderNow['language']): string {
  const open = findings.find(({ status }) => status === 'open');
  const { finding } = words[language];
  return `${finding} ${findingName({ reference }, open ?? { id: '' })}`;
}

/** The most urgent one in a notification: its title, and its own day. */
function urgentWords(item: DutyView, viewer: PersonId, reader: ReaderNow): string {
  const title = shorten(item.title, 100);
  if (!isFinding(item, viewer)) return `${title}, ${dueDay(item.dueOn, reader)}`;
  const day = dueDay(item.turn?.until ?? item.dueOn, reader);
  return `${findingWords(item, reader.language)}, ${title}, ${day}`;
}

/** What is said in a duty's thread: that it is late, or who has it now. Undefined when that is over. */
export function channelWordCard(
  duty: Duty,
  { said, called = [] }: { readonly said: ChannelWord; readonly called?: readonly Person[] },
  reader: ReaderNow,
): Card | undefined {
  const { language } = reader;
  const told = toldOf(duty, said, reader);
  if (told === undefined) return undefined;
  const mentions = called.map(mentionOf);
  const made = card(language, `${duty.reference}: ${told}`, [
    text(`⚠ ${plain(duty.reference)} · ${plain(shorten(duty.title, 200))}`, { weight: 'bolder' }),
    ...(mentions.length === 0 ? [] : [text(mentions.map((one) => one.text).join(', '))]),
    text(plain(told)),
    ...actions([buttons.overview.button(words[language].overview, {}, { inputs: 'none' })]),
  ]);
  return mentions.length === 0 ? made : { ...made, msteams: { entities: mentions } };
}

function toldOf(duty: Duty, said: ChannelWord, reader: ReaderNow): string | undefined {
  const { language } = reader;
  switch (said.type) {
    case 'late': {
      const today = dayOf(reader.now, reader.zone);
      const late = turnsOf(duty).filter((turn) => turn.until < today || isAhead(turn, today));
      const told = late.map((turn) => lateWord(duty, turn, reader));
      return told.length === 0 ? undefined : told.join('\n\n');
    }
    case 'risk-ended':
      return openFinding(duty) ? turnWords[language].riskEnded : undefined;
    case 'passed-on': {
      const name = shorten(said.from, 100);
      return openFinding(duty) ? turnWords[language].passedOn[said.what](name) : undefined;
    }
    case 'left': {
      const from = { name: said.from, aadObjectId: parsePersonId(said.from) ?? '' };
      return reminderWords[language].left(nameFor(from, language), said.to);
    }
  }
}

/** Of these the channel hears before or on the day: nobody else would be told. */
const isAhead = ({ whose, people, until }: Turn, today: string): boolean =>
  people.length === 0 &&
  whose !== 'vendor' &&
  workdaysBefore(until, whose === 'bears-risk' ? 2 : 0) <= today;

/** Whom it waits for, and what has to be done. */
function lateWord(duty: Duty, turn: Turn, reader: ReaderNow): string {
  const { language, now } = reader;
  const names = shorten(namesIn(duty, turn, language).join(', '), 300);
  const day = dayInWords(turn.until, language, { thisYear: Number(now.slice(0, 4)) });
  if (turn.whose === 'asked') return reminderWords[language].late(names);
  return turnWords[language][turn.whose](names, day);
}

function namesIn(duty: Duty, { people }: Turn, language: ReaderNow['language']) {
  const owner = openFinding(duty)?.owner;
  const picked = [...(owner ? [owner] : []), ...(duty.confirmations ?? []).map(({ of }) => of)];
  return people.map((person) =>
    nameFor(
      assigneeOf(duty, person) ??
        picked.find(({ aadObjectId }) => aadObjectId === person) ?? { aadObjectId: person },
      language,
    ),
  );
}
