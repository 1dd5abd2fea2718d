import type { Submitted } from '../../cards/read-fields.ts';
import type { Actor } from '../casework/people/actor.ts';
import { belongs } from '../casework/rights/rights.ts';
import type { Asked, DutyWho, Who } from '../casework/clicks.ts';
import { isOverseer } from '../casework/it-team/overseers.ts';
import type { Person } from '../duty/ids.ts';
import type { Place, Response, Sender } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import { noticeCard } from '../views/chat-cards.ts';
import { chatTexts } from '../views/chat-texts.ts';
import type { WordWho } from '../views/chat-words.ts';
import type { Picker } from '../kinds/people/person-field.ts';
import type { ReaderNow } from '../views/reader.ts';

interface Came {
  readonly from: Sender;
  readonly at: Place;
  readonly data: Submitted;
}

export type Refused =
  | 'outdated'
  | 'notYours'
  | 'onlyPersonal'
  | 'onlyInItChannel'
  | 'onlyItTeam'
  | 'onlyInChannel'
  | 'onlyOverseers';

/**
 * Who asks, with the rights of the place: identity is that of the authenticated activity, and in the IT channel
 * Teams says who is of its team and no guest.
 */
export async function askedBy(services: Services, came: Came, reader: ReaderNow): Promise<Asked> {
  const { from, at, data: submitted } = came;
  const { aadObjectId, name } = from;
  const person: Person = { aadObjectId, name };
  const { tenant, channelId } = at;
  const channel = channelId === undefined ? undefined : await services.store.people.channel(tenant);
  const here = channel !== undefined && channel.channelId === channelId;
  const inItChannel = here && (await services.itTeam.has(channel, from.userId));
  const picker = pickerIn(came);
  const actor: Actor = { person, inItChannel, ...(picker ? { picker } : {}) };
  const asked = { services, from, at, person, actor, reader, submitted };
  return here && !inItChannel ? { ...asked, outsider: true } : asked;
}

/** Teams searches a whole organisation only in a personal chat. */
function pickerIn({ from, at }: Came): Picker | undefined {
  if (!from.picker) return undefined;
  return at.type === 'personal' ? 'organisation' : 'conversation';
}

/** Why somebody may not use a verb where it was clicked; undefined where that is no reason. */
export async function refusedHere(
  who: Who | DutyWho | WordWho,
  asked: Pick<Asked, 'services' | 'from' | 'at' | 'actor' | 'outsider'>,
): Promise<Refused | undefined> {
  const { at, actor, outsider } = asked;
  switch (belongs[who]) {
    case 'overseer':
      return (await isOverseer(asked)) ? undefined : 'onlyOverseers';
    case 'it-team':
      if (actor.inItChannel) return undefined;
      return outsider ? 'onlyItTeam' : 'onlyInItChannel';
    case 'in-person':
      return at.type === 'personal' ? undefined : 'onlyPersonal';
    case 'in-channel':
      return at.type === 'channel' && at.channelId !== undefined ? undefined : 'onlyInChannel';
    case 'anywhere':
      return undefined;
  }
}

/** Says why not, with the ways on that there are. */
export function refusal(
  { at, actor, reader: { language } }: Pick<Asked, 'at' | 'actor' | 'reader'>,
  why: Refused,
): Response {
  // Only the IT channel has more ways on than other places where several people read.
  const where = at.type === 'channel' && !actor.inItChannel ? 'group' : at.type;
  const card = noticeCard(language, where, chatTexts[language][why]);
  return { messages: [], inPlace: card };
}
