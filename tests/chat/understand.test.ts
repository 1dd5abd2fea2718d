import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Intent } from '../../bot/chat/understand.ts';
import { understand } from '../../bot/chat/understand.ts';

/** The words of the contract, with what each wants. */
const words: readonly (readonly [string, Intent])[] = [
  ['help', { type: 'word', name: 'help' }],
  ['hulp', { type: 'word', name: 'help' }],
  ['my duties', { type: 'word', name: 'my-duties' }],
  ['mijn plichten', { type: 'word', name: 'my-duties' }],
  ['status', { type: 'word', name: 'overview' }],
  ['overzicht', { type: 'word', name: 'overview' }],
  ['use this channel', { type: 'word', name: 'use-channel' }],
  ['gebruik dit kanaal', { type: 'word', name: 'use-channel' }],
  ['new duty', { type: 'word', name: 'new-duty' }],
  ['nieuwe plicht', { type: 'word', name: 'new-duty' }],
  ['language nl', { type: 'word', name: 'language-nl' }],
  ['language en', { type: 'word', name: 'language-en' }],
  ['taal nl', { type: 'word', name: 'language-nl' }],
  ['taal en', { type: 'word', name: 'language-en' }],
];

/** The ways in which people write the same words. */
const manners: Readonly<Record<string, (word: string) => string>> = {
  'as they stand': (word) => word,
  'in capitals': (word) => word.toUpperCase(),
  'with a capital': (word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
  'with spaces around': (word) => `  ${word}\n`,
  'with spaces between': (word) => word.replaceAll(' ', '   \t'),
  'with hard spaces between': (word) => word.replaceAll(' ', '\u00a0'),
  'with a mark at the end': (word) => `${word}!?`,
  'as a sentence': (word) => `${word}.`,
  'between quotes': (word) => `‘${word}’`,
  'with an emoji': (word) => `${word} 👍🏽`,
  'with an emoji first': (word) => `🙏 ${word}`,
  'with accents that belong nowhere': (word) => word.replaceAll('e', 'é').replaceAll('i', 'ï'),
  'with loose accents': (word) => word.replaceAll('a', 'a\u0301'),
  'in wide letters': (word) =>
    word.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
};

describe('understanding what people write', () => {
  for (const [manner, write] of Object.entries(manners)) {
    it(`knows the words of both languages ${manner}`, () => {
      for (const [word, intent] of words) assert.deepEqual(understand(write(word)), intent, word);
    });
  }

  it('knows the languages by their names too', () => {
    for (const [name, language] of Object.entries({
      Nederlands: 'nl',
      Dutch: 'nl',
      Engels: 'en',
      English: 'en',
    })) {
      assert.deepEqual(understand(`taal ${name}`), { type: 'word', name: `language-${language}` });
      assert.deepEqual(understand(`Language: ${name}`), {
        type: 'word',
        name: `language-${language}`,
      });
    }
  });

  it('takes a lone question mark for a call for help', () => {
    assert.deepEqual(understand(' ? '), { type: 'word', name: 'help' });
  });

  it('answers a greeting and thanks in their kind', () => {
    for (const word of ['hoi', 'Hallo!', 'Goedemorgen', 'good morning']) {
      assert.deepEqual(understand(word), { type: 'word', name: 'greeting' });
    }
    for (const word of ['Dank je wel', 'bedankt!', 'thanks', 'Thank you.']) {
      assert.deepEqual(understand(word), { type: 'word', name: 'thanks' });
    }
  });

  for (const said of [
    '',
    '   ',
    '👍',
    '...',
    'asdf',
    'taal',
    'taal fr',
    'language',
    'language nl please change it',
    'help mij',
    'nohelp',
    'plichten van Anna',
    'constructor',
    '__proto__',
    'toString',
    '<at>Shared Duty</at>',
    '\u0000',
    '\ud83d',
    'h e l p',
    'помощь',
  ]) {
    it(`does not pretend to understand ${JSON.stringify(said)}`, () => {
      assert.deepEqual(understand(said), { type: 'unknown' });
    });
  }

  it('is not impressed by twenty thousand characters', () => {
    const long = [
      'x'.repeat(20_000),
      'help '.repeat(4000),
      'é👍 '.repeat(5000),
      '?'.repeat(20_000),
    ];

    for (const text of long) assert.deepEqual(understand(text), { type: 'unknown' });
  });

  it('finds a word among twenty thousand characters of nothing', () => {
    assert.deepEqual(understand(`${' '.repeat(10_000)}hulp${'\n'.repeat(10_000)}`), {
      type: 'word',
      name: 'help',
    });
  });

  it('makes something of any text, and the same of it every time', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme' }),
    );

    fc.assert(
      fc.property(texts, (text) => {
        assert.deepEqual(understand(text), understand(text));
      }),
      { numRuns: 2000, seed: 20261123 },
    );
  });
});
