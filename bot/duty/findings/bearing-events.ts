import type { Person } from '../ids.ts';

/** Whoever bears a risk goes on bearing it, or no longer does. */
export type BearingEvent =
  | {
      readonly type: 'risk-prolonged';
      readonly by: Person;
      readonly reason: string;
      readonly until: string;
    }
  | { readonly type: 'risk-dropped'; readonly by: Person; readonly reason: string };
