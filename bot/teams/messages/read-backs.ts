import type { Incoming, Response } from '../../ports/incoming.ts';
import type { MessageRef } from '../../duty/ids.ts';
import type { TeamsActivity } from '../activity/schema.ts';
import type { TeamsMessenger } from './messenger.ts';

type Messages = Response['messages'];

/**
 * Which card read a sentence back, among the last ones: when the sentence is edited, its correction takes
 * the place of that card instead of standing below it. What is not remembered is said anew.
 */
export interface ReadBacks {
  /** Edits what an edited sentence corrects; returns what is left to say. */
  readonly replace: (
    activity: TeamsActivity,
    incoming: Incoming,
    messages: Messages,
  ) => Promise<Messages>;
  /** Remembers a message that reads a sentence back, once it stands. */
  readonly note: (
    activity: TeamsActivity,
    message: Messages[number],
    at: MessageRef | undefined,
  ) => void;
}

const remembered = 500;

export function createReadBacks(messenger: TeamsMessenger): ReadBacks {
  const known = new Map<string, { readonly at: MessageRef; readonly about: string }>();
  const keyOf = ({ conversation, id }: TeamsActivity): string => `${conversation.id} ${id ?? ''}`;
  const note = (key: string, at: MessageRef, about: string): void => {
    known.delete(key);
    known.set(key, { at, about });
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
  };
  return {
    replace: async (activity, incoming, messages) => {
      const before = known.get(keyOf(activity));
      const [first, ...others] = messages;
      if (incoming.type !== 'message' || !incoming.edited || !before || !first) return messages;
      // Another duty has cards of its own; one that is answered meanwhile is not read back any more.
      if (aboutOf(first) !== before.about) return messages;
      const sending = await messenger.edit(before.at, first);
      return sending.type === 'sent' ? others : messages;
    },
    note: (activity, message, at) => {
      const about = aboutOf(message);
      if (at && about !== undefined && activity.id !== undefined) note(keyOf(activity), at, about);
    },
  };
}

const aboutOf = ({ keeps }: Messages[number]): string | undefined =>
  keeps?.type === 'copy' ? keeps.duty : undefined;
