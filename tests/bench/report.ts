import { cpus, loadavg } from 'node:os';

type Fact = string | number | boolean | null | readonly (string | number | null)[];
export type Facts = Readonly<Record<string, Fact>>;

/** One figure with its goal; `met` is absent where there is none. */
export interface Figure extends Facts {
  readonly bench: string;
  readonly unit: string;
}

/** How much is measured: everything, or just enough to see that the benches work. */
export interface Scale {
  readonly quick: boolean;
  /** How many races people run for one duty: thousands take hours. */
  readonly races: number;
}

export type Report = (figure: Figure) => void;

/** Prints figures as lines of JSON, with the circumstances without which they mean nothing. */
export function reportTo(write: (line: string) => void, { quick }: Pick<Scale, 'quick'>): Report {
  const where = { node: process.version, cores: cpus().length, ...(quick ? { quick } : {}) };
  return (figure) => {
    // Times from a machine that is busy with something else say little: more load than our own few processes.
    const [load = 0] = loadavg();
    write(`${JSON.stringify({ ...figure, ...where, load: rounded(load) })}\n`);
  };
}

/** The middle of the measured values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (lower + upper) / 2;
}

/** The smallest and the largest. */
export function spread(values: readonly number[]): readonly [number, number] {
  return [rounded(Math.min(...values)), rounded(Math.max(...values))];
}

/** Three digits that matter are enough for any of these. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** How many of something happen in a second. */
export function perSecond(count: number, milliseconds: number): number {
  return (count * 1000) / milliseconds;
}
