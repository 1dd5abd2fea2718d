import type { HouseRules } from '../duties/kind.ts';
import type { Person, TenantKey } from '../lifecycle/duty.ts';
import type { HouseChange, HouseDecision } from '../lifecycle/house-rules.ts';
import { decideHouse, emptyHouse, rulesOf } from '../lifecycle/house-rules.ts';
import { registerView, sealRegister } from '../lifecycle/register.ts';
import type { World } from './world.ts';

const maxRounds = 10;

/** What the IT team has laid down; nothing beside the usual while it has not. */
export async function houseRules(world: World, tenant: TenantKey): Promise<HouseRules> {
  const read = await world.store.registers.load(tenant, 'house-rules');
  return rulesOf(read?.value ?? emptyHouse(tenant));
}

/**
 * Changes the house rules, with their evidence in the same transaction. `stamp` is that of the part that
 * was shown; whether somebody may is the caller's to know.
 */
export async function changeHouseRules(
  world: World,
  tenant: TenantKey,
  { change, stamp }: { readonly change: HouseChange; readonly stamp: string },
  by: Person,
): Promise<{ readonly verdict: HouseDecision['verdict']; readonly rules: HouseRules }> {
  for (let round = 0; round < maxRounds; round += 1) {
    const read = await world.store.registers.load(tenant, 'house-rules');
    const before = read?.value ?? emptyHouse(tenant);
    const { verdict, register, evidence } = decideHouse(before, change, stamp, by);
    if (verdict !== 'done') return { verdict, rules: rulesOf(before) };
    const now = world.now();
    const sealed = sealRegister(register, evidence, { at: now, newKey: world.newId });
    // The list of evidence first: a row too many there is harmless, one too few would hide records.
    if (sealed.register.months !== before.months) {
      const month = { list: 'evidence', month: now.slice(0, 7) } as const;
      const view = registerView(sealed.register, 'house-rules', now);
      await world.store.listings.put(tenant, month, view);
    }
    const done = await world.store.registers.commit({
      name: 'house-rules',
      register: sealed.register,
      etag: read?.etag,
      records: sealed.records,
      attempt: world.newId(),
    });
    if (done === 'committed') return { verdict, rules: rulesOf(sealed.register) };
  }
  throw new Error(
    `The house rules changed ${String(maxRounds)} times while they were being changed.`,
  );
}
