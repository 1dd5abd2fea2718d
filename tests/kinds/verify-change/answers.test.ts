import assert from 'node:assert/strict';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import { inputs, texts } from '../../support/cards/card-reader.ts';
import { aDuty, anna, dutch, english } from '../../support/duties/duties.ts';
import { openCard, openStep } from '../../support/duties/settling.ts';

const kind = kindOf('verify-change');
const details = { summary: 'Nieuwe btw-codes' };
const broken = { outcome: 'broken', note: 'btw staat op nul' };
const alerts = (given: Readonly<Record<string, Json>>, values: Readonly<Record<string, string>>) =>
  kind.followUps({ details: { ...details, ...given } }, values);

describe('a change that does not work', () => {
  it('is told in the channel at once when work has come to a halt or the impact is high', () => {
    const told = [
      alerts({}, { ...broken, blocking: 'yes' }),
      alerts({ impact: 'high' }, broken),
      alerts({ impact: 'high' }, { ...broken, blocking: 'no' }),
    ];

    for (const followUps of told) {
      assert.deepEqual(
        followUps.map((one) => [one.type, 'role' in one]),
        [['alert', false]],
      );
    }
  });

  it('is told in the ordinary way otherwise, and so is one that works', () => {
    assert.deepEqual(alerts({ impact: 'normal' }, broken), []);
    assert.deepEqual(alerts({}, { ...broken, blocking: 'no' }), []);
    assert.deepEqual(alerts({ impact: 'high' }, { outcome: 'works' }), []);
  });
});

describe('a remark', () => {
  const remark = (line: string) => {
    const given = { outcome: 'remark', note: 'omschrijving nog oud', 'checks-0': line };
    const settled = kind.settle({ details }, given, dutch);
    return settled.ok && settled.outcome;
  };

  it('is a yes where every line is good, and a finding where one is wrong', () => {
    assert.deepEqual(['ok', 'wrong'].map(remark), ['fulfilled', 'problem']);
  });
});

describe('the lines to check', () => {
  const settle = (submitted: Readonly<Record<string, string>>, reader = dutch) =>
    kind.settle({ details }, submitted, reader);

  it('are kept by a key that does not depend on the language in which they were read', () => {
    const given = { 'checks-2': 'ok', outcome: 'works' };

    const [nl, en] = [settle(given), settle(given, english)];

    assert.ok(nl.ok && en.ok);
    assert.deepEqual(nl.values, en.values);
    const read = (reader: typeof dutch) =>
      kind.summary({ details }, nl.values, reader).facts.map(({ value }) => value);
    assert.ok(read(dutch).includes('Je dagelijkse werk'));
    assert.ok(read(english).includes('Your daily work'));
  });

  it('of an answer that an earlier version kept by their name are ticked in the form again', () => {
    const values = { checks: [{ line: 'Koppelingen', value: 'wrong' }], outcome: 'broken' };

    const typed = kind.typedFor({ details }, values, dutch);

    assert.equal(typed['checks-3'], 'wrong');
  });

  it('are only those of a person who has some of the processes', () => {
    const given = { ...details, checks: ['inloggen', 'factuurrun', 'koppelingen'] };
    const part = ['factuurrun'];

    const settled = kind.settle(
      { details: given, part },
      { 'checks-0': 'ok', outcome: 'works' },
      dutch,
    );

    assert.ok(settled.ok);
    assert.deepEqual(settled.values['checks'], [{ line: 'factuurrun', value: 'ok' }]);
  });
});

describe('the card of a change', () => {
  it('tells the impact in words and the requester by name, not by object id', () => {
    const shown = (requestedBy: string) =>
      texts(openCard('verify-change', { ...details, impact: 'high', requestedBy })).join('\n');

    assert.ok(shown('Mia Visser').includes('Mia Visser'));
    assert.ok(shown('Mia Visser').includes('groot'));
    assert.ok(!shown(anna.aadObjectId).includes(anna.aadObjectId));
    assert.deepEqual(aDuty('verify-change', { details }).requesters, undefined);
  });

  it('asks whether work has come to a halt', () => {
    assert.ok(inputs(openStep('verify-change', 'broken')).some(({ id }) => id === 'blocking'));
  });
});
