import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf } from '../../support/cards/card-reader.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

describe('a person who changes her language with a card still open', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.stop());

  it('gets the answered card in the language she read, and then every copy in the one she chose', async () => {
    await stage.install(app, annaInTeams, { locale: 'nl-NL' });
    const duty = await stage.openDuty(app, 'verify-change');
    const message = stage.cardTo(app, annaInTeams, duty.id);
    await stage.say(app, annaInTeams, 'language en');

    const answers = { 'checks-0': 'ok', outcome: 'works' };
    const clicked = await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers },
    });

    assert.equal(defined(clicked.card)['lang'], 'nl');
    assert.equal(cardOf(stage.cardTo(app, annaInTeams, duty.id).activity)['lang'], 'en');
  });
});
