import type { Card, Element, Fact } from '../../cards/card.ts';
import { text } from '../../cards/elements.ts';
import { cardBytes, maxCardBytes } from '../../cards/limits.ts';
import { plain, shorten, visible } from '../../cards/plain-text.ts';
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

interface Named {
  readonly reference: string;
  readonly system: string;
  readonly title: string;
}

/**
 * Duties between which somebody chooses, a line each. The reference begins the line, where a phone has room for the whole
 * of it: in the narrow half of a fact it breaks at its hyphen, and another hyphen could not be searched for any more.
 */
export const dutyLines = (duties: readonly Named[]): readonly Element[] =>
  duties.map(({ reference, system, title }) => {
    const about = plain(shorten(visible(`${system}: ${title}`), 120));
    return text(`**${plain(shorten(visible(reference), 30))}** · ${about}`, { spacing: 'small' });
  });
