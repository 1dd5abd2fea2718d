import type { Fact } from '../../../cards/card.ts';
import { dayInWords, momentInWords } from '../../../cards/dates.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Duty, Finding } from '../../duty/duty.ts';
import { openFinding } from '../../duty/duty.ts';
import { countingAnswers, solvedByCustomer, troubled } from '../../duty/answering/quorum.ts';
import { isChangedSince } from '../../duty/findings/feedback.ts';
import type { ReaderNow } from '../reader.ts';
import { fact } from '../reader.ts';
import { borneWords } from './borne.ts';
import { findingTexts } from './texts.ts';
import { reviewTexts } from '../review-texts.ts';
import { words } from '../texts.ts';

/** Where a finding is on its way: owner, vendor, failed verifications, or who bears the risk. */
export function findingFacts(duty: Duty, reader: ReaderNow): readonly Fact[] {
  const { language, now } = reader;
  const said = words[language];
  const { failed, failedVerifications, noOwner } = findingTexts[language];
  const thisYear = Number(now.slice(0, 4));
  const acceptance = acceptanceOf(duty);
  if (acceptance) {
    const { by, reason, until } = acceptance;
    if (until === undefined) return fact(borneWords(duty, language).by, by);
    const day = dayInWords(until, language, { thisYear });
    return [...fact(said.accepted, said.acceptedUntil(by, day)), ...fact(said.reason, reason)];
  }
  const open = openFinding(duty);
  if (!open) return [...closedFacts(duty, said), ...feedbackFacts(duty, reader)];
  const due = said.due(dayInWords(open.dueOn, language, { thisYear }));
  const nobody = solvedByCustomer(duty) ? noOwner : undefined;
  // Whoever answered may have written who sees to it, without that somebody was named yet.
  const answer = troubled(duty).at(-1);
  const written = answer && kindOf(duty.kind).plan?.(answer.values).owner;
  const parts = [findingName(duty, open), open.owner?.name ?? written ?? nobody, due];
  return [
    ...fact(said.finding, parts.filter((part) => part !== undefined).join(', ')),
    ...solutionFacts(duty, open, reader),
    ...(open.failedVerifications > 0
      ? fact(failed, failedVerifications(open.failedVerifications))
      : []),
  ];
}

/** What a finding is called: by the reference of its duty, such as `CHG-4711-1`. */
export const findingName = (
  { reference }: Pick<Duty, 'reference'>,
  { id }: Pick<Finding, 'id'>,
): string => `${reference}-${id.replace(/^F-/, '')}`;

/** How far whoever solves it has come: the vendor, the customer, or a list that shows it. */
function solutionFacts(duty: Duty, open: Finding, reader: ReaderNow): readonly Fact[] {
  const { language, zone, now } = reader;
  const when = (at: string): string =>
    momentInWords(at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  if (kindOf(duty.kind).byRow)
    return fact(reviewTexts[language].removals.last, lastProof(open, reader));
  if (solvedByCustomer(duty)) {
    const { solution, notReported, reported, vendor } = findingTexts[language];
    const last = open.reactions.at(-1);
    return fact(
      solution,
      last && duty.verifying ? reported(last.by?.name ?? vendor, when(last.at)) : notReported,
    );
  }
  const { vendor, vendorState: said } = words[language];
  return fact(vendor, vendorState(duty, open, { said, when }));
}

/** That the vendor was told of a good answer. */
function feedbackFacts(duty: Duty, { language, zone, now }: ReaderNow): readonly Fact[] {
  const { feedback } = duty;
  if (!feedback) return [];
  const { vendor, vendorState: said } = words[language];
  const thisYear = Number(now.slice(0, 4));
  const when = momentInWords(feedback.at, { zone, thisYear }, language);
  return fact(vendor, isChangedSince(duty, feedback) ? said.changed(when) : said.sent(when));
}

/** How the last finding was closed: by a verification or by a mere correction, which proves nothing. */
function closedFacts(duty: Duty, said: (typeof words)['nl']): readonly Fact[] {
  const last = duty.findings.at(-1);
  const because = last?.closedBecause;
  return last && (because === 'verified' || because === 'corrected')
    ? fact(said.finding, `${findingName(duty, last)}, ${said.closed[because]}`)
    : [];
}

/** What the last list showed of the accounts that had to go or to change. */
export function lastProof({ proof }: Finding, { language, zone, now }: ReaderNow): string {
  const said = reviewTexts[language].removals;
  if (proof === undefined) return said.noListYet;
  const when = momentInWords(proof.at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  return said.lastWas(proof.stillThere, when);
}

function vendorState(
  duty: Duty,
  { reply, reactions }: Finding,
  {
    said,
    when,
  }: { readonly said: (typeof words)['nl']['vendorState']; readonly when: (at: string) => string },
): string {
  if (duty.verifying) return said.solved;
  const last = reactions.at(-1);
  // A reaction counts for the reply before it; after a failed verification a new reply is due.
  if (last && !last.solved && (!reply || last.at >= reply.at)) return said.unsolved;
  if (reply && reply.delivery?.state !== 'refused' && isChangedSince(duty, reply))
    return said.changed(when(reply.at));
  switch (reply?.delivery?.state) {
    case 'under-way':
      return said.underWay(when(reply.at));
    case 'received':
      return said.received(when(reply.delivery.at));
    case 'refused':
      return said.refused;
    case undefined:
      return reply ? said.sent(when(reply.at)) : said.waiting;
  }
}

/** The risk that somebody bears instead of a solution, as long as the negative answer stands. */
export function acceptanceOf(duty: Duty): Finding['acceptance'] {
  const stands = countingAnswers(duty).some(({ outcome }) => outcome === 'problem');
  if (duty.status !== 'fulfilled' || !stands) return undefined;
  return duty.findings.findLast(({ acceptance }) => acceptance !== undefined)?.acceptance;
}
