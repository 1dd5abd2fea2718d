/** How an effect ended: carried out (or no longer wanted), or to be tried again. */
export type Carried =
  /** `note` is a constant for the log: it ended, but not as it should. */
  | { readonly type: 'done'; readonly note?: string }
  | {
      readonly type: 'try-later';
      readonly afterSeconds: number | undefined;
      readonly reason: string;
    };

export const done: Carried = { type: 'done' };
