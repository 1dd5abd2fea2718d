import type { Card } from '../../cards/card.ts';
import type { FieldMessage } from '../../cards/fields.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { kindOf } from '../duties/index.ts';
import type { Settling } from '../duties/kind.ts';
import type { Verdict } from '../lifecycle/decide.ts';
import type { Duty, DutyRef, Person } from '../lifecycle/duty.ts';
import { assigneeOf, matterFor } from '../lifecycle/duty.ts';
import type { ReaderNow } from '../present/due.ts';
import { dutyCard } from '../present/duty-card.ts';
import type { FormState } from '../present/form-state.ts';
import { words } from '../present/words.ts';
import { changeDutyWith } from './change-duty.ts';
import { houseRules } from './house-rules.ts';
import type { World } from './world.ts';

export type Answering =
  | {
      readonly type: 'settled';
      readonly verdict: Verdict;
      readonly duty: Duty;
      readonly card: Card;
    }
  /** Something is missing or wrong; nothing was stored and the card says what. */
  | { readonly type: 'not-yet'; readonly duty: Duty; readonly card: Card }
  /** The duty does not exist or is not this person's: the two are not told apart. */
  | { readonly type: 'not-yours' };

/**
 * Takes an answer from a person. Who may answer is read from the store; what was sent along with
 * the click is only read as an answer. One point read and one transaction.
 */
export async function answerDuty(
  world: World,
  ref: DutyRef,
  person: Person,
  {
    submitted,
    generation,
    via,
  }: { submitted: Submitted; generation: number; via: 'card' | 'chat' },
  reader: ReaderNow,
): Promise<Answering> {
  let refused: readonly FieldMessage[] | undefined;
  let laidDown: Pick<FormState, 'house'> = {};
  const changed = await changeDutyWith(world, ref, async (duty) => {
    refused = undefined;
    if (!assigneeOf(duty, person.aadObjectId)) return undefined;
    const kind = kindOf(duty.kind);
    const house = kind.needsHouse ? await houseRules(world, ref.tenant) : undefined;
    laidDown = house ? { house } : {};
    const matter = { ...matterFor(duty, person.aadObjectId, house), answerer: person.name };
    const settled: Settling = kind.settle(matter, submitted, reader);
    if (!settled.ok) {
      refused = settled.messages;
      return undefined;
    }
    const { outcome, values } = settled;
    return { type: 'answered', by: person, outcome, values, generation, via };
  });
  if (!changed || !assigneeOf(changed.duty, person.aadObjectId)) return { type: 'not-yours' };
  const { duty, verdict } = changed;
  if (refused) {
    const form = { typed: submitted, messages: refused, again: true, ...laidDown };
    return { type: 'not-yet', duty, card: dutyCard(duty, person.aadObjectId, reader, form) };
  }
  if (verdict === 'not-independent') {
    const messages = [{ field: 'outcome', message: words[reader.language].notIndependent }];
    const form = { typed: submitted, messages, again: true, ...laidDown };
    return { type: 'not-yet', duty, card: dutyCard(duty, person.aadObjectId, reader, form) };
  }
  const told = verdict === 'too-late' ? { told: words[reader.language].tooLate } : {};
  const settled = dutyCard(duty, person.aadObjectId, reader, { ...told, ...laidDown });
  return { type: 'settled', verdict, duty, card: settled };
}
