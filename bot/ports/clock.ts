/** What waits for a moment: a parameter, so that a test can let time pass. */
export interface Timers {
  readonly after: (seconds: number, run: () => void) => { readonly cancel: () => void };
}
