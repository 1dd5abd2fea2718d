import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { carla, defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { DateTime } from 'luxon';

const inChannel = { in: itChannel };

describe('the list of accepted risks', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    app.connector.seat(itChannel.team.id, [bramInTeams]);
    ({ id } = await stage.openDuty(app, 'verify-change'));
  });
  afterEach(() => app.stop());

  const card = () =>
    defined(
      app.connector
        .messagesIn(itChannel.id)
        .findLast((message) => stage.readingOf(message).includes('CHG-4711')),
    );
  const listed = async () =>
    defined((await stage.say(app, bramInTeams, 'risico’s', inChannel)).at(-1));

  async function accept(until: string): Promise<void> {
    const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw is fout' };
    const no = press(stage.shownTo(app, annaInTeams, id), wholeAnswer, broken);
    await stage.clickWith(app, { person: annaInTeams, data: no.data, click: { verb: no.verb } });
    const asked = press(cardOf(card().activity), words.nl.accept);
    const { card: form } = await stage.clickWith(app, {
      person: bramInTeams,
      data: asked.data,
      click: { verb: asked.verb, when: inChannel },
    });
    const filled = { person: carla.aadObjectId, reason: 'De route via Excel werkt', until };
    const sent = press(defined(form), formTexts.nl.accept.send, filled);
    await stage.clickWith(app, {
      person: bramInTeams,
      data: sent.data,
      click: { verb: sent.verb, when: inChannel },
    });
    const yes = press(stage.shownTo(app, carlaInTeams, id), 'Ik accepteer het risico');
    await stage.clickWith(app, { person: carlaInTeams, data: yes.data, click: { verb: yes.verb } });
  }
  const at = async (moment: string): Promise<void> => {
    app.clock.set(toInstant(DateTime.fromISO(moment)));
    await app.pass(120);
  };

  it('tells by whom, why and until when, opens the duty, and is counted in the overview', async () => {
    await accept('2026-12-15');

    const list = await listed();
    assert.match(stage.readingOf(list), /Carla Smit, tot dinsdag 15 december/);
    assert.match(stage.readingOf(list), /De route via Excel werkt/);
    const { data, verb } = press(cardOf(list.activity), words.nl.open);
    const opened = await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { verb, when: inChannel },
    });
    assert.match(stage.words(defined(opened.card)), /CHG-4711/);
    const overview = defined((await stage.say(app, bramInTeams, 'overzicht', inChannel)).at(-1));
    const counted = press(cardOf(overview.activity), '1 geaccepteerd risico');
    const again = await stage.clickWith(app, {
      person: bramInTeams,
      data: counted.data,
      click: { verb: counted.verb, when: inChannel },
    });
    assert.match(stage.words(defined(again.card)), /Carla Smit/);
  });

  it('is told to nobody but the IT team and auditors', async () => {
    await accept('2026-12-15');

    const [said] = await stage.say(app, annaInTeams, 'accepted risks');
    assert.ok(stage.readingOf(defined(said)).includes(chatTexts.nl.onlyOverseers));
    const { card: refused } = await stage.clickWith(app, {
      person: annaInTeams,
      data: { do: 'risks', c: 0 },
      click: { verb: 'risks' },
    });
    assert.ok(!stage.words(defined(refused)).includes('Carla'));
  });

  it('asks before a risk ends, and the finding is open again the day after, above all others on the list', async () => {
    await accept('2026-12-15');
    const said = () => app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');

    await at('2026-12-10T09:30:00+01:00');
    assert.doesNotMatch(said(), /Het risico is geaccepteerd tot/);
    const toldCarla = () => stage.cardsTo(app, carlaInTeams).map(stage.readingOf).join('\n');
    assert.doesNotMatch(toldCarla(), /loopt af/);
    await at('2026-12-11T09:30:00+01:00');
    assert.match(toldCarla(), /Het risico dat je accepteerde loopt af/);
    const notice = defined(
      stage
        .cardsTo(app, carlaInTeams)
        .findLast((message) => stage.readingOf(message).includes('loopt af')),
    );
    const { data, verb } = press(cardOf(notice.activity), 'Bekijken');
    const shown = await stage.clickWith(app, { person: carlaInTeams, data, click: { verb } });
    assert.match(stage.words(defined(shown.card)), /CHG-4711/);
    assert.match(said(), /Het risico is geaccepteerd tot dinsdag 15 december/);
    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
    await at('2026-12-16T09:30:00+01:00');

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    assert.match(said(), /geaccepteerde risico is afgelopen/);
    assert.match(toldCarla(), /Het risico dat je accepteerde is afgelopen/);
    assert.match(stage.readingOf(await listed()), /Afgelopen op dinsdag 15 december/);
  });

  it('is borne longer, or no longer, by whoever said yes: on their own card, with a reason, and by nobody else', async () => {
    await accept('2026-12-15');
    await at('2026-12-11T09:30:00+01:00');
    const notice = defined(
      stage
        .cardsTo(app, carlaInTeams)
        .findLast((message) => stage.readingOf(message).includes('loopt af')),
    );
    const form = async (shown: Card, name: string) => {
      const { data, verb } = press(shown, name);
      const { card: opened } = await stage.clickWith(app, {
        person: carlaInTeams,
        data,
        click: { verb },
      });
      return defined(opened);
    };
    const send = async (shown: Card, name: 'prolong' | 'drop-risk', filled: Answers) => {
      const { data, verb } = press(shown, formTexts.nl[name].send, filled);
      const clicked = { person: carlaInTeams, data, click: { verb } };
      return defined((await stage.clickWith(app, clicked)).card);
    };

    const prolong = await form(cardOf(notice.activity), 'Risico langer dragen');
    assert.match(stage.words(prolong), /^Uiterlijk dinsdag 15 december$/m);
    for (const [reason, until, wrong] of [
      ['-', '2027-01-29', words.nl.writeOut],
      ['De oplossing komt in maart', '2026-12-11', words.nl.pastDay],
      ['De oplossing komt in maart', '2028-12-11', words.nl.farYear],
    ] as const)
      assert.ok(stage.words(await send(prolong, 'prolong', { reason, until })).includes(wrong));
    const stolen = press(prolong, formTexts.nl.prolong.send, {
      reason: 'Het kan nog wel even',
      until: '2027-01-29',
    });
    const { card: refused } = await stage.clickWith(app, {
      person: bramInTeams,
      data: stolen.data,
      click: { verb: stolen.verb, when: inChannel },
    });
    assert.ok(!stage.words(defined(refused)).includes('29 januari'));
    const reason = 'De oplossing komt in januari';
    const longer = await send(prolong, 'prolong', { reason, until: '2027-01-29' });

    assert.match(stage.words(longer), /29 januari/);
    assert.match(stage.readingOf(await listed()), /Carla Smit, tot vrijdag 29 januari/);
    await at('2026-12-16T09:30:00+01:00');
    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
    const over = await form(longer, 'Niet langer dragen');
    await send(over, 'drop-risk', { reason: 'De route via Excel is dicht' });
    await app.idle();

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    const said = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.match(said, /geaccepteerde risico is afgelopen/);
    const recorded = (await stage.evidenceOf(app, id)).slice(-2).map(({ by, data }) => [by, data]);
    assert.match(JSON.stringify(recorded), /Carla Smit.*prolonged|prolonged.*Carla Smit/);
    assert.match(JSON.stringify(recorded), /De route via Excel is dicht/);
  });

  it('says so where there are none', async () => {
    assert.match(stage.readingOf(await listed()), /geen geaccepteerde risico/);
  });
});
