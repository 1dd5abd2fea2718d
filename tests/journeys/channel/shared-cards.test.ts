import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { changePolicy } from '../../../bot/casework/policy.ts';
import { changeRoster } from '../../../bot/casework/roster.ts';
import { changePlans } from '../../../bot/features/plans/run-plans.ts';
import { emptyPolicy, policyStamp, rulesOf } from '../../../bot/tenant/policy.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Plan } from '../../../bot/tenant/plans/plan.ts';
import { recurrenceOf } from '../../../bot/tenant/plans/recurrence.ts';
import { entryKey } from '../../../bot/tenant/roster/roster.ts';
import { anna, asked, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';
import type { Message } from '../../support/teams/connector.ts';

const inChannel = { in: itChannel };
const plan: Plan = {
  id: 'plan-1',
  kind: 'inform-staff',
  system: 'Unit4 HRM',
  title: 'Bijpraten over veilig werken',
  details: { topic: 'Veilig werken' },
  recurrence: recurrenceOf('month', '2027-01-01'),
  startsOn: '2027-01-01',
  lead: 3,
  owner: bram,
  assignees: [anna],
  paused: false,
};
const afas = { system: 'AFAS', kind: 'verify-change', responsible: carla } as const;

describe('a card that everybody in the IT channel reads', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const post = async (word: string): Promise<Message> =>
    defined((await stage.say(app, annaInTeams, word, inChannel)).at(-1));
  const reads = ({ id }: Message): string =>
    stage.readingOf(defined(app.connector.messagesIn(itChannel.id).find((one) => one.id === id)));
  const addToRoster = async () => {
    const change = { type: 'put', entry: afas, stamp: '' } as const;
    await changeRoster(app.services(), { tenant, change, by: bram });
    await app.idle();
  };
  const newest = 'overzicht';
  // It stands in the place of what whoever saved it was told, and says who that was.
  const whenSaved = /Laatste wijziging opgeslagen: maandag 23 november \d\d:\d\d, door Bram Jansen/;

  it('shows the roster as it was changed elsewhere, on each of its messages', async () => {
    const [older, newer] = [await post('rooster'), await post('rooster')];

    await addToRoster();

    for (const card of [older, newer]) {
      assert.ok(reads(card).includes('AFAS'), reads(card));
      assert.match(reads(card), whenSaved);
    }
  });

  it('shows what was laid down for data elsewhere', async () => {
    const card = await post('afspraken');
    const change = { type: 'domains', domains: ['unit4.example'] } as const;
    const stamp = policyStamp(rulesOf(emptyPolicy(tenant)), change);

    await changePolicy(app.services(), { tenant, change, stamp, by: bram });
    await app.idle();

    assert.ok(reads(card).includes('unit4.example'), reads(card));
    assert.match(reads(card), whenSaved);
  });

  it('shows a plan that was made elsewhere', async () => {
    const card = await post('plannen');

    await changePlans(app.services(), {
      tenant,
      change: { type: 'put', plan, stamp: 'none' },
      by: bram,
    });
    await app.idle();

    assert.ok(reads(card).includes(plan.title), reads(card));
    assert.match(reads(card), whenSaved);
  });

  it('shows within a minute on the overview what was opened and answered, with one edit for all of it', async () => {
    const card = await post(newest);
    const edits = () =>
      defined(app.connector.messagesIn(itChannel.id).find(({ id }) => id === card.id)).edits;
    await app.pass(60);
    const before = edits();

    const titles = [];
    for (const reference of ['CHG-1', 'CHG-2'])
      titles.push(
        (
          await stage.openDuty(app, 'verify-change', {
            ...asked(anna),
            reference,
            title: `Release ${reference}`,
          })
        ).title,
      );
    await app.pass(60);

    for (const title of titles) assert.ok(reads(card).includes(title), reads(card));
    assert.equal(edits() - before, 1);
    await app.pass(600);
    assert.equal(edits() - before, 1);
  });

  it('is up to date after the bot ended before it could be shown', async () => {
    const card = await post(newest);
    const { title } = await stage.openDuty(app, 'verify-change', asked(anna));

    await app.restart();
    await app.pass(60);

    assert.ok(reads(card).includes(title), reads(card));
  });

  it('that was deleted is forgotten, and holds up no other', async () => {
    const [gone, stays] = [await post('rooster'), await post('rooster')];
    app.connector.deleteMessage(gone);

    await addToRoster();

    const kept = await app.store.conversations.shared(tenant, 'roster');
    assert.deepEqual(
      kept?.value.map(({ activityId }) => activityId),
      [stays.id],
    );
    assert.ok(reads(stays).includes('AFAS'));
    assert.deepEqual(await app.store.deadLetters.parked(tenant, 10), []);
  });

  it('comes late where Teams asks to wait, and not at all to a channel that is the IT channel no more', async () => {
    const card = await post('rooster');
    app.connector.failNext({
      matching: ({ method }) => method === 'PUT',
      status: 429,
      headers: { 'retry-after': '30' },
    });
    await addToRoster();
    const early = reads(card);
    await app.pass(40);
    const late = reads(card);

    await stage.useChannel(app, annaInTeams, otherChannel);
    const change = { type: 'remove', key: entryKey(afas) } as const;
    await changeRoster(app.services(), { tenant, change, by: bram });
    await app.idle();

    assert.deepEqual([early.includes('AFAS'), late.includes('AFAS')], [false, true]);
  });

  it('is another thing in a personal chat: the overview there is a moment', async () => {
    await stage.say(app, annaInTeams, newest);

    assert.equal(await app.store.conversations.shared(tenant, 'overview'), undefined);
  });
});
