import { visible } from '../../../cards/plain-text.ts';
import type { MessageRef } from '../../duty/ids.ts';
import { downloadCard } from '../../features/files/card.ts';
import type { FileLinks } from '../../features/files/links.ts';
import type { FileOffer, Files, NamedPlace } from '../../ports/files.ts';
import type { Messenger, SendResult } from '../../ports/messenger.ts';
import type { Calls } from '../calls.ts';
import type { OutgoingAttachment } from '../connector.ts';
import { textIn } from '../foreign.ts';
import type { Timers } from '../../ports/clock.ts';
import type { FileRules } from './hosts.ts';
import type { Bearer } from './transfer.ts';
import { fileTransfer } from './transfer.ts';
import { isFarSide } from '../messages/sending.ts';

export interface FileParts {
  readonly rules: FileRules;
  readonly timers: Timers;
  /** Development only: files are offered as links to this program, because the Playground stores none. */
  readonly links: FileLinks | undefined;
  /** Signs what is fetched from the Connector. */
  readonly bearer: Bearer;
}

type At = Pick<MessageRef, 'conversationId' | 'serviceUrl'>;

/** Files in Teams: offered with a consent card, carried by this program, shown with a file card. */
export function createFiles(
  calls: Calls,
  messenger: Messenger,
  { rules, timers, links, bearer }: FileParts,
): Files {
  const post = (at: At, attachment: OutgoingAttachment, summary: string): Promise<SendResult> =>
    calls.send(at.serviceUrl, 'send', async (client) => {
      const { conversationId } = at;
      const sent = await client.post(conversationId, {
        type: 'message',
        summary: visible(summary),
        attachments: [attachment],
      });
      const activityId = textIn(sent, 'id');
      return activityId === undefined
        ? undefined
        : { conversationId, activityId, serviceUrl: at.serviceUrl };
    });
  return {
    ...fileTransfer(rules, timers, bearer),
    offer: async (person, offer) => {
      if (!links) return post(person, consentCard(offer), offer.description);
      const card = downloadCard(offer, links.put({ name: offer.name, bytes: await offer.read() }));
      return messenger.toPerson(person, { card, summary: card.fallbackText });
    },
    show: (at, place) => post(at, fileCard(place), place.name),
    retract: async ({ conversationId, activityId, serviceUrl }) => {
      try {
        await calls.call(serviceUrl, ({ remove }) => remove({ conversationId, activityId }));
      } catch (error) {
        // An offer that stays in the chat is over all the same.
        if (!isFarSide(error)) throw error;
      }
    },
  };
}

/** Teams asks the person, makes a place in the person's OneDrive and tells it in an invoke. */
function consentCard({ id, name, description, size }: FileOffer): OutgoingAttachment {
  const context = { o: id };
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: {
      description,
      sizeInBytes: size,
      acceptContext: context,
      declineContext: context,
    },
  };
}

/** A card of Teams' own, with which the person opens the file or fetches it. */
function fileCard({ contentUrl, name, uniqueId }: NamedPlace): OutgoingAttachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    contentUrl,
    name,
    content: { uniqueId, fileType: name.split('.').at(-1) ?? '' },
  };
}
