import { createInterface } from 'node:readline';
import type { AdjustableClock } from '../ports/clock.ts';

const units = new Map([
  ['m', 60],
  ['h', 3600],
  ['u', 3600],
  ['d', 24 * 3600],
  ['w', 7 * 24 * 3600],
]);
const mostSeconds = 366 * 24 * 3600;

/** Reads `+3d`, `+6h`, `+30m` or `+2w` as seconds; undefined for anything else, and for more than a year. */
function secondsOf(line: string): number | undefined {
  const [, count, unit] = /^\+\s*(\d{1,4})\s*([mudhw])$/i.exec(line.trim()) ?? [];
  const seconds = Number(count) * (units.get(unit?.toLowerCase() ?? '') ?? NaN);
  return seconds > 0 && seconds <= mostSeconds ? seconds : undefined;
}

/** Lets time pass for each line of a terminal that says so. */
export function listenForJumps(
  input: NodeJS.ReadableStream,
  clock: AdjustableClock,
  say: (line: string) => void,
): void {
  createInterface({ input }).on('line', (line) => {
    if (line.trim() === '') return;
    const seconds = secondsOf(line);
    if (seconds === undefined) {
      say('Time passes with +3d, +6h, +30m or +2w.');
      return;
    }
    say('Time passes …');
    clock.advance(seconds).then(
      (now) => say(`It is ${now}.`),
      (error: unknown) => say(`Time stood still: ${String(error)}`),
    );
  });
}
