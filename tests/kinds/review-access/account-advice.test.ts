import assert from 'node:assert/strict';
import type { Account } from '../../../bot/kinds/review-access/accounts.ts';
import type { AdviceView } from '../../../bot/kinds/review-access/account-advice.ts';
import { adviser, sayAdvice } from '../../../bot/kinds/review-access/account-advice.ts';

const jan: Account = { account: 'jbakker', name: 'Jan Bakker', role: 'Inkoper' };
const now = '2026-11-23T08:30:00Z';
const said = (account: Account, view: Partial<AdviceView> = {}): string | undefined => {
  const advice = adviser({ now, ...view })(account);
  return advice && sayAdvice(advice, 'nl');
};

describe('The advice about an account', () => {
  it('is none where nothing stands out', () => {
    assert.equal(said(jan), undefined);
    assert.equal(said({ ...jan, lastSignIn: '2026-11-20' }, { previous: [jan] }), undefined);
  });

  const cases: readonly (readonly [string, Account, Partial<AdviceView>, string])[] = [
    [
      '90 days',
      { ...jan, lastSignIn: '2026-08-25' },
      {},
      'advies: intrekken (90 dagen niet ingelogd)',
    ],
    [
      'years',
      { ...jan, lastSignIn: '2022-01-01' },
      {},
      'advies: intrekken (1.787 dagen niet ingelogd)',
    ],
    ['never', { ...jan, lastSignIn: 'nooit' }, {}, 'advies: intrekken (nooit ingelogd)'],
    ['disabled', { ...jan, enabled: false }, {}, 'advies: intrekken (uitgeschakeld)'],
    ['a leaver', jan, { left: ['JBakker'] }, 'advies: intrekken (uit dienst)'],
    [
      'a leaver of the same name',
      jan,
      { leftNames: ['jan  bakker'] },
      'advies: nakijken (lijkt uit dienst)',
    ],
    [
      'a new account',
      jan,
      { previous: [] },
      'advies: nakijken (nieuw sinds de vorige beoordeling)',
    ],
    [
      'another role',
      { ...jan, role: 'Beheerder' },
      { previous: [jan] },
      'advies: nakijken (rol was Inkoper)',
    ],
    [
      'several reasons',
      { ...jan, enabled: false, lastSignIn: 'never' },
      { previous: [] },
      'advies: intrekken (uitgeschakeld, nooit ingelogd, nieuw sinds de vorige beoordeling)',
    ],
  ];
  for (const [name, account, view, words] of cases) {
    it(`says why: ${name}`, () => {
      assert.equal(said(account, view), words);
    });
  }

  it('takes one role in two spellings, and a list without roles, for no change', () => {
    assert.equal(said({ ...jan, role: ' INKOPER\u200B' }, { previous: [jan] }), undefined);
    assert.equal(said(jan, { previous: [{ account: 'jbakker', name: 'Jan' }] }), undefined);
  });

  it('is said in English as well', () => {
    const advice = adviser({ now })({ ...jan, lastSignIn: '2025-01-01' });

    assert.equal(advice && sayAdvice(advice, 'en'), 'advice: remove (not signed in for 691 days)');
  });
});
