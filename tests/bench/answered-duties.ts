import { DateTime } from 'luxon';
import { readOpening } from '../../bot/casework/read-opening.ts';
import { dutyIdFor, openDuty, requestHash } from '../../bot/duty/open.ts';
import type { Person } from '../../bot/duty/ids.ts';
import { parsePersonId } from '../../bot/duty/ids.ts';
import type { RecordDraft } from '../../bot/duty/record/record.ts';
import { seal } from '../../bot/duty/record/record.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import { makeCheckpoint } from '../../bot/features/evidence/log/append.ts';
import type { Store } from '../../bot/ports/store.ts';
import { sealing } from '../support/duties/sealing.ts';
import { homeTenant } from './processes/bot.ts';
import { people } from './processes/identity.ts';

/** Records that `fill` writes for each duty. */
export const perDuty = 4;
/** So many duties are written at the same time. */
const writers = 8;
export const now = toInstant(DateTime.fromISO('2026-11-23T08:30:00Z'));
export const logName = { origin: `shared-duty/${homeTenant()}/Bench` };

/** Duties that were opened, brought, reminded of and answered, and the log that says so. */
export async function fill(store: Store, duties: number): Promise<void> {
  const tenant = homeTenant();
  const numbers = Array.from({ length: duties }, (_, at) => at).values();
  const write = async (): Promise<void> => {
    for (const at of numbers) {
      const { duty, records } = answeredDuty(at);
      const attempt = `bench-${String(at)}`;
      await store.duties.commit({ duty, etag: undefined, attempt, records, effects: [] });
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  await makeCheckpoint({ store, now: () => now }, tenant, logName);
}

function answeredDuty(at: number) {
  const tenant = homeTenant();
  const known = people[at % people.length];
  const aadObjectId = parsePersonId(known?.aadObjectId);
  const assignee = known && aadObjectId ? { ...known, aadObjectId } : undefined;
  const reading = readOpening({
    kind: 'verify-change',
    system: `Systeem ${String(at % 100)}`,
    reference: `CHG-${String(at)}`,
    title: 'Release 2026.4: nieuwe btw-codes',
    assignees: [{ aadObjectId: assignee?.aadObjectId }],
    dueOn: '2026-12-03',
    details: { summary: 'Nieuwe btw-codes in de factuurrun.', checks: ['inloggen', 'factuurrun'] },
  });
  if (!reading.ok || !assignee) throw new Error('The duties of the bench cannot be opened.');
  const openedBy = { type: 'vendor', name: 'bench' } as const;
  const id = dutyIdFor(tenant, 'bench', `open-${String(at)}`);
  const asked = { openedBy, requestHash: requestHash(String(at)) };
  const opened = openDuty(id, { tenant, opening: reading.opening, opened: asked }, now);
  return seal(opened.duty, [...opened.evidence, ...whatHappened(assignee)], sealing(now));
}

const whatHappened = (by: Person): readonly RecordDraft[] => [
  { type: 'delivered', data: { to: { ...by }, card: 'question', template: 3, language: 'nl' } },
  { type: 'reminded', data: { step: 'due', to: [{ ...by }] } },
  {
    type: 'answered',
    by,
    outcome: 'fulfilled',
    data: {
      values: {
        outcome: 'works',
        checks: [
          { line: 'inloggen', value: 'ok' },
          { line: 'factuurrun', value: 'ok' },
        ],
        note: 'Met drie facturen van gisteren geprobeerd.',
      },
      ...{ generation: 1, via: 'card', effective: true },
    },
  },
];
