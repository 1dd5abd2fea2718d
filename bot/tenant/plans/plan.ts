import type { Person } from '../../duty/ids.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import type { Json, Rule } from '../../kinds/kind.ts';
import type { SettingsDocument } from '../document.ts';
import type { Recurrence } from './recurrence.ts';

/** How many plans a tenant has at most: they are one row of the store. */
export const maxPlans = 100;
/** The longest lead time, in working days. */
export const maxLead = 60;

/** A duty that comes back: about which system, how often, and who is asked. */
export interface Plan {
  readonly id: string;
  readonly kind: OpenableKind;
  readonly system: string;
  readonly title: string;
  /** What the kind asks of every duty, as the HTTP API takes it; empty where it is only known at that moment. */
  readonly details: Json;
  readonly recurrence: Recurrence;
  /** The first day on which it can be due. */
  readonly startsOn: string;
  /** So many working days before it is due the duty is opened. */
  readonly lead: number;
  /** Who looks after the plan. */
  readonly owner: Person;
  /** Who is asked; empty where the roster says so. */
  readonly assignees: readonly Person[];
  readonly rule?: Rule;
  readonly paused: boolean;
  /** The last day of the recurrence for which everything was done. */
  readonly handledUntil?: string;
  /** The day on which the IT channel was last told that nobody could be asked. */
  readonly nobodyOn?: string;
}

/** Everything that comes back by a plan. */
export interface Plans extends SettingsDocument {
  readonly plans: readonly Plan[];
}

export const planById = ({ plans }: Pick<Plans, 'plans'>, id: string): Plan | undefined =>
  plans.find((plan) => plan.id === id);
