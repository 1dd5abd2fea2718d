import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findReferences } from '../../bot/sentences/references.ts';
import { tokensOf } from '../../bot/sentences/tokens.ts';
import { workOf } from '../support/worked.ts';

const duties = [
  { reference: 'CHG-4711', open: true },
  { reference: 'CHG-4712', open: true },
  { reference: 'INC-3101', open: true },
  { reference: 'RFC/2026/17', open: true },
  { reference: 'CHG-4650', open: false },
] as const;
const found = (text: string) => {
  const { named, unknown } = findReferences(tokensOf(text), duties, new Set());
  return { named: named.map(({ reference }) => reference), unknown };
};

describe('the reference of a duty in a sentence', () => {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['CHG-4711 werkt', ['CHG-4711']],
    ['chg-4711 werkt', ['CHG-4711']],
    ['chg 4711 werkt', ['CHG-4711']],
    ['chg4711: werkt', ['CHG-4711']],
    ['CHG_4711 werkt', ['CHG-4711']],
    ['werkt (CHG-4711).', ['CHG-4711']],
    ['#4711 werkt', ['CHG-4711']],
    ['4711 werkt', ['CHG-4711']],
    ['nummer 3101 is opgelost', ['INC-3101']],
    ['CHG-4711 en CHG-4712 werken', ['CHG-4711', 'CHG-4712']],
    ['CHG-4711/4712 werken', ['CHG-4711', 'CHG-4712']],
    ['CHG-4711 and 4712 work', ['CHG-4711', 'CHG-4712']],
    ['RFC/2026/17 is klaar', ['RFC/2026/17']],
    ['CHG-4711, factuur 4712 fout', ['CHG-4711']],
    ['CHG-4650 werkt', ['CHG-4650']],
    ['CHG-4711 werkt, CHG-4711 ook', ['CHG-4711']],
  ];
  for (const [text, references] of named) {
    it(`is found whole in “${text}”`, () => {
      assert.deepEqual(found(text), { named: references, unknown: [] });
    });
  }

  const strangers: readonly (readonly [string, string])[] = [
    ['CHG-47110 werkt', 'CHG-47110'],
    ['CHG-471 werkt', 'CHG-471'],
    ['CHG-4711A werkt', 'CHG-4711A'],
    ['CHG-4711-2 werkt', 'CHG-4711-2'],
    ['CHG 4713 werkt', 'CHG 4713'],
    ['INC-4711 is opgelost', 'INC-4711'],
    ['#4799 werkt', '4799'],
    ['4799 werkt', '4799'],
    ['SAP-8812 werkt', 'SAP-8812'],
    ['RFC/2026/178 is klaar', 'RFC/2026/178'],
  ];
  for (const [text, unknown] of strangers) {
    it(`is another one in “${text}”, and fills no duty`, () => {
      assert.deepEqual(found(text), { named: [], unknown: [unknown] });
    });
  }

  it('is no number that is something else', () => {
    for (const text of [
      'factuurrun geeft error 500',
      'factuur 20261187 fout',
      'btw 21 fout',
      'versie 2026.4',
    ]) {
      assert.deepEqual(found(text), { named: [], unknown: [] }, text);
    }
  });

  it('is not named by digits that two open duties end in', () => {
    const two = [
      { reference: 'CHG-4711', open: true },
      { reference: 'INC-4711', open: true },
    ];
    assert.deepEqual(findReferences(tokensOf('ja 4711 werkt'), two, new Set()).named, []);
  });

  it('is never found in a longer one, whatever stands before or behind it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9]{1,4}$/),
        fc.constantFrom('', '-', '_'),
        fc.boolean(),
        (more, tie, before) => {
          const text = before ? `${more}${tie}CHG-4711 werkt` : `CHG-4711${tie}${more} werkt`;
          return found(text).named.length === 0;
        },
      ),
    );
  });

  it('is looked for in a time that grows no faster than the text', () => {
    const many = Array.from({ length: 14 }, (_, at) => ({
      reference: `CHG-${String(4700 + at)}`,
      open: true,
    }));
    const text = 'CHG-4711-'.repeat(440);
    const worked = workOf(() => findReferences(tokensOf(text), many, new Set()));
    assert.ok(worked < 200, String(worked));
  });
});
