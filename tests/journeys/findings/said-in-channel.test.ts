import assert from 'node:assert/strict';
import { changeRoster } from '../../../bot/casework/roster.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { anna, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';

const broken = {
  'checks-0': 'wrong',
  outcome: 'broken',
  note: 'Btw op de factuur is fout',
};

describe('a "no" in the IT channel', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    const roles = { security: carla };
    await changeRoster(app.services(), { tenant, change: { type: 'roles', roles }, by: bram });
    ({ id } = await stage.openDuty(app, 'verify-change'));
  });
  afterEach(() => app.stop());

  async function answer(answers: Record<string, string>): Promise<void> {
    const { verb, data } = press(stage.shownTo(app, annaInTeams, id), wholeAnswer, answers);
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });
    await app.idle();
  }
  /** The messages in the duty's thread, the duty's own card aside. */
  const said = () =>
    app.connector
      .messagesIn(itChannel.id)
      .filter((one) => stage.readingOf(one).includes('Btw op') || one.history.length > 0)
      .filter((one) => /Gezien|Opgelost ·/.test(stage.readingOf(one)));

  it('is a message in the thread of its duty: who, what was seen, whose turn and until when', async () => {
    await answer(broken);

    const [message, ...others] = said();
    assert.deepEqual(others, []);
    const reading = stage.readingOf(defined(message));
    for (const told of ['CHG-4711', anna.name, 'Btw op de factuur is fout', 'Aan zet', 'november'])
      assert.ok(reading.includes(told), `${told} in ${reading}`);
    assert.equal(cardOf(defined(message).activity)['msteams'], undefined, 'nobody is called upon');
  });

  it('calls upon whoever holds the role where it blocks the work', async () => {
    await answer({ ...broken, blocking: 'yes' });

    const card = cardOf(defined(said()[0]).activity);
    assert.deepEqual(card['msteams'], {
      entities: [
        {
          type: 'mention',
          text: `<at>${carla.name}</at>`,
          mentioned: { id: carla.aadObjectId, name: carla.name },
        },
      ],
    });
    assert.ok(stage.words(card).includes(`<at>${carla.name}</at>`));
  });

  it('is the same message, edited, when it is solved', async () => {
    await answer(broken);
    const before = said().length;
    const correct = await stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, id),
      click: { verb: 'correct' },
    });
    const { verb, data } = press(defined(correct.card), wholeAnswer, {
      'checks-0': 'ok',
      outcome: 'works',
      note: '',
    });
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });
    await app.idle();

    assert.equal(said().length, before);
    assert.ok(stage.readingOf(defined(said()[0])).includes('Opgelost'));
  });
});
