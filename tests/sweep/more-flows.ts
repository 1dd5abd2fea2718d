import assert from 'node:assert/strict';
import { changeRoster } from '../../bot/casework/roster.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { surveyTexts } from '../../bot/views/survey/texts.ts';
import { changePlans } from '../../bot/features/plans/run-plans.ts';
import type { TestApp } from '../support/app.ts';
import type { Card } from '../support/cards/card-reader.ts';
import { cardOf, wholeAnswer } from '../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from '../support/teams/cast.ts';
import { anna, asked, bram, carla, defined, tenant } from '../support/duties/duties.ts';
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
  {
    verb,
    answers = {},
    got = () => undefined,
  }: {
    readonly verb: string;
    readonly answers?: Readonly<Record<string, string>> | undefined;
    readonly got?: ((card: Card) => void) | undefined;
  },
): Step {
  let inner: Step | undefined;
  return {
    name: `clicks ${verb}`,
    act: (app) => {
      inner ??= clicks(annaInTeams, {
        look,
        title: titleOf(look(app), verb),
        more: { answers, got },
      });
      return inner.act(app);
    },
  };
}

function reviewSteps(id: string): readonly Step[] {
  let shown: Card | undefined;
  const keep = (card: Card) => void (shown = card);
  const decisions = { 'decision-0': 'keep', 'decision-1': 'keep' };
  const now = () => defined(shown);
  return [
    byVerb(shownTo(annaInTeams, id), { verb: 'review', answers: {}, got: keep }),
    byVerb(now, {
      verb: 'review-save',
      answers: { ...decisions, 'decision-2': 'remove' },
      got: keep,
    }),
    byVerb(now, {
      verb: 'review-save',
      answers: { 'note-1': 'beheert de inrichting' },
      got: keep,
    }),
    byVerb(now, { verb: 'review-hand-in', answers: {}, got: keep }),
  ];
}

/** Bram is who answers for the system where Anna is not there. */
async function namesBram(app: TestApp): Promise<void> {
  const entry = { system: '*', kind: '*', responsible: anna, substitute: bram } as const;
  const change = { type: 'import', entries: [entry], mode: 'replace' } as const;
  await changeRoster(app.services(), { tenant, change, by: bram });
}

const removes: Step = {
  name: 'removes the bot',
  act: async (app) => {
    const reply = await app.post(app.teams.installation(annaInTeams, 'remove'));
    assert.equal(reply.status, 200);
    return undefined;
  },
};

const installs = (who: typeof annaInTeams, replies: number): Step => ({
  name: 'installs',
  replies,
  act: async (running) => {
    // Later than the same install could be told again.
    running.clock.set(secondsAfter(running.clock.now(), 300));
    await running.post(running.teams.installation(who, 'add'));
    return undefined;
  },
});

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
          clicks(annaInTeams, {
            look: shownTo(annaInTeams, id),
            title: said.types.message.start,
            more: {
              got: (card) => (form = card),
            },
          }),
          clicks(annaInTeams, {
            look: () => defined(form),
            title: said.send,
            more: { answers: { whom: 'everybody' } },
          }),
          clicks(bramInTeams, { look: shownTo(bramInTeams, id), title: said.answers.read }),
        ];
      };
    },
  },
  {
    name: 'somebody who removes the bot, and whose duty goes to another',
    setup: async (app) => {
      await installed(app);
      await namesBram(app);
      await stage.openDuty(app, 'verify-change', asked(anna));
      return () => [removes, becomes('2026-11-23T10:00')];
    },
  },
  {
    name: 'somebody who removes the bot and installs it again',
    setup: async (app) => {
      await installed(app);
      await namesBram(app);
      const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
      return () => [
        removes,
        installs(annaInTeams, 3),
        becomes('2026-11-23T10:15'),
        clicks(annaInTeams, {
          look: shownTo(annaInTeams, id),
          title: wholeAnswer,
          more: {
            answers: works,
            answersTo: id,
          },
        }),
      ];
    },
  },
  {
    name: 'somebody who installs the bot while more than two duties wait',
    setup: async (app) => {
      for (const dueOn of ['2026-12-01', '2026-12-02', '2026-12-03'])
        await stage.openDuty(app, 'verify-change', {
          ...asked(carla),
          ...{ reference: `CHG-${dueOn}`, dueOn },
        });
      // Welcome, list and the two most urgent cards.
      return () => [installs(carlaInTeams, 4)];
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
      await changePlans(app.services(), {
        tenant,
        change: { type: 'put', plan, stamp: 'none' },
        by: bram,
      });
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
        clicks(annaInTeams, {
          look: ownCard(id),
          title: wholeAnswer,
          more: {
            answers: works,
            answersTo: id,
          },
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
        clicks(annaInTeams, {
          look: shownTo(annaInTeams, id),
          title: wholeAnswer,
          more: {
            answers: works,
            answersTo: id,
          },
        }),
        becomes('2027-01-04T09:30'),
      ];
    },
  },
];
