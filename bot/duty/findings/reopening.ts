import { statusOf } from '../answering/answering.ts';
import type { Duty, Finding } from '../duty.ts';
import type { Turn } from '../reminders/turn.ts';
import { workdaysAfter } from '../time/workdays.ts';

const workdaysToSolve = 5;

/** Nobody bears it any more: what was found is open as it was, and the vendor has to hear of it again. */
export function reopened(duty: Duty, { finding, until }: Pick<Turn, 'finding' | 'until'>): Duty {
  const dueOn = workdaysAfter(until, workdaysToSolve);
  const findings = duty.findings.map((one): Finding => {
    if (one.id !== finding) return one;
    const { closedAt: _at, closedBecause: _because, reply: _reply, ...open } = one;
    return { ...open, status: 'open', dueOn };
  });
  const next: Duty = { ...duty, findings };
  return { ...next, status: statusOf(next) };
}
