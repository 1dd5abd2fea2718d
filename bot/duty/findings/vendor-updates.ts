import type { Instant } from '../ids.ts';
import type { Duty, Finding } from '../duty.ts';
import { withFinding } from '../answering/answering.ts';
import type { VendorWord } from '../effects.ts';
import { keyed } from '../effects.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { RecordDraft } from '../record/record.ts';
import { troubled } from '../answering/quorum.ts';
import { viewOf } from '../view.ts';

/**
 * What a vendor that is told over HTTP hears of a decision: the duty as it is then, where that looks otherwise
 * than before. Each message holds the whole duty and its revision, so that they may come in any order.
 */
export function tellingVendor(
  before: Duty | undefined,
  decision: Decision,
  now: Instant,
): Decision {
  const { duty, effects } = decision;
  const view = viewOf(duty);
  if (before && JSON.stringify(viewOf(before)) === JSON.stringify(view)) return decision;
  const message: VendorWord = { type: 'duty.updated', at: now, duty: view };
  return {
    ...decision,
    effects: [...effects, ...keyed(duty, [{ do: 'webhook', message, revision: duty.revision }])],
  };
}

/** What became of the reply that was sent to the vendor by itself. */
export function vendorTold(
  duty: Duty,
  { finding: id, sentAt, result }: Of<'vendor-told'>,
  now: Instant,
): Decision {
  const finding = duty.findings.find((one) => one.id === id);
  const reply = finding?.reply;
  // A reply that was sent again in the meantime is another one.
  if (!finding || reply?.at !== sentAt || reply.delivery?.state !== 'under-way')
    return unchanged(duty, 'repeated');
  const told: Finding = { ...finding, reply: { ...reply, delivery: { ...result, at: now } } };
  const after: Duty = { ...duty, findings: withFinding(duty, told) };
  const data = { to: 'vendor', finding: id, sentAt };
  const { by } = reply;
  if (result.state === 'refused') {
    const { status } = result;
    const draft: RecordDraft = {
      type: 'undeliverable',
      data: { ...data, ...(status === undefined ? {} : { status }) },
    };
    const news = { do: 'tell', person: by.aadObjectId, news: 'reply-refused' } as const;
    return changed(after, [draft], [...everywhere(after), news]);
  }
  const people = troubled(duty).map((answer) => answer.by.aadObjectId);
  const news = people
    .filter((person) => person !== by.aadObjectId)
    .map((person) => ({ do: 'tell' as const, person, news: 'reply-sent' as const }));
  return changed(after, [{ type: 'delivered', data }], [...everywhere(after), ...news]);
}
