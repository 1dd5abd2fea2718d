import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findReferences } from '../../bot/sentences/references.ts';
import type { Spoken } from '../../bot/sentences/several.ts';
import { readNamed } from '../../bot/sentences/several.ts';
import { tokensOf } from '../../bot/sentences/tokens.ts';
import { duties } from './reading.ts';

const change = duties['verify-change'];
const open: readonly Spoken[] = [
  ...Object.values(duties),
  ...(change ? [{ ...change, reference: 'CHG-4712' }] : []),
];

/** What a sentence says of each duty that it names. */
const said = (text: string): Readonly<Record<string, string | undefined>> => {
  const read = readNamed(findReferences(tokensOf(text), open, new Set()));
  return Object.fromEntries([...read].map(([{ reference }, { outcome }]) => [reference, outcome]));
};

const sentences: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  'CHG-4711 goed, INC-3101 opgelost': { 'CHG-4711': 'works', 'INC-3101': 'solved' },
  'CHG-4711 werkt niet, CHG-4712 wel': { 'CHG-4711': 'broken', 'CHG-4712': 'works' },
  '4711 werkt en 4712 ook': { 'CHG-4711': 'works', 'CHG-4712': 'works' },
  '4711 ok, 4712 kapot': { 'CHG-4711': 'works', 'CHG-4712': 'broken' },
  'CHG-4711 ok, CHG-4712 nok': { 'CHG-4711': 'works', 'CHG-4712': 'broken' },
  "CHG-4711 works. CHG-4712 doesn't.": { 'CHG-4711': 'works', 'CHG-4712': 'broken' },
  'CHG-4711 fails, CHG-4712 is fine': { 'CHG-4711': 'broken', 'CHG-4712': 'works' },
  'CHG-4711 nog niet getest, RST-2088 is gelukt': {
    'CHG-4711': 'untested',
    'RST-2088': 'succeeded',
  },
  'CHG-4711: akkoord; CHG-4712: afgekeurd; INC-3101: opgelost': {
    'CHG-4711': 'works',
    'CHG-4712': 'broken',
    'INC-3101': 'solved',
  },
};

/** Where a part is no clear statement, nothing is said of the others either. */
const half = [
  'CHG-4712 is goed, CHG-4711 doe ik morgen',
  'CHG-4711 getest, CHG-4712 wel',
  'CHG-4711 niet getest, CHG-4712 ook',
  'CHG-4711 werkt niet, CHG-4712 wel?',
  'CHG-4711 opgelost zeggen ze, CHG-4712 ook',
];

describe('a sentence about two duties', () => {
  for (const [text, outcomes] of Object.entries(sentences))
    it(`says its own of each: “${text}”`, () => {
      assert.deepEqual(said(text), outcomes);
    });

  it('says nothing of either where one half is no clear statement', () => {
    const told = half.filter((text) => Object.values(said(text)).some((one) => one !== undefined));
    assert.deepEqual(told, []);
  });
});
