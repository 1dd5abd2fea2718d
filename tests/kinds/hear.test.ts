import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { KindName } from '../../bot/kinds/index.ts';
import { dutyKinds, kindOf } from '../../bot/kinds/index.ts';
import { readSentence } from '../../bot/sentences/read.ts';
import { tokensOf } from '../../bot/sentences/tokens.ts';
import { aDuty, dutch, english } from '../support/duties/duties.ts';

function heard(name: KindName, text: string, reader = dutch) {
  const kind = kindOf(name);
  const own = { lines: kind.lineLabels(aDuty(name), reader), texts: [] };
  return kind.filledFrom(readSentence(tokensOf(text), { grammar: kind.grammar, own }), text);
}

describe('a sentence on the form of a duty', () => {
  const sentences: readonly (readonly [KindName, string, string | undefined])[] = [
    ['verify-change', 'getest, alles werkt', 'works'],
    ['verify-change', 'getest, factuurrun fout op btw', 'broken'],
    ['verify-change', 'tested, the invoice run is wrong', 'broken'],
    ['verify-change', 'niet getest, geen tijd', 'untested'],
    ['verify-change', 'werkt de factuurrun al?', undefined],
    ['confirm-restore', 'restore is gelukt', 'succeeded'],
    ['confirm-restore', 'restore is gelukt, 3 posten weg', undefined],
    ['confirm-restore', 'het herstel is niet gelukt', 'failed'],
    ['verify-incident', 'de storing is opgelost', 'solved'],
    ['verify-incident', 'de storing is niet opgelost', 'not-solved'],
    ['verify-incident', 'de storing komt steeds terug', 'comes-back'],
    ['read-agreement', 'gelezen en begrepen', 'understood'],
    ['inform-staff', 'nog niet iedereen', 'partly'],
    ['transfer-securely', 'sent unencrypted', 'already-sent'],
    ['check-capacity', 'krap', 'tight'],
    ['nil-return', 'nothing happened', 'none'],
    ['show-done', 'de taak is gedaan', 'done'],
    ['show-done', 'de kopie is gewist', 'done'],
    ['show-done', 'nog niet gedaan', 'not-done'],
    ['show-done', 'is de kopie al gewist?', undefined],
  ];
  for (const [kind, text, outcome] of sentences) {
    it(`“${text}” ${outcome === undefined ? 'leaves the answer open' : `fills ${outcome} in`}`, () => {
      const filled = heard(kind, text);
      assert.equal(filled['outcome'], outcome);
      assert.equal(filled['note'], text, 'the person’s own words are the note');
    });
  }

  it('tells of the lines that it names', () => {
    const filled = heard('verify-change', 'Inloggen goed, Factuurrun fout op btw');

    assert.equal(filled['checks-0'], 'ok');
    assert.equal(filled['checks-1'], 'wrong');
  });

  it('names the route that it names, and none where it denies one', () => {
    assert.equal(
      heard('transfer-securely', 'versleuteld verstuurd via het portaal')['route'],
      'portal',
    );
    assert.equal(heard('transfer-securely', 'niet via het portaal verstuurd')['route'], undefined);
  });

  it('only ever fills in what the form of its kind takes, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom(...dutyKinds), (text, kind) => {
        const filled = heard(kind.kind, text, english);

        const settled = kind.settle(aDuty(kind.kind), filled, english);
        const faults = settled.ok ? [] : settled.messages.map(({ message }) => message);
        assert.ok(!faults.includes('Choose one of the options.'));
      }),
      { numRuns: 150 },
    );
  });
});
