import assert from 'node:assert/strict';
import { readDraw } from '../../../bot/features/samples/read-draw.ts';

const wanted = { count: 5, kind: 'verify-change', seed: '20261123', period: undefined };

describe('a sample that is asked for in words', () => {
  const same: readonly string[] = [
    'trek 5 wijzigingen, seed 20261123',
    'Trek 5 wijzigingen seed 20261123',
    'draw 5 changes, seed 20261123',
    'draw 5 changes with seed 20261123',
    'trek 5 wijzigingen, startgetal 20261123',
    'trek 5 wijzigingen met zaad 20261123',
    'draw 5 changes, start number 20261123',
    '  DRAW 5 CHANGES; SEED 20261123  ',
  ];
  for (const said of same) {
    it(`is understood as “${said}”`, () => {
      assert.deepEqual(readDraw(said), wanted);
    });
  }

  const periods = [
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['Q4 2026', '2026-10-01', '2026-12-31'],
    ['kwartaal 1 2026', '2026-01-01', '2026-03-31'],
    ['periode 2026-11', '2026-11-01', '2026-11-30'],
    ['van 2026-10-01 tot en met 2026-11-30', '2026-10-01', '2026-11-30'],
    ['2026-10-01 - 2026-11-30', '2026-10-01', '2026-11-30'],
    ['from 2026-10-01 to 2026-10-01', '2026-10-01', '2026-10-01'],
  ] as const;
  for (const [said, from, to] of periods) {
    it(`may name a period: ${said}`, () => {
      const read = readDraw(`draw 5 changes, seed 20261123, ${said}`);

      assert.deepEqual(read, { ...wanted, period: { from, to } });
    });
  }

  const kinds = {
    herstelacties: 'confirm-restore',
    restores: 'confirm-restore',
    reviews: 'review-access',
    incidenten: 'verify-incident',
    agreements: 'read-agreement',
    voorlichtingen: 'inform-staff',
    overdrachten: 'transfer-securely',
    'capacity checks': 'check-capacity',
    plichten: undefined,
  };
  for (const [said, kind] of Object.entries(kinds)) {
    it(`may be of ${said}`, () => {
      assert.deepEqual(readDraw(`trek 5 ${said}, seed 20261123`), { ...wanted, kind });
    });
  }

  it('keeps the seed as it was typed', () => {
    const read = readDraw('trek 5 wijzigingen, seed Audit-2026/É');

    assert.ok(typeof read === 'object');
    assert.equal(read.seed, 'Audit-2026/É');
  });

  const incomplete: readonly string[] = [
    'trek 5 wijzigingen',
    'trek 0 wijzigingen, seed 1',
    'trek 21 wijzigingen, seed 1',
    'trek 5 appels, seed 1',
    'trek 5 wijzigingen, seed 1, gisteren',
    'trek 5 wijzigingen, seed 1, 2026-13',
    'trek 5 wijzigingen, seed 1, 2026-12-01 tot 2026-11-01',
  ];
  for (const said of incomplete) {
    it(`is asked for again after “${said}”`, () => {
      assert.equal(readDraw(said), 'incomplete');
    });
  }

  it('is not heard in any other sentence', () => {
    for (const said of ['', 'trek je jas aan', 'CHG-4711 getest, werkt', 'hertrek 5 x, seed 1']) {
      assert.equal(readDraw(said), undefined);
    }
  });
});
