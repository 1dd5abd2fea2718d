import { indexedOf } from '../../duty/indexed.ts';
import { rowOf } from '../../duty/view.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';

export const effects: EffectsOf<'list'> = {
  list: {
    run: async ({ services, duty, effect }) => {
      const now = indexedOf(duty, services.zone);
      await services.store.indexes.move(duty.tenant, { view: rowOf(duty), was: effect.was, now });
      // The overview in the channel follows by the clock: a call for it here would be one for each change.
      services.moved.add(duty.tenant);
      return done;
    },
    leavesDuty: true,
    merges: true,
  },
};
