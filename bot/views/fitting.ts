import type { Card, Fact } from '../../cards/card.ts';
import { cardBytes, maxCardBytes } from '../../cards/limits.ts';
import { shorten } from '../../cards/plain-text.ts';
import type { Duty } from '../duty/duty.ts';

/** Teams refuses what is too large: the longest foreign text is cut until the card fits. */
export function fitted(make: (length: number) => Card): Card {
  const lengths = [4000, 1500, 600, 200];
  const made = lengths.map((length) => () => make(length));
  for (const attempt of made) {
    const tried = attempt();
    if (cardBytes(tried) <= maxCardBytes) return tried;
  }
  return make(40);
}

/** As many lines as fit on a card, at most so many. */
export function fittedLines(most: number, make: (lines: number) => Card): Card {
  for (let lines = most; lines > 0; lines -= 1) {
    const tried = make(lines);
    if (cardBytes(tried) <= maxCardBytes) return tried;
  }
  return make(0);
}

/** The duty with its texts cut for a card; what is stored stays whole. */
export function cut(duty: Duty, length: number): Duty {
  const { title, system, reference, description, withdrawn } = duty;
  return {
    ...duty,
    title: shorten(title, length),
    system: shorten(system, length),
    reference: shorten(reference, length),
    ...(description === undefined ? {} : { description: shorten(description, length) }),
    ...(withdrawn
      ? { withdrawn: { ...withdrawn, reason: shorten(withdrawn.reason, length) } }
      : {}),
  };
}

export const cutFacts = (pairs: readonly Fact[], length: number): readonly Fact[] =>
  pairs.map(({ title, value }) => ({ title, value: shorten(value, length) }));
