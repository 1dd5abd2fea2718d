/**
 * How an effect ended: carried out (or no longer wanted), or to be tried again. `row` says when its
 * row goes: with those of the same batch where twice does no harm, at once after a message was sent, or
 * it went already with the change that it brought about.
 */
export type EffectResult =
  /** `note` is a constant for the log: it ended, but not as it should. */
  | {
      readonly type: 'done';
      readonly row: 'with-batch' | 'at-once' | 'gone';
      readonly note?: string;
    }
  | {
      readonly type: 'try-later';
      readonly afterSeconds: number | undefined;
      readonly reason: string;
    };

type Done = Extract<EffectResult, { type: 'done' }>;
export const done: Done = { type: 'done', row: 'with-batch' };
/** A message was sent of which nothing else is stored. */
export const said: Done = { type: 'done', row: 'at-once' };
/** The row left with the change that notes what was sent. */
export const noted: Done = { type: 'done', row: 'gone' };
