import { buttons } from '../../views/buttons.ts';
import type { Card, ChoiceInput, Element } from '../../../cards/card.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { actions, card, inDialog, text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import { fillIn, inSpokenWords } from '../../tenant/plans/defaults.ts';
import type { Occurrence } from '../../tenant/plans/occurrences.ts';
import { nextDates } from '../../tenant/plans/occurrences.ts';
import type { Plan, Plans } from '../../tenant/plans/plan.ts';
import { ruleInWords } from '../../tenant/plans/said-rule.ts';
import { rhythmOf } from '../../tenant/plans/recurrence.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { planTexts } from './texts.ts';
import { words } from '../../views/texts.ts';

const plansPerPage = 8;
const longestName = 80;

/** How a plan is called: its kind and its system. */
const planName = ({ kind, system }: Plan, language: Language): string =>
  `${kindOf(kind).words(language).name} · ${system}`;

/**
 * The title of a plan for one day on which it is due: a card says which quarter, year or day that is, as it is
 * read later too. What does not come back has no such day.
 */
const titleOn = ({ title }: Plan, dueOn: string | undefined): string =>
  dueOn === undefined ? inSpokenWords(title) : fillIn(title, dueOn);

/** The title of a plan as it is called the next time. */
export const nextTitle = (plan: Plan, { now, zone }: ReaderNow): string =>
  titleOn(plan, nextDates(plan, dayOf(now, zone), 1)[0]?.dueOn);

/** The plans in the IT channel, a page at a time. `told` stands above them, such as what became of a click. */
export function plansCard(
  { plans }: Plans,
  {
    page: wanted = 0,
    told,
    dates,
  }: { page?: number; told?: string | undefined; dates?: readonly Element[] },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = planTexts[language];
  const pages = Math.max(1, Math.ceil(plans.length / plansPerPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const shown = plans.slice(page * plansPerPage, (page + 1) * plansPerPage);
  return card(language, told ?? said.title, [
    text(said.title, { weight: 'bolder', size: 'large', style: 'heading' }),
    ...(told === undefined ? [] : [text(plain(told), { weight: 'bolder' })]),
    ...(dates ?? []),
    text(said.intro, { isSubtle: true }),
    ...(shown.length === 0 ? [text(said.empty)] : shown.map((plan) => planRow(plan, reader))),
    ...(pages > 1 ? [text(said.pages(page + 1, pages), { isSubtle: true, size: 'small' })] : []),
    ...(shown.length === 0 ? [] : [planChoice(shown, reader)]),
    ...actions([
      ...(shown.length === 0
        ? []
        : [
            inDialog(buttons.planForm.button(said.change, { form: 'change' })),
            buttons.planTry.button(said.tryOut, { page }),
            buttons.planPause.button(said.pauseOrResume, { page }),
          ]),
      inDialog(buttons.planForm.button(said.add, { form: 'kind' }, { inputs: 'none' })),
      ...(pages > 1
        ? [
            buttons.plans.button(
              words[language].more,
              { page: (page + 1) % pages },
              { inputs: 'none' },
            ),
          ]
        : []),
      buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
    ]),
  ]);
}

function planRow(plan: Plan, reader: ReaderNow): Element {
  const { language } = reader;
  const title = shorten(`${planName(plan, language)}: ${nextTitle(plan, reader)}`, 2 * longestName);
  return {
    type: 'Container',
    separator: true,
    items: [
      text(plain(title), { weight: 'bolder', spacing: 'none' }),
      text(plain(whenInWords(plan, reader)), { spacing: 'none' }),
    ],
  };
}

function whenInWords(plan: Plan, reader: ReaderNow): string {
  const { language } = reader;
  const said = planTexts[language];
  const rhythm = rhythmOf(plan.recurrence, plan.startsOn);
  const [next] = nextDates(plan, dayOf(reader.now, reader.zone), 1);
  const when = next ? said.next(dayIn(next.dueOn, reader)) : said.noNext;
  const who = plan.assignees.map(({ name }) => name).join(', ');
  return [
    rhythm
      ? said.rhythms[rhythm]
      : (ruleInWords(plan.recurrence, language) ?? said.ownRule(plan.recurrence)),
    plan.paused ? said.paused : when,
    ...(who === '' ? [] : [shorten(who, longestName)]),
  ].join(' · ');
}

const dayIn = (day: string, { language, now }: ReaderNow): string =>
  dayInWords(day, language, { thisYear: Number(now.slice(0, 4)) });

/** The next times that something comes back, in words. */
export function datesElements(
  occurrences: readonly Occurrence[],
  reader: ReaderNow,
): readonly Element[] {
  const said = planTexts[reader.language];
  if (occurrences.length === 0) return [text(said.noNext)];
  return [
    text(said.dates, { weight: 'bolder' }),
    ...occurrences.map(({ dueOn, opensOn }) =>
      text(`- ${said.date(dayIn(dueOn, reader), dayIn(opensOn, reader))}`, { spacing: 'none' }),
    ),
  ];
}

function planChoice(plans: readonly Plan[], reader: ReaderNow): ChoiceInput {
  const { language } = reader;
  const said = planTexts[language];
  return {
    type: 'Input.ChoiceSet',
    id: 'e',
    label: said.which,
    placeholder: said.choose,
    style: 'compact',
    wrap: true,
    choices: plans.map((plan) => ({
      title: shorten(`${planName(plan, language)}: ${nextTitle(plan, reader)}`, longestName),
      value: plan.id,
    })),
  };
}

/** What the IT channel is told when a plan came round, for a day on which it is due, and needs somebody there. */
export function planWordCard(
  plan: Plan,
  { why, dueOn }: { readonly why: 'nobody' | 'list' | 'wrong'; readonly dueOn: string | undefined },
  { language }: ReaderNow,
): Card {
  const said = planTexts[language];
  const told = said.word[why](shorten(titleOn(plan, dueOn), 200), shorten(plan.system, 100));
  return card(language, told, [
    text(plain(told)),
    ...actions([
      ...(why === 'list'
        ? [
            inDialog(
              buttons.newDutyForm.button(said.openList, { kind: plan.kind }, { primary: true }),
            ),
          ]
        : []),
      ...(why === 'nobody' ? [buttons.roster.button(said.toRoster, {}, { inputs: 'none' })] : []),
      buttons.plans.button(said.toPlans, {}, { inputs: 'none' }),
    ]),
  ]);
}
