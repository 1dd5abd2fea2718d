import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import type { KeptCard } from '../../../bot/duty/record/shown.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { shownCard } from '../../../bot/duty/record/shown.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { chaptersOf, storyKinds } from '../../stories/tell.ts';
import { anna, anOpening, dutch, fixedNow, opened } from './duties.ts';
import { sealing } from './sealing.ts';

/** A duty as it ended, with everything that was recorded of it. */
export interface Lived {
  readonly duty: Duty;
  readonly records: readonly EvidenceRecord[];
  readonly cards: readonly KeptCard[];
}

/** The card comes to Anna. */
const posted = (duty: Duty): DutyEvent => ({
  ...{ type: 'card-posted', person: anna.aadObjectId, name: anna.name, message: undefined },
  shown: duty.revision,
  shows: shownCard(dutyCard(duty, { viewer: anna.aadObjectId }, dutch), 'question'),
});

const person = anna.aadObjectId;
/** Anna had no bot and was sent a list at first. */
const afterAll = [
  () => ({ type: 'card-undeliverable', person, reason: 'not-installed' }) as const,
  () => ({ type: 'listed', person, name: anna.name, page: 2 }) as const,
  posted,
];

/** What happened, with the card on which it did. */
function withCard(duty: Duty, event: DutyEvent): DutyEvent {
  if (event.type !== 'answered') return event;
  const card = dutyCard(duty, { viewer: event.by.aadObjectId }, dutch);
  return { ...event, shows: shownCard(card, 'step') };
}

/** Every story of every kind, each as a duty of its own with its records. */
export function everyStory(): readonly Lived[] {
  return storyKinds.flatMap((kind) =>
    chaptersOf(kind).map(({ events }, at): Lived => {
      const reference = `${kind.slice(0, 3).toUpperCase()}-${String(at + 1)}`;
      const begun = opened(anOpening(kind, { reference }), { key: `${kind} ${String(at)}` });
      let { duty } = begun;
      const records = [...begun.records];
      const cards: KeptCard[] = [];
      for (const [step, event] of [...(at === 0 ? afterAll : [posted]), ...events].entries()) {
        const now = secondsAfter(fixedNow, 3600 * (step + 1));
        const decision = decide(duty, withCard(duty, event(duty)), now);
        const sealed = seal(decision.duty, decision.evidence, sealing(now));
        ({ duty } = sealed);
        records.push(...sealed.records);
        cards.push(...sealed.cards);
      }
      return { duty, records, cards };
    }),
  );
}
