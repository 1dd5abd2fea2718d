import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { removeEntry, rosterForm, sendRosterForm, showRoster } from './roster.ts';

/** Who is asked for which system and kind. */
export const clicks: Clicks<'roster' | 'rosterForm' | 'rosterSend' | 'rosterRemove'> = {
  roster: onClick('roster', 'it-team', (clicked) => showRoster(clicked, clicked.data)),
  rosterForm: onClick('rosterForm', 'it-team', rosterForm),
  rosterSend: onClick('rosterSend', 'it-team', sendRosterForm),
  rosterRemove: onClick('rosterRemove', 'it-team', removeEntry),
};
