import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { answerClaim, claimChannel } from './claim.ts';

/** Which channel is the IT channel: the present one says. */
export const clicks: Clicks<'channelAnswer' | 'useChannel'> = {
  useChannel: onClick('useChannel', 'everybody', claimChannel),
  channelAnswer: onClick('channelAnswer', 'it-team', answerClaim),
};
