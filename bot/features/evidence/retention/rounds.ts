import { changeDuty } from '../../../casework/change-duty.ts';
import type { DutyRef, TenantKey } from '../../../duty/ids.ts';
import type { EvidenceRecord } from '../../../duty/record/record.ts';
import { valueAt } from '../../../duty/record/sealing.ts';
import type { Services } from '../../../ports/services.ts';
import { goesBefore } from '../../../tenant/retention.ts';
import { withoutFields } from '../erase.ts';

/** Which fields of a record name somebody who was asked in a round; whoever began it is no such person. */
function fieldsOf({ type, data, open = {} }: EvidenceRecord): readonly string[] {
  if (valueAt(data, '/survey') === undefined) return [];
  const named = /^\/data\/(to|survey\/people)(\/|$)/;
  return Object.entries(open)
    .filter(([, opened]) => typeof opened === 'string')
    .map(([pointer]) => pointer)
    .filter((at) => named.test(at) || (type === 'answered' && at.startsWith('/by/')));
}

/**
 * Takes names out of rounds whose term is over: of the duty and of its evidence, whose seals hold. How many were
 * asked and what was answered stays. Tells of how many rounds that were.
 */
export async function forgetRounds(services: Services, tenant: TenantKey): Promise<number> {
  const { store, retention, now } = services;
  const before = goesBefore(now(), retention.rounds);
  const due: DutyRef[] = [];
  for await (const [, { duty }] of store.evidence.states(tenant)) {
    const survey = duty?.survey;
    const waits = duty?.status === 'open' || duty?.status === 'problem';
    if (duty && survey && !waits && survey.startedAt < before && !survey.forgotten) due.push(duty);
  }
  for (const ref of due) await forgetRound(services, ref);
  return due.length;
}

async function forgetRound(services: Services, ref: DutyRef): Promise<void> {
  const { evidence } = services.store;
  const fields: { readonly seq: number; readonly pointers: number }[] = [];
  for (const { record } of (await evidence.chain(ref)).records) {
    const pointers = record ? fieldsOf(record) : [];
    if (!record || pointers.length === 0) continue;
    await evidence.rewriteOpenings(ref, withoutFields(record, pointers));
    fields.push({ seq: record.seq, pointers: pointers.length });
  }
  await changeDuty(services, ref, { type: 'round-forgotten', fields });
}
