import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { kindOf } from '../../../bot/kinds/index.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { storeWith } from '../../support/store/memory-store.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import { altered, memoryTables } from '../../support/store/tables.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const { outcomes } = kindOf('verify-change').words('nl');

describe('an answer that the store takes long to keep', () => {
  let app: TestApp;
  let gate: Promise<void>;
  let open: () => void;
  let isDown: boolean;
  let id: string;
  beforeEach(async () => {
    gate = Promise.resolve();
    isDown = false;
    const tables = altered(memoryTables(), ({ transact }) => ({
      transact: async (partition, writes) => {
        await gate;
        if (isDown) throw new Error('The store does not answer.');
        return transact(partition, writes);
      },
    }));
    app = await startApp({ store: storeWith(tables, 'Slow') });
    await stage.install(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change'));
    gate = new Promise((resolve) => {
      open = resolve;
    });
  });
  afterEach(async () => {
    open();
    await app.stop();
  });

  /** Presses the button; the answer comes once the clock of the bot goes on. */
  const pressed = async () => {
    const message = stage.cardTo(app, annaInTeams, id);
    const { data } = press(cardOf(message.activity), wholeAnswer, works);
    const when = { replyToId: message.id };
    const reply = app.post(app.teams.execute(annaInTeams, { verb: 'answer', data }, when));
    const answered = { yet: false };
    const marked = reply.finally(() => {
      answered.yet = true;
    });
    const until = async (done: () => boolean) => {
      while (!done()) await new Promise((resolve) => void setImmediate(resolve));
    };
    const soon = () => new Promise<void>((resolve) => void setImmediate(resolve));
    return { reply: marked, answered, until, soon };
  };
  const toastOf = (body: unknown): unknown => (body as { value?: unknown }).value;

  it('is told after four seconds to be under way, and its card follows', async () => {
    const { reply, answered, until, soon } = await pressed();
    // The click has arrived when the bot waits for its store.
    await until(() => app.clock.waits(4));
    await app.clock.pass(3.9, soon);
    const early = answered.yet;
    await app.clock.pass(0.2, soon);
    const { status, body } = await reply;
    const meanwhile = stage.readingOf(stage.cardTo(app, annaInTeams, id));
    open();
    await app.idle();

    assert.equal(early, false);
    assert.deepEqual([status, toastOf(body)], [200, chatTexts.nl.slow]);
    assert.ok(!meanwhile.includes(outcomes.fulfilled));
    assert.ok(stage.readingOf(stage.cardTo(app, annaInTeams, id)).includes(outcomes.fulfilled));
    assert.equal((await stage.readDuty(app, id)).answers.length, 1);
  });

  it('is told in a message when it failed after all', async () => {
    const { reply, until, soon } = await pressed();
    await until(() => app.clock.waits(4));
    await app.clock.pass(4.1, soon);
    await reply;
    isDown = true;
    open();
    await app.idle();

    const last = stage.cardsTo(app, annaInTeams).at(-1);
    assert.ok(last && stage.readingOf(last).includes(chatTexts.nl.failed));
    isDown = false;
    assert.equal((await stage.readDuty(app, id)).answers.length, 0);
  });
});
