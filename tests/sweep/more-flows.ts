import { surveyTexts } from '../../bot/views/survey/texts.ts';
import { words } from '../../bot/views/texts.ts';
import { changePlans } from '../../bot/features/plans/run-plans.ts';
import type { TestApp } from '../support/app.ts';
import type { Card } from '../support/cards/card-reader.ts';
import { cardOf } from '../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from '../support/teams/cast.ts';
import { anna, asked, bram, defined, tenant } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import { accountList } from '../support/duties/review.ts';
import { installed } from './flows.ts';
import type { Flow, Step } from './steps.ts';
import { becomes, clicks, shownTo } from './steps.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const said = surveyTexts.nl;

/** Anna's own card of a duty: a reminder below it names the duty too. */
const ownCard = (id: string) => (app: TestApp) =>
  cardOf(defined(stage.cardsTo(app, annaInTeams, id)[0]).activity);

/** The title of the button with a verb, whatever it is called. */
const titleOf = (card: Card, verb: string): string => stage.buttonOf(card, verb).title;

/** A click on the button with a verb of a card that an earlier click gave. */
function byVerb(
  look: (app: TestApp) => Card,
  verb: string,
  answers: Readonly<Record<string, string>> = {},
  got: (card: Card) => void = () => undefined,
): Step {
  let inner: Step | undefined;
  return {
    name: `clicks ${verb}`,
    act: (app) => {
      inner ??= clicks(annaInTeams, look, titleOf(look(app), verb), { answers, got });
      return inner.act(app);
    },
  };
}

function reviewSteps(id: string): readonly Step[] {
  let shown: Card | undefined;
  const keep = (card: Card) => void (shown = card);
  const decisions = {
    'decision-0': 'keep',
    'decision-1': 'keep',
    'note-1': 'beheert de inrichting',
  };
  const now = () => defined(shown);
  return [
    byVerb(shownTo(annaInTeams, id), 'review', {}, keep),
    byVerb(now, 'review-save', { ...decisions, 'decision-2': 'remove' }, keep),
    byVerb(now, 'review-hand-in', {}, keep),
  ];
}

export const moreFlows: readonly Flow[] = [
  {
    name: 'a review, page by page, handed in',
    setup: async (app) => {
      await installed(app);
      const accounts = accountList(3);
      const details = { accounts, controlTotal: 3 };
      const { id } = await stage.openDuty(app, 'review-access', { details });
      return () => reviewSteps(id);
    },
  },
  {
    name: 'a message that the bot carries to people',
    setup: async (app) => {
      await installed(app);
      await stage.install(app, carlaInTeams);
      const { id } = await stage.openDuty(app, 'inform-staff');
      return () => {
        let form: Card | undefined;
        return [
          clicks(annaInTeams, shownTo(annaInTeams, id), said.types.message.start, {
            got: (card) => (form = card),
          }),
          clicks(annaInTeams, () => defined(form), said.send, { answers: { whom: 'everybody' } }),
          clicks(bramInTeams, shownTo(bramInTeams, id), said.answers.read),
        ];
      };
    },
  },
  {
    name: 'a plan that comes round',
    setup: async (app) => {
      await installed(app);
      const plan = {
        id: 'plan-1',
        kind: 'verify-change' as const,
        system: 'Unit4 HRM',
        title: 'Elke maand',
        details: { summary: 'Nieuwe btw-codes', checks: ['inloggen'] },
        recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1',
        startsOn: '2026-12-01',
        lead: 3,
        owner: bram,
        assignees: [anna],
        paused: false,
      };
      await changePlans(app.services(), tenant, { type: 'put', plan, stamp: 'none' }, bram);
      return () => [becomes('2026-11-26T08:30'), becomes('2026-11-30T08:30')];
    },
  },
  {
    name: 'reminders until the answer',
    setup: async (app) => {
      await installed(app);
      const more = { ...asked(anna), dueOn: '2026-11-27' };
      const { id } = await stage.openDuty(app, 'verify-change', more);
      return () => [
        becomes('2026-11-25T08:30'),
        becomes('2026-11-25T09:05'),
        becomes('2026-11-27T08:30'),
        becomes('2026-11-30T08:30'),
        clicks(annaInTeams, ownCard(id), words.nl.send, {
          answers: works,
          answersTo: id,
        }),
        becomes('2026-11-30T09:30'),
        becomes('2026-12-03T09:30'),
      ];
    },
  },
  {
    name: 'a quarter without some kinds',
    setup: async (app) => {
      await installed(app);
      const { id } = await stage.openDuty(app, 'verify-change');
      return () => [
        clicks(annaInTeams, shownTo(annaInTeams, id), words.nl.send, {
          answers: works,
          answersTo: id,
        }),
        becomes('2027-01-04T09:30'),
      ];
    },
  },
];
