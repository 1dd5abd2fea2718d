import { buttons } from '../buttons.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Action } from '../../../cards/card.ts';
import type { Language } from '../../../cards/language.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Duty } from '../../duty/duty.ts';
import { openFinding } from '../../duty/duty.ts';
import { borneBy } from '../../duty/findings/bearing.ts';
import { maySendFeedback } from '../../duty/findings/feedback.ts';
import { answerCounts, isOwner, mayPlan, solvedByCustomer } from '../../duty/answering/quorum.ts';
import { confirmSteps } from './confirm.ts';
import { findingTexts } from './texts.ts';
import type { FormName } from '../forms/texts.ts';
import { reviewTexts } from '../review-texts.ts';
import { words } from '../texts.ts';

const formButton = (
  duty: Duty,
  {
    title,
    name,
    primary = false,
  }: { readonly title: string; readonly name: FormName; readonly primary?: boolean | undefined },
  language: Language,
): Action =>
  buttons.form.button(title, { duty: duty.id, language, form: name }, { primary, inputs: 'none' });

/** What the IT team can do about an open finding; everything else is the assignees'. */
export function stepsInChannel(duty: Duty, language: Language): readonly Action[] {
  if (!openFinding(duty)) return feedbackStep(duty, language);
  const said = words[language];
  const accept = formButton(duty, { title: said.accept, name: 'accept' }, language);
  if (solvedByCustomer(duty))
    return [...ownSteps(duty, { plans: true, reports: true }, language), accept];
  const next = isTold(duty) && !duty.verifying;
  // What a review wants removed is proven by a new list, not by what the vendor says of it.
  const vendor = kindOf(duty.kind).byRow
    ? []
    : [formButton(duty, { title: said.reaction, name: 'reaction', primary: next }, language)];
  return [
    firstStep(duty, language),
    ...vendor,
    formButton(duty, { title: findingTexts[language].plan, name: 'finding' }, language),
    accept,
  ];
}

/** What somebody can do about an open finding on their own card: whoever found it, and its owner. */
export function stepsOf(duty: Duty, viewer: PersonId, language: Language): readonly Action[] {
  if (!openFinding(duty))
    return [
      ...bearerSteps(duty, viewer, language),
      ...(answerCounts(duty, viewer) ? feedbackStep(duty, language) : []),
    ];
  const confirm = confirmSteps(duty, viewer, language);
  if (solvedByCustomer(duty)) {
    const own = { plans: mayPlan(duty, viewer), reports: isOwner(duty, viewer) };
    return [...confirm, ...ownSteps(duty, own, language)];
  }
  return answerCounts(duty, viewer) ? [...confirm, firstStep(duty, language)] : confirm;
}

/** Whoever bears a risk says for how long, or that it is over. */
export function bearerSteps(duty: Duty, viewer: PersonId, language: Language): readonly Action[] {
  if (!borneBy(duty, viewer)) return [];
  const { prolong, drop } = findingTexts[language];
  return [
    formButton(duty, { title: prolong, name: 'prolong', primary: true }, language),
    formButton(duty, { title: drop, name: 'drop-risk' }, language),
  ];
}

/** After a good answer the vendor may want to hear of it; what was sent can be read again. */
function feedbackStep(duty: Duty, language: Language): readonly Action[] {
  if (!maySendFeedback(duty) && !duty.feedback) return [];
  const data = { duty: duty.id, language };
  return [buttons.reply.button(words[language].vendorReply, data, { inputs: 'none' })];
}

/** Where the customer solves it: who sees to it and by when, and once that is clear, that it was done. */
function ownSteps(
  duty: Duty,
  { plans, reports }: { readonly plans: boolean; readonly reports: boolean },
  language: Language,
): readonly Action[] {
  const said = findingTexts[language];
  const owned = openFinding(duty)?.owner !== undefined;
  const next = owned && !duty.verifying;
  const plan = plans
    ? [
        formButton(
          duty,
          { title: said.plan, name: 'finding', primary: !owned && !duty.verifying },
          language,
        ),
      ]
    : [];
  // While a solution is verified there is nothing to report.
  const report =
    reports && !duty.verifying
      ? [formButton(duty, { title: said.report, name: 'solved', primary: next }, language)]
      : [];
  return owned ? [...report, ...plan] : [...plan, ...report];
}

/** What is done first about an open finding: the vendor hears of it, or access is changed. */
export function firstStep(duty: Duty, language: Language): Action {
  const data = { duty: duty.id, language };
  return kindOf(duty.kind).byRow
    ? buttons.reviewRemovals.button(reviewTexts[language].removals.show, data, {
        primary: true,
        inputs: 'none',
      })
    : buttons.reply.button(words[language].vendorReply, data, {
        primary: !isTold(duty) && !duty.verifying,
        inputs: 'none',
      });
}

/** True once the vendor has the reply to the open finding: what comes next is its reaction. */
function isTold(duty: Duty): boolean {
  const reply = openFinding(duty)?.reply;
  return reply !== undefined && reply.delivery?.state !== 'refused';
}
