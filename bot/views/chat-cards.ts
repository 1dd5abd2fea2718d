import { buttons } from './buttons.ts';
import type { PersonId } from '../duty/ids.ts';
import type { Action, Card, Element } from '../../cards/card.ts';
import { actions, card, columns, text } from '../../cards/elements.ts';
import type { Language } from '../../cards/language.ts';
import { dayInWords } from '../../cards/dates.ts';
import { cut, plain, shorten } from '../../cards/plain-text.ts';
import { isByRow, kindOf, parseStoredKind } from '../kinds/index.ts';
import type { DutyView } from '../duty/view.ts';
import type { Viewer } from './duty/turn-line.ts';
import { turnInRow } from './duty/turn-line.ts';
import { isTakenUp } from './duty/state.ts';
import { chatTexts } from './chat-texts.ts';
import { fitted } from './fitting.ts';
import type { OwnCount } from './own-count.ts';
import { countLine, isToVerify, listTitle, waitsNow } from './own-count.ts';
import type { ReaderNow } from './reader.ts';
import { dueDay, dueText, isLate } from './reader.ts';
import { words } from './texts.ts';

export type Where = 'personal' | 'channel' | 'group';

/**
 * The ways on that every answer in chat offers. In a channel that of the IT team; a channel that is not its own
 * counts as a group. The overview in the own chat is for those who may see it.
 */
export function waysOn(language: Language, where: Where, overseer = false): readonly Action[] {
  const said = words[language];
  const mine = buttons.myDuties.button(said.myDuties, {}, { inputs: 'none' });
  const overview = buttons.overview.button(said.overview, {}, { inputs: 'none' });
  const help = buttons.help.button(said.help, {}, { inputs: 'none' });
  if (where === 'channel') return [overview, help];
  if (where === 'personal') return overseer ? [mine, overview, help] : [mine, help];
  return [help];
}

/** An answer to what was not understood where something is open: two lines, and the way to it. */
export function nextDutyCard(item: DutyView | undefined, language: Language): Card {
  const said = chatTexts[language];
  if (!item) return noticeCard(language, 'personal', `${said.notUnderstood} ${said.listEmpty}`);
  const title = said.nextOpen(plain(shorten(`${item.reference}, ${item.title}`, longestLine)));
  return card(language, said.notUnderstood, [
    text(said.notUnderstood),
    text(title),
    ...actions([
      buttons.bring.button(words[language].open, { duty: item.id }, { inputs: 'none' }),
      ...waysOn(language, 'personal'),
    ]),
  ]);
}

/** A short answer with a way on. */
export function noticeCard(language: Language, where: Where, told: string): Card {
  return card(language, told, [text(told), ...actions(waysOn(language, where))]);
}

// Fifty people may be asked: a list tells who they are as far as it goes.
export const longestLine = 150;

/**
 * What waits for one person, a page at a time, each with a button that brings its card. `told` stands above it where
 * a sentence did not say which of them it is about.
 */
export function myDutiesCard(
  items: readonly DutyView[],
  shown: ShownList,
  reader: ReaderNow,
): Card {
  const { typed } = shown;
  if (typed === undefined) return listCard(items, shown, reader);
  // Each button carries it twice, for clients of both kinds.
  return fitted((length) => listCard(items, { ...shown, typed: cut(typed, length) }, reader));
}

interface ShownList {
  readonly next: string | undefined;
  /** Whoever is away sees until when, and takes it back here. */
  readonly away?: string | undefined;
  readonly viewer: PersonId;
  readonly told?: string | undefined;
  /** What was typed before one of them was chosen: it goes with the choice. */
  readonly typed?: string | undefined;
  /** How many there are altogether. */
  readonly counted?: OwnCount;
}

function listCard(
  items: readonly DutyView[],
  { next, viewer, told, typed, away, counted }: ShownList,
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = chatTexts[language];
  const more =
    next === undefined ? [] : [buttons.myDuties.button(words[language].more, { cursor: next })];
  const absent = awayElements(away, reader);
  if (items.length === 0 && absent.length === 0)
    return noticeCard(language, 'personal', `${told ?? ''} ${said.listEmpty}`.trim());
  const titles = shorten(items.map(({ title }) => title).join(', '), 400);
  return card(language, `${told ?? said.listTitle}: ${titles}`, [
    told === undefined ? listTitle(said.listTitle, counted) : text(told, { weight: 'bolder' }),
    ...absent,
    ...countLine(counted, language),
    ...(items.length === 0 ? [text(said.listEmpty)] : []),
    ...items.map((item): Element => ({
      type: 'Container',
      separator: true,
      items: [listRow(item, { viewer, typed }, reader)],
    })),
    ...actions(more),
  ]);
}

/** Until when somebody is away, with the way to take it back. */
function awayElements(away: string | undefined, { language, now }: ReaderNow): readonly Element[] {
  if (away === undefined) return [];
  const { away: told, awayEnd } = chatTexts[language];
  const day = dayInWords(away, language, { thisYear: Number(now.slice(0, 4)) });
  const end = buttons.awayEnd.button(awayEnd, {}, { inputs: 'none' });
  return [columns([[text(told(day))], actions([end])], 'auto')];
}

/**
 * One duty of a list, with the button that brings its card. A list that nobody asked for stays where it is
 * read later: it names the day, and not how many are left.
 */
export function listRow(
  item: DutyView,
  {
    viewer,
    typed,
    stays = false,
  }: { readonly viewer: PersonId; readonly typed?: string | undefined; readonly stays?: boolean },
  reader: ReaderNow,
): Element {
  const { language } = reader;
  // A problem that a colleague found may still wait for an answer of this person.
  const waiting = waitsNow(item, viewer) && !isToVerify(item, viewer);
  const state = waiting
    ? waitingState(item.dueOn, stays, reader)
    : followedState(item, viewer, reader);
  const about: readonly Element[] = [
    text(plain(shorten(item.title, longestLine)), { weight: 'bolder', spacing: 'none' }),
    text(
      plain(shorten(`${nameOf(item, language)} · ${item.reference} · ${item.system}`, longestLine)),
      {
        isSubtle: true,
        size: 'small',
        spacing: 'none',
      },
    ),
    state,
  ];
  // Who owns a finding need not be asked for the duty: what it shows comes in the place of the list.
  const isAsked = item.assignees.some(({ aadObjectId }) => aadObjectId === viewer);
  const title = words[language].open;
  const look = { inputs: 'none', of: shorten(`${item.reference}, ${item.title}`, 60) } as const;
  const open = !isAsked
    ? buttons.show.button(title, { duty: item.id, language }, look)
    : buttons.bring.button(title, { duty: item.id, typed }, look);
  return columns([about, actions([open])], 'auto');
}

function nameOf({ kind }: DutyView, language: Language): string {
  const known = parseStoredKind(kind);
  return known === undefined ? kind : kindOf(known).words(language).name;
}

function waitingState(dueOn: string, stays: boolean, reader: ReaderNow): Element {
  const late = isLate(dueOn, reader);
  const told = stays ? dueDay(dueOn, reader) : dueText(dueOn, reader);
  return stateLine(`${openSymbol(late)} ${told}`, late ? 'attention' : undefined);
}

/** Whose turn it is, for a row of a list; how a duty stands on a row of an earlier version. */
export function followedState(item: DutyView, viewer: Viewer, reader: ReaderNow): Element {
  const { language } = reader;
  const { status, turn, vendor, dueOn } = item;
  if (!turn) {
    const told = status === 'open' ? dueDay(dueOn, reader) : words[language].statuses[status];
    return stateLine(`${status === 'problem' ? '✖' : '○'} ${told}`);
  }
  const { told, late } = turnInRow(turn, { viewer, vendor: vendor ?? undefined }, reader);
  const red = status === 'problem' && !isInHand(item);
  const symbol = late ? '⚠' : red ? '✖' : turn.whose === 'asked' ? '○' : '◔';
  return stateLine(`${symbol} ${told}`, late || symbol === '✖' ? 'attention' : undefined);
}

/** As the card of the duty says it. */
function isInHand({ kind, turn, findings }: DutyView): boolean {
  return isTakenUp({
    whose: turn?.whose,
    owned: findings.some(({ status, owner }) => status === 'open' && owner !== undefined),
    byRow: isByRow(kind),
  });
}

const stateLine = (told: string, color?: 'attention'): Element =>
  text(told, { spacing: 'none', ...(color ? { color } : {}) });

const openSymbol = (late: boolean): string => (late ? '⚠' : '○');
