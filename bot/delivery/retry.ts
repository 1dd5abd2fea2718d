import type { OutboxEntry } from '../ports/outbox.ts';

/** After this many failures of its own an effect is a dead letter. */
const mostFailures = 5;
const longestWaitSeconds = 3600;

/**
 * How long an effect waits before it is tried again: what the far side asked, else twice as long each
 * time, an hour at most. `random` (0 to 1) spreads by a fifth what would otherwise come back together.
 */
export function waitSeconds(attempts: number, asked: number | undefined, random: number): number {
  const seconds = Math.min(longestWaitSeconds, asked ?? 2 ** Math.min(attempts, 12));
  return seconds * (1 + 0.2 * random);
}

/**
 * How long it waits after nobody knows whether it arrived, having been so often before. Most such trouble is over
 * in three quarters of a minute, and then it is sent once more; for as long as it lasts after that, hardly another one follows.
 */
export const unknownSeconds = (before: number): number => [45, 900][before] ?? longestWaitSeconds;

/**
 * Whether an error says that a far side is away for a while: no answer, 408, 429 or 5xx. That is no
 * fault of the effect, however long it lasts.
 */
export function isOutage(error: unknown): boolean {
  const status = Number(member(error, 'statusCode'));
  if (Number.isFinite(status) && status > 0) {
    return status >= 500 || status === 408 || status === 429;
  }
  const code = String(member(error, 'code') ?? '');
  const name = String(member(error, 'name') ?? '');
  return (
    /^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|REQUEST_SEND_ERROR|UND_ERR_)/.test(code) ||
    name === 'AbortError'
  );
}

/** The class of an error, without what it says: that may name people. */
export function errorClass(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const status = member(error, 'statusCode');
  return typeof status === 'number' ? `${error.name} ${String(status)}` : error.name;
}

export const isLastFailure = ({ failures = 0 }: OutboxEntry): boolean =>
  failures + 1 >= mostFailures;

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
