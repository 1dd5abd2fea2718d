import type { Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { Duty } from '../../duty/duty.ts';
import { channelCard } from '../../views/channel-card.ts';
import type { Services } from '../../ports/services.ts';
import type { ReaderNow } from '../../kinds/kind.ts';
import type { Picker } from '../../kinds/people/person-field.ts';
import { cardFor } from '../card-for.ts';

/** Who acts, and whether from the IT channel, where the bot is administered. */
export interface Actor {
  readonly person: Person;
  readonly inItChannel: boolean;
  /** Whom the client's people picker searches, where it has one. */
  readonly picker?: Picker | undefined;
}

/** The duty as the actor sees it: in the IT channel its card there. */
export async function standing(
  services: Services,
  { duty, actor }: { readonly duty: Duty; readonly actor: Actor },
  reader: ReaderNow,
): Promise<Card> {
  return actor.inItChannel
    ? channelCard(duty, reader)
    : cardFor(services, { duty, person: actor.person }, reader);
}
