import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { offerClicked } from './answers.ts';

/** Files that people ask for. */
export const clicks: Clicks<'file'> = {
  // Goes to the own chat of whoever clicked, wherever that was; whose file it is is looked up when it is made.
  file: onClick('file', 'everybody', offerClicked),
};
