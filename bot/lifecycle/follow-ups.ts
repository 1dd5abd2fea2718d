import { kindOf } from '../duties/index.ts';
import type { Answer, Duty } from './duty.ts';
import type { Wanted } from './events.ts';

/** What an answer brings about beside the state of its own duty: other duties, and a word to an office. */
export function followUpsOf(duty: Duty, answer: Answer): Wanted {
  return kindOf(duty.kind)
    .followUps(duty, answer.values)
    .map((wanted) =>
      wanted.type === 'open'
        ? { do: 'open-duty' as const, opening: wanted, answerer: answer.by }
        : { do: 'alert' as const, role: wanted.role, text: wanted.text },
    );
}
