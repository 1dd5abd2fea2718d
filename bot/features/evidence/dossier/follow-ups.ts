import { valueAt } from '../../../duty/record/sealing.ts';
import type { Json } from '../../../kinds/kind.ts';
import type { FollowUp, Story } from './collect.ts';
import type { Shelf } from './shelf.ts';

const textIn = (data: Json, pointer: string): string | undefined => {
  const value = valueAt(data, pointer);
  return typeof value === 'string' ? value : undefined;
};

/** The duty whose answer left a task, and what became of that; undefined for any other story. */
export function followUpOf(story: Story): readonly [duty: string, FollowUp] | undefined {
  const { id, title, state, details, answers, records } = story;
  const duty = textIn(records[0]?.data ?? {}, '/follows/duty');
  const about = textIn(details, '/about');
  if (duty === undefined || about === undefined) return undefined;
  const answer = answers.findLast(({ counts }) => counts);
  const doneOn = answer && textIn(answer.values, '/doneOn');
  const by = answer?.name;
  const how = { ...(doneOn === undefined ? {} : { doneOn }), ...(by === undefined ? {} : { by }) };
  return [duty, { id, about, title, state, ...how }];
}

/** The stories, each with what its answers left to be done: that stands in chains of their own, before or behind it. */
export const withFollowUps = (
  shelf: Shelf,
  followUps: ReadonlyMap<string, readonly FollowUp[]>,
): Shelf => ({
  ...shelf,
  stories: async function* (kind) {
    for await (const story of shelf.stories(kind)) {
      const followedBy = followUps.get(story.id);
      yield followedBy ? { ...story, followedBy } : story;
    }
  },
});
