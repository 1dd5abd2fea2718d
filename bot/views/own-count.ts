import type { TextBlock } from '../../cards/card.ts';
import { text } from '../../cards/elements.ts';
import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { PersonId } from '../duty/ids.ts';
import type { DutyView } from '../duty/view.ts';
import { viewWaitsFor } from '../duty/view.ts';

/** How many duties somebody has to do with, and in what way. */
export interface OwnCount {
  readonly waits: number;
  readonly found: number;
  readonly owns: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

/** Each duty once: what waits for this person first, then what they are to solve, then what they found. */
export function countOwn(
  items: readonly DutyView[],
  { person, more }: { readonly person: PersonId; readonly more: boolean },
): OwnCount {
  const ways = items.map((item) => wayOf(item, person));
  const count = (way: ReturnType<typeof wayOf>): number => ways.filter((one) => one === way).length;
  return { waits: count('waits'), owns: count('owns'), found: count('found'), more };
}

/** Until when a person, or whoever else has the turn, has for a duty on that person's list. */
function ownDay(item: DutyView, person: PersonId): string {
  const first = item.turn?.whose === 'asked' || item.turn === undefined;
  return first && viewWaitsFor(item, person) ? item.dueOn : (item.turn?.until ?? item.dueOn);
}

/** What has waited longest past its day comes first; of a finding or a verification that is another day than the duty's own. */
export function byLateness(items: readonly DutyView[], person: PersonId): readonly DutyView[] {
  const dayOf = (item: DutyView): string => ownDay(item, person);
  return [...items].sort((one, other) =>
    dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other)),
  );
}

/** Whether this person is to say if a solution works: that has a day of its own. */
export const isToVerify = ({ turn }: DutyView, person: PersonId): boolean =>
  turn?.whose === 'verifier' && turn.people.some(({ aadObjectId }) => aadObjectId === person);

/** Whether a listed duty waits for this person now: whoever could not judge it may answer still, but others have the turn. */
export const waitsNow = (item: DutyView, person: PersonId): boolean =>
  viewWaitsFor(item, person) &&
  (isToVerify(item, person) ||
    !item.answers.some(({ by, outcome }) => by.aadObjectId === person && outcome === 'unable'));

function wayOf(item: DutyView, person: PersonId): 'waits' | 'owns' | 'found' {
  const asked = item.assignees.some(({ aadObjectId }) => aadObjectId === person);
  if (asked && waitsNow(item, person)) return 'waits';
  const owns = item.findings.some(
    ({ owner, status }) => status === 'open' && owner?.aadObjectId === person,
  );
  return owns ? 'owns' : 'found';
}

const nl = {
  waits: (count: number) => `${String(count)} ${count === 1 ? 'wacht' : 'wachten'} op jou`,
  owns: (count: number) => `${String(count)} los jij op`,
  found: (count: number) => `${String(count)} meldde jij en ${count === 1 ? 'loopt' : 'lopen'} nog`,
};

const en: typeof nl = {
  waits: (count) => `${String(count)} ${count === 1 ? 'waits' : 'wait'} for you`,
  owns: (count) => `${String(count)} for you to solve`,
  found: (count) => `${String(count)} reported by you and not closed yet`,
};

const countTexts: InEachLanguage<typeof nl> = { nl, en };

/** The title of the list, with how many there are where that is known. */
export function listTitle(title: string, count: OwnCount | undefined): TextBlock {
  const look = { weight: 'bolder', size: 'large', style: 'heading' } as const;
  if (!count) return text(title, look);
  const { waits, found, owns, more } = count;
  return text(`${title} (${String(waits + found + owns)}${more ? '+' : ''})`, look);
}

/** The same in parts, in one line. */
export function countLine(count: OwnCount | undefined, language: Language): readonly TextBlock[] {
  if (!count) return [];
  const said = countTexts[language];
  const told = (['waits', 'owns', 'found'] as const)
    .filter((way) => count[way] > 0)
    .map((way) => said[way](count[way]));
  return told.length === 0 ? [] : [text(told.join(' · '), { spacing: 'none' })];
}
