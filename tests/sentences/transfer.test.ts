import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SaidTransfer } from '../../bot/sentences/requests/transfer.ts';
import { readTransfer } from '../../bot/sentences/requests/transfer.ts';

const said: Readonly<Record<string, SaidTransfer>> = {
  'Ik moet de salarissen van oktober naar support@unit4.com sturen.': {
    what: 'de salarissen van oktober',
    recipient: 'support@unit4.com',
  },
  'we willen morgen het ledenbestand aan de accountant mailen': {
    what: 'het ledenbestand',
    recipient: 'de accountant',
  },
  'ik moet naar support@unit4.com de logbestanden sturen': {
    what: 'de logbestanden',
    recipient: 'support@unit4.com',
  },
  'I have to send the payroll of October to support@unit4.com': {
    what: 'the payroll of October',
    recipient: 'support@unit4.com',
  },
  'ik moet morgen gegevens sturen naar de accountant': { recipient: 'de accountant' },
  'I need to share a file with the auditor': { recipient: 'the auditor' },
  'hoe stuur ik gegevens naar support@unit4.com?': { recipient: 'support@unit4.com' },
  'ik moet gegevens sturen': {},
  'gegevens sturen': {},
};

describe('a sentence that begins a transfer', () => {
  for (const [sentence, transfer] of Object.entries(said)) {
    it(`says what goes out and to whom: “${sentence}”`, () => {
      assert.deepEqual(readTransfer(sentence), transfer);
    });
  }

  it('says nothing where it is longer than a card takes, and is read at once', () => {
    assert.deepEqual(readTransfer(`ik moet ${'naar aan '.repeat(400)}sturen`), {});
    assert.deepEqual(readTransfer(`ik moet ${'aan '.repeat(100)}`), {});
  });
});
