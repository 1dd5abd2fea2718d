import { plural } from '../../../cards/language.ts';

/** What a command says on the terminal, and where it complains. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
export const complain = (lines: readonly string[]): void => {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
};

/**
 * Lets a reader go before everything was said, as `| head` does: what is left is said to nobody, and the command
 * ends as it would have.
 */
export function letReadersGo(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

/** A name from outside: never long, and without what a terminal would obey. */
export const shown = (name: string): string => name.slice(0, 200).replace(/\p{C}/gu, '?');
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${String(count)} ${plural(count, { one, other: more })}`;

/** Tells how far something long has come, where somebody looks on; a pipe hears nothing. */
export interface Progress {
  /** False in a pipe: then nobody need count how much there is. */
  readonly isShown: boolean;
  readonly step: (done: number, of?: number) => void;
  readonly end: () => void;
}

const betweenSteps = 200;

/** Where it is told: a terminal, or a pipe. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Progress on the standard error, at most five times a second; `now` gives milliseconds. */
export function progress(
  what: string,
  now: () => number,
  out: Terminal = process.stderr,
): Progress {
  if (!out.isTTY) return { isShown: false, step: () => undefined, end: () => undefined };
  const begun = now();
  let told = begun;
  return {
    isShown: true,
    step: (done, of) => {
      if (now() - told < betweenSteps) return;
      told = now();
      const left =
        of === undefined || done === 0 ? '' : timeLeft(((told - begun) / done) * (of - done));
      const share =
        of === undefined || of === 0
          ? ''
          : ` of ${String(of)}, ${String(Math.min(100, Math.floor((100 * done) / of)))}%`;
      out.write(`\r\u001b[K${what}: ${String(done)}${share}${left}`);
    },
    end: () => {
      out.write('\r\u001b[K');
    },
  };
}

const timeLeft = (milliseconds: number): string =>
  `, ${counted(Math.max(0, Math.ceil(milliseconds / 1000)), 'second')} left`;
