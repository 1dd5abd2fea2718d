/** Runs something when the tests of this process are done; where no tests run, the process's own end does it. */
export function atTheEnd(what: string, run: () => unknown): void {
  if ('after' in globalThis) after(what, run);
}
