import type { Register } from '../lifecycle/register.ts';

/** Everything that comes back by a plan. */
export interface Plans extends Register {
  readonly plans: readonly unknown[];
}
