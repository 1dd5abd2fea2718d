import type { TenantKey } from '../../../duty/ids.ts';
import { daySince } from '../../../duty/time/on-the-clock.ts';
import type { Services } from '../../../ports/services.ts';
import { goesBefore } from '../../../tenant/retention.ts';
import { retireEvidence } from './evidence.ts';
import { forgetPeople } from './people.ts';
import { forgetRounds } from './rounds.ts';

/** What went because its term was over. */
export interface Retained {
  readonly evidence: number;
  readonly people: number;
  readonly drafts: number;
  readonly rounds: number;
}

// After the backup of the night, and before the checkpoint of the morning says what is gone.
const begins = '04:00';

/** On which day of the organisation's calendar it is time, from 04:00 on; undefined before that. */
export const retentionDay = ({ now, zone }: Pick<Services, 'now' | 'zone'>): string | undefined =>
  daySince(now(), begins, zone);

/** Takes away what is kept no longer; each part again is harmless, whichever instance does it. */
export async function retain(services: Services, tenant: TenantKey): Promise<Retained> {
  const { store, retention, now } = services;
  return {
    drafts: await store.drafts.forget(tenant, goesBefore(now(), retention.drafts)),
    people: await forgetPeople(services, tenant),
    rounds: await forgetRounds(services, tenant),
    evidence: await retireEvidence(services, tenant),
  };
}
