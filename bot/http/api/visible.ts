import type { Page } from '../../ports/stored.ts';
import type { Duty } from '../../duty/duty.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { DutyView } from '../../duty/view.ts';
import { viewOf } from '../../duty/view.ts';
import { withoutNames } from '../../duty/record/without-names.ts';
import type { IndexKey } from '../../duty/indexed.ts';
import { keyRights } from '../../casework/rights/rights.ts';
import type { Services } from '../../ports/services.ts';
import type { Caller } from './keys.ts';

/** What somebody with a key sees of the duties of a tenant. */
export interface Visible {
  /** The duty, where the caller may see it; what others opened is as if it did not exist. */
  readonly load: (caller: Caller, id: string | undefined) => Promise<Duty | undefined>;
  /** The duty as the caller is shown it. */
  readonly view: (caller: Caller, duty: Duty) => DutyView;
  /** A page of the duties that the caller sees; it may be short while more follows. */
  readonly page: (caller: Caller, list: IndexKey, after?: string) => Promise<Page<DutyView>>;
}

const perPage = 100;
/** So many pages of a list are looked through for what one vendor opened, before its page goes out short. */
const mostRead = 20;

/** Of the duties of one tenant: a vendor sees what it opened itself, an auditor everything. */
export function visibleDuties(services: Services, tenant: TenantKey): Visible {
  const { store, vendorSeesNames } = services;
  const isFor = (caller: Caller, { openedBy }: Duty): boolean =>
    keyRights.show[caller.type] === 'every' ||
    (openedBy.type === 'vendor' && openedBy.name === caller.name);

  const load: Visible['load'] = async (caller, id) => {
    const known = parseDutyId(id);
    const duty = known && (await store.duties.load({ tenant, id: known }))?.value;
    return duty && isFor(caller, duty) ? duty : undefined;
  };
  const view: Visible['view'] = ({ type }, duty) => {
    const whole = viewOf(duty);
    return type === 'auditor' || vendorSeesNames ? whole : withoutNames(whole, duty);
  };
  const shown = async (caller: Caller, row: DutyView): Promise<DutyView | undefined> => {
    const { vendor, turn: _turn, derived: _derived, ...whole } = row;
    if (keyRights.list[caller.type] === 'every') return whole;
    if (vendor !== undefined && vendor !== caller.name) return undefined;
    if (vendor !== undefined && vendorSeesNames) return whole;
    // A row that does not say who opened the duty, or what its people are called.
    const duty = await load(caller, row.id);
    return duty && (vendorSeesNames ? whole : withoutNames(whole, duty));
  };

  const page: Visible['page'] = async (caller, list, after) => {
    const found: DutyView[] = [];
    let cursor = after;
    for (let read = 0; read < mostRead; read += 1) {
      const wanted = perPage - found.length;
      const rows = await store.indexes.page(tenant, { list, size: wanted, cursor });
      const seen = await Promise.all(rows.items.map((row) => shown(caller, row)));
      found.push(...seen.filter((one) => one !== undefined));
      cursor = rows.next;
      if (cursor === undefined) return { items: found };
      if (found.length >= perPage) break;
    }
    return cursor === undefined ? { items: found } : { items: found, next: cursor };
  };
  return { load, view, page };
}
