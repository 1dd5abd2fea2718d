import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, tenant } from '../../support/duties/duties.ts';
import type { Entra } from '../../support/teams/entra.ts';
import { startEntra, tokenFaults } from '../../support/teams/entra.ts';
import * as stage from '../../support/stage.ts';

describe('when Entra gives the bot no token', () => {
  let entra: Entra;
  let app: TestApp;
  beforeEach(async () => {
    entra = await startEntra();
    app = await startApp({ entra });
    entra.follow(app.clock.now);
    await app.restart();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(async () => {
    await app.stop();
    await entra.close();
  });
  const readyz = async () => {
    const response = await fetch(`${app.url()}/readyz`);
    return { status: response.status, text: await response.text() };
  };
  const deadLetters = async () => (await app.store.deadLetters.parked(tenant, 10)).length;
  const cards = (id: string) => stage.cardsTo(app, annaInTeams, id).length;

  for (const [what, fault] of Object.entries(tokenFaults)) {
    it(`because of ${what}, a card waits and arrives once when that is over`, async () => {
      await app.pass(300);
      entra.fail(fault);

      const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
      await app.pass(600);
      const waiting = await readyz();
      const unsent = cards(id);
      // It is not renewed while time passes in leaps, in which its answer would come too late.
      entra.lasting(7200);
      entra.recover();
      await app.pass(120);

      assert.equal(unsent, 0);
      assert.equal(waiting.status, 503);
      assert.ok(waiting.text.includes('teams'));
      assert.ok(app.lines.some(({ msg }) => msg === 'no token from Entra'));
      assert.equal(cards(id), 1);
      const over = await readyz();
      assert.equal(over.status, 200, over.text);
      assert.equal(await deadLetters(), 0);
      const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
      assert.ok(!types.includes('undeliverable'), types.join());
    });
  }

  it('for long, the IT channel hears it once it can be reached', async () => {
    await app.pass(300);
    entra.fail(tokenFaults['an expired secret']);
    await stage.openDuty(app, 'verify-change', asked(anna));
    await app.pass(3600);
    entra.recover();
    await app.pass(300);

    const told = app.connector
      .messagesIn(itChannel.id)
      .filter((one) => stage.readingOf(one).includes('kon ik niets versturen'));
    assert.equal(told.length, 1);
    assert.match(stage.readingOf(told[0] ?? assert.fail()), /geheim/);
  });

  it('and is silent, nothing waits longer than ten seconds', async () => {
    await app.pass(300);
    entra.fail({ cut: 'silent' });
    const asking = entra.asked();
    const duty = stage.openDuty(app, 'verify-change', asked(anna));

    await asking;
    await app.clock.pass(11, () => Promise.resolve());
    const { id } = await duty;
    entra.recover();
    await app.pass(120);

    assert.equal(cards(id), 1);
    assert.ok(app.lines.some(({ reason }) => reason === 'token-late'));
  });

  it('asks once for all who wait, and not again before a pause', async () => {
    await app.pass(300);
    entra.fail(tokenFaults['an expired secret']);
    const before = entra.requests();

    for (let opened = 0; opened < 10; opened += 1)
      await stage.openDuty(app, 'verify-change', asked(anna));

    assert.equal(entra.requests() - before, 1);
  });

  it('answers a person as soon as it has one again', async () => {
    await app.pass(300);
    entra.fail(tokenFaults['too many requests']);

    const reply = await app.post(app.teams.message(annaInTeams, 'hulp'));
    const said = stage.cardsTo(app, annaInTeams).length;
    entra.recover();
    await app.pass(20);

    assert.equal(reply.status, 200);
    assert.equal(stage.cardsTo(app, annaInTeams).length, said + 1);
  });
});
