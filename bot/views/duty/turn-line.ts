import type { Element } from '../../../cards/card.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { leftOpen } from '../../duty/answering/left-open.ts';
import { answerCounts, troubled } from '../../duty/answering/quorum.ts';
import type { Duty } from '../../duty/duty.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Turn, Whose } from '../../duty/reminders/turn.ts';
import { namedIn, turnOf } from '../../duty/reminders/turn.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import { kindOf } from '../../kinds/index.ts';
import { acceptanceOf } from '../findings/facts.ts';
import type { ReaderNow } from '../reader.ts';
import { answersLeft, nameFor, vendorCalled, waitsForSecond } from './asked.ts';
import { leftOpenLine, systemsInWords } from '../left-open.ts';
import { turnTexts } from './turn-texts.ts';

/** Who reads it: one person, or the IT team in its channel. */
export type Viewer = PersonId | 'it-team';

const longestName = 60;
const shortened = (name: string): string => plain(shorten(name, longestName));

/**
 * The first line of every card after an answer: whose turn it is, until when, and what comes then; or that nothing
 * more is needed, and who sees the answer. Empty while a first answer is all that is waited for.
 */
export function turnLine(duty: Duty, viewer: Viewer, reader: ReaderNow): readonly Element[] {
  const told = toldOf(duty, viewer, reader);
  const until = (day: string): string => untilInWords(day, reader).until;
  const left = leftOpenLine(duty, { viewer, until }, reader);
  if (told === undefined) return left;
  const { lead, rest, late = false } = told;
  return [
    text(`**${lead}**${rest}`, {
      spacing: 'medium',
      ...(late ? { color: 'attention' as const } : {}),
    }),
    ...left,
  ];
}

interface Told {
  readonly lead: string;
  readonly rest: string;
  readonly late?: boolean;
}

function toldOf(duty: Duty, viewer: Viewer, reader: ReaderNow): Told | undefined {
  const { language } = reader;
  const said = turnTexts[language];
  // Whoever was asked reads more of it on the card itself.
  if (duty.status === 'withdrawn' || duty.outdated)
    return viewer === 'it-team' ? { lead: said.done, rest: ` ${said.nothingLeft}` } : undefined;
  const turn = turnOf(duty);
  const acceptance = acceptanceOf(duty);
  if (acceptance?.until !== undefined) {
    const day = dayInWords(acceptance.until, language, yearOf(reader));
    const bears = said.bears(shortened(acceptance.by), day);
    return { lead: said.done, rest: ` ${bears}` };
  }
  if (!turn) return duty.status === 'fulfilled' ? doneFor(duty, viewer, language) : undefined;
  if (turn.whose === 'bears-risk') return undefined;
  // Whoever is asked first reads that on the question, and the IT team who that is; anybody else reads it here.
  if (turn.whose === 'asked' && duty.answers.length === 0 && isSaidBelow(turn, viewer))
    return undefined;
  const lead = leadOf({ ...turn, people: namedIn(duty, turn) }, { viewer, duty }, language);
  const { until, late } = untilInWords(turn.until, reader);
  const mine = isTheirs(turn, viewer);
  const task = mine ? taskOf(duty, turn.whose, language) : '';
  const next = nextOf(duty, { whose: turn.whose, viewer, mine }, language);
  const then = next === '' ? '' : ` ${next}`;
  return { lead, rest: `, ${until}${task === '' ? '' : `: ${task}`}.${then}`, late };
}

function taskOf(duty: Duty, whose: Exclude<Whose, 'bears-risk'>, language: Language): string {
  const { task, passOnRows, askSecond } = turnTexts[language];
  if (whose === 'finds-judge' && waitsForSecond(duty)) return askSecond;
  const isPassedOn = whose === 'names-owner' && kindOf(duty.kind).byRow;
  return isPassedOn ? passOnRows : task[whose](vendorOf(duty, language));
}

function doneFor(duty: Duty, viewer: Viewer, language: Language): Told {
  const said = turnTexts[language];
  const left = leftOpen(duty);
  if (left) return { lead: said.doneFor(systemsInWords(left.spoken, language)), rest: '' };
  const mine = viewer !== 'it-team' && answerCounts(duty, viewer);
  const vendor = duty.openedBy.type === 'vendor' ? vendorOf(duty, language) : undefined;
  return { lead: said.done, rest: ` ${mine ? said.seesYours(vendor) : said.nothingLeft}` };
}

const isSaidBelow = ({ people }: Turn, viewer: Viewer): boolean =>
  viewer === 'it-team' || people.includes(viewer);

const yearOf = ({ now, zone }: ReaderNow) => ({ thisYear: Number(dayOf(now, zone).slice(0, 4)) });

function untilInWords(day: string, reader: ReaderNow): { until: string; late: boolean } {
  const said = turnTexts[reader.language];
  const today = dayOf(reader.now, reader.zone);
  const named = dayInWords(day, reader.language, yearOf(reader));
  if (day < today) return { until: said.was(named), late: true };
  return { until: said.until(named), late: false };
}

/** What the vendor is called: by its own name where it opened the duty. */
const vendorOf = ({ openedBy }: Pick<Duty, 'openedBy'>, language: Language): string =>
  openedBy.type === 'vendor' ? shortened(vendorCalled(openedBy.name)) : turnTexts[language].vendor;

/** What the IT team can do for whoever has the turn, and does where nobody else is known. */
const withItTeam: readonly Whose[] = ['sender', 'names-owner', 'finds-judge', 'decides'];

const isTheirs = ({ whose, people }: Turn, viewer: Viewer): boolean =>
  viewer === 'it-team' ? withItTeam.includes(whose) : people.includes(viewer);

/** A turn with the names of those whose it is. */
export interface NamedTurn {
  readonly whose: Whose;
  readonly people: readonly { readonly aadObjectId: PersonId; readonly name?: string }[];
  readonly until: string;
}

function leadOf(
  { whose, people }: NamedTurn,
  { viewer, duty }: { readonly viewer: Viewer; readonly duty: Pick<Duty, 'openedBy'> | undefined },
  language: Language,
): string {
  const said = turnTexts[language];
  if (whose === 'vendor') {
    const vendor = duty ? vendorOf(duty, language) : said.vendor;
    return said.turn(vendor);
  }
  // Whoever reads it comes first.
  const mine = people.some(({ aadObjectId }) => aadObjectId === viewer) ? [said.you] : [];
  const others = people
    .filter(({ aadObjectId }) => aadObjectId !== viewer)
    .map((one) => shortened(nameFor(one, language)));
  const team = withItTeam.includes(whose) ? [said.itTeam] : [];
  const shown = [...mine, ...others].slice(0, 3);
  return said.turn(said.or([...shown, ...team]));
}

/** Whose turn it is and until when, for the row of a list. */
export function turnInRow(
  turn: NamedTurn,
  { viewer, vendor }: { readonly viewer: Viewer; readonly vendor: string | undefined },
  reader: ReaderNow,
): { readonly told: string; readonly late: boolean } {
  const duty =
    vendor === undefined ? undefined : { openedBy: { type: 'vendor', name: vendor } as const };
  const { until, late } = untilInWords(turn.until, reader);
  return { told: `${leadOf(turn, { viewer, duty }, reader.language)}, ${until}`, late };
}

function nextOf(
  duty: Duty,
  {
    whose,
    viewer,
    mine,
  }: { readonly whose: Whose; readonly viewer: Viewer; readonly mine: boolean },
  language: Language,
): string {
  const said = turnTexts[language];
  switch (whose) {
    case 'asked':
      if (duty.status !== 'open') return '';
      // One good answer of several does not end it, also where the others have still to be asked.
      return answersLeft(duty) > 1 ? said.asksSeveral : said.asksMore;
    case 'verifier':
      return said.closes;
    case 'sender':
      return said.vendorNext(vendorOf(duty, language));
    case 'names-owner':
      return kindOf(duty.kind).byRow ? said.listProves : said.ownerNext;
    case 'finds-judge':
      return viewer === 'it-team' ? '' : said.judgeNext;
    case 'owner':
    case 'vendor':
      return kindOf(duty.kind).byRow ? said.listProves : verifiesNext(duty, viewer, language);
    case 'owner-asked':
      return mine ? said.ownerElse : said.ownerSays;
    case 'risk-asked':
      return said.riskKnown;
    case 'decides':
      return said.decided;
    case 'bears-risk':
      return '';
  }
}

/** Who looks again when it is said to be solved: whoever found it. */
function verifiesNext(duty: Duty, viewer: Viewer, language: Language): string {
  const said = turnTexts[language];
  const found = troubled(duty).map(({ by }) => by);
  if (found.some(({ aadObjectId }) => aadObjectId === viewer)) return said.youVerify;
  const names = found.map((one) => shortened(nameFor(one, language)));
  return names.length === 0 ? '' : said.theyVerify(names.slice(0, 3));
}
