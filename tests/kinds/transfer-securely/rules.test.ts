import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { Policy } from '../../../bot/kinds/kind.ts';
import {
  allowedRoutes,
  dataClasses,
  dataRoutes,
  domainsIn,
  isKnownDomain,
} from '../../../bot/kinds/transfer-securely/rules.ts';
import { dutch } from '../../support/duties/duties.ts';

const policy = (rules: Partial<Policy>): Policy => ({ routes: {}, domains: [], ...rules });
const answer = {
  class: 'internal',
  route: 'portal',
  recipient: 'x@unit4.example',
  outcome: 'secure',
};

function verdict(typed: object, rules: Policy, details: object = { data: 'Export' }) {
  const settled = kindOf('transfer-securely').settle(
    { details, policy: rules },
    { ...answer, ...typed },
    dutch,
  );
  return settled.ok ? settled.outcome : settled.messages.map(({ field }) => field);
}

describe('the routes that are allowed', () => {
  it('are those that were laid down for the class, else the usual ones; never a way of one’s own for personal data', () => {
    const lists = fc.option(fc.subarray([...dataRoutes]), { nil: undefined });
    const cases = fc.record({
      one: fc.constantFrom(...dataClasses),
      personal: fc.boolean(),
      laid: lists,
    });

    fc.assert(
      fc.property(cases, ({ one, personal, laid }) => {
        const allowed = allowedRoutes(one, personal, laid && policy({ routes: { [one]: laid } }));
        for (const route of allowed) assert.ok(laid?.includes(route) ?? true);
        assert.ok(!(personal && allowed.includes('other')));
        if (laid)
          assert.equal(allowed.length, laid.filter((r) => !(personal && r === 'other')).length);
        else assert.ok(allowed.includes('portal'));
      }),
      { seed: 20261123 },
    );
  });

  it('can be left by an exception with an approver and another measure, and not with one of the two', () => {
    const rules = policy({ routes: { internal: ['portal'] } });
    const mail = { route: 'secure-mail' };

    assert.deepEqual(verdict(mail, rules), ['route']);
    assert.deepEqual(verdict({ ...mail, approver: 'Bram' }, rules), ['route', 'alternative']);
    assert.deepEqual(verdict({ ...mail, alternative: 'versleuteld' }, rules), [
      'route',
      'approver',
    ]);
    // It is fulfilled once whoever was picked says yes.
    assert.equal(
      verdict({ ...mail, approver: 'Bram', alternative: 'versleuteld' }, rules),
      'problem',
    );
  });

  it('keep no exception where none was needed', () => {
    const typed = { ...answer, approver: 'Bram', alternative: 'x' };
    const settled = kindOf('transfer-securely').settle(
      { details: { data: 'Export' }, policy: policy({}) },
      typed,
      dutch,
    );

    assert.ok(settled.ok && settled.values['approver'] === undefined);
  });
});

describe('a recipient', () => {
  const rules = policy({ domains: ['unit4.example'] });

  for (const [recipient, expected] of [
    ['x@unit4.example', 'fulfilled'],
    ['Supportdesk <x@post.UNIT4.example>', 'fulfilled'],
    ['https://portaal.unit4.example/upload', 'fulfilled'],
    ['x@unit4.example.boef.example', ['recipient']],
    ['x@nietunit4.example', ['recipient']],
    ['x@unit4.example, y@boef.example', ['recipient']],
    ['x@unit4.exаmple', ['recipient']],
    ['Supportdesk', 'fulfilled'],
  ] as const)
    it(`${recipient} is ${expected === 'fulfilled' ? 'known' : 'unknown'}`, () => {
      assert.deepEqual(verdict({ recipient }, rules), expected);
    });

  it('of secure mail has an address where domains are laid down', () => {
    assert.deepEqual(verdict({ recipient: 'Supportdesk', route: 'secure-mail' }, rules), [
      'recipient',
    ]);
    assert.equal(
      verdict({ recipient: 'Supportdesk', route: 'secure-mail' }, policy({})),
      'fulfilled',
    );
  });

  it('is read from any text without an error, and soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const domain of domainsIn(text))
          assert.ok(!isKnownDomain('', [domain]) || domain === '');
      }),
      { seed: 20261123 },
    );
    assert.deepEqual(domainsIn('@'.repeat(200)), []);
  });
});

describe('a copy of data', () => {
  it('is deleted today or later', () => {
    const days = ['2026-11-22', '2026-11-23'].map((deleteOn) => verdict({ deleteOn }, policy({})));

    assert.deepEqual(days, [['deleteOn'], 'fulfilled']);
  });
});
