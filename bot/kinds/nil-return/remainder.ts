import { createHash } from 'node:crypto';
import { quarterInShort } from '../../../cards/dates.ts';
import type { Language } from '../../../cards/language.ts';
import { cut, shorten } from '../../../cards/plain-text.ts';
import type { DutyToOpen, FollowUp } from '../follow-up.ts';
import type { EventKind } from './texts.ts';
import { nilReturnTexts } from './texts.ts';

const workdaysToAnswer = 5;

interface Asked {
  readonly kind: EventKind;
  readonly quarter: string;
  readonly systems?: readonly string[] | undefined;
}

/**
 * An answer speaks of the systems that it names. The others stay open: they are asked about by themselves, each of whom the
 * roster names for it, so that none of them counts as confirmed. One remainder is one question, also when the answer is
 * corrected.
 */
export function remainder(asked: Asked, spoken: readonly string[]): readonly FollowUp[] {
  const { kind, quarter, systems = [] } = asked;
  const rest = systems.filter((system) => !spoken.includes(system));
  if (spoken.length === 0 || rest.length === 0) return [];
  const named = systems.filter((system) => !rest.includes(system));
  return [{ ...questionAbout({ kind, quarter }, rest), leaves: { spoken: named, rest } }];
}

/** The question about some systems that an answer left open; each set of systems is one question. */
export function questionAbout(
  { kind, quarter }: Pick<Asked, 'kind' | 'quarter'>,
  rest: readonly string[],
): DutyToOpen {
  const asked = { kind, quarter };
  const details = { kind, quarter, systems: rest };
  return {
    type: 'open',
    name: `rest-${createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16)}`,
    kind: 'nil-return',
    system: { nl: systemOf(rest, 'nl'), en: systemOf(rest, 'en') },
    title: { nl: titleOf(asked, rest, 'nl'), en: titleOf(asked, rest, 'en') },
    dueInWorkdays: workdaysToAnswer,
    details: { nl: details, en: details },
    to: 'responsible',
  };
}

/** What a question about some systems is called: by the only one, or by how many they are. */
export const systemOf = (systems: readonly string[], language: Language): string => {
  const [first] = systems;
  if (first === undefined) return nilReturnTexts[language].system;
  return systems.length === 1 ? first : nilReturnTexts[language].someSystems(systems.length);
};

/** The title of a question, with the systems that it asks about. */
export function titleOf(
  { kind, quarter }: Asked,
  systems: readonly string[],
  language: Language,
): string {
  const { title, none } = nilReturnTexts[language];
  const asked = title(none[kind], quarterInShort(quarter));
  return cut(systems.length === 0 ? asked : `${asked} ${shorten(systems.join(', '), 100)}`, 200);
}
