import { parseDutyId } from '../../bot/duty/ids.ts';
import type { DutyId } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import type { HeldChange, RollUp, Store } from '../../bot/ports/store.ts';
import { countChanges } from '../../bot/features/channel/roll-up.ts';
import { defined, fixedNow, tenant } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';

const dutyAt = (at: number): DutyId =>
  defined(parseDutyId(`d${at.toString(16).padStart(24, '0')}`));

function changeAt(at: number, more: Partial<HeldChange> = {}): HeldChange {
  const base = { dutyId: dutyAt(at), revision: 3, status: 'fulfilled', unreached: false } as const;
  return { ...base, stands: false, at: fixedNow, ...more };
}

/** Changes that stand together on one card of the IT channel. */
onEveryStore('counts changes that were put off', (fresh) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await fresh());
  });
  const fold = () => store.rollUps.fold(tenant, countChanges);

  it('each once, also where it was noted twice and counted by two at the same moment', async () => {
    const noted = Array.from({ length: 120 }, (_, at) => changeAt(at));
    for (const change of [...noted, ...noted.slice(0, 5)]) await store.rollUps.note(tenant, change);

    await Promise.all([fold(), fold()]);
    const again = await fold();

    const kept: RollUp | undefined = (await store.rollUps.load(tenant))?.value;
    assert.equal(kept?.changes, 120);
    assert.equal(kept.by.fulfilled, 120);
    assert.equal(again, undefined);
  });

  it('and remembers which cards have to catch up until they did', async () => {
    await store.rollUps.note(tenant, changeAt(1, { stands: true }));
    await store.rollUps.note(tenant, changeAt(1, { stands: true, revision: 4 }));
    await store.rollUps.note(tenant, changeAt(2));
    await store.rollUps.note(tenant, changeAt(3, { stands: true }));
    await fold();

    const behind = await store.rollUps.behind(tenant, 1);
    await store.rollUps.caughtUp(tenant, dutyAt(1));
    await store.rollUps.caughtUp(tenant, dutyAt(1));

    assert.deepEqual(behind, [dutyAt(1), dutyAt(3)]);
    assert.deepEqual(await store.rollUps.behind(tenant, 5), [dutyAt(3)]);
  });
});
