import { kindOf } from '../kinds/index.ts';
import type { Answer, Duty } from './duty.ts';
import type { Wanted } from './events.ts';

/**
 * What an answer brings about beside the state of its own duty: other duties, and a word to whoever holds a role.
 * A correction does not bring about once more what the answer before it did.
 */
export function followUpsOf(duty: Duty, answer: Answer, corrected: Answer | undefined): Wanted {
  const wantedBy = ({ values }: Answer) => kindOf(duty.kind).followUps(duty, values);
  const before = new Set(corrected && wantedBy(corrected).map((one) => JSON.stringify(one)));
  return wantedBy(answer)
    .filter((one) => !before.has(JSON.stringify(one)))
    .map((wanted) =>
      wanted.type === 'open'
        ? { do: 'open-duty' as const, opening: wanted, answerer: answer.by }
        : {
            do: 'alert' as const,
            ...(wanted.role ? { role: wanted.role } : {}),
            text: wanted.text,
          },
    );
}
