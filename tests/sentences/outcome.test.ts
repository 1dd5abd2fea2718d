import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { bentClasses } from './bent-by-class.ts';
import { bentSayings } from './bent-by-kind.ts';
import { blindBent, blindSayings } from './blind-sayings.ts';
import { clearSayings } from './clear-sayings.ts';
import { moreSayings } from './more-sayings.ts';
import { heldBackBent, heldBackSayings } from './held-back-sayings.ts';
import { labelledBent, labelledSayings } from './labelled-sayings.ts';
import { nearAYes } from './near-a-yes.ts';
import { duties, read, sayingsIn } from './reading.ts';
import { workplaceBent, workplaceSayings } from './workplace-sayings.ts';

/** Every sentence for which something does not hold, to be told all at once. */
const those = (sayings: readonly string[], wrong: (text: string) => boolean): readonly string[] =>
  sayings.filter(wrong);

const sayings = [
  ...Object.entries(clearSayings),
  ...Object.entries(moreSayings),
  ...Object.entries(labelledSayings),
];
const allYes = sayings.flatMap(([kind, { yes }]) =>
  sayingsIn(yes).map((text) => [kind, text] as const),
);

describe('what a sentence says of a duty', () => {
  for (const [kind, { yes, no, unable }] of sayings) {
    const grammar = duties[kind]?.grammar;

    it(`${kind}: a clear yes is understood`, () => {
      const missed = those(
        sayingsIn(yes),
        (text) => read(kind, text).outcome !== grammar?.yes.outcome,
      );
      assert.deepEqual(missed, []);
    });

    it(`${kind}: a clear no is understood, and is never a yes`, () => {
      const good = new Set([grammar?.yes.outcome, grammar?.unable?.outcome, undefined]);
      const missed = those(sayingsIn(no), (text) => good.has(read(kind, text).outcome));
      assert.deepEqual(missed, []);
    });

    it(`${kind}: who could not judge is understood`, () => {
      const missed = those(
        sayingsIn(unable ?? ''),
        (text) => read(kind, text).outcome !== grammar?.unable?.outcome,
      );
      assert.deepEqual(missed, []);
    });
  }

  for (const [bent, { nl, en }] of Object.entries(bentClasses)) {
    it(`${bent} is never a yes`, () => {
      const wrong = those(
        sayingsIn(`${nl}\n${en}`),
        (text) => read('verify-change', text).positive,
      );
      assert.deepEqual(wrong, []);
    });
  }

  for (const [kind, bent] of [
    ...Object.entries(bentSayings),
    ...Object.entries(nearAYes),
    ...Object.entries(labelledBent),
    ...Object.entries(blindBent),
  ]) {
    it(`${kind}: what is asked, planned, doubted, partial or another's is never a yes`, () => {
      assert.deepEqual(
        those(sayingsIn(bent), (text) => read(kind, text).positive),
        [],
      );
    });
  }

  it('never takes a sentence of one kind for a yes to another, where it is none there', () => {
    // What is a yes everywhere, such as "in orde", is one of this kind as well.
    const wrong = Object.keys(duties).flatMap((kind) =>
      sayings.flatMap(([, { no }]) =>
        those(sayingsIn(no), (text) => read(kind, text).positive).map((text) => `${kind}: ${text}`),
      ),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('what people write at work', () => {
  for (const [name, set] of [
    ['the second set', workplaceSayings],
    ['the third set, held back', heldBackSayings],
    ['the fourth set, written blind', blindSayings],
  ] as const) {
    it(`is understood in four of five clear answers at least, and none the other way round (${name})`, () => {
      const verdicts = Object.entries(set).flatMap(([kind, { yes, no, unable = '' }]) => {
        const means = duties[kind]?.grammar;
        const outcomes = (list: string) => sayingsIn(list).map((text) => read(kind, text).outcome);
        return [
          ...outcomes(yes).map((said) => verdictOn(said, said === means?.yes.outcome)),
          ...outcomes(unable).map((said) => verdictOn(said, said === means?.unable?.outcome)),
          ...outcomes(no).map((said) =>
            verdictOn(said, said !== means?.yes.outcome && said !== means?.unable?.outcome),
          ),
        ];
      });
      const understood = verdicts.filter((verdict) => verdict === 'right').length;

      assert.ok(
        understood >= 0.8 * verdicts.length,
        `${String(understood)} of ${String(verdicts.length)}`,
      );
      assert.ok(!verdicts.includes('wrong'));
    });
  }

  for (const [bent, list] of [
    ...Object.entries(workplaceBent),
    ['more of all', heldBackBent],
  ] as const) {
    it(`is never a yes where it is one of these: ${bent}`, () => {
      assert.deepEqual(
        those(sayingsIn(list), (text) => read('verify-change', text).positive),
        [],
      );
    });
  }
});

const verdictOn = (said: string | undefined, right: boolean): 'right' | 'open' | 'wrong' =>
  said === undefined ? 'open' : right ? 'right' : 'wrong';

/** What bends any sentence, wherever it is put. */
const bending = [
  ...['niet', 'geen', 'nooit', 'nee', 'not', 'never', 'no', "isn't", 'hardly', 'nauwelijks'],
  ...['?', '"', '👎', '...', 'bijna', 'almost', 'als', 'if', 'mits', 'unless', 'tenzij'],
  ...['volgens Piet', 'according to Piet', 'Piet zegt', 'says Piet', 'denk ik', 'I think'],
  ...['hopelijk', 'hopefully', 'misschien', 'maybe', 'morgen', 'tomorrow', 'maar', 'but'],
  ...[
    'behalve inloggen',
    'except login',
    'deels',
    'partly',
    'voorlopig',
    'for now',
    'zou',
    'should',
  ],
  ...['nog', 'yet', 'lijkt', 'seems', 'of', 'or', 'blurp', '12', 'soms', 'sometimes', 'was'],
];

describe('a yes', () => {
  it('is none any more with anything that bends it, wherever that is put', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allYes),
        fc.constantFrom(...bending),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([kind, text], bend, where) => {
          const words = text.split(' ');
          const at = Math.round(where * words.length);
          const bent = [...words.slice(0, at), bend, ...words.slice(at)].join(' ');
          // A name in a greeting is whoever is greeted.
          return !read(kind, bent).positive || /(?:Hi|Hoi|Beste|groet|Thanks|regards)/.test(text);
        },
      ),
      { numRuns: 6000 },
    );
  });

  it('stays one in capitals, without accents, with another end and with its reference elsewhere', () => {
    const wrong = allYes.flatMap(([kind, text]) => {
      const reference = duties[kind]?.reference ?? '';
      const named = new RegExp(`${reference}|${reference.split('-')[1] ?? ''}`, 'i').test(text);
      const ends = text.replace(/[.!]+$/, '');
      const ways = [
        ends.toUpperCase(),
        ends.toLowerCase(),
        `${ends}.`,
        `${ends}!`,
        `  ${ends.replaceAll(' ', '  ')}\n`,
        ...(named
          ? []
          : [`${reference}: ${ends}`, `${reference}, ${ends}`, `${ends} (${reference})`]),
      ];
      // A signature is known by its capitals.
      const signed = /groet|regards|Thanks, |^(?:Hi|Hoi|Beste|Dear) /i.test(text);
      return (signed ? [] : ways).filter((way) => !read(kind, way).positive);
    });
    assert.deepEqual(wrong, []);
  });

  it('is read the same however often, and whatever else is typed never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        for (const kind of Object.keys(duties))
          assert.deepEqual(read(kind, text), read(kind, text));
      }),
      { numRuns: 100 },
    );
  });

  it('is no yes where it is longer than an answer is', () => {
    const long = Array.from({ length: 200 }, () => 'alles werkt.').join(' ');
    assert.equal(read('verify-change', long).positive, false);
  });
});

describe('the lines of a duty', () => {
  const lines: readonly (readonly [string, Readonly<Record<number, string>>])[] = [
    ['inloggen goed, factuurrun goed', { 0: 'good', 1: 'good' }],
    ['inloggen en factuurrun werken', { 0: 'good', 1: 'good' }],
    ['zowel inloggen als de factuurrun werkt', { 0: 'good', 1: 'good' }],
    ['factuurrun goed, inloggen lukt niet', { 0: 'bad', 1: 'good' }],
    ['inloggen works but factuurrun is not ok', { 0: 'good', 1: 'bad' }],
    ['noch inloggen noch de factuurrun werkt', { 0: 'bad', 1: 'bad' }],
    ['factuurrun getest en hij loopt vast', { 1: 'bad' }],
    ['login is broken', { 0: 'bad' }],
    ['tested, invoice run wrong', { 1: 'bad' }],
    ['inloggen werkt', { 0: 'good' }],
    ['alles werkt', {}],
    ['werkt inloggen?', {}],
    ['inloggen werkt volgens Bram', {}],
    ['als inloggen werkt', {}],
    ['inloggen werkt, op een ding na', {}],
    ['inloggen werkt, denk ik', {}],
    ['inloggen werkt morgen', {}],
  ];
  for (const [text, said] of lines) {
    it(`“${text}” says what it says of each line and no more`, () => {
      assert.deepEqual(read('verify-change', text).lines, said);
    });
  }
});

describe('a word that every object of the language has', () => {
  for (const text of ['constructor', "constructorn't", "'constructor", "it'constructor"])
    it(`is a word as any other: ${text}`, () => {
      for (const kind of Object.keys(duties)) assert.equal(read(kind, text).outcome, undefined);
    });
});
