import type { Duty } from '../duty/duty.ts';
import type { Effect, TenantEffect } from '../duty/effects.ts';
import { isTenantEffect } from '../duty/effects.ts';
import type {
  DutyEffects,
  EffectResult,
  Effects,
  Handler,
  Job,
  TenantEffects,
} from '../ports/effects.ts';

type Any = Effect | TenantEffect;
/** What a job needs beside its effect. */
type Means = Omit<Job<never>, 'effect'>;

/** How to run one effect, whichever it is. */
export interface Runnable extends Omit<Handler<never>, 'run'> {
  readonly run: (means: Means, duty: Duty | undefined) => Promise<EffectResult>;
}

/** What runs an effect; undefined for a name that this version does not know. */
export function runnable(effects: Effects, effect: Any): Runnable | undefined {
  if (!Object.hasOwn(effects, effect.do)) return undefined;
  return isTenantEffect(effect)
    ? ofTenant(effects, effect.do, effect)
    : ofDuty(effects, effect.do, effect);
}

type TenantEffectNamed = { readonly [N in TenantEffect['do']]: Extract<TenantEffect, { do: N }> };
function ofTenant<N extends TenantEffect['do']>(
  effects: TenantEffects,
  name: N,
  effect: TenantEffectNamed[N],
): Runnable {
  const handler = effects[name];
  return { ...handler, run: (means) => handler.run({ ...means, effect }) };
}

type EffectNamed = { readonly [N in Effect['do']]: Extract<Effect, { do: N }> };
function ofDuty<N extends Effect['do']>(
  effects: DutyEffects,
  name: N,
  effect: EffectNamed[N],
): Runnable {
  const handler = effects[name];
  return {
    ...handler,
    run: (means, duty) => {
      if (!duty) throw new Error(`The duty of the effect ${effect.key} does not exist.`);
      return handler.run({ ...means, effect, duty });
    },
  };
}
