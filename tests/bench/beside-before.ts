import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median, rounded, spread, type Report, type Scale } from './report.ts';

const here = fileURLToPath(new URL('../../', import.meta.url));

type Line = Readonly<Record<string, unknown>>;
type Compared = {
  readonly bench: string;
  /** The part of the bench that prints the line, the line's name, and what of it is compared. */
  readonly part: string;
  readonly line: string;
  readonly figure: string;
  readonly unit: string;
  readonly goal: string;
  readonly isMet: (ratio: number) => boolean;
};

const compared: readonly Compared[] = [
  {
    bench: 'G1-beside-before',
    part: 'throughput',
    line: 'G1-throughput',
    figure: 'botWithEffects',
    unit: 'answers a second with all their effects, Azurite',
    goal: '>= 1.8 x before',
    isMet: (ratio) => ratio >= 1.8,
  },
  {
    bench: 'G4-beside-before',
    part: 'storms',
    line: 'G4-storm',
    figure: 'processor',
    unit: 's of processor time for a storm of cards',
    goal: '<= 0.7 x before',
    isMet: (ratio) => ratio <= 0.7,
  },
];

/**
 * G1 and G4 beside an earlier version: each checkout runs its own bench, by turns, so that a busy machine slows
 * both. `BENCH_BEFORE` names the other checkout, with its packages installed; without it there is nothing to do.
 */
export function besideBefore(before: string | undefined) {
  return async (report: Report, { quick }: Scale): Promise<void> => {
    if (before === undefined) return;
    const rounds = quick ? 1 : 5;
    for (const what of compared) {
      const now: number[] = [];
      const then: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        then.push(await figureOf(resolve(before), what, quick));
        now.push(await figureOf(here, what, quick));
      }
      const ratios = now.map((figure, at) => figure / (then[at] ?? NaN));
      const ratio = median(ratios);
      const { bench, unit, goal, isMet } = what;
      report({
        bench,
        ratio: rounded(ratio),
        spread: spread(ratios),
        now: rounded(median(now)),
        before: rounded(median(then)),
        rounds,
        unit,
        goal,
        met: isMet(ratio),
      });
    }
  };
}

/** Runs one part of a checkout's own bench until it prints the line that is wanted. */
async function figureOf(
  checkout: string,
  { part, line: wanted, figure }: Compared,
  quick: boolean,
): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--import=tsx', 'tests/bench/main.ts', part, ...(quick ? ['--quick'] : [])],
    { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  try {
    for await (const printed of createInterface({ input: child.stdout })) {
      // The bench of either checkout writes nothing but lines of JSON here.
      const line = JSON.parse(printed) as Line;
      const found = line[figure];
      if (line['bench'] === wanted && typeof found === 'number') return found;
    }
    throw new Error(`The bench in ${checkout} ended without ${figure} of ${wanted}.`);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
