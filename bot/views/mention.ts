import type { Mention } from '../../cards/card.ts';
import { visible } from '../../cards/plain-text.ts';
import type { Person } from '../duty/ids.ts';

/** Teams shows the name only where the text says exactly the same; marks of Markdown would come between. */
export function mentionOf({ aadObjectId, name }: Person): Mention {
  const shown = visible(name).replace(/[<>*_[\]`\\~|\n]/g, '') || '…';
  return {
    type: 'mention',
    text: `<at>${shown}</at>`,
    mentioned: { id: aadObjectId, name: shown },
  };
}
