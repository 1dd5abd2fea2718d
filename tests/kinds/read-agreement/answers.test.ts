import assert from 'node:assert/strict';
import { kindOf } from '../../../bot/kinds/index.ts';
import { actions, texts } from '../../support/cards/card-reader.ts';
import { detailsOf, dutch, english } from '../../support/duties/duties.ts';
import { messagesOn, openCard, verdictOn } from '../../support/duties/settling.ts';

const given = detailsOf['read-agreement'];
const understood = { outcome: 'understood', readVersion: 'same' };

describe('an agreement that was read', () => {
  it('counts for the registered version only', () => {
    const verdicts = ['same', 'other'].map((readVersion) =>
      verdictOn('read-agreement', { ...understood, readVersion }),
    );

    assert.deepEqual(verdicts, ['fulfilled', ['readVersion']]);
  });

  it('names the registered version where another was read', () => {
    for (const reader of [dutch, english]) {
      const other = { ...understood, readVersion: 'other' };

      assert.ok(messagesOn('read-agreement', other, { reader }).includes('2026-2'));
    }
  });

  it('may be refused without having read this version', () => {
    const unclear = {
      outcome: 'unclear',
      readVersion: 'other',
      note: 'artikel 7 spreekt artikel 5 tegen',
    };

    assert.equal(verdictOn('read-agreement', unclear), 'problem');
  });

  it('shows each obligation as an entry of its own', () => {
    const { settle, summary } = kindOf('read-agreement');
    const typed = { ...understood, obligations: 'Datalek melden\n\n  Register bijwerken ' };
    const settled = settle({ details: given }, typed, dutch);
    assert.ok(settled.ok);

    const { facts } = summary({ details: given }, settled.values, dutch);

    assert.ok(facts.some(({ value }) => value === 'Datalek melden; Register bijwerken'));
  });
});

describe('the address of an agreement', () => {
  it('is one button that opens it, with its site in words', () => {
    const card = openCard('read-agreement');

    const links = actions(card).filter(({ type }) => type === 'Action.OpenUrl');

    assert.deepEqual(
      links.map(({ json }) => json['url']),
      [given['url']],
    );
    assert.ok(texts(card).join('\n').includes('voorbeeld.nl'));
  });

  for (const url of [
    'http://voorbeeld.nl',
    'https:voorbeeld.nl',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'voorbeeld.nl',
    '//voorbeeld.nl',
    'https://',
    'https://voorbeeld.nl@boef.example/',
    'https://naam:geheim@voorbeeld.nl/',
    'https://voorbeeld.nl/ hier',
    'https://voorbeeld.nl/\u202Efdp.exe',
    `https://voorbeeld.nl/${'x'.repeat(1000)}`,
    7,
  ]) {
    it(`is not ${JSON.stringify(url).slice(0, 60)}`, () => {
      const read = kindOf('read-agreement').readDetails({ ...given, url });

      assert.ok(!read.ok);
      assert.deepEqual(
        read.problems.map(({ path }) => path),
        ['details.url'],
      );
    });
  }

  for (const url of [
    'https://voorbeeld.nl',
    'HTTPS://Voorbeeld.nl:8443/a?b=c#d',
    'https://müller.example/é',
  ]) {
    it(`may be ${url}`, () => {
      assert.ok(kindOf('read-agreement').readDetails({ ...given, url }).ok);
    });
  }
});
