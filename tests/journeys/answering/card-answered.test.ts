import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { KindName } from '../../../bot/kinds/index.ts';
import { dutyKinds, kindOf } from '../../../bot/kinds/index.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers } from '../../support/cards/card-reader.ts';
import { cardOf } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram, defined, detailsOf } from '../../support/duties/duties.ts';
import { goodAnswers } from '../../support/duties/answers.ts';
import * as stage from '../../support/stage.ts';

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

describe('a duty of the vendor', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ store: 'azurite' });
  });
  afterEach(() => app.stop());

  for (const language of ['nl', 'en'] as const) {
    for (const { kind } of dutyKinds) {
      it(`(${kind}, ${language}) reaches its person as a card, is answered there and becomes evidence`, async () => {
        await stage.install(app, annaInTeams, { locale: locales[language] });
        const calls = app.connector.calls.length;

        // Where personal data is involved one person alone is not enough.
        const alone = kind === 'verify-incident' ? { personalData: false } : {};
        const details = { ...detailsOf[kind], ...alone };
        const duty = await stage.openDuty(app, kind, { details });
        const message = stage.cardTo(app, annaInTeams, duty.id);
        const settled = await answerPositively(app, kind);

        const sends = app.connector.calls.slice(calls).filter(({ method }) => method === 'POST');
        assert.equal(sends.length, 1);
        const { activity } = message;
        assert.equal(activity['text'], undefined);
        const { ask } = kindOf(kind).words(language);
        assert.ok(String(activity['summary']).includes(ask));
        assert.ok(String(activity['summary']).includes(duty.title));
        assert.equal(cardOf(activity)['lang'], language);
        const { statusCode, type } = settled.body as { statusCode: unknown; type: unknown };
        assert.deepEqual([settled.status, statusCode], [200, 200]);
        assert.equal(type, 'application/vnd.microsoft.card.adaptive');
        assert.ok(settled.card && !stage.offers(settled.card, 'answer'));
        assert.ok(
          stage.words(settled.card).includes(kindOf(kind).words(language).outcomes.fulfilled),
        );
        const known = await stage.readDuty(app, duty.id);
        assert.equal(known.status, 'fulfilled');
        assert.deepEqual(
          known.answers.map(({ by }) => by),
          [anna],
        );
        const records = await stage.evidenceOf(app, duty.id);
        assert.deepEqual(
          records.map(({ type: what }) => what),
          ['opened', 'delivered', 'answered'],
        );
        assert.equal(records[2]?.outcome, 'fulfilled');
        checkChain(records);
      });
    }
  }

  it('changes every other copy: the colleague’s card and the one in the channel', async () => {
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
    const duty = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    const posts = app.connector.messagesIn(itChannel.id).length;

    await stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, duty.id),
      click: {
        verb: 'answer',
        answers: firstAnswer('verify-change'),
      },
    });

    const { outcomes } = kindOf('verify-change').words('nl');
    const colleague = stage.cardTo(app, bramInTeams, duty.id);
    assert.equal(stage.cardsTo(app, bramInTeams, duty.id).length, 1);
    assert.ok(colleague.edits > 0);
    assert.ok(stage.readingOf(colleague).includes(outcomes.fulfilled));
    assert.ok(stage.readingOf(colleague).includes(anna.name));
    assert.equal(stage.offers(cardOf(colleague.activity), 'answer'), false);
    assert.ok(
      stage.readingOf(stage.cardTo(app, annaInTeams, duty.id)).includes(outcomes.fulfilled),
    );
    const inChannel = app.connector.messagesIn(itChannel.id);
    assert.equal(inChannel.length, posts);
    const roll = inChannel.find((one) => stage.readingOf(one).includes(duty.title));
    assert.ok(roll && stage.readingOf(roll).includes(outcomes.fulfilled));
  });

  it('is answered with Action.Submit in a client without Action.Execute: the clicked message changes', async () => {
    await stage.install(app, annaInTeams);
    const duty = await stage.openDuty(app, 'verify-change');
    const message = stage.cardTo(app, annaInTeams, duty.id);

    const clicked = await stage.click(app, {
      person: annaInTeams,
      message,
      click: {
        verb: 'answer',
        answers: firstAnswer('verify-change'),
        as: 'submit',
      },
    });

    assert.equal(clicked.status, 200);
    const messages = stage.cardsTo(app, annaInTeams, duty.id);
    assert.deepEqual(
      messages.map(({ id }) => id),
      [message.id],
    );
    const { outcomes } = kindOf('verify-change').words('nl');
    assert.ok(
      stage.readingOf(stage.cardTo(app, annaInTeams, duty.id)).includes(outcomes.fulfilled),
    );
    assert.equal((await stage.readDuty(app, duty.id)).status, 'fulfilled');
  });

  it('keeps a finding open after a negative answer until the same person finds it solved', async () => {
    await stage.install(app, annaInTeams);
    const duty = await stage.openDuty(app, 'verify-change');
    const message = stage.cardTo(app, annaInTeams, duty.id);
    const wrong = { 'checks-0': 'wrong', outcome: 'broken', note: 'btw 9 % ontbreekt' };

    const answered = await stage.click(app, {
      person: annaInTeams,
      message,
      click: {
        verb: 'answer',
        answers: wrong,
      },
    });
    const problem = await stage.readDuty(app, duty.id);
    const form = await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'correct' },
      shown: answered.card,
    });
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: firstAnswer('verify-change') },
      shown: form.card,
    });

    assert.equal(problem.status, 'problem');
    assert.deepEqual(
      problem.findings.map(({ status }) => status),
      ['open'],
    );
    const solved = await stage.readDuty(app, duty.id);
    assert.equal(solved.status, 'fulfilled');
    assert.deepEqual(
      solved.findings.map(({ status }) => status),
      ['closed'],
    );
    const types = (await stage.evidenceOf(app, duty.id)).map(({ type }) => type);
    assert.deepEqual(types, ['opened', 'delivered', 'answered', 'finding', 'answered', 'closed']);
  });
});

/** The first answer of a kind with which its duty is fulfilled, as it is filled in. */
function firstAnswer(kind: KindName): Answers {
  const good = Object.entries(goodAnswers[kind]).find(([, { outcome }]) => outcome === 'fulfilled');
  const [outcome, { inputs }] = defined(good);
  const typed = Object.entries(inputs)
    .filter(([input]) => input !== 'secondPerson')
    .map(([input, value]): [string, string] => [input, String(value)]);
  return { ...Object.fromEntries(typed), outcome };
}

async function answerPositively(app: TestApp, kind: KindName) {
  const message = stage.cardTo(app, annaInTeams);
  if (kind !== 'review-access') {
    return stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: firstAnswer(kind) },
    });
  }
  const begun = await stage.click(app, { person: annaInTeams, message, click: { verb: 'review' } });
  const decided = {
    'decision-0': 'keep',
    'decision-1': 'keep',
    'decision-2': 'keep',
  };
  const toCover = { verb: 'review-save', where: ({ to }: { to?: unknown }) => to === 1 };
  const asked = await stage.click(app, {
    person: annaInTeams,
    message,
    click: { ...toCover, answers: decided },
    shown: begun.card,
  });
  const saved = await stage.click(app, {
    person: annaInTeams,
    message,
    click: { ...toCover, answers: { 'note-1': 'functioneel beheerder' } },
    shown: asked.card,
  });
  return stage.click(app, {
    person: annaInTeams,
    message,
    click: { verb: 'review-hand-in' },
    shown: saved.card,
  });
}

/** Recomputes the chain as the contract describes it, without the bot's own code. */
function checkChain(records: readonly EvidenceRecord[]): void {
  let prev = '0'.repeat(64);
  for (const [at, record] of records.entries()) {
    const { hash, ...hashed } = record;
    const digest = createHash('sha256')
      .update(canonicalize(hashed) ?? '')
      .digest('hex');
    assert.deepEqual([record.seq, record.prev, hash], [at + 1, prev, digest]);
    prev = hash;
  }
}
