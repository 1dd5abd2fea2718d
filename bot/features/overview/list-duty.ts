import { indexedOf } from '../../duty/indexed.ts';
import { rowOf } from '../../duty/view.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';

export const effects: EffectsOf<'list'> = {
  list: {
    run: async ({ services, duty, effect }) => {
      const now = indexedOf(duty, services.zone);
      await services.store.indexes.move(duty.tenant, { view: rowOf(duty), was: effect.was, now });
      return done;
    },
    leavesDuty: true,
    merges: true,
  },
};
