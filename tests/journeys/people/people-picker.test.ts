import type { DutyRef } from '../../../bot/duty/ids.ts';
import { parseDutyId } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readIncoming } from '../../support/teams/activities.ts';
import type { Actor } from '../../../bot/casework/people/actor.ts';
import { openForm, sendForm } from '../../../bot/features/duty-forms/duty-forms.ts';
import { channelReader } from '../../../bot/ports/services.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from '../../support/teams/cast.ts';
import { anna, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const searching: Actor = { person: anna, inItChannel: false, picker: 'organisation' };
const stranger = 'aaaaaaaa-0000-4000-8000-00000000cafe';
const handedTo = (person: string) =>
  ({ name: 'hand-over', submitted: { person, reason: 'Ik ben er die week niet' } }) as const;

describe('the people picker of Teams', () => {
  let app: TestApp;
  let ref: DutyRef;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    const { id } = await stage.openDuty(app, 'verify-change');
    ref = { tenant, id: defined(parseDutyId(id)) };
  });
  afterEach(() => app.stop());

  const asked = async () => {
    const services = app.services();
    const read = defined(await services.store.duties.load(ref));
    return {
      ...{ services, read, duty: read.value, actor: searching },
      reader: channelReader(services),
    };
  };
  const send = async (person: string) => {
    const { name, submitted } = handedTo(person);
    return sendForm({ ...(await asked()), submitted }, name);
  };
  const assignees = async () => (await stage.readDuty(app, ref.id)).assignees;

  it('is offered where the client has one, with those who are known at once', async () => {
    await stage.install(app, bramInTeams);

    const card = await openForm(await asked(), 'hand-over');

    const written = JSON.stringify(card);
    assert.ok(written.includes('"dataset":"graph.microsoft.com/users"'));
    assert.ok(written.includes(bramInTeams.name));
  });

  it('finds a colleague without the bot, who is named as the team of the IT channel knows them', async () => {
    await stage.useChannel(app, annaInTeams);

    await send(carlaInTeams.aadObjectId);

    const [assignee] = await assignees();
    assert.deepEqual([assignee?.aadObjectId, assignee?.name], [carla.aadObjectId, carla.name]);
  });

  it('hands over to somebody whom nobody knows by name, under the object id', async () => {
    await send(stranger);
    await app.idle();

    const [assignee] = await assignees();
    assert.equal(assignee?.aadObjectId, stranger);
    assert.equal(assignee.delivery, 'not-installed');
  });

  it('takes no other text for a person, and nothing changes', async () => {
    const card = await send('Carla <b>Smit</b>');

    assert.ok(JSON.stringify(card).includes('Kies een van de mogelijkheden'));
    assert.equal((await assignees())[0]?.aadObjectId, anna.aadObjectId);
  });
});

describe('a client of Teams', () => {
  const cases = [
    ['Windows', 'https://smba.trafficmanager.net/emea/', true],
    ['Mac', 'https://smba.trafficmanager.net/emea/', true],
    ['Web', 'https://smba.trafficmanager.net/emea/', true],
    ['iOS', 'https://smba.trafficmanager.net/emea/', undefined],
    ['Android', 'https://smba.trafficmanager.net/emea/', undefined],
    ['Web', 'http://localhost:56150/', undefined],
  ] as const;
  for (const [platform, serviceUrl, has] of cases) {
    it(`on ${platform} at ${new URL(serviceUrl).protocol} ${has ? 'has' : 'has no'} people picker`, () => {
      const activity = {
        type: 'message',
        text: 'hulp',
        recipient: { id: '28:bot', name: 'Shared Duty' },
        serviceUrl,
        from: { id: '29:1', name: 'Anna', aadObjectId: anna.aadObjectId },
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenant },
        entities: [{ type: 'clientInfo', platform }],
      };

      const incoming = readIncoming(activity);

      assert.equal(incoming.type === 'message' && incoming.from.picker, has);
    });
  }
});
