import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut, plain, shorten, visible } from '../../cards/plain-text.ts';
import { asSeen, asSent, liveMarks, nastyTexts } from '../support/nasty.ts';

// As often marks as anything else: everything that Markdown, HTML and lists are made of.
const marks = '*_`~|[]()<>\\#+-. 1a'.split('');
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...marks)).map((parts) => parts.join('')),
);

describe('a foreign text on a card', () => {
  for (const [sent, escaped] of [
    ['Release 2026.4: nieuwe btw-codes', 'Release 2026.4: nieuwe btw-codes'],
    ['**vet**', '\\*\\*vet\\*\\*'],
    ['[klik](https://example.com)', '\\[klik\\](https://example.com)'],
    ['<at>Iedereen</at>', '\\<at\\>Iedereen\\</at\\>'],
    ['# Kop', '\\# Kop'],
    ['#4711', '#4711'],
    ['- punt', '\\- punt'],
    ['1. punt', '1\\. punt'],
    ['2026.4', '2026.4'],
    ['a\\b', 'a\\\\b'],
    ['regel één\r\nregel twee', 'regel één regel twee'],
    ['factuur \u202Egnp.exe', 'factuur gnp.exe'],
    ['{{DATE(2026-12-03T10:00:00Z)}}', '{\u2060{DATE(2026-12-03T10:00:00Z)}}'],
    ['{{naam}}', '{{naam}}'],
  ] as const) {
    it(`writes ${JSON.stringify(sent)} so that it stays a text`, () => {
      assert.equal(plain(sent), escaped);
    });
  }

  for (const nasty of nastyTexts) {
    it(`shows a reader all of ${JSON.stringify(nasty)}`, () => {
      assert.equal(asSeen(plain(nasty)), asSent(nasty));
    });
  }

  it('never leaves a mark that a client would act on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(liveMarks(plain(text)), []);
      }),
      { numRuns: 1000, seed: 20261123 },
    );
  });

  it('keeps its line breaks where no Markdown applies, and every visible character', () => {
    assert.equal(visible('een\r\ntwee\rdrie\n'), 'een\ntwee\ndrie\n');
    assert.equal(visible('*vet* <b> 👨‍👩‍👧'), '*vet* <b> 👨‍👩‍👧');
  });
});

describe('a text that is shortened', () => {
  it('stays as it is while it fits', () => {
    assert.equal(shorten('twaalf teken', 12), 'twaalf teken');
  });

  it('is cut at a word and says so', () => {
    assert.equal(shorten('nieuwe btw-codes voor facturen', 20), 'nieuwe btw-codes…');
  });

  it('is cut within a word where the word is most of it', () => {
    assert.equal(shorten('a hottentottententententoonstelling', 10), 'a hottent…');
  });

  it('never grows beyond its length and never ends in half a character', () => {
    const emoji = fc.array(fc.constantFrom('👍', 'a', ' ', '👨‍👩‍👧')).map((parts) => parts.join(''));

    fc.assert(
      fc.property(fc.oneof(emoji, anyText), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const cut = shorten(text.replace(/\p{Cs}/gu, ''), length);

        assert.ok(cut.length <= length);
        assert.doesNotMatch(cut, /\p{Cs}/u);
      }),
      { numRuns: 1000, seed: 20261123 },
    );
  });
});

describe('a text that is cut', () => {
  it('is never longer than wanted, begins or ends as it did and stays Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(25), (text, length) => {
        const [begin, end] = [cut(text, length), length > 0 ? cut(text, -length) : ''];

        assert.ok(text.startsWith(begin) && text.endsWith(end));
        for (const kept of [begin, end]) {
          assert.ok(kept.length <= length && kept.length >= Math.min(length - 1, text.length));
          assert.ok(kept.isWellFormed());
        }
      }),
    );
  });

  it('loses a letter of two halves wholly', () => {
    assert.equal(cut('ab\ud83d\ude00', 3), 'ab');
    assert.equal(cut('ab\ud83d\ude00', 4), 'ab\ud83d\ude00');
    assert.equal(cut('\ud83d\ude00ab', -3), 'ab');
  });
});
