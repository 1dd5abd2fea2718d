import assert from 'node:assert/strict';
import { createChannelBudget } from '../../bot/features/channel/budget.ts';
import { effects } from '../../bot/features/effects.ts';
import { changeRoster } from '../../bot/casework/roster.ts';
import { noticeCard } from '../../bot/views/chat-cards.ts';
import { runnable } from '../../bot/delivery/handlers.ts';
import type { Effect, TenantEffect } from '../../bot/duty/effects.ts';
import { parseDutyId } from '../../bot/duty/ids.ts';
import type { Messenger, SendResult } from '../../bot/ports/messenger.ts';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { anna, bram, carla, defined, tenant } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import { annaInTeams, bramInTeams, itChannel } from '../support/teams/cast.ts';

type Any = Effect | TenantEffect;
type Samples = { readonly [N in Any['do']]: Omit<Extract<Any, { do: N }>, 'do' | 'key'> };

const { aadObjectId: person } = anna;
const dueOn = '2026-12-07';
/** One of each effect: a new one does not compile without. */
const samples: Samples = {
  'post-card': { person },
  'edit-cards': { person },
  'show-channel': {},
  list: {},
  escalate: { finding: 'f1' },
  'say-finding': { finding: 'F-1' },
  'open-duty': {
    opening: {
      type: 'open',
      kind: 'verify-change',
      name: 'again',
      title: { nl: 'Nog eens', en: 'Again' },
      dueInWorkdays: 3,
      details: { nl: { summary: 'x' }, en: { summary: 'x' } },
      to: 'answerer',
    },
    answerer: anna,
  },
  'hand-out-removals': {},
  'ask-export': { finding: 'f1', dueOn, notBefore: '2026-12-07T09:00:00.000Z' as never },
  remind: { person },
  say: { said: { type: 'late' } },
  tell: { person, news: 'accepted' },
  alert: { role: 'access', text: { nl: 'Let op', en: 'Look' } },
  outdate: {},
  webhook: {
    message: {
      type: 'reply.sent',
      at: '2026-11-23T08:30:00.000Z' as never,
      dutyId: 'd1',
      reference: 'CHG-1',
      finding: 'f1',
      text: 'tekst',
    },
    revision: 1,
  },
  'survey-page': { from: 0, step: 'send' },
  'survey-card': { person, step: 'edit' },
  'show-all-in-channel': {},
  'bring-open': { person },
  'send-reminders': { person },
  'replace-departed': { person },
  'show-leavers': {},
  'hand-on-leavers': { asked: '2026-11-23T08:30:00.000Z' as never },
  'say-plan': { plan: 'p1', day: '2026-12-01', why: 'nobody' },
  'roll-up': {},
  'show-dead-letters': {},
  'show-checkpoint': {},
  'stamp-checkpoint': { size: 1 },
  'keep-checkpoint': { size: 1 },
  'tell-checkpoint': { vendor: 'unit4', size: 1, previousSize: 0 },
  'give-dossier': { by: anna, quarter: '2026-Q4' as never, language: 'nl' },
  'say-reply': {
    to: { conversationId: 'a:1x', serviceUrl: 'https://smba.example' },
    card: noticeCard('nl', 'personal', 'Hallo'),
    summary: 'Hallo',
  },
  'refresh-roster': {},
  'refresh-plans': {},
  'refresh-policy': {},
  'refresh-overview': {},
  'tell-channel-lost': { person, why: 'deleted' },
  'tell-channel': {
    channel: {
      channelId: '19:sales@thread.tacv2',
      serviceUrl: 'https://smba.example',
      tenantId: 'tenant',
    },
    news: { type: 'moved' },
  },
  'say-outage': {
    since: '2026-11-23T07:00:00.000Z' as never,
    until: '2026-11-23T08:30:00.000Z' as never,
    refused: true,
  },
};
const mostRuns = 30;

describe('one run of an effect', () => {
  let app: TestApp;
  let dutyId: ReturnType<typeof parseDutyId>;
  before(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
    await changeRoster(app.services(), {
      tenant,
      change: { type: 'roles', roles: { access: carla } },
      by: bram,
    });
    // More than one install brings at once, and one with several copies of its card.
    for (let at = 0; at < 7; at += 1) {
      const { id } = await stage.openDuty(app, 'verify-change', { reference: `CHG-${String(at)}` });
      dutyId ??= parseDutyId(id);
    }
    for (const word of ['rooster', 'plannen', 'afspraken', 'overzicht'])
      await stage.say(app, annaInTeams, word, { in: itChannel });
    await stage.uninstall(app, annaInTeams);
    await app.pass(120);
    await stage.install(app, annaInTeams);
    await app.idle();
  });
  after(() => app.stop());

  const answers: Readonly<Record<string, SendResult>> = {
    'takes it': { type: 'sent', message: undefined },
    'has no such message': { type: 'gone' },
    'refuses it': { type: 'unreachable', reason: 'refused' },
    'asks to wait': { type: 'try-later', afterSeconds: 5, reason: 'throttled' },
  };

  /** Runs an effect until nothing is left of it; how many messages each run sent. */
  async function sendsOf(effect: Any, answer: SendResult): Promise<readonly number[]> {
    const services = app.services();
    const sends: number[] = [];
    let sent = 0;
    const send = (): Promise<SendResult> => {
      sent += 1;
      return Promise.resolve(answer);
    };
    const messenger: Messenger = {
      toPerson: send,
      toChannel: send,
      reply: send,
      edit: send,
      open: send,
    };
    const budget = createChannelBudget({ atOnce: 100, perMinute: 100 });
    let left: Any | undefined = effect;
    while (left && sends.length < mostRuns) {
      const duty = (await services.store.duties.load({ tenant, id: defined(dutyId) }))?.value;
      const entry = { tenant, effect: left, dueAt: services.now(), attempts: 0 };
      sent = 0;
      const result = await defined(runnable(effects, left)).run(
        { services, messenger, budget, entry },
        duty,
      );
      sends.push(sent);
      left = result.type === 'go-on' ? result.left : undefined;
    }
    return sends;
  }

  for (const [name, sample] of Object.entries(samples))
    for (const [what, answer] of Object.entries(answers))
      it(`sends at most one message where Teams ${what}: ${name}`, async () => {
        const effect = { ...sample, do: name, key: `${name}:test` } as Any;

        const sends = await sendsOf(effect, answer);

        assert.ok(sends.length < mostRuns, 'it never ends');
        assert.ok(Math.max(...sends) <= 1, sends.join(' '));
      });
});
