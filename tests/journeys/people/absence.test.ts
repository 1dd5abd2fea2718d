import assert from 'node:assert/strict';
import { changeRoster } from '../../../bot/casework/roster.ts';
import type { RosterEntry } from '../../../bot/tenant/roster/roster.ts';
import { entryStamp, every } from '../../../bot/tenant/roster/roster.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf } from '../../support/cards/card-reader.ts';
import { anna, asked, bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';

describe('somebody who is away', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    const entry: RosterEntry = { system: every, kind: every, responsible: anna, substitute: bram };
    const change = { type: 'put', entry, stamp: entryStamp(undefined) } as const;
    await changeRoster(app.services(), { tenant, change, by: bram });
  });
  afterEach(() => app.stop());

  const says = async (text: string) => defined((await stage.say(app, annaInTeams, text)).at(-1));
  const opened = async (reference: string, assignees: object = { assignees: [] }) => {
    const { id } = await stage.openDuty(app, 'verify-change', { reference, ...assignees });
    await app.idle();
    return stage.readDuty(app, id);
  };
  const who = ({ assignees }: Awaited<ReturnType<typeof opened>>) =>
    assignees.map(({ name }) => name);

  it('gets no new duties: the substitute does, also where the person was named', async () => {
    const answer = await says('ik ben weg tot 14 december');

    assert.ok(stage.readingOf(answer).includes('14 december'));
    assert.deepEqual(who(await opened('CHG-1')), [bram.name]);
    const named = await opened('CHG-2', asked(anna));
    assert.deepEqual(who(named), [bram.name]);
    const moved = (await stage.evidenceOf(app, named.id)).find(({ type }) => type === 'reassigned');
    assert.equal((moved?.data as { because?: string } | undefined)?.because, 'away');
    assert.equal(stage.cardsTo(app, annaInTeams, named.id).length, 0);
  });

  it('is offered to hand over what is open, each with a record', async () => {
    const duty = await opened('CHG-1', asked(anna));
    const answer = await says('I am away until 14 December');
    assert.equal((await stage.readDuty(app, duty.id)).assignees[0]?.name, anna.name);

    await stage.click(app, {
      person: annaInTeams,
      message: answer,
      click: { verb: 'away-hand-over' },
    });
    await app.idle();

    assert.deepEqual(who(await stage.readDuty(app, duty.id)), [bram.name]);
    const moved = (await stage.evidenceOf(app, duty.id)).find(({ type }) => type === 'reassigned');
    assert.equal(moved?.by?.aadObjectId, anna.aadObjectId);
    assert.ok(stage.offers(stage.shownTo(app, bramInTeams, duty.id), 'answer'));
  });

  it('sees it on the own list, and takes it back', async () => {
    await says('ik ben weg tot 14 december');
    const list = await says('mijn plichten');
    assert.ok(stage.readingOf(list).includes('Je bent weg tot maandag 14 december'));
    assert.ok(stage.offers(cardOf(list.activity), 'away-end'));

    const back = await says('ik ben er weer');

    assert.ok(stage.readingOf(back).includes('Welkom terug'));
    assert.deepEqual(who(await opened('CHG-1')), [anna.name]);
    assert.ok(!stage.readingOf(await says('mijn plichten')).includes('weg tot'));
  });

  it('is back by itself on the day that was said', async () => {
    await says('ik ben weg tot 25 november');
    await app.pass(2 * 24 * 3600);

    assert.deepEqual(who(await opened('CHG-1')), [anna.name]);
  }).timeout(120_000);

  it('is asked until when where no day was said, and nothing is noted', async () => {
    const answer = await says('ik ben ziek');

    assert.ok(stage.readingOf(answer).includes('Tot wanneer'));
    assert.deepEqual(who(await opened('CHG-1')), [anna.name]);
  });
});
