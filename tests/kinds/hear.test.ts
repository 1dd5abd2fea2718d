import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { plainWords, says } from '../../bot/kinds/hear.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { dutyKinds, kindOf } from '../../bot/kinds/index.ts';
import { aDuty, dutch, english } from '../support/duties/duties.ts';

const heard = (kind: KindName, text: string, reader = dutch) =>
  kindOf(kind).hear(text, aDuty(kind), reader);

describe('a sentence in chat', () => {
  const sentences: readonly (readonly [KindName, string, string])[] = [
    ['verify-change', 'CHG-4711 getest, alles goed', 'works'],
    ['verify-change', 'CHG-4711 getest, factuurrun fout op btw', 'broken'],
    ['verify-change', 'werkt neit? nee, het werkt niet', 'broken'],
    ['verify-change', 'CHG-4711 tested, the invoice run is wrong', 'broken'],
    ['verify-change', 'niet getest, geen tijd', 'untested'],
    ['confirm-restore', 'restore van vrijdag is gelukt', 'succeeded'],
    ['confirm-restore', 'restore van vrijdag is gelukt, 3 posten weg', 'loss'],
    ['confirm-restore', 'het herstel is niet gelukt', 'failed'],
    ['confirm-restore', 'restore failed', 'failed'],
    ['verify-incident', 'de storing is opgelost', 'solved'],
    ['verify-incident', 'de storing is niet opgelost', 'not-solved'],
  ];
  for (const [kind, text, outcome] of sentences) {
    it(`“${text}” fills ${outcome} in`, () => {
      assert.equal(heard(kind, text)['outcome'], outcome);
    });
  }

  it('tells of the lines that it names, clause by clause', () => {
    const filled = heard('verify-change', 'Inlogen goed, Factuurrun fout op btw');

    assert.equal(filled['checks-0'], 'ok', 'one slip of the finger is forgiven');
    assert.equal(filled['checks-1'], 'wrong');
    assert.equal(filled['note'], 'Inlogen goed, Factuurrun fout op btw');
  });

  it('fills nothing in where it says nothing of an answer', () => {
    const silent = ['', '😀', 'hoe laat is het', 'asdfgh jkl'];

    for (const { kind } of dutyKinds) {
      for (const text of silent) assert.deepEqual(heard(kind, text), {}, `${kind}: ${text}`);
    }
  });

  it('only ever fills in what the form of its kind takes, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom(...dutyKinds), (text, kind) => {
        const filled = kind.hear(text, aDuty(kind.kind), english);

        const settled = kind.settle(aDuty(kind.kind), filled, english);
        const faults = settled.ok ? [] : settled.messages.map(({ message }) => message);
        assert.ok(!faults.includes('Choose one of the options.'));
      }),
      { numRuns: 150 },
    );
  });

  it('is read word by word, without capitals, accents and punctuation', () => {
    const sentence = plainWords('Herstel: géslaagd!');

    assert.deepEqual(sentence, ['herstel', 'geslaagd']);
    assert.ok(says(sentence, 'Geslaagd') && !says(sentence, 'mislukt') && !says(sentence, ''));
  });
});
