import type { Duty, DutyRef, PersonId, Status } from './duty.ts';

/** A list on which a duty stands, so that it is found without reading all duties. */
export type Placement =
  | { readonly list: 'all' }
  | { readonly list: 'status'; readonly status: Status }
  | { readonly list: 'person'; readonly person: PersonId }
  /** The duties with evidence of a month, `2026-11`: where an export begins. */
  | { readonly list: 'evidence'; readonly month: string };

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
  | { readonly do: 'escalate'; readonly key: string; readonly finding: string };

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
    const whom = 'person' in effect ? `:${effect.person}` : '';
    const key = `${effect.do}:r${String(duty.revision)}${whom}`;
    return { ...effect, key };
  });
}
