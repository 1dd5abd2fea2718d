import type { InEachLanguage } from '../../cards/language.ts';
import type { KindName } from '../duties/index.ts';
import { kindOf } from '../duties/index.ts';
import type { FollowUp, Role } from '../duties/kind.ts';
import type { Duty, DutyRef, Person, PersonId, Status } from './duty.ts';
import { isSettled } from './standing.ts';

/** A list on which a duty stands, so that it is found without reading all duties. */
export type Placement =
  | { readonly list: 'all' }
  | { readonly list: 'status'; readonly status: Status }
  | { readonly list: 'person'; readonly person: PersonId }
  /** The duties with evidence of a month, `2026-11`: where an export begins. */
  | { readonly list: 'evidence'; readonly month: string }
  /** The answered duties of a kind about one system: what the next one looks back at. */
  | { readonly list: 'topic'; readonly kind: KindName; readonly system: string };

/** What people are told about what became of their answer. */
export type News = 'reply-sent' | 'unsolved' | 'accepted' | 'withdrawn';

/**
 * Something the world must do, committed with the state that asks for it. The key says what it is:
 * carried out twice, it is the same effect.
 */
export type Effect =
  /** Send the card, as it is at that moment, to a person. */
  | { readonly do: 'post-card'; readonly key: string; readonly person: PersonId }
  /** Bring every copy of the card that a person has up to date. */
  | { readonly do: 'edit-cards'; readonly key: string; readonly person: PersonId }
  /** Post or edit the duty's card in the IT channel. */
  | { readonly do: 'show-channel'; readonly key: string }
  /** Put the duty on the lists where it belongs and take it from those where it no longer does. */
  | {
      readonly do: 'list';
      readonly key: string;
      readonly was: readonly Placement[];
      /** The due date under which it stood, where that changed. */
      readonly wasDueOn?: string;
    }
  /** Say in the duty's thread that a finding needs attention. */
  | { readonly do: 'escalate'; readonly key: string; readonly finding: string }
  /** Open a duty that an answer brought about. */
  | {
      readonly do: 'open-duty';
      readonly key: string;
      readonly opening: Extract<FollowUp, { type: 'open' }>;
      readonly answerer: Person;
    }
  /** Tell a person what became of an answer. */
  | { readonly do: 'tell'; readonly key: string; readonly person: PersonId; readonly news: News }
  /** Tell whoever holds an office at once; the channel where nobody does. */
  | {
      readonly do: 'alert';
      readonly key: string;
      readonly role: Role;
      readonly text: InEachLanguage<string>;
    };

/** An effect that belongs to no single duty. */
export type TenantEffect =
  /** Show every duty that waits in a channel that became the IT channel. */
  | { readonly do: 'show-all-in-channel'; readonly key: string }
  /** Send what is open to a person who installed the bot. */
  | { readonly do: 'bring-open'; readonly key: string; readonly person: PersonId };

/** The lists on which a duty stands in its present state. */
export function placementsOf(duty: Duty): readonly Placement[] {
  const waiting = duty.status === 'open' || duty.status === 'problem';
  const people = waiting ? duty.assignees.map(({ aadObjectId }) => aadObjectId) : [];
  return [
    { list: 'all' },
    { list: 'status', status: duty.status },
    ...people.map((person): Placement => ({ list: 'person', person })),
    ...duty.months.map((month): Placement => ({ list: 'evidence', month })),
    ...(kindOf(duty.kind).looksBack > 0 && duty.status !== 'withdrawn' && isSettled(duty)
      ? [{ list: 'topic' as const, kind: duty.kind, system: duty.system }]
      : []),
  ];
}

export type KeylessEffect = Effect extends infer E
  ? E extends Effect
    ? Omit<E, 'key'>
    : never
  : never;

/** Names effects after the duty's revision and what they concern. */
export function keyed(
  duty: DutyRef & { revision: number },
  effects: readonly KeylessEffect[],
): readonly Effect[] {
  return effects.map((effect): Effect => {
    const key = `${effect.do}:r${String(duty.revision)}${whomOf(effect)}`;
    return { ...effect, key };
  });
}

function whomOf(effect: KeylessEffect): string {
  if ('person' in effect) return `:${effect.person}`;
  if (effect.do === 'open-duty') return `:${effect.opening.name}`;
  return effect.do === 'alert' ? `:${effect.role}` : '';
}
