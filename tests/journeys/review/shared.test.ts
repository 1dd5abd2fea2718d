import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { reviewAccessTexts } from '../../../bot/kinds/review-access/texts.ts';
import { reviewTexts } from '../../../bot/views/review-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { inputs } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, bram, carla, defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const said = reviewTexts.nl.share;
const texts = reviewAccessTexts.nl;
const because = { reason: 'Dit is mijn eigen account' };

describe('a review of several people', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, carlaInTeams);
  });
  afterEach(() => app.stop());

  const row = (account: string, name: string, manager?: string) => ({
    account,
    name,
    role: 'Inkoper',
    ...(manager === undefined ? {} : { manager }),
  });
  const open = async (accounts: readonly object[], people = [anna, bram]) => {
    const assignees = people.map(({ aadObjectId, name }) => ({ aadObjectId, name }));
    const overrides = { details: { accounts: [...accounts] as never }, assignees };
    return (await stage.openDuty(app, 'review-access', overrides)).id;
  };
  const click = async (who: typeof annaInTeams, data: object): Promise<Card> =>
    defined((await stage.clickWith(app, { person: who, data })).card);
  /** Decides about the own rows, by their place on the list. */
  const decide = (
    who: typeof annaInTeams,
    id: string,
    decisions: Readonly<Record<number, string>>,
  ) =>
    click(who, {
      do: 'review-save',
      d: id,
      p: 0,
      to: -1,
      ...Object.fromEntries(Object.entries(decisions).map(([at, one]) => [`decision-${at}`, one])),
    });
  const handIn = (who: typeof annaInTeams, id: string) =>
    click(who, { do: 'review-hand-in', d: id });
  const share = (
    who: typeof annaInTeams,
    {
      id,
      to,
      more = {},
    }: {
      readonly id: string;
      readonly to: { aadObjectId: string };
      readonly more?: Record<string, string> | undefined;
    },
  ) => click(who, { do: 'review-share', d: id, person: to.aadObjectId, ...because, ...more });

  it('shows each the own rows only, and is done when everybody has handed in', async () => {
    const id = await open([
      row('a', 'Jan', anna.name),
      row('b', 'Mia', bram.name),
      row('c', 'Kim'),
    ]);

    const page = await click(bramInTeams, { do: 'review', d: id });
    await decide(bramInTeams, id, { 2: 'keep', 0: 'remove' });
    const own = await decide(bramInTeams, id, { 2: 'keep' });
    await handIn(bramInTeams, id);
    const half = (await stage.readDuty(app, id)).status;
    await decide(annaInTeams, id, { 0: 'keep', 1: 'keep' });
    await handIn(annaInTeams, id);

    const seen = inputs(page).flatMap(({ id: name }) => /^decision-(\d+)$/.exec(name)?.[1] ?? []);
    assert.deepEqual(seen, ['2']);
    assert.ok(stage.words(page).includes('Mia') && !stage.words(page).includes('Kim'));
    assert.ok(stage.words(own).includes(texts.page.progress(1, 1)));
    const { status, answers } = await stage.readDuty(app, id);
    assert.deepEqual([half, status], ['open', 'fulfilled']);
    assert.deepEqual(
      answers.map(({ values }) => (values as { accounts: number }).accounts),
      [1, 2],
    );
  });

  it('gives what one does not know to another, and the rest counts', async () => {
    const id = await open([row('a', 'Jan'), row('b', anna.name), row('c', 'Kim')], [anna]);
    await decide(annaInTeams, id, { 0: 'keep', 1: 'unknown', 2: 'remove' });

    const asked = await handIn(annaInTeams, id);
    const done = await share(annaInTeams, { id, to: bram });
    const taken = stage.shownTo(app, bramInTeams, id);
    await decide(bramInTeams, id, { 1: 'keep' });
    await handIn(bramInTeams, id);

    assert.ok(stage.words(asked).includes(said.intro(1)));
    assert.ok(stage.words(done).includes(said.shared(1, bram.name)));
    assert.ok(stage.words(taken).includes(texts.page.progress(0, 1)));
    const records = await stage.evidenceOf(app, id);
    const reassigned = defined(records.find(({ type }) => type === 'reassigned'));
    assert.deepEqual((reassigned.data as { rows: unknown }).rows, ['1']);
    const answers = records.filter(({ type }) => type === 'answered');
    assert.deepEqual(
      answers.map(({ data }) => (data as { attached: { decisions: unknown } }).attached.decisions),
      [
        [
          { account: 'a', decision: 'keep' },
          { account: 'c', decision: 'remove' },
        ],
        [{ account: 'b', decision: 'keep' }],
      ],
    );
    assert.equal((await stage.readDuty(app, id)).status, 'problem');
  });

  it('goes on for whoever had handed in and gets more', async () => {
    const id = await open([row('a', anna.name, anna.name), row('b', 'Mia', bram.name)]);
    await decide(bramInTeams, id, { 1: 'keep' });
    await handIn(bramInTeams, id);
    await decide(annaInTeams, id, { 0: 'unknown' });

    await share(annaInTeams, { id, to: bram });
    const more = stage.shownTo(app, bramInTeams, id);
    const between = (await stage.readDuty(app, id)).status;
    await decide(bramInTeams, id, { 0: 'keep' });
    await handIn(bramInTeams, id);

    assert.ok(stage.words(more).includes(texts.page.progress(1, 2)), stage.words(more));
    assert.equal(between, 'open');
    const { status, assignees } = await stage.readDuty(app, id);
    assert.deepEqual([status, assignees.map(({ name }) => name)], ['fulfilled', [bram.name]]);
  });

  it('gives nobody his own account to judge', async () => {
    const id = await open([row('a', bram.name), row('b', 'Kim')], [anna]);
    await decide(annaInTeams, id, { 0: 'unknown', 1: 'keep' });

    const again = await share(annaInTeams, { id, to: bram });
    const own = await share(annaInTeams, { id, to: anna });
    const done = await share(annaInTeams, { id, to: carla });

    assert.ok(stage.words(again).includes(said.ownRow(bram.name)));
    assert.ok(!stage.words(own).includes(said.shared(1, anna.name)));
    assert.ok(stage.words(done).includes(said.shared(1, carla.name)));
  });

  it('asks for a reason, and keeps what was typed', async () => {
    const id = await open([row('a', 'Jan'), row('b', 'Kim')], [anna]);
    await decide(annaInTeams, id, { 0: 'unknown', 1: 'keep' });

    const again = await share(annaInTeams, { id, to: bram, more: { reason: '' } });

    const person = inputs(again).find((input) => input.id === 'person');
    assert.equal(person?.json['value'], bram.aadObjectId);
    assert.deepEqual((await stage.readDuty(app, id)).answers, []);
  });

  it('can be handed in as it is by whoever knows nobody, and the IT channel sees that', async () => {
    const id = await open([row('a', anna.name), row('b', 'Kim')], [anna]);
    await decide(annaInTeams, id, { 0: 'unknown', 1: 'keep' });

    const asked = await handIn(annaInTeams, id);
    await click(annaInTeams, stage.buttonOf(asked, 'review-hand-in-all').data);
    await app.idle();

    const { status, answers } = await stage.readDuty(app, id);
    assert.deepEqual([status, answers[0]?.outcome], ['open', 'unable']);
    const channel = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.ok(channel.includes(texts.left.channel(1)));
  });

  describe('of which nobody could judge a part', () => {
    /** Anna decides about three accounts, one of which is her own, and knows nobody. */
    const handInAlone = async (): Promise<string> => {
      const id = await open([row('a', anna.name), row('b', 'Kim'), row('c', 'Mia')], [anna]);
      await decide(annaInTeams, id, { 0: 'unknown', 1: 'remove', 2: 'keep' });
      const asked = await handIn(annaInTeams, id);
      await click(annaInTeams, stage.buttonOf(asked, 'review-hand-in-all').data);
      await app.idle();
      return id;
    };
    const channelCard = () => defined(app.connector.messagesIn(itChannel.id).at(-1));
    const giveFromChannel = (id: string) =>
      stage.clickWith(app, {
        person: carlaInTeams,
        data: {
          do: 'form-send',
          d: id,
          f: 'hand-over',
          person: bram.aadObjectId,
          reason: 'Kent haar',
        },
        click: { when: { in: itChannel } },
      });

    it('does not count, whatever else was decided: the IT channel is asked for somebody', async () => {
      const id = await handInAlone();

      const { status, findings, answers } = await stage.readDuty(app, id);
      assert.deepEqual([status, findings, answers[0]?.outcome], ['open', [], 'unable']);
      const own = stage.words(stage.shownTo(app, annaInTeams, id));
      assert.ok(own.includes(texts.left.own(1)), own);
      const shown = stage.readingOf(channelCard());
      assert.ok(shown.includes(texts.left.channel(1)), shown);
    });

    it('goes to a colleague with that part only; then what has to go is handed out', async () => {
      const id = await handInAlone();

      await giveFromChannel(id);
      const taken = stage.shownTo(app, bramInTeams, id);
      const between = await stage.readDuty(app, id);
      const channel = stage.readingOf(channelCard());
      await decide(bramInTeams, id, { 0: 'keep' });
      await handIn(bramInTeams, id);

      assert.ok(stage.words(taken).includes(texts.page.progress(0, 1)), stage.words(taken));
      assert.deepEqual(
        between.assignees.map(({ name }) => name),
        [anna.name, bram.name],
      );
      assert.equal(between.status, 'problem');
      assert.ok(!channel.includes(texts.left.channel(1)), channel);
      const removals = await click(annaInTeams, { do: 'review-removals', d: id });
      assert.ok(stage.words(removals).includes('Kim'));
      assert.ok(!stage.words(removals).includes(reviewTexts.nl.removals.waits));
      const records = await stage.evidenceOf(app, id);
      assert.deepEqual(
        records
          .filter(({ type }) => type === 'reassigned' || type === 'answered')
          .map(({ type, by, outcome, data }) => [
            type,
            by?.name,
            outcome,
            (data as { via?: string }).via,
          ]),
        [
          ['answered', anna.name, 'unable', 'card'],
          ['reassigned', carla.name, undefined, undefined],
          ['answered', anna.name, 'problem', 'earlier'],
          ['answered', bram.name, 'fulfilled', 'card'],
        ],
      );
    });

    it('can be given on by the reviewer as well', async () => {
      const id = await handInAlone();

      await click(annaInTeams, {
        do: 'form-send',
        d: id,
        f: 'hand-over',
        person: bram.aadObjectId,
        reason: 'Kent mij',
      });

      const taken = stage.words(stage.shownTo(app, bramInTeams, id));
      assert.ok(taken.includes(texts.page.progress(0, 1)), taken);
    });
  });

  it('is of everybody: a row that none of them knows is left, one that another judged is not', async () => {
    const accounts = [row('a', anna.name), row('b', 'Kim')];
    const assignees = [anna, bram].map(({ aadObjectId, name }) => ({ aadObjectId, name }));
    const details = { details: { accounts: accounts as never }, assignees, rule: 'all' as const };
    const outcomesAfter = async (bramsDecision: string): Promise<string> => {
      const { id } = await stage.openDuty(app, 'review-access', details);
      await decide(annaInTeams, id, { 0: 'unknown', 1: 'remove' });
      await handIn(annaInTeams, id);
      await decide(bramInTeams, id, { 0: bramsDecision, 1: 'remove' });
      await handIn(bramInTeams, id);
      return (await stage.readDuty(app, id)).answers.map(({ outcome }) => outcome).join();
    };

    assert.equal(await outcomesAfter('keep'), 'problem,problem');
    assert.equal(await outcomesAfter('unknown'), 'problem,unable');
  });

  it('is shared out by nobody who is not asked', async () => {
    const id = await open([row('a', 'Jan')], [anna]);
    await decide(annaInTeams, id, { 0: 'unknown' });

    const stranger = await share(carlaInTeams, { id, to: bram });

    assert.ok(stage.words(stranger).includes('niet op jouw naam'));
    assert.equal((await stage.readDuty(app, id)).assignees.length, 1);
  });
});
