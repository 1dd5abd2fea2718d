import assert from 'node:assert/strict';
import type { DossierRead } from '../../../bot/features/evidence/dossier/order/read-order.ts';
import { readDossierOrder } from '../../../bot/features/evidence/dossier/order/read-order.ts';
import { parseQuarter } from '../../../bot/duty/time/quarter.ts';
import { defined } from '../../support/duties/duties.ts';
import { workOf } from '../../support/worked.ts';

const q4 = defined(parseQuarter('2026-Q4'));

describe('an order of a dossier in chat', () => {
  const orders: readonly (readonly [string, DossierRead])[] = [
    ['dossier 2026 Q4', { quarter: q4 }],
    ['Dossier 2026-Q4.', { quarter: q4 }],
    ['dossier q4 2026', { quarter: q4 }],
    ['dossier van het 4e kwartaal 2026', { quarter: q4 }],
    ['dossier for the 4th quarter of 2026', { quarter: q4 }],
    ['maak een dossier over kwartaal 4 2026', { quarter: q4 }],
    ['auditdossier A.5.18 Q3', { quarter: { number: 3 }, control: 'A.5.18' }],
    ['audit dossier a8.32, 2026 q4', { quarter: q4, control: 'A.8.32' }],
    ['make a dossier 2026 Q4 A.6.3', { quarter: q4, control: 'A.6.3' }],
  ];
  for (const [text, expected] of orders)
    it(`reads “${text}”`, () => {
      assert.deepEqual(readDossierOrder(text), expected);
    });

  const unclear = [
    'dossier',
    'dossier 2026',
    'dossier Q5 2026',
    'dossier A.9.9 Q4',
    'dossier Q3 Q4',
  ];
  for (const text of unclear)
    it(`asks for the whole of “${text}”`, () => {
      assert.equal(readDossierOrder(text), 'incomplete');
    });

  const others = ['het dossier van klant X is weg', 'CHG-4711 getest', 'dossiers 2026 Q4', ''];
  for (const text of others)
    it(`leaves “${text}” to others`, () => {
      assert.equal(readDossierOrder(text), undefined);
    });

  it('is read within a moment, however long it is', () => {
    const worked = workOf(() =>
      readDossierOrder(`dossier ${' '.repeat(100_000)}${'van '.repeat(50_000)}x`),
    );
    assert.ok(worked < 500, String(worked));
  });
});
