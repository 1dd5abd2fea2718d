import assert from 'node:assert/strict';
import { keyRights } from '../../bot/casework/rights/rights.ts';

describe('what a key may do', () => {
  it('is, of a vendor, everything with its own duties but the dossier; of an auditor, to read all', () => {
    assert.deepEqual(
      Object.entries(keyRights).map(([route, { vendor, auditor }]) => [route, vendor, auditor]),
      [
        ['open', 'own', 'none'],
        ['list', 'own', 'every'],
        ['show', 'own', 'every'],
        ['withdraw', 'own', 'none'],
        ['react', 'own', 'none'],
        ['evidence', 'own', 'every'],
        ['dossier', 'none', 'every'],
      ],
    );
  });
});
