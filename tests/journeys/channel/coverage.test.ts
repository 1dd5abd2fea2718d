import { vendor } from '../../support/vendor/api.ts';
import { words } from '../../../bot/views/texts.ts';
import { turnTexts } from '../../../bot/views/duty/turn-texts.ts';
import { parsePersonId } from '../../../bot/duty/ids.ts';
import type { Instant } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { kindOf } from '../../../bot/kinds/index.ts';
import { nilReturnTexts } from '../../../bot/kinds/nil-return/texts.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { newDutyTexts } from '../../../bot/features/new-duty/texts.ts';
import { coverageTexts } from '../../../bot/features/overview/coverage/texts.ts';
import { quarterTick } from '../../../bot/features/overview/nil-returns.ts';
import { changeRoster, readRoster } from '../../../bot/casework/roster.ts';
import { entryKey, entryStamp } from '../../../bot/tenant/roster/roster.ts';
import { DateTime } from 'luxon';
import { personalConversation } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { cardFaults, cardOf, inputs, press, texts } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Message } from '../../support/teams/connector.ts';
import { anna, bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const at = (written: string): Instant => toInstant(DateTime.fromISO(written));
const works = { 'checks-0': 'ok', outcome: 'works' };
const names = { nl: kindOf('verify-change').words('nl').name, en: 'Verify a change' };

describe('the coverage map', () => {
  let app: TestApp | undefined;
  afterEach(async () => {
    await app?.stop();
    app = undefined;
  });

  /** A year with duties in three quarters: answered in time, answered late, and open. */
  async function aYear(): Promise<TestApp> {
    const running = await startApp({ now: at('2026-02-10T09:00:00Z') });
    app = running;
    await stage.install(running, annaInTeams, { locale: 'nl-NL' });
    await stage.useChannel(running, annaInTeams);
    const answer = async (dueOn: string) => {
      const { id } = await stage.openDuty(running, 'verify-change', { dueOn });
      const message = stage.cardTo(running, annaInTeams, id);
      await stage.click(running, {
        person: annaInTeams,
        message,
        click: { verb: 'answer', answers: works },
      });
    };
    await answer('2026-02-20');
    running.clock.set(at('2026-05-12T09:00:00Z'));
    await answer('2026-05-20');
    await answer('2026-05-11');
    running.clock.set(at('2026-11-23T08:30:00Z'));
    await stage.openDuty(running, 'verify-change', { dueOn: '2026-11-20' });
    await stage.openDuty(running, 'verify-change', { dueOn: '2026-12-03' });
    return running;
  }

  /** The squares of a kind, as they stand on the card. */
  function squaresOf(card: Card, name: string): readonly string[] {
    const seen = texts(card);
    const row = seen.lastIndexOf(name);
    return seen.slice(row + 1, row + 5);
  }

  for (const word of ['status', 'overzicht']) {
    for (const [language, locale] of [
      ['nl', 'nl-NL'],
      ['en', 'en-GB'],
    ] as const) {
      it(`comes with “${word}” in a personal chat, in the reader’s language (${language})`, async () => {
        const running = await aYear();

        const [shown] = await stage.say(running, annaInTeams, word, { locale });
        const card = cardOf(defined(shown).activity);

        assert.deepEqual(cardFaults(card), []);
        assert.ok(texts(card).includes(coverageTexts[language].title));
        assert.deepEqual(squaresOf(card, names[language]), ['✔ 1/1', '✔ 2/2', '□', '⚠ 0/2']);
        const { name } = kindOf('confirm-restore').words(language);
        assert.deepEqual(squaresOf(card, name), ['□', '□', '□', '…']);
      });
    }
  }

  it('comes in the channel too, and says of each quarter all that was counted', async () => {
    const running = await aYear();

    const [shown] = await stage.say(running, annaInTeams, 'overzicht', { in: itChannel });
    const message = defined(shown);
    const now = await stage.click(running, {
      person: annaInTeams,
      message,
      click: { verb: 'coverage' },
    });
    const back = { verb: 'coverage', where: (data: Card) => data['q'] === '2026-Q3' } as const;
    const third = await stage.click(running, {
      person: annaInTeams,
      message,
      click: back,
      shown: now.card,
    });
    const further = { verb: 'coverage', where: (data: Card) => data['q'] === '2026-Q2' } as const;
    const second = await stage.click(running, {
      person: annaInTeams,
      message,
      click: further,
      shown: third.card,
    });

    assert.deepEqual(squaresOf(cardOf(message.activity), names.nl)[3], '⚠ 0/2');
    const read = [now, third, second].map(({ card }) => stage.words(defined(card)));
    assert.ok(read[0]?.includes('1 verwacht · 2 gevraagd · 0 beantwoord · 1 nog open en te laat'));
    assert.ok(read[1]?.includes('nog niets gevraagd'));
    assert.ok(read[2]?.includes('2 gevraagd · 2 beantwoord · 1 te laat beantwoord'));
    assert.ok(read[0]?.includes(coverageTexts.nl.earlier));
    // The chart, and the words that stand in its place.
    assert.ok(read[2]?.includes('1 op tijd · 1 te laat beantwoord'));
  });

  it('shows the present quarter for a button that names none', async () => {
    const running = await aYear();

    const reply = await stage.clickWith(running, {
      person: annaInTeams,
      data: { do: 'coverage', q: '1999-Q9' },
    });

    assert.ok(stage.words(defined(reply.card)).includes('Kwartaal 4 van 2026'));
  });

  it('is the same after a restart', async () => {
    const running = await aYear();
    const shown = async () => {
      const [message] = await stage.say(running, annaInTeams, 'status');
      return texts(cardOf(defined(message).activity));
    };
    const before = await shown();

    await running.restart();
    const restarted = await shown();

    assert.deepEqual(restarted, before);
  });
});

describe('a quarter without a duty', () => {
  let app: TestApp;
  afterEach(() => app.stop());
  const over = at('2026-10-01T07:00:00Z');

  /** Anna made the channel in July and answered one change; it is the night before the first working day. */
  async function endOfQuarter(): Promise<void> {
    app = await startApp({ now: at('2026-07-15T08:00:00Z') });
    await stage.install(app, annaInTeams, { locale: 'nl-NL' });
    await stage.install(app, bramInTeams, { locale: 'en-GB' });
    await stage.useChannel(app, annaInTeams);
    await stage.openDuty(app, 'verify-change', { dueOn: '2026-07-20' });
    app.clock.set(at('2026-10-01T06:59:00Z'));
    await app.pass(1);
  }
  const isQuestion = (message: Message): boolean =>
    [nilReturnTexts.nl, nilReturnTexts.en].some(({ fields }) =>
      stage.readingOf(message).includes(fields.outcome.label),
    );
  const questionsTo = (person: typeof annaInTeams): readonly Message[] =>
    app.connector.messagesIn(personalConversation(person)).filter(isQuestion);
  async function nine(): Promise<void> {
    app.clock.set(over);
    await app.pass(3600);
  }

  it('asks at nine on the first working day, of every kind that had none, and once', async () => {
    await endOfQuarter();
    const before = questionsTo(annaInTeams).length;

    await nine();
    const asked = questionsTo(annaInTeams).map(stage.readingOf);
    await app.pass(7200);
    await app.restart();
    await app.pass(120);

    assert.equal(before, 0);
    const { events } = nilReturnTexts.nl;
    const about = Object.entries(events).filter(([, event]) =>
      asked.some((read) => read.includes(event)),
    );
    assert.deepEqual(about.map(([kind]) => kind).sort(), [
      'confirm-restore',
      'read-agreement',
      'transfer-securely',
      'verify-incident',
    ]);
    assert.equal(asked.length, 4);
    assert.equal(questionsTo(annaInTeams).length, 4);
  });

  it('asks once where two instances look at the same moment', async () => {
    await endOfQuarter();
    app.clock.set(over);

    const looks = [1, 2, 3].map(() => quarterTick(app.services(), tenant));
    await Promise.all(looks);
    await app.idle();

    assert.equal(questionsTo(annaInTeams).length, 4);
  });

  it('asks whom the roster names for the kind, in that person’s language', async () => {
    await endOfQuarter();
    const entry = { system: '*', kind: 'confirm-restore', responsible: bram } as const;
    const put = { type: 'put', entry, stamp: 'none' } as const;
    await changeRoster(app.services(), { tenant, change: put, by: bram });

    await nine();

    assert.equal(questionsTo(annaInTeams).length, 3);
    const [toBram, ...more] = questionsTo(bramInTeams).map(stage.readingOf);
    assert.equal(more.length, 0);
    assert.ok(toBram?.includes(nilReturnTexts.en.events['confirm-restore']));
  });

  it('asks system by system where the roster names systems, ticked on one card, and what is left of each person who answers for it', async () => {
    await endOfQuarter();
    const named = ['Unit4 HR', 'Unit4 Financials', 'Portaal', 'Archief', 'Kassa'];
    const roster = named.map((system) => ({
      system,
      responsible: system === 'Archief' ? bram : anna,
    }));
    for (const { system, responsible } of roster) {
      const entry = { system, kind: '*', responsible } as const;
      const put = { type: 'put', entry, stamp: 'none' } as const;
      await changeRoster(app.services(), { tenant, change: put, by: bram });
    }

    await nine();
    const cards = stage.cardsTo(app, annaInTeams);
    const change = defined(cards.find((one) => stage.readingOf(one).includes('CHG-4711')));
    const said = { verb: 'answer', answers: works };
    await stage.click(app, { person: annaInTeams, message: change, click: said });

    // Financials had a change in July; of the other kinds no system had any.
    const asked = questionsTo(annaInTeams);
    assert.deepEqual([asked.length, questionsTo(bramInTeams).length], [5, 5]);
    const aboutChange = (message: Message): boolean =>
      stage.readingOf(message).includes('wijziging van een systeem');
    const question = defined(asked.find(aboutChange));
    const read = stage.readingOf(question);
    assert.ok(
      read.includes('voor 3 systemen niemand') && read.includes('Kassa, Portaal, Unit4 HR'),
      read,
    );

    // Meanwhile the portal went to Bram, and the till to nobody.
    const before = await readRoster(app.services(), tenant);
    const entryOf = (system: string) =>
      defined(before.entries.find((entry) => entry.system === system));
    const changes = [
      { type: 'remove' as const, key: entryKey(entryOf('Kassa')) },
      {
        type: 'put' as const,
        key: entryKey(entryOf('Portaal')),
        stamp: entryStamp(entryOf('Portaal')),
        entry: { ...entryOf('Portaal'), responsible: bram },
      },
    ];
    for (const change of changes) await changeRoster(app.services(), { tenant, change, by: bram });
    const step = await stage.click(app, {
      person: annaInTeams,
      message: question,
      click: { verb: 'answer', where: ({ outcome }) => outcome === 'none' },
    });
    const ticks = defined(inputs(defined(step.card))[0]);
    assert.deepEqual([ticks.id, ticks.json['value']], ['systems-none', '0,1,2']);
    const record = press(defined(step.card), words.nl.record, { 'systems-none': '2' });
    await stage.clickWith(app, { person: annaInTeams, data: record.data });

    const id = defined(/"d":"(d[a-f0-9]{24})"/.exec(JSON.stringify(question.activity))?.[1]);
    const recorded = (await stage.evidenceOf(app, id)).find(({ type }) => type === 'answered');
    assert.deepEqual(JSON.parse(JSON.stringify(recorded?.data)).values, {
      outcome: 'none',
      systems: [{ line: 'Unit4 HR', value: 'none' }],
    });
    // What was not ticked is no confirmation: it is asked by itself, and the square waits for it.
    const own = defined(questionsTo(annaInTeams).filter(aboutChange).at(-1));
    assert.ok(stage.readingOf(own).includes('voor Kassa niemand'), stage.readingOf(own));
    // The card of the answer says so: what is left, whose it is, until when, and the way to it.
    const answered = defined(stage.cardsTo(app, annaInTeams).find((one) => one.id === question.id));
    const left = stage.readingOf(answered);
    for (const told of [
      '✔ Bevestigd voor 1 van 3 systemen',
      '**Klaar voor Unit4 HR.**',
      'Nog apart gevraagd: Kassa aan jou, uiterlijk',
      'Portaal aan Bram',
    ])
      assert.ok(left.includes(told), left);
    assert.ok(!left.includes(turnTexts.nl.nothingLeft) && !left.includes('niets meer'), left);
    const goTo = press(cardOf(answered.activity), turnTexts.nl.goTo('Kassa'));
    const opened = await stage.clickWith(app, { person: annaInTeams, data: goTo.data });
    assert.ok(texts(defined(opened.card)).join('\n').includes('voor Kassa niemand'));
    const rest = defined(questionsTo(bramInTeams).at(-1));
    assert.ok(
      stage.readingOf(rest).includes('for Portaal, nobody was asked about a change to a system'),
    );
    const square = async () => {
      const [shown] = await stage.say(app, annaInTeams, 'overzicht');
      const seen = texts(cardOf(defined(shown).activity));
      const row = seen.lastIndexOf(names.nl);
      return [seen[row + 3], seen.filter((line) => line.startsWith('∅ Q3 2026')).join('\n')];
    };
    const [state, told] = await square();
    assert.ok(state?.startsWith('◔'), state);
    assert.ok(told?.includes('Unit4 HR: er was niets, bevestigd door'), told);
    await stage.click(app, {
      person: bramInTeams,
      message: rest,
      click: { verb: 'answer', answers: { outcome: 'none' } },
    });
    assert.ok((await square())[1]?.includes('Portaal: er was niets, bevestigd door'));
  });

  it('fills the square with the name of whoever confirms that there was none', async () => {
    await endOfQuarter();
    await nine();
    const question = defined(
      questionsTo(annaInTeams).find((message) =>
        stage.readingOf(message).includes(nilReturnTexts.nl.events['confirm-restore']),
      ),
    );

    await stage.click(app, {
      person: annaInTeams,
      message: question,
      click: { verb: 'answer', answers: { outcome: 'none' } },
    });

    const [shown] = await stage.say(app, annaInTeams, 'overzicht');
    const seen = texts(cardOf(defined(shown).activity));
    const row = seen.lastIndexOf(kindOf('confirm-restore').words('nl').name);
    assert.deepEqual(seen.slice(row + 1, row + 5), ['–', '–', '∅', '…']);
    assert.ok(seen.some((line) => line.startsWith('∅ Q3 2026') && line.includes(annaInTeams.name)));
    const figures = await stage.click(app, {
      person: annaInTeams,
      message: defined(shown),
      click: { verb: 'coverage' },
    });
    assert.ok(stage.words(defined(figures.card)).includes('Kwartaal 4 van 2026'));
  });

  it('makes a problem of one that nobody checked, with a way to open it in the IT channel', async () => {
    await endOfQuarter();
    await nine();
    const question = defined(
      questionsTo(annaInTeams).find((message) =>
        stage.readingOf(message).includes(nilReturnTexts.nl.events['verify-incident']),
      ),
    );
    const answers = { outcome: 'one', what: 'INC-3141, salarisrun van augustus' };

    await stage.click(app, {
      person: annaInTeams,
      message: question,
      click: { verb: 'answer', answers },
    });

    const [shown] = await stage.say(app, annaInTeams, 'overzicht');
    const seen = texts(cardOf(defined(shown).activity));
    const row = seen.lastIndexOf(kindOf('verify-incident').words('nl').name);
    assert.equal(seen[row + 3], '✖');
    const inChannel = app.connector
      .messagesIn(itChannel.id)
      .filter((message) => stage.readingOf(message).includes('INC-3141'));
    const card = defined(inChannel[0]);
    const opening = { verb: 'new-duty-form', when: { in: itChannel } };
    const form = await stage.click(app, { person: annaInTeams, message: card, click: opening });
    const { name } = kindOf('verify-incident').words('nl');
    assert.ok(stage.words(defined(form.card)).includes(name));
  });

  it('asks nothing where the bot was first used after the quarter', async () => {
    app = await startApp({ now: at('2026-10-01T08:00:00Z') });
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);

    await app.pass(7200);

    assert.equal(questionsTo(annaInTeams).length, 0);
  });

  it('waits for somebody who can be asked', async () => {
    app = await startApp({ now: at('2026-07-15T08:00:00Z') });
    await stage.install(app, annaInTeams, { locale: 'nl-NL' });
    await stage.openDuty(app, 'verify-change', { dueOn: '2026-07-20' });
    await nine();
    const before = questionsTo(annaInTeams).length;

    await stage.useChannel(app, annaInTeams);
    await app.pass(3600);

    assert.deepEqual([before, questionsTo(annaInTeams).length], [0, 4]);
  });

  it('is the customer’s own: the vendor does not see it, and cannot withdraw it', async () => {
    await endOfQuarter();
    await nine();
    const [question] = questionsTo(annaInTeams);
    const id = /"d":"(d[a-f0-9]{24})"/.exec(JSON.stringify(question?.activity))?.[1] ?? '';

    const own = { authorization: `Bearer ${vendor.secret}` };
    const listed = await app.api('GET', '/api/v1/duties', undefined, own);
    const open = await app.api('GET', '/api/v1/duties?status=open', undefined, own);
    const read = await app.api('GET', `/api/v1/duties/${id}`, undefined, own);
    const reason = { reason: 'niet nodig' };
    const withdrawn = await app.api('POST', `/api/v1/duties/${id}/withdraw`, reason);

    assert.deepEqual(
      [listed.text, open.text].filter((text) => text.includes('nil-return')),
      [],
    );
    assert.ok(listed.text.includes('verify-change'));
    assert.deepEqual([read.status, withdrawn.status], [404, 404]);
    const records = await stage.evidenceOf(app, id);
    assert.deepEqual(
      records.map(({ type, kind }) => [type, kind]),
      [
        ['opened', 'nil-return'],
        ['delivered', 'nil-return'],
      ],
    );
  });

  it('is not opened through the API, nor by hand', async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
    const details = { kind: 'verify-change', quarter: '2026-Q3' };
    const assignees = [{ aadObjectId: parsePersonId(annaInTeams.aadObjectId) }];
    const body = {
      kind: 'nil-return',
      system: 'x',
      reference: 'x',
      title: 'x',
      dueOn: '2026-12-03',
    };

    const key = { 'idempotency-key': 'nil' };
    const reply = await app.api('POST', '/api/v1/duties', { ...body, assignees, details }, key);
    const when = { in: itChannel };
    const form = await stage.clickWith(app, {
      person: annaInTeams,
      data: { do: 'new-duty-form', kind: 'nil-return' },
      click: { when },
    });

    assert.equal(reply.status, 400);
    assert.match(reply.text, /"path":"kind"/);
    assert.ok(stage.words(defined(form.card)).includes(newDutyTexts.nl.whichKind));
  });
});
