import { wholeAnswer } from '../support/cards/card-reader.ts';
import { formTexts } from '../../bot/views/forms/texts.ts';
import { words } from '../../bot/views/texts.ts';
import type { TestApp } from '../support/app.ts';
import type { Card } from '../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../support/teams/cast.ts';
import { anna, asked, bram, carla, defined } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import type { Flow, Step } from './steps.ts';
import { clicks, inChannel, opens, says, shownTo } from './steps.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw op de factuur is fout' };
const inIt = { when: { in: itChannel } };
const { nl } = words;
const forms = formTexts.nl;

/** Anna and Bram have the bot, and there is an IT channel. */
export async function installed(app: TestApp): Promise<void> {
  await stage.install(app, annaInTeams);
  await stage.install(app, bramInTeams);
  await stage.useChannel(app, bramInTeams);
}

/** A flow about one duty that is open already. */
const about = (
  name: string,
  steps: (id: string) => readonly Step[],
  overrides: Parameters<typeof stage.openDuty>[2] = {},
): Flow => ({
  name,
  setup: async (app) => {
    await installed(app);
    const { id } = await stage.openDuty(app, 'verify-change', overrides);
    return () => steps(id);
  },
});

/** The same behind “more”. */
function fillsBehind(
  who: typeof annaInTeams,
  look: (app: TestApp) => Card,
  [open, send]: readonly [string, string],
  filled: Readonly<Record<string, string>>,
): readonly Step[] {
  let ways: Card | undefined;
  return [
    clicks(who, { look, title: nl.otherWays, more: { got: (card) => (ways = card) } }),
    ...fills(who, () => defined(ways), [open, send], filled),
  ];
}

const answers = (id: string, who = annaInTeams, given = works): Step =>
  clicks(who, {
    look: shownTo(who, id),
    title: wholeAnswer,
    more: { answers: given, answersTo: id },
  });

/** A click that opens a small form, and one that sends it. */
function fills(
  who: typeof annaInTeams,
  look: (app: TestApp) => Card,
  [open, send]: readonly [string, string],
  filled: Readonly<Record<string, string>>,
  more = {},
): readonly Step[] {
  let form: Card | undefined;
  return [
    clicks(who, { look, title: open, more: { ...more, got: (card) => (form = card) } }),
    clicks(who, { look: () => defined(form), title: send, more: { ...more, answers: filled } }),
  ];
}

function repeatedAndTooLate(id: string): readonly Step[] {
  let forBram: Card | undefined;
  const seen: Step = {
    name: 'has the card before him',
    act: async (app) => {
      forBram ??= stage.shownTo(app, bramInTeams, id);
      return Promise.resolve(undefined);
    },
  };
  const first = answers(id);
  const late = clicks(bramInTeams, {
    look: () => defined(forBram),
    title: wholeAnswer,
    more: { answers: broken },
  });
  return [seen, first, first, late];
}

const toTheEnd = (id: string): readonly Step[] => [
  answers(id, annaInTeams, broken),
  ...fills(annaInTeams, shownTo(annaInTeams, id), [nl.vendorReply, 'Ik heb dit verstuurd'], {}),
  ...fills(
    bramInTeams,
    inChannel(),
    [nl.reaction, forms.reaction.send],
    { solved: 'yes', text: 'Opgelost in 2026.4.1' },
    inIt,
  ),
  clicks(annaInTeams, {
    look: shownTo(annaInTeams, id),
    title: wholeAnswer,
    more: {
      answers: { 'checks-0': 'ok', outcome: 'works', note: '' },
      answersTo: id,
    },
  }),
];

const withdraws = (id: string): Step => ({
  name: 'withdraws',
  act: async (app) => {
    await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason: 'Niet meer nodig' });
    return undefined;
  },
});

export const flows: readonly Flow[] = [
  {
    name: 'a duty is opened by the vendor',
    setup: async (app) => {
      await installed(app);
      return () => [opens('sweep-1', 'verify-change', asked(anna, bram))];
    },
  },
  about('a positive answer, repeated and too late', repeatedAndTooLate, asked(anna, bram)),
  about('a "no", its reply, its reaction, its proof', toTheEnd),
  about('handing over', (id) => [
    ...fillsBehind(annaInTeams, shownTo(annaInTeams, id), [nl.handOver, forms['hand-over'].send], {
      person: bram.aadObjectId,
      reason: 'Ik ben er niet',
    }),
    answers(id, bramInTeams),
  ]),
  about('putting off', (id) =>
    fillsBehind(annaInTeams, shownTo(annaInTeams, id), [nl.later, forms.later.send], {
      until: '2026-12-08',
      reason: 'druk',
    }),
  ),
  about('a risk that somebody bears', (id) => [
    {
      name: 'Carla has the bot',
      replies: 2,
      act: async (app) => {
        await stage.install(app, carlaInTeams);
        return undefined;
      },
    },
    answers(id, annaInTeams, broken),
    ...fills(
      bramInTeams,
      inChannel(),
      [nl.accept, forms.accept.send],
      { person: carla.aadObjectId, reason: 'Andere weg', until: '2027-01-15' },
      inIt,
    ),
    clicks(carlaInTeams, { look: shownTo(carlaInTeams, id), title: 'Ik accepteer het risico' }),
  ]),
  about('withdrawing', (id) => [withdraws(id)], asked(anna, bram)),
  {
    name: 'an install that finds open duties',
    setup: async (app) => {
      await stage.install(app, bramInTeams);
      await stage.useChannel(app, bramInTeams);
      for (const title of ['Eerste', 'Tweede'])
        await stage.openDuty(app, 'verify-change', { title, reference: title });
      return () => [
        {
          name: 'installs',
          // After so long the same event is a new install: a welcome and both cards again.
          replies: 3,
          act: async (running) => {
            await running.post(running.teams.installation(annaInTeams, 'add'));
            return undefined;
          },
        },
      ];
    },
  },
  {
    name: 'a channel that becomes the IT channel',
    setup: async (app) => {
      await stage.install(app, annaInTeams);
      for (const title of ['Eerste', 'Tweede'])
        await stage.openDuty(app, 'verify-change', { title, reference: title });
      return () => [says(carlaInTeams, { text: 'gebruik dit kanaal', when: { in: itChannel } })];
    },
  },
  {
    ...about('a vendor that is told', (id) => [
      answers(id, annaInTeams, broken),
      ...fills(
        annaInTeams,
        shownTo(annaInTeams, id),
        [nl.vendorReply, 'Verstuur naar leverancier'],
        {},
      ),
    ]),
    webhook: true,
  },
];
