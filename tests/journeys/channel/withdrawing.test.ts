import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';

const { title, send } = formTexts.nl.withdraw;

describe('taking a duty back', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(() => app.stop());

  const go = async (
    card: Card,
    pressed: string,
    as: { who: Person; answers?: Record<string, string> },
  ) => {
    const { verb, data } = press(card, pressed, as.answers ?? {});
    const when = as.who === bramInTeams ? { in: itChannel } : {};
    return defined(
      (await stage.clickWith(app, { person: as.who, data, click: { verb, when } })).card,
    );
  };
  const channelCard = (): Card =>
    cardOf(
      defined(
        app.connector
          .messagesIn(itChannel.id)
          .findLast((one) => stage.readingOf(one).includes('CHG-4711')),
      ).activity,
    );

  it('is done by the IT team in its channel, with a reason that everybody reads', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const form = await go(channelCard(), title, { who: bramInTeams });

    const empty = await go(form, send, { who: bramInTeams, answers: { reason: '-' } });
    assert.ok(stage.words(empty).includes(words.nl.writeOut));
    await go(form, send, { who: bramInTeams, answers: { reason: 'De release gaat niet door' } });

    assert.equal((await stage.readDuty(app, id)).status, 'withdrawn');
    assert.match(stage.words(stage.shownTo(app, annaInTeams, id)), /De release gaat niet door/);
    const record = defined(
      (await stage.evidenceOf(app, id)).find(({ type }) => type === 'withdrawn'),
    );
    assert.equal(record.by?.aadObjectId, bramInTeams.aadObjectId);
  });

  it('is no way out of a "no": with an open finding nothing is offered, and an old card changes nothing', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const { verb, data } = press(await go(channelCard(), title, { who: bramInTeams }), send, {
      reason: 'Laat maar zitten',
    });
    const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw is fout' };
    await go(stage.shownTo(app, annaInTeams, id), wholeAnswer, {
      who: annaInTeams,
      answers: broken,
    });

    await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { verb, when: { in: itChannel } },
    });

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    assert.ok(!actions(channelCard()).some((action) => action.title === title));
  });

  it('is done by whoever began it in chat, and by no other who is asked', async () => {
    const [begun] = await stage.say(app, annaInTeams, 'ik moet gegevens sturen');
    const more = await go(cardOf(defined(begun).activity), words.nl.otherWays, {
      who: annaInTeams,
    });
    const form = await go(more, title, { who: annaInTeams });

    const card = await go(form, send, {
      who: annaInTeams,
      answers: { reason: 'Per ongeluk begonnen' },
    });

    assert.match(stage.words(card), /Per ongeluk begonnen/);
    const { id } = await stage.openDuty(app, 'verify-change');
    const others = await go(stage.shownTo(app, annaInTeams, id), words.nl.otherWays, {
      who: annaInTeams,
    });
    assert.ok(!actions(others).some((action) => action.title === title));
    const { data } = press(form, send, { reason: 'Geen zin in dit werk' });
    await stage.clickWith(app, {
      person: annaInTeams,
      data: { ...data, d: id },
      click: { verb: 'form-send' },
    });
    assert.equal((await stage.readDuty(app, id)).status, 'open');
  });
});
