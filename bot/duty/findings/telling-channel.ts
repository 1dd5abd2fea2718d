import type { Duty } from '../duty.ts';
import type { KeylessEffect } from '../effects.ts';
import { openFinding } from '../duty.ts';
import { troubled } from '../answering/quorum.ts';
import { turnsOf } from '../reminders/turn.ts';

/**
 * The message of a finding in the duty's thread follows what it says: who found what, whose turn it is and until
 * when, and in the end how it was closed.
 */
export function channelFollows(before: Duty, after: Duty): readonly KeylessEffect[] {
  return after.findings
    .map(({ id }) => id)
    .filter((id) => saidOf(before, id) !== saidOf(after, id))
    .map((finding) => ({ do: 'say-finding' as const, finding }));
}

/** All that the message depends on; what it does not know of makes no difference. */
function saidOf(duty: Duty, id: string): string {
  const finding = duty.findings.find((one) => one.id === id);
  if (!finding) return '';
  const open = openFinding(duty)?.id === id;
  const turn = open ? turnsOf(duty).find((one) => one.finding === id) : undefined;
  const found = open ? troubled(duty).map(({ seq }) => seq) : [];
  const { status, closedBecause, failedVerifications, owner } = finding;
  return JSON.stringify([
    ...[status, closedBecause, failedVerifications, owner?.aadObjectId, found],
    ...(turn ? [turn.whose, turn.people, turn.until] : []),
  ]);
}
