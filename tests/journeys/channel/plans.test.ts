import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import fc from 'fast-check';
import { dutyKinds, kindOf, parseKind } from '../../../bot/kinds/index.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { planTexts } from '../../../bot/features/plans/texts.ts';
import { buttons } from '../../../bot/views/buttons.ts';
import { planDefaults } from '../../../bot/tenant/plans/defaults.ts';
import { changeRoster } from '../../../bot/casework/roster.ts';
import { runPlans } from '../../../bot/features/plans/run-plans.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf, inputs } from '../../support/cards/card-reader.ts';
import { typedSoFar } from '../../support/cards/form-pages.ts';
import { annaInTeams, bramInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';
import { anna, bram, defined, tenant } from '../../support/duties/duties.ts';
import { verdictOn } from '../../support/duties/evidence.ts';
import * as stage from '../../support/stage.ts';

const said = planTexts.nl;
const inChannel = { in: itChannel };
/** What has to be filled in beside the proposal of a kind. */
const missing: Readonly<Record<string, Answers>> = {
  'read-agreement': { 'detail-url': 'https://voorbeeld.nl/overeenkomst' },
};

describe('plans in the IT channel', () => {
  let app: TestApp;
  beforeEach(async () => {
    // Monday 23 November 2026, half past nine in Amsterdam.
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const clicking = (card: Card, title: string, answers: Answers = {}): Promise<Card> =>
    stage.clickOn(app, bramInTeams, { card, title, answers });
  const plans = (word = 'plannen'): Promise<Card> => stage.cardSaid(app, bramInTeams, word);
  const proposal = async (kind: string): Promise<Card> =>
    clicking(await clicking(await plans(), said.add), said.onwards, { k: kind });
  const first = {
    system: 'Unit4 HRM',
    startsOn: '2026-12-01',
    lead: '3',
    assignee: anna.aadObjectId,
  };
  const save = async (answers: Answers = {}, kind = 'inform-staff'): Promise<Card> =>
    clicking(await proposal(kind), said.save, { ...first, ...answers });
  const idIn = (card: Card): string =>
    String(defined(inputs(card).find(({ id }) => id === 'e')).choices[0]?.value);
  const become = async (written: string) => {
    app.clock.set(toInstant(DateTime.fromISO(written, { zone: 'Europe/Amsterdam' })));
    await app.pass(60);
  };
  /** What was opened, beside what the bot asks of itself at the end of a quarter. */
  const duties = async () => {
    const { body } = await app.api('GET', '/api/v1/duties');
    const { duties: all } = body as {
      duties: readonly { id: string; title: string; dueOn: string; kind: string }[];
    };
    return all.filter(({ kind }) => parseKind(kind) !== undefined);
  };
  const records = async () => {
    const { text } = await app.api('GET', '/api/v1/evidence');
    assert.equal((await verdictOn(text)).type, 'whole');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    return lines.filter(({ reference }) => reference === 'plans');
  };
  const inItChannel = (text: string) =>
    app.connector
      .messagesIn(itChannel.id)
      .map(stage.readingOf)
      .filter((read) => read.includes(text));

  for (const { kind } of dutyKinds) {
    it(`(${kind}) begin with a proposal that is complete but for what only the organisation knows`, async () => {
      const form = await proposal(kind);

      const saved = await clicking(form, said.save, { ...first, lead: '10', ...missing[kind] });

      assert.ok(stage.words(saved).includes(said.done), stage.words(saved));
      const { owner } = typedSoFar(form);
      assert.equal(owner, bram.aadObjectId, 'whoever makes it is proposed as owner');
      await become('2026-12-01T08:00');
      const [duty] = await duties();
      if (kindOf(kind).byRow) assert.equal(duty, undefined);
      else assert.ok(duty?.kind === kind && !duty.title.includes('{'), duty?.title);
    });
  }

  it('open a duty so many working days before it is due, once, also for two instances', async () => {
    const saved = await save();

    await become('2026-11-26T07:58');
    const early = await duties();
    // Both look at the plans before either has noted that it was opened.
    app.clock.set(toInstant(DateTime.fromISO('2026-11-26T08:00', { zone: 'Europe/Amsterdam' })));
    await Promise.all([runPlans(app.services(), tenant), runPlans(app.services(), tenant)]);
    await app.idle();
    await app.restart();
    await app.pass(60);

    assert.ok(stage.words(saved).includes(said.next('dinsdag 1 december')), stage.words(saved));
    assert.deepEqual(early, []);
    const [duty, ...more] = await duties();
    assert.deepEqual(more, []);
    assert.equal(duty?.dueOn, '2026-12-01');
    assert.equal(stage.cardsTo(app, annaInTeams, defined(duty).id).length, 1);
    const [opened] = await stage.evidenceOf(app, defined(duty).id);
    assert.deepEqual([opened?.type, opened?.by], ['opened', undefined]);
  });

  it('do not open again what they opened when they are changed after that', async () => {
    const saved = await save();
    await become('2026-11-26T08:00');

    const form = await clicking(saved, said.change, { e: idIn(saved) });
    await clicking(form, said.save, { system: 'Unit4 Financials' });
    await app.pass(120);

    assert.equal((await duties()).length, 1);
    assert.ok(!stage.words(await plans()).includes(said.paused));
  });

  it('catch up once after days in which nothing ran', async () => {
    await save({ rhythm: 'week' });

    await become('2027-01-20T12:00');

    const [duty, ...more] = await duties();
    assert.deepEqual(more, []);
    assert.ok(defined(duty).dueOn > '2027-01-20');
  });

  it('show their next five dates before and after they are saved', async () => {
    const tried = await clicking(await proposal('inform-staff'), said.tryOut, {
      ...first,
      own: 'elke eerste maandag',
    });
    const saved = await clicking(tried, said.save);
    const shown = await clicking(saved, said.tryOut, { e: idIn(saved) });

    for (const card of [tried, shown]) {
      const read = stage.words(card);
      assert.ok(read.includes(said.date('maandag 7 december', 'woensdag 2 december')), read);
      assert.equal(read.split('gaat open op').length - 1, 5);
    }
    assert.equal((await records()).length, 1);
    assert.equal(typedSoFar(tried)['system'], first.system);
    assert.match(stage.words(saved), /elke eerste maandag van de maand/);
  });

  it('are changed, paused, resumed and removed, each as evidence', async () => {
    const saved = await save();
    const id = idIn(saved);
    const changed = await clicking(await clicking(saved, said.change, { e: id }), said.save, {
      title: 'Iets anders',
    });
    const paused = await clicking(changed, said.pauseOrResume, { e: id });
    await become('2026-12-02T12:00');
    const whilePaused = await duties();
    const resumed = await clicking(await plans('Plans'), said.pauseOrResume, { e: id });
    await app.pass(120);
    const afterwards = await duties();
    const gone = await clicking(await clicking(resumed, said.change, { e: id }), said.remove);

    assert.ok(stage.words(changed).includes('Iets anders'));
    assert.ok(stage.words(paused).includes(said.paused));
    assert.deepEqual(
      [whilePaused, afterwards],
      [[], []],
      'what was not wanted is not caught up on',
    );
    for (const told of [said.removed, said.empty]) assert.ok(stage.words(gone).includes(told));
    assert.deepEqual(
      (await records()).map(({ type, kind, system }) => [type, kind, system]),
      Array(5).fill(['reassigned', 'inform-staff', first.system]),
    );
  });

  it('ask whoever the roster names, and tell the channel once a day when that is nobody', async () => {
    await save({ assignee: '' });

    await become('2026-11-26T08:00');
    await become('2026-11-26T12:00');
    const told = inItChannel('er is niemand om te vragen').length;
    await become('2026-11-27T12:00');
    const entry = { system: first.system, kind: '*', responsible: bram } as const;
    await changeRoster(app.services(), {
      tenant,
      change: { type: 'import', entries: [entry], mode: 'add' },
      by: anna,
    });
    await app.pass(60);

    assert.deepEqual([told, inItChannel('er is niemand om te vragen').length], [1, 2]);
    assert.equal((await duties()).length, 1);
  });

  it('for a review ask the channel for a fresh list of accounts', async () => {
    await save({ title: 'Toegang {kwartaal}' }, 'review-access');

    await become('2026-11-26T08:00');
    await become('2026-11-26T08:30');

    const [message, ...more] = app.connector
      .messagesIn(itChannel.id)
      .filter((one) => stage.readingOf(one).includes('verse lijst'));
    assert.deepEqual(more, []);
    const form = await clicking(cardOf(defined(message).activity), said.openList);
    assert.ok(stage.offers(form, 'new-duty-open'));
  });

  it('bring their form back with what is wrong, and nothing is planned', async () => {
    const wrong = await save({ startsOn: '2026-11-20', own: 'FREQ=HOURLY' });
    const twice = await save({ second: anna.aadObjectId });
    const long = await save({ lead: '99' });

    for (const message of [said.pastStart, said.wrongRule])
      assert.ok(stage.words(wrong).includes(message), message);
    assert.ok(stage.words(twice).includes(said.samePerson));
    assert.ok(stage.offers(wrong, 'plan-send') && stage.offers(long, 'plan-send'));
    assert.deepEqual(await records(), []);
  });

  it('are not overwritten without a word by somebody who saw an older one', async () => {
    const saved = await save();
    const one = await clicking(saved, said.change, { e: idIn(saved) });
    const other = await clicking(saved, said.change, { e: idIn(saved) });

    await clicking(one, said.save, { title: 'Van de een' });
    const refused = await clicking(other, said.save, { title: 'Van de ander' });

    assert.ok(stage.words(refused).includes(said.verdicts['changed-since']));
    assert.equal(typedSoFar(refused)['title'], 'Van de een');
  });

  it('are made once by two clicks on the same form', async () => {
    const form = await proposal('inform-staff');

    await Promise.all([clicking(form, said.save, first), clicking(form, said.save, first)]);

    assert.equal((await records()).length, 1);
  });

  it('can be seen and changed nowhere else, not even with the data of their own cards', async () => {
    const form = await proposal('inform-staff');
    const { data } = defined(actions(form).find(({ title }) => title === said.save));

    const [elsewhere] = await stage.say(app, bramInTeams, 'plannen', { in: otherChannel });
    const clicks = await Promise.all(
      [{}, { in: otherChannel }].flatMap((when) =>
        [
          { ...data, ...first },
          ...['plans', 'plan-form', 'plan-try', 'plan-pause', 'plan-remove'].map((verb) => ({
            do: verb,
          })),
        ].map((sent) => stage.clickWith(app, { person: bramInTeams, data: sent, click: { when } })),
      ),
    );

    const refusal = chatTexts.nl.onlyInItChannel;
    assert.ok(stage.readingOf(defined(elsewhere)).includes(refusal));
    for (const { card } of clicks) assert.ok(card && stage.words(card).includes(refusal));
    assert.deepEqual(await records(), []);
  });
});

describe('whatever is sent from the IT channel to change plans and roster', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
  });
  after(() => app.stop());

  it('is answered with a card that Teams takes, and never with an error', async () => {
    const long = 'x'.repeat(8000);
    const value = fc.oneof(
      fc.constantFrom(
        'entry',
        'change',
        'offices',
        'list',
        'kind',
        'new',
        'try',
        '*',
        'week',
        'add',
      ),
      fc.constantFrom('2026-12-01', '2026-02-31', '', '5', '60', 'FREQ=DAILY', 'none', 'Anna'),
      fc.constantFrom(anna.aadObjectId, bram.aadObjectId, ...dutyKinds.map(({ kind }) => kind)),
      fc.constantFrom(long, 'é"\n;'.repeat(1500), '=1;*;Anna de Vries\n'.repeat(300)),
      fc.constantFrom(-1, 0, 1e9, 1.5, null, true),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const names = fc.constantFrom(
      ...[
        'f',
        'e',
        'h',
        'k',
        'n',
        'p',
        't',
        'system',
        'kind',
        'responsible',
        'substitute',
        'awayFrom',
      ],
      ...[
        'awayTo',
        'mode',
        'csv',
        'privacy',
        'title',
        'rhythm',
        'startsOn',
        'own',
        'lead',
        'owner',
      ],
      ...[
        'assignee',
        'second',
        'rule',
        'detail-topic',
        'detail-data',
        'detail-checks',
        'detail-url',
      ],
    );
    const whole = {
      system: 'A',
      kind: '*',
      responsible: anna.aadObjectId,
      title: 'B',
      rhythm: 'week',
    };
    const plausible = { ...whole, startsOn: '2026-12-01', lead: '5', owner: anna.aadObjectId };
    const verb = fc.constantFrom(
      ...Object.values(buttons)
        .map(({ verb }) => verb)
        .filter((name) => /^(roster|plan)/.test(name)),
    );
    const data = fc.dictionary(names, value, { maxKeys: 8 });

    await fc.assert(
      fc.asyncProperty(verb, data, fc.boolean(), async (does, sent, likely) => {
        const click = { ...(likely ? plausible : {}), ...sent, do: does };
        const { status, card } = await stage.clickWith(app, {
          person: bramInTeams,
          data: click,
          click: {
            when: inChannel,
          },
        });

        assert.equal(status, 200);
        assert.ok(card);
      }),
      { numRuns: 300, seed: 20261123 },
    );

    assert.deepEqual(
      app.lines.filter(({ level }) => Number(level) >= 50),
      [],
    );
  });
});

describe('the proposals for plans', () => {
  it('name every kind in both languages', () => {
    for (const [name, { title, lead }] of Object.entries(planDefaults)) {
      assert.ok(parseKind(name) && lead > 0 && title.nl !== '' && title.en !== '');
    }
  });
});
