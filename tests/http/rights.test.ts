import assert from 'node:assert/strict';
import type { KeyRoute } from '../../bot/casework/rights/rights.ts';
import { keyRights } from '../../bot/casework/rights/rights.ts';
import { openingFor } from '../support/duties/duties.ts';
import type { Answer, Door } from '../support/http/http.ts';
import { auditorKey, bearer, idOf, openDoor, otherKey } from '../support/http/http.ts';

const callers = {
  opener: bearer(),
  'another vendor': bearer(otherKey),
  auditor: bearer(auditorKey),
  'a wrong key': { authorization: `Bearer ${'x9'.repeat(16)}` },
  'no key': { authorization: '' },
} as const;
type Caller = keyof typeof callers;

/** What each gets, written out once more: by caller and route the status, for one's own duty and for another's. */
const expected: Readonly<Record<KeyRoute, Readonly<Record<Caller, number>>>> = {
  show: { opener: 200, 'another vendor': 404, auditor: 200, 'a wrong key': 401, 'no key': 401 },
  withdraw: { opener: 200, 'another vendor': 404, auditor: 403, 'a wrong key': 401, 'no key': 401 },
  react: { opener: 409, 'another vendor': 404, auditor: 403, 'a wrong key': 401, 'no key': 401 },
  list: { opener: 200, 'another vendor': 200, auditor: 200, 'a wrong key': 401, 'no key': 401 },
  evidence: { opener: 200, 'another vendor': 200, auditor: 200, 'a wrong key': 401, 'no key': 401 },
  dossier: { opener: 403, 'another vendor': 403, auditor: 200, 'a wrong key': 401, 'no key': 401 },
  open: { opener: 201, 'another vendor': 201, auditor: 403, 'a wrong key': 401, 'no key': 401 },
};

describe('who may use which route of the API', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());

  let keys = 0;
  const nextKey = (): string => `key-${String((keys += 1))}`;
  const asks = (route: KeyRoute, id: string, headers: object): Promise<Answer> => {
    const duty = `/api/v1/duties/${id}`;
    const sent = { ...headers, 'idempotency-key': nextKey() };
    switch (route) {
      case 'show':
        return door.api(duty, undefined, sent);
      case 'withdraw':
        return door.api(`${duty}/withdraw`, { reason: 'Vervallen' }, sent);
      case 'react':
        return door.api(`${duty}/reaction`, { status: 'working', text: 'Wij kijken' }, sent);
      case 'list':
        return door.api('/api/v1/duties', undefined, sent);
      case 'evidence':
        return door.api('/api/v1/evidence', undefined, sent);
      case 'dossier':
        return door.api('/api/v1/dossier?quarter=2026-Q4', undefined, sent);
      case 'open':
        return door.api('/api/v1/duties', openingFor('verify-change'), sent);
    }
  };

  for (const route of Object.keys(keyRights) as readonly KeyRoute[])
    for (const caller of Object.keys(callers) as readonly Caller[])
      it(`${route}: ${caller}`, async () => {
        const id = await idOf(door.open(nextKey(), openingFor('verify-change')));

        const answer = await asks(route, id, callers[caller]);

        assert.equal(answer.status, expected[route][caller], answer.text);
        if (answer.status === 404) {
          const nothing = await asks(route, `d${'0'.repeat(24)}`, callers[caller]);
          assert.equal(answer.text, nothing.text);
        }
        if (['list', 'evidence'].includes(route) && answer.status === 200)
          assert.equal(answer.text.includes(id), caller !== 'another vendor');
      });
});
