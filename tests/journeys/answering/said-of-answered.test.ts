import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import * as stage from '../../support/stage.ts';

const broken = { 'checks-1': 'wrong', outcome: 'broken', note: 'btw staat op nul' };
const works = { 'checks-0': 'ok', outcome: 'works' };

describe('a sentence about a duty that was answered', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const answered = async (reference: string, given: Readonly<Record<string, string>>) => {
    const { id } = await stage.openDuty(app, 'verify-change', { reference });
    const { verb, data } = press(stage.shownTo(app, annaInTeams, id), wholeAnswer, given);
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });
    return id;
  };
  const correctable = (said: Awaited<ReturnType<typeof stage.say>>, reference: string): boolean =>
    said.some(
      (message) =>
        stage.readingOf(message).includes(reference) &&
        stage.readingOf(message).includes(words.nl.correct),
    );

  it('brings its card with the way to correct it, also when nothing is to be done any more', async () => {
    await answered('CHG-4711', works);
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-4712' });

    const said = await stage.say(app, annaInTeams, 'CHG-4711 werkt toch niet');

    assert.equal(said.length, 1);
    assert.ok(correctable(said, 'CHG-4711'));
  });

  it('brings both where it names two', async () => {
    await answered('CHG-4711', broken);
    await answered('CHG-4712', broken);

    const said = await stage.say(app, annaInTeams, 'CHG-4711 is goed en CHG-4712 is opgelost');

    assert.ok(correctable(said, 'CHG-4711') && correctable(said, 'CHG-4712'));
  });

  it('brings it beside the filled card of one that is still open', async () => {
    await answered('CHG-4711', broken);
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-4712' });

    const said = await stage.say(app, annaInTeams, 'CHG-4712 werkt, CHG-4711 werkt ook');

    assert.equal(said.length, 2);
    assert.ok(said.some(({ activity }) => stage.offers(cardOf(activity), 'answer')));
    assert.ok(correctable(said, 'CHG-4711'));
  });
});
