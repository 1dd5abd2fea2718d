import type { Duty } from '../duty/duty.ts';
import type { Effect, TenantEffect } from '../duty/effects.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Messenger } from './messenger.ts';
import type { Services } from './services.ts';
import type { ChannelBudget } from './channel-budget.ts';

/**
 * How running an effect ended. `row` says when its row goes: with those of the same batch where twice does no
 * harm, at once after a message was sent, or it went already with the change that it brought about.
 */
export type EffectResult =
  /** `note` is a constant for the log: it ended, but not as it should. */
  | {
      readonly type: 'done';
      readonly row: 'with-batch' | 'at-once' | 'gone';
      readonly note?: string;
    }
  /** One send of several is made, or turned out to be impossible: the row keeps what is left. */
  | { readonly type: 'go-on'; readonly left: Effect | TenantEffect }
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

/** What it takes to run an effect of a tenant; everything is rendered from the state as it is now. */
export interface Job<E> {
  readonly services: Services;
  /** No faster than Teams takes it. */
  readonly messenger: Messenger;
  /** What channels are shown change by change. */
  readonly budget: ChannelBudget;
  readonly effect: E;
  readonly entry: OutboxEntry;
}
/** An effect of a duty comes with the duty as it is now. */
export interface DutyJob<E> extends Job<E> {
  readonly duty: Duty;
}

/** Runs one kind of effect. One run sends at most one message, so that trying again repeats nothing that arrived. */
export interface Handler<J> {
  readonly run: (job: J) => Promise<EffectResult>;
  /** It changes nothing of the duty and takes no time: the next effect need not read it again. */
  readonly leavesDuty?: true;
  /** Where the same is asked once more further on, once is enough. */
  readonly merges?: true;
}

export type EffectOf<N> = Extract<Effect, { do: N }>;
export type TenantEffectOf<N> = Extract<TenantEffect, { do: N }>;
/** Every effect of a duty with what runs it: a forgotten one does not compile. */
export type DutyEffects = { readonly [N in Effect['do']]: Handler<DutyJob<EffectOf<N>>> };
export type TenantEffects = { readonly [N in TenantEffect['do']]: Handler<Job<TenantEffectOf<N>>> };
export type Effects = DutyEffects & TenantEffects;
/** The effects that one feature runs. */
export type EffectsOf<N extends keyof Effects> = Pick<Effects, N>;
