import { helpFor } from '../../casework/it-team/overseers.ts';
import { below } from '../../casework/people/below.ts';
import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { helpCard } from '../../views/contact/help-card.ts';

/** What the bot understands. */
export const clicks: Clicks<'help'> = {
  help: onClick('help', 'everybody', async (asked) =>
    below(asked, helpCard(asked.reader.language, asked.at.type, await helpFor(asked))),
  ),
};
