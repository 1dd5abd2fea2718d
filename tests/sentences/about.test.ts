import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { spokenOf } from '../../bot/sentences/about.ts';
import { tokensOf } from '../../bot/sentences/tokens.ts';
import { duties, read } from './reading.ts';

const open = Object.values(duties).map((duty) => ({
  ...duty,
  system: '',
  title: duty.own.texts[0] ?? '',
}));
const found = (text: string, among = open): readonly string[] =>
  spokenOf(tokensOf(text), among).map(({ reference }) => reference);

describe('a duty that is spoken of in the other language than its title', () => {
  const spoken: Readonly<Record<string, readonly string[]>> = {
    'the bank files are stuck': ['INC-3101'],
    'about the bank files': ['INC-3101'],
    'vat codes are fine': ['CHG-4711'],
    'what about the salary file of October': ['OVD-770'],
    'I sent the salary file': ['OVD-770'],
    'the debtors are not there': ['RST-2088'],
    'the processing agreement is clear': ['VWO-301'],
    // One half of a name is another thing.
    'the bank called': [],
    'a new laptop': [],
  };
  for (const [text, references] of Object.entries(spoken))
    it(`is found in “${text}”`, () => {
      assert.deepEqual(found(text), references);
    });

  it('is found by Dutch words where its title is English', () => {
    const english = open.map((duty) =>
      duty.reference === 'INC-3101' ? { ...duty, title: 'Bank files not read' } : duty,
    );
    assert.deepEqual(found('de bankbestanden staan vast', english), ['INC-3101']);
  });

  it('comes after one that is named in its own words', () => {
    const both = open.map((duty) =>
      duty.reference === 'CHG-4711' ? { ...duty, title: 'New bank files' } : duty,
    );
    assert.deepEqual(found('bankbestanden ok', both), ['INC-3101']);
  });

  it('gets no outcome from such a word', () => {
    assert.equal(read('verify-change', 'the new vat codes are working').outcome, undefined);
    assert.equal(read('transfer-securely', 'the salary file of October').outcome, undefined);
  });
});
