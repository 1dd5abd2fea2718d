import assert from 'node:assert/strict';
import {
  development,
  problemsOf,
  problemWith,
  production,
  settingsOf,
} from '../support/settings.ts';
import { nextSecret, webhookSecret } from '../support/vendor/webhook.ts';

const key = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const right = {
  ...production,
  VENDOR_API_KEYS: `unit4:${key},ander:b${key}`,
  VENDOR_WEBHOOKS: 'unit4=https://unit4.example/hook?a=b',
  VENDOR_WEBHOOK_SECRETS: `unit4:${webhookSecret}`,
};

describe('the webhooks of the settings', () => {
  it('are addresses of vendors with a key, each with its secrets', () => {
    const { webhooks } = settingsOf({
      ...right,
      VENDOR_WEBHOOK_SECRETS: ` unit4 : ${webhookSecret} ,unit4:${nextSecret},`,
    });

    assert.deepEqual(webhooks, [
      {
        vendor: 'unit4',
        url: 'https://unit4.example/hook?a=b',
        secrets: [webhookSecret, nextSecret],
      },
    ]);
  });

  for (const url of [
    'http://unit4.example/',
    'http://127.0.0.1/',
    'https://u:p@unit4.example/',
    'ftp://x/',
    'unit4',
  ])
    it(`never go to ${url}`, () => {
      const problem = problemWith({ VENDOR_WEBHOOKS: `unit4=${url}` }, right);

      assert.match(problem, /^VENDOR_WEBHOOKS must be name=url/);
    });

  it('may stay on this machine without https in development only', () => {
    const here = {
      VENDOR_WEBHOOKS: 'ander=http://localhost:8080/',
      VENDOR_WEBHOOK_SECRETS: `ander:${webhookSecret}`,
    };

    assert.equal(settingsOf({ ...right, ...development, ...here }).webhooks.length, 1);
    assert.match(
      problemWith(
        { ...here, VENDOR_WEBHOOKS: 'ander=http://10.0.0.1/' },
        { ...right, ...development },
      ),
      /^VENDOR_WEBHOOKS/,
    );
  });

  for (const secret of [
    'geheim',
    'whsec_',
    `whsec_${'A'.repeat(31)}`,
    `whsec_${'A'.repeat(88)}`,
    webhookSecret.slice(6),
  ])
    it(`are not signed with ${secret.slice(0, 12)} of ${String(secret.length)} characters`, () => {
      const problem = problemWith({ VENDOR_WEBHOOK_SECRETS: `unit4:${secret}` }, right);

      assert.match(problem, /^VENDOR_WEBHOOK_SECRETS: entry 1/);
      assert.ok(!problem.includes(secret.slice(8) || 'nothing'));
    });

  it('name every mistake at once and repeat no address', () => {
    const problems = problemsOf({
      ...right,
      PORT: 'x',
      VENDOR_WEBHOOKS: 'vreemd=https://token.example/geheim,ander=https://ander.example/',
      VENDOR_WEBHOOK_SECRETS: `vreemd:${webhookSecret},derde:${nextSecret}`,
    });

    const told = problems.join('\n');
    assert.equal(problems.length, 4, told);
    for (const part of ['vendors that have a key', 'have an address', 'a secret for each', 'PORT'])
      assert.ok(told.includes(part), part);
    assert.ok(!told.includes('token.example'));
  });
});
