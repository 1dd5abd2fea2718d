import assert from 'node:assert/strict';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { asked, anna, bram } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };

describe('whoever asks where a card is', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());
  const linesOf = (id: string) =>
    app.lines.filter(({ msg, dutyId }) => msg === 'effect ended' && dutyId === id);

  it('finds one line for each effect by the id of the duty, and the request that set it off', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', asked(anna, bram));

    const ended = linesOf(id);

    const sent = ended.filter(({ effect }) => effect === 'post-card');
    assert.deepEqual(
      sent.map(({ outcome, attempts, late }) => [outcome, attempts, late]),
      [
        ['done', 0, 0],
        ['done', 0, 0],
      ],
    );
    const turns = new Set(ended.map(({ turn }) => turn));
    assert.equal(turns.size, 1);
    const begun = app.lines.find(({ msg, turn }) => msg === 'turn begun' && turns.has(turn));
    assert.equal(begun?.['incoming'], 'POST');
  });

  it('follows an answer to the copies that it changed', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    const before = linesOf(id).length;

    const message = stage.cardTo(app, annaInTeams, id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });
    await app.idle();

    const ended = linesOf(id).slice(before);
    const [{ turn } = {}] = ended;
    assert.ok(turn && ended.every((line) => line['turn'] === turn));
    assert.ok(ended.some(({ effect }) => effect === 'edit-cards'));
    const begun = app.lines.find((line) => line['msg'] === 'turn begun' && line['turn'] === turn);
    assert.equal(begun?.['incoming'], 'click');
  });

  it('sees that a card waits and why, and how often it was tried when it came', async () => {
    app.connector.failNext({ matching: ({ method }) => method === 'POST', status: 503, times: 2 });
    const { id } = await stage.openDuty(app, 'verify-change');
    await app.pass(60);

    const waited = app.lines.filter(({ msg, dutyId }) => msg === 'effect put off' && dutyId === id);
    assert.ok(
      waited.length > 0 &&
        waited.every(({ reason }) => /^(status-503|outcome-unknown)$/.test(String(reason))),
    );
    const attempts = linesOf(id).map((line) => Number(line['attempts']));
    assert.ok(Math.max(...attempts) >= 1);
  });
});
