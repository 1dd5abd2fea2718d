import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { changeRoster } from '../../../bot/casework/roster.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import type { DutyView } from '../../../bot/duty/view.ts';
import type { OpenableKind } from '../../../bot/kinds/index.ts';
import { dutyKinds, kindOf } from '../../../bot/kinds/index.ts';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { goodAnswers } from '../../support/duties/answers.ts';
import { anna, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import type { Person } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';

/*
 * The way of a "no", for each kind: at each of its steps everybody falls silent, and whoever has the turn, or the IT channel,
 * has to notice. Anna is asked, Bram has the IT channel, Carla is whoever is picked.
 */

/** Whom the silence reaches: a reminder in their own chat, or a word in the duty's thread. */
type Told = 'anna' | 'carla' | 'channel';

interface Step {
  readonly name: string;
  readonly reach: (way: Way) => Promise<void>;
  readonly told: readonly Told[];
}

/** One duty on its way, and what people do with it. */
interface Way {
  readonly kind: OpenableKind;
  readonly say: (outcome: string, answers?: Answers) => Promise<void>;
  readonly no: () => Promise<void>;
  readonly reply: () => Promise<void>;
  readonly react: (status: 'solved' | 'rejected') => Promise<void>;
  readonly form: (
    name: 'finding' | 'accept' | 'solved',
    answers: Answers,
    who?: Person,
  ) => Promise<void>;
  readonly confirm: () => Promise<void>;
}

const findingDay = '2026-12-03';
const picked = { person: carla.aadObjectId };
const owned = (way: Way) => way.form('finding', { ...picked, until: findingDay });
const risk = { ...picked, reason: 'Wordt vervangen', until: '2026-12-09' };

const firstAnswer: Step = {
  name: 'the first answer',
  reach: () => Promise.resolve(),
  told: ['anna', 'channel'],
};
const unable = (outcome: string): Step => ({
  name: 'nobody can judge it',
  reach: (way) => way.say(outcome),
  told: ['channel'],
});
const riskAsked: Step = {
  name: 'whoever is to bear the risk',
  reach: async (way) => {
    await way.no();
    await way.form('accept', risk);
  },
  told: ['carla', 'channel'],
};
const riskBorne: Step = {
  name: 'a risk that ends',
  reach: async (way) => {
    await way.no();
    await way.form('accept', risk);
    await way.confirm();
  },
  told: ['channel'],
};

const byVendor: readonly Step[] = [
  firstAnswer,
  { name: 'the reply', reach: (way) => way.no(), told: ['anna', 'channel'] },
  {
    name: 'the vendor',
    reach: async (way) => {
      await way.no();
      await way.reply();
    },
    told: ['channel'],
  },
  {
    name: 'what to do once the vendor refused',
    reach: async (way) => {
      await way.no();
      await way.reply();
      await way.react('rejected');
    },
    told: ['channel'],
  },
  {
    name: 'the verification of a solution',
    reach: async (way) => {
      await way.no();
      await way.reply();
      await way.react('solved');
    },
    told: ['anna', 'channel'],
  },
  {
    name: 'an owner who was picked',
    reach: async (way) => {
      await way.no();
      await owned(way);
    },
    told: ['carla', 'channel'],
  },
  {
    name: 'an owner who took it',
    reach: async (way) => {
      await way.no();
      await way.reply();
      await owned(way);
      await way.confirm();
    },
    told: ['carla', 'channel'],
  },
  riskAsked,
  riskBorne,
];

const byCustomer: readonly Step[] = [
  firstAnswer,
  {
    name: 'an owner who was picked',
    reach: async (way) => {
      await way.no();
      await owned(way);
    },
    told: ['carla', 'channel'],
  },
  {
    name: 'an owner who took it',
    reach: async (way) => {
      await way.no();
      await owned(way);
      await way.confirm();
    },
    told: ['carla', 'channel'],
  },
  {
    name: 'the verification of what was done',
    reach: async (way) => {
      await way.no();
      await owned(way);
      await way.confirm();
      await way.form('solved', { text: 'Het is gedaan' }, carlaInTeams);
    },
    told: ['anna', 'channel'],
  },
  riskAsked,
  riskBorne,
];

interface Journey {
  /** The answer that says no. */
  readonly no: string;
  readonly answers?: Answers;
  readonly steps: readonly Step[];
}

const plan = { owner: carla.aadObjectId, planned: findingDay };
const ways: Readonly<Record<OpenableKind, Journey>> = {
  'verify-change': { no: 'broken', steps: [...byVendor, unable('untested')] },
  'confirm-restore': {
    no: 'failed',
    steps: [
      ...byVendor,
      unable('cannot-judge'),
      {
        name: 'whoever is to accept a loss',
        reach: (way) => way.say('loss', { acceptedBy: carla.aadObjectId }),
        told: ['carla', 'channel'],
      },
    ],
  },
  'verify-incident': { no: 'not-solved', steps: [...byVendor, unable('cannot-judge')] },
  'read-agreement': { no: 'unclear', steps: [...byVendor, unable('not-my-role')] },
  'inform-staff': {
    no: 'not-done',
    answers: plan,
    steps: [
      ...byCustomer,
      unable('not-mine'),
      {
        name: 'an owner whom the answer names',
        reach: (way) => way.no(),
        told: ['carla', 'channel'],
      },
    ],
  },
  'transfer-securely': {
    no: 'already-sent',
    steps: [
      ...byCustomer,
      unable('doubt'),
      { name: 'an owner', reach: (way) => way.no(), told: ['anna', 'channel'] },
    ],
  },
  'check-capacity': {
    no: 'not-enough',
    answers: plan,
    steps: [
      ...byCustomer,
      unable('no-measurement'),
      {
        name: 'an owner whom the answer names',
        reach: (way) => way.no(),
        told: ['carla', 'channel'],
      },
    ],
  },
  'review-access': {
    no: 'remove',
    steps: [
      firstAnswer,
      {
        name: 'whoever is to remove access, and the list that proves it',
        reach: (way) => way.no(),
        told: ['carla', 'channel'],
      },
      riskAsked,
      riskBorne,
    ],
  },
};

describe('saying nothing', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ writesAllowed: [] });
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    const roles = { access: carla, security: bram };
    await changeRoster(app.services(), { tenant, change: { type: 'roles', roles }, by: bram });
  });
  afterEach(() => app.stop());

  const become = async (written: string): Promise<void> => {
    app.clock.set(toInstant(DateTime.fromISO(written, { zone: 'Europe/Amsterdam' })));
    await app.pass(60);
  };
  const inChannel = { in: itChannel };
  const click = async (
    person: Person,
    { verb, data }: { verb: string; data: Card },
  ): Promise<Card> => {
    const when = person === bramInTeams ? inChannel : {};
    const { card } = await stage.clickWith(app, { person, data, click: { verb, when } });
    return defined(card);
  };
  /** The card in the channel on which something can be done about a duty. */
  const channelCard = (reference: string, verb: string): Card => {
    const cards = app.connector
      .messagesIn(itChannel.id)
      .filter(({ activity }) => JSON.stringify(activity).includes(reference))
      .map(({ activity }) => cardOf(activity));
    return defined(cards.findLast((card) => stage.offers(card, verb)));
  };
  const formIn = (card: Card, name: string) =>
    defined(actions(card).find(({ verb, data }) => verb === 'form' && data['f'] === name));

  const wayOf = (kind: OpenableKind, id: string, reference: string): Way => {
    const { no, answers: own = {} } = ways[kind];
    const say = async (outcome: string, answers: Answers = {}): Promise<void> => {
      const good = goodAnswers[kind][outcome]?.inputs ?? {};
      const filled = { ...good, outcome, ...answers } as Answers;
      await click(annaInTeams, press(stage.shownTo(app, annaInTeams, id), wholeAnswer, filled));
    };
    const review = async (): Promise<void> => {
      const decisions = {
        'decision-0': 'remove',
        'decision-1': 'keep',
        'note-1': 'Blijft',
        'decision-2': 'keep',
      };
      const page = { do: 'review-save', d: id, p: 0, to: -1, ...decisions };
      await stage.clickWith(app, { person: annaInTeams, data: page });
      await stage.clickWith(app, { person: annaInTeams, data: { do: 'review-hand-in', d: id } });
    };
    return {
      kind,
      say,
      no: () => (kind === 'review-access' ? review() : say(no, own)),
      reply: async () => {
        const card = stage.shownTo(app, annaInTeams, id);
        const shown = await click(annaInTeams, press(card, words.nl.vendorReply));
        await click(annaInTeams, press(shown, 'Ik heb dit verstuurd'));
      },
      react: async (status) => {
        const said = { status, text: 'Zie release 2026.4.1' };
        const { status: code } = await app.api('POST', `/api/v1/duties/${id}/reaction`, said);
        assert.equal(code, 200);
        await app.idle();
      },
      form: async (name, answers, who = bramInTeams) => {
        const card =
          who === bramInTeams ? channelCard(reference, 'form') : stage.shownTo(app, who, id);
        const form = await click(who, formIn(card, name));
        await click(who, press(form, formTexts.nl[name].send, answers));
      },
      confirm: async () => {
        const card = stage.shownTo(app, carlaInTeams, id);
        const yes = defined(
          actions(card).find(({ verb, data }) => verb === 'confirm' && data['a'] === 'yes'),
        );
        await click(carlaInTeams, yes);
      },
    };
  };

  it('is tried for every kind', () => {
    assert.deepEqual(Object.keys(ways).sort(), dutyKinds.map(({ kind }) => kind).sort());
  });

  for (const [kind, { steps }] of Object.entries(ways) as [OpenableKind, Journey][]) {
    it(`is noticed at each step of a "no": ${kindOf(kind).words('en').ask}`, async () => {
      const begun: { step: Step; id: string; title: string; reference: string }[] = [];
      for (const [at, step] of steps.entries()) {
        const reference = `ZWIJG-${String(100 + at)}`;
        const title = `Stap ${String(at)}: ${step.name}`;
        const { id } = await stage.openDuty(app, kind, { reference, title, dueOn: '2026-11-27' });
        await step.reach(wayOf(kind, id, reference));
        await app.idle();
        begun.push({ step, id, title, reference });
      }
      const chats = {
        anna: personalConversation(annaInTeams),
        carla: personalConversation(carlaInTeams),
        channel: itChannel.id,
      };
      const before = Object.fromEntries(
        Object.entries(chats).map(([who, chat]) => [who, app.connector.messagesIn(chat).length]),
      );

      for (const day of ['11-30', '12-04', '12-11'])
        for (const hour of ['08:00', '09:00']) await become(`2026-${day}T${hour}`);

      const said = Object.fromEntries(
        Object.entries(chats).map(([who, chat]) => {
          const since = app.connector.messagesIn(chat).slice(before[who]);
          return [who, since.map(stage.readingOf).join('\n')];
        }),
      );
      const unnoticed = begun.flatMap(({ step, title, reference }) =>
        step.told
          .filter((who) => !said[who]?.includes(who === 'channel' ? `⚠ ${reference}` : title))
          .map((who) => `${step.name}: ${who}`),
      );
      assert.deepEqual(unnoticed, []);
      for (const { id, title } of begun) {
        const { status } = await stage.readDuty(app, id);
        assert.ok(status === 'open' || status === 'problem', `${title} is ${status}`);
      }
    });
  }

  it('is noticed when the day comes on which a sent copy was to be deleted, unless the sender shows that it is', async () => {
    const entry = { system: '*', kind: '*', responsible: anna, substitute: bram } as const;
    const put = { type: 'put', entry, stamp: 'none' } as const;
    await changeRoster(app.services(), { tenant, change: put, by: bram });
    for (const data of ['Personeelslijst', 'Salarismutaties']) {
      const reference = `KOPIE-${data}`;
      const details = { data, recipient: 'support@unit4.com' };
      const { id } = await stage.openDuty(app, 'transfer-securely', { reference, details });
      await wayOf('transfer-securely', id, reference).say('secure', { deleteOn: '2026-12-02' });
    }
    const asked = async () => {
      const { body } = await app.api('GET', '/api/v1/duties?status=open');
      const { duties } = body as { duties: readonly DutyView[] };
      return duties.filter(({ kind }) => kind === 'show-done');
    };
    await become('2026-12-01T09:00');
    assert.deepEqual(await asked(), []);

    await become('2026-12-02T09:00');

    const [one, other, ...more] = await asked();
    assert.deepEqual(
      [defined(one).dueOn, defined(other).dueOn, more],
      ['2026-12-04', '2026-12-04', []],
    );
    const { id, title: shown } = defined(one);
    const { title: silent } = defined(other);
    const done = {
      outcome: 'done',
      doneOn: '2026-12-02',
      note: 'Prullenbak geleegd, schermafdruk bij INC-1',
    };
    await click(annaInTeams, press(stage.shownTo(app, annaInTeams, id), wholeAnswer, done));
    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');

    for (const day of ['12-04', '12-07', '12-09'])
      for (const hour of ['08:00', '09:00']) await become(`2026-${day}T${hour}`);
    const since = (chat: string) =>
      app.connector
        .messagesIn(chat)
        .map(stage.readingOf)
        .filter((read) => /wacht|te laat/.test(read));
    const reminded = since(personalConversation(annaInTeams)).join('\n');
    assert.ok(reminded.includes(silent) && !reminded.includes(shown), reminded);
    const late = since(itChannel.id).filter(
      (read) => read.includes(silent) && read.includes('te laat'),
    );
    assert.ok(late.length > 0);
    const { assignees } = await stage.readDuty(app, defined(other).id);
    assert.deepEqual(
      assignees.map(({ name }) => name),
      [anna.name, bram.name],
    );
  });
});
