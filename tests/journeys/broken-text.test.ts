import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { cardOf, press, wholeAnswer } from '../support/cards/card-reader.ts';
import { annaInTeams } from '../support/teams/cast.ts';
import { defined } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';

const half = '\ud83d';

describe('half a letter in what Teams sends', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp({ store: 'azurite' });
    await stage.install(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change'));
  });
  afterEach(() => app.stop());

  it('is replaced in an answer and in a name, and the answer counts', async () => {
    const anna = { ...annaInTeams, name: `Anna\u0007\n\u202e\u2066 ${half}` };
    const said = await stage.say(app, anna, `CHG-4711 getest, factuurrun ${half} fout`);

    const { verb, data } = press(cardOf(defined(said[0]).activity), wholeAnswer, {
      'checks-0': 'ok',
      'checks-1': 'wrong',
      outcome: 'broken',
      note: `De ${half} factuurrun`,
    });
    await stage.clickWith(app, {
      person: anna,
      data: { ...data, [`own${half}`]: half },
      click: { verb },
    });

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    const records = await stage.evidenceOf(app, id);
    const answered = records.find(({ type }) => type === 'answered');
    assert.match(JSON.stringify(answered), /De \ufffd factuurrun/);
    assert.ok(!records.some((record) => JSON.stringify(record).includes(String.raw`\ud83d`)));
    assert.equal(answered?.by?.name, 'Anna  \ufffd');
  });

  it('is as little in a notification as what turns the direction of a text, or hides in it', async () => {
    const bad = 'A\u202eB\u2067C\u200bD\u061cE\u{e0041}F\nPlicht\u2028gesloten';
    await stage.openDuty(app, 'verify-change', { title: bad, system: bad, reference: bad });
    await stage.say(app, annaInTeams, 'mijn plichten');
    await app.idle();

    const sent = app.connector.calls.map(({ body }) => JSON.stringify(body ?? ''));
    assert.ok(sent.some((one) => one.includes('ABCDEF')));
    for (const { body } of app.connector.calls) {
      const summary: unknown = Object(body)['summary'];
      assert.doesNotMatch(String(summary), /[\n\r\u2028\u2029]/);
    }
    for (const one of sent)
      assert.ok(!/[\u202a-\u202e\u2066-\u2069\u200b\u061c\u{e0000}-\u{e007f}]/u.test(one));
  });

  it('does not arise where a text is cut in the middle of a letter of two halves', async () => {
    for (const length of [99, 199]) {
      const anna = { ...annaInTeams, name: `${'A'.repeat(length)}\ud83d\ude00` };
      await stage.say(app, anna, 'kan ik niet beoordelen');
    }
    await stage.say(app, annaInTeams, `CHG-4711 ${'w'.repeat(190)}\ud83d\ude00 werkt niet`);

    for (const { activity } of app.connector.messagesIn(
      stage.cardTo(app, annaInTeams, id).conversationId,
    )) {
      assert.ok(!JSON.stringify(activity).includes(String.raw`\ud83d`));
    }
  });
});
