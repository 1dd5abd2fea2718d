import type { Element } from '../../../cards/card.ts';
import { actions, columns, text } from '../../../cards/elements.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import type { DutyView } from '../../duty/view.ts';
import { buttons } from '../../views/buttons.ts';
import { followedState, longestLine } from '../../views/chat-cards.ts';
import { nameFor } from '../../views/duty/asked.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';
import type { Opens } from './asked.ts';

/** A duty of a list with whose turn it is, and the button that opens it. */
export function dutyRow(item: DutyView, opens: Opens, reader: ReaderNow): Element {
  const who = item.assignees.map((one) => nameFor(one, reader.language)).join(', ');
  return openingRow(
    item,
    {
      place: `${item.reference} · ${item.system} · ${who}`,
      below: [followedState(item, 'it-team', reader)],
      opens,
    },
    reader,
  );
}

/** A row that opens its duty, with what is told below its title. */
export function openingRow(
  { id, title }: DutyView,
  {
    place,
    below,
    opens,
  }: { readonly place: string; readonly below: readonly Element[]; readonly opens: Opens },
  { language }: ReaderNow,
): Element {
  const about: readonly Element[] = [
    text(plain(shorten(title, longestLine)), { weight: 'bolder', spacing: 'none' }),
    text(plain(shorten(place, longestLine)), { isSubtle: true, size: 'small', spacing: 'none' }),
    ...below,
  ];
  const open = buttons[opens].button(
    words[language].open,
    { duty: id, language },
    { inputs: 'none', of: shorten(`${title}, ${place}`, 60) },
  );
  return {
    type: 'Container',
    separator: true,
    items: [columns([about, actions([open])], 'auto')],
  };
}

/** Until when whoever has the turn has: of a finding or a verification that is another day than the duty's own. */
export const dayOfTurn = ({ turn, dueOn }: DutyView): string => turn?.until ?? dueOn;
