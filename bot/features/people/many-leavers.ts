import type { Instant, TenantKey } from '../../duty/ids.ts';
import { secondsAfter, secondsBetween } from '../../duty/time/instant.ts';
import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { Leaver, LeaversQuestion, OutboxEntry } from '../../ports/store.ts';
import type { Services } from '../../ports/services.ts';
import { turnOf } from '../../ports/services.ts';

/** More than this in an hour is no leaving any more: an app that is uploaded again removes itself from everybody. */
const fewLeavers = 5;
export const hourSeconds = 3600;
const answerSeconds = 24 * 3600;
const mostRead = 200;

/**
 * Whether what waits for somebody who left at an instant is for the IT team to decide on: because many left
 * within an hour, and nobody has answered yet, or because they said to leave it. Asks where nobody asked before.
 */
export async function isForItTeam(
  services: Services,
  tenant: TenantKey,
  at: Instant,
): Promise<boolean> {
  const read = await services.store.leavers.question(tenant);
  const question = read?.value;
  if (question && at <= (question.answer?.at ?? question.until))
    return isOpen(question, services.now()) || question.answer?.what === 'leave';
  if (!(await areMany(services, tenant, at))) return false;
  await ask(services, tenant, read?.etag);
  return true;
}

/** Whether a question still waits for an answer. */
export const isOpen = ({ answer, until }: LeaversQuestion, now: Instant): boolean =>
  !answer && now < until;

async function areMany(services: Services, tenant: TenantKey, at: Instant): Promise<boolean> {
  const from = secondsAfter(at, -hourSeconds);
  const { items, next } = await services.store.leavers.since(tenant, { from, size: mostRead });
  return next !== undefined || isCrowd(items, at);
}

/** Whether there is an hour, with this instant in it, in which more than a few left. */
function isCrowd(sorted: readonly Leaver[], at: Instant): boolean {
  return sorted.some((first, index) => {
    const last = sorted[index + fewLeavers];
    if (!last || secondsBetween(first.at, last.at) > hourSeconds) return false;
    return (
      secondsBetween(first.at, at) <= hourSeconds && secondsBetween(at, last.at) <= hourSeconds
    );
  });
}

/** Puts the question, and sees to it that all is handed on where nobody answers within a day. */
async function ask(services: Services, tenant: TenantKey, etag: string | undefined): Promise<void> {
  const asked = services.now();
  const until = secondsAfter(asked, answerSeconds);
  // Both before the question: without it they do nothing, while it would wait for ever without them.
  const shown = await commitAhead(services, { tenant }, showing(asked));
  const later: OutboxEntry = {
    tenant,
    effect: handingOn(asked),
    dueAt: until,
    attempts: 0,
    ...turnOf(services),
  };
  await services.store.outbox.add(later);
  const question: LeaversQuestion = { askedAt: asked, until };
  if ((await services.store.leavers.saveQuestion(tenant, question, etag)) === 'saved')
    services.delivery.soon([...(await makeDue(services, shown)), later]);
}

export const showing = (asked: Instant) =>
  ({ do: 'show-leavers', key: `show-leavers:${asked}` }) as const;
export const handingOn = (asked: Instant) =>
  ({ do: 'hand-on-leavers', key: `hand-on-leavers:${asked}`, asked }) as const;
