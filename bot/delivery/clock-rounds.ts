import type { Instant, TenantKey } from '../duty/ids.ts';
import { secondsBetween } from '../duty/time/instant.ts';
import { atTime } from '../duty/time/on-the-clock.ts';
import { dayOf } from '../duty/time/workdays.ts';
import type { Log } from '../observability/log.ts';
import { dayBegins } from '../tenant/plans/occurrences.ts';
import type { LogName } from '../features/evidence/log/checkpoint.ts';
import { forgetOffers } from '../features/attachments/keep.ts';
import { checkpointByClock } from '../features/evidence/log/by-clock.ts';
import { overviewRounds } from '../features/overview/refresh.ts';
import { runPlans } from '../features/plans/run-plans.ts';
import { retain, retentionDay } from '../features/evidence/retention/by-clock.ts';
import { remindDue } from '../features/reminders/reminders.ts';
import type { Services } from '../ports/services.ts';
import type { BackupKeeping } from '../features/backup/rounds.ts';
import { backupRounds } from '../features/backup/rounds.ts';
import type { Rhythm } from './interval.ts';

/** How often the clock is looked at: nothing that goes by the clock may be later than a minute. */
export const everyTick: Rhythm = { first: 1, every: 45 };
// A row that came late to the list is found the same day all the same.
const remindAgainSeconds = 3600;
// A look asks every partition how much waits: seldom enough that an instance at rest stays at rest.
const checkpointEverySeconds = 300;

/**
 * What goes by the clock: plans are looked at in every tick, reminders when the day begins and hourly
 * after that. What fails is done in the next tick; the store knows what was done, also by others.
 */
export function clockTicks(
  log: Log,
  evidenceLog: (tenant: TenantKey) => LogName,
  backups?: BackupKeeping,
): (services: Services, tenants: readonly TenantKey[]) => Promise<void> {
  const lookedAt = new Map<TenantKey, Instant>();
  const checkedAt = new Map<TenantKey, Instant>();
  const forgotAt = new Map<TenantKey, Instant>();
  const retainedOn = new Map<TenantKey, string>();
  const overview = overviewRounds();
  const backup = backups && backupRounds(log, backups);

  const remind = async (services: Services, tenant: TenantKey): Promise<void> => {
    const now = services.now();
    const begins = atTime(dayOf(now, services.zone), dayBegins, services.zone);
    if (now < begins) return;
    const last = lookedAt.get(tenant);
    if (last && last >= begins && secondsBetween(last, now) < remindAgainSeconds) return;
    const duties = await remindDue(services, tenant);
    lookedAt.set(tenant, now);
    if (duties > 0) log.info({ duties }, 'reminders looked at');
  };

  const checkpoint = async (services: Services, tenant: TenantKey): Promise<void> => {
    const now = services.now();
    const last = checkedAt.get(tenant);
    if (last !== undefined && secondsBetween(last, now) < checkpointEverySeconds) return;
    await checkpointByClock(services, tenant, evidenceLog(tenant));
    checkedAt.set(tenant, now);
  };

  const forget = async (services: Services, tenant: TenantKey): Promise<void> => {
    const now = services.now();
    const last = forgotAt.get(tenant);
    if (last !== undefined && secondsBetween(last, now) < remindAgainSeconds) return;
    forgotAt.set(tenant, now);
    const offers = await forgetOffers(services, tenant);
    if (offers > 0) log.info({ offers }, 'offered files forgotten');
  };

  const retention = async (services: Services, tenant: TenantKey): Promise<void> => {
    const day = retentionDay(services);
    if (day === undefined || retainedOn.get(tenant) === day) return;
    const gone = await retain(services, tenant);
    retainedOn.set(tenant, day);
    if (Object.values(gone).some((count) => count > 0)) log.info({ ...gone }, 'terms were over');
  };

  const attempt = async (what: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      log.error({ err: error, what }, 'a round by the clock failed');
    }
  };

  return async (services, tenants) => {
    for (const tenant of tenants) {
      await attempt('plans', () => runPlans(services, tenant));
      await attempt('reminders', () => remind(services, tenant));
      await attempt('overview', () => overview(services, tenant));
      await attempt('checkpoint', () => checkpoint(services, tenant));
      await attempt('retention', () => retention(services, tenant));
      await attempt('offers', () => forget(services, tenant));
      if (backup) await attempt('backup', () => backup(services, tenant));
    }
  };
}
