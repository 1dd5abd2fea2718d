import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { changeRoster } from '../../../bot/casework/roster.ts';
import { newsTexts } from '../../../bot/features/news/texts.ts';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { DateTime } from 'luxon';
import * as stage from '../../support/stage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';

const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw is fout' };

describe('a yes to a risk, on a card of a while ago', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    app.connector.seat(itChannel.team.id, [bramInTeams]);
    await rolesAre({ security: carla });
    const assignees = [annaInTeams, carlaInTeams].map(({ aadObjectId }) => ({ aadObjectId }));
    ({ id } = await stage.openDuty(app, 'verify-change', { rule: 'all', assignees }));
    await answers(annaInTeams);
    await askCarla();
  });
  afterEach(() => app.stop());

  const rolesAre = (roles: object) =>
    changeRoster(app.services(), { tenant, change: { type: 'roles', roles }, by: bram });
  const answers = (person: Person) =>
    clicked(person, askedOn(person), { title: wholeAnswer, filled: broken });
  const askedOn = (person: Person): Card =>
    defined(
      stage
        .cardsTo(app, person, id)
        .map(({ activity }) => cardOf(activity))
        .findLast((card) => stage.offers(card, 'answer')),
    );

  async function clicked(
    person: Person,
    card: Card,
    { title, filled = {}, inIt = false }: { title: string; filled?: object; inIt?: boolean },
  ) {
    const { data, verb } = press(card, title, { ...filled });
    const when = inIt ? { in: itChannel } : {};
    return stage.clickWith(app, { person, data, click: { verb, when } });
  }

  async function askCarla(): Promise<void> {
    const shown = app.connector
      .messagesIn(itChannel.id)
      .findLast((message) => stage.readingOf(message).includes('CHG-4711'));
    const card = cardOf(defined(shown).activity);
    const form = await clicked(bramInTeams, card, { title: words.nl.accept, inIt: true });
    await clicked(bramInTeams, defined(form.card), {
      title: formTexts.nl.accept.send,
      filled: { person: carla.aadObjectId, reason: 'Via Excel lukt het', until: '2026-12-15' },
      inIt: true,
    });
  }
  const question = (): Card =>
    cardOf(
      defined(
        stage
          .cardsTo(app, carlaInTeams)
          .findLast((message) => stage.readingOf(message).includes('dit risico te accepteren')),
      ).activity,
    );
  const says = (title: string, card = question()) => clicked(carlaInTeams, card, { title });
  const closed = async () =>
    (await stage.readDuty(app, id)).findings.filter(({ status }) => status === 'closed').length;

  it('counts from whoever holds the role', async () => {
    await says('Ik accepteer het risico');

    assert.equal(await closed(), 1);
  });

  it('does not count from whoever lost the role since, who is told and can still say no', async () => {
    const old = question();
    await rolesAre({ security: bram });

    const yes = await says('Ik accepteer het risico', old);

    assert.equal(yes.toast, newsTexts.nl.mayNotBear);
    assert.equal(await closed(), 0);
    const no = await says('Niet accepteren', old);
    assert.ok(stage.words(defined(no.card)).includes(newsTexts.nl.refused));
  });

  it('does not count once the day until which it was asked has passed; the finding stays open', async () => {
    const old = question();
    app.clock.set(toInstant(DateTime.fromISO('2026-12-16T08:00:00Z')));

    const yes = await says('Ik accepteer het risico', old);

    assert.equal(yes.toast, newsTexts.nl.dayHasPassed);
    assert.equal(await closed(), 0);
    const no = await says('Niet accepteren', old);
    assert.ok(stage.words(defined(no.card)).includes(newsTexts.nl.refused));
  });

  it('does not count from whoever found the same problem since', async () => {
    const old = question();
    await answers(carlaInTeams);

    const yes = await says('Ik accepteer het risico', old);

    assert.equal(yes.toast, newsTexts.nl.mayNotBear);
    assert.equal(await closed(), 0);
  });
});
