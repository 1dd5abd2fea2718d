import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { chaptersOf, storyKinds } from '../../stories/tell.ts';
import { anOpening, fixedNow, opened } from './duties.ts';
import { sealing } from './sealing.ts';

/** A duty as it ended, with everything that was recorded of it. */
export interface Lived {
  readonly duty: Duty;
  readonly records: readonly EvidenceRecord[];
}

/** Every story of every kind, each as a duty of its own with its records. */
export function everyStory(): readonly Lived[] {
  return storyKinds.flatMap((kind) =>
    chaptersOf(kind).map(({ events }, at): Lived => {
      const reference = `${kind.slice(0, 3).toUpperCase()}-${String(at + 1)}`;
      const begun = opened(anOpening(kind, { reference }), { key: `${kind} ${String(at)}` });
      let { duty } = begun;
      const records = [...begun.records];
      for (const [step, event] of events.entries()) {
        const now = secondsAfter(fixedNow, 3600 * (step + 1));
        const decision = decide(duty, event(duty), now);
        const sealed = seal(decision.duty, decision.evidence, sealing(now));
        ({ duty } = sealed);
        records.push(...sealed.records);
      }
      return { duty, records };
    }),
  );
}
