import { kindOf } from '../../kinds/index.ts';
import type { AskedOn } from './asked-on.ts';
import type { Duty } from '../duty.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import { workdaysAfter } from '../time/workdays.ts';
import { latestAnswer } from './quorum.ts';

/** What an answer about several systems did not speak of. */
export interface LeftOpen {
  readonly spoken: readonly string[];
  /** Of whom the rest was asked already. */
  readonly asked: readonly AskedOn[];
  /** What the bot is about to ask, and until when an answer is expected. */
  readonly toAsk: readonly string[];
  readonly dueOn: string;
}

/** What the answer that counts left open of several systems; undefined where it spoke of all of them. */
export function leftOpen(duty: Duty): LeftOpen | undefined {
  const answer = latestAnswer(duty);
  if (!answer || duty.status === 'withdrawn') return undefined;
  for (const wanted of kindOf(duty.kind).followUps(duty, answer.values)) {
    if (wanted.type !== 'open' || !wanted.leaves) continue;
    const { spoken, rest } = wanted.leaves;
    // A correction may speak of what was asked of somebody else meanwhile: only what it leaves open is told.
    const asked = (duty.askedOn ?? []).flatMap((one) => {
      const systems = one.systems.filter((system) => rest.includes(system));
      return systems.length === 0 ? [] : [{ ...one, systems }];
    });
    const known = new Set(asked.flatMap(({ systems }) => systems));
    return {
      spoken,
      asked,
      toAsk: rest.filter((system) => !known.has(system)),
      dueOn: workdaysAfter(answer.at.slice(0, 10), wanted.dueInWorkdays),
    };
  }
  return undefined;
}

/** What an answer left open was asked by duties of their own: its card says of whom. Heard again it changes nothing. */
export function askedOn(duty: Duty, { asked }: Of<'asked-on'>): Decision {
  const before = duty.askedOn ?? [];
  const known = new Set(before.map((one) => one.duty));
  const more = asked.filter((one) => !known.has(one.duty));
  if (more.length === 0) return unchanged(duty, 'repeated');
  const after = { ...duty, askedOn: [...before, ...more] };
  return changed(after, [], everywhere(after));
}
