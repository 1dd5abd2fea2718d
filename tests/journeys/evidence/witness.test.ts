import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readCheckpoint } from '../../../bot/features/evidence/log/checkpoint.ts';
import { isConsistent } from '../../../bot/features/evidence/log/merkle.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import type { Vendor } from '../../support/vendor/webhook.ts';
import { isSigned, startVendor, webhookSecret } from '../../support/vendor/webhook.ts';

describe('a vendor as a witness of the evidence', function () {
  this.timeout(120_000);
  let app: TestApp;
  let vendor: Vendor;
  beforeEach(async () => {
    vendor = await startVendor();
    app = await startApp({ webhook: { url: vendor.url, secrets: [webhookSecret] } });
    await stage.install(app, annaInTeams);
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-1' });
  });
  afterEach(async () => {
    await app.stop();
    await vendor.close();
  });

  const told = () => vendor.got.filter(({ message }) => message.type === 'evidence.checkpoint');
  const checkpointIn = (text: unknown) => {
    const read = readCheckpoint(String(text));
    assert.ok(read.ok);
    return read.checkpoint;
  };

  it('is told each checkpoint once, signed, with the proof that nothing but appending made it', async () => {
    // The first of all is made at once, the next at six in the morning.
    await app.pass(120);
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-2' });
    await app.pass(21 * 3600);

    const [first, second] = told().slice(-2);
    const earlier = checkpointIn(defined(first).message['checkpoint']);
    const later = checkpointIn(defined(second).message['checkpoint']);
    const { previousSize, consistency } = defined(second).message;
    const proof = (consistency as readonly string[]).map((hash) => Buffer.from(hash, 'base64'));
    assert.equal(previousSize, earlier.size);
    assert.ok(later.size > earlier.size);
    assert.ok(isConsistent({ earlier, later, proof }));
    assert.ok(!isConsistent({ earlier: { ...earlier, root: later.root }, later, proof }));
    assert.ok(isSigned(defined(second), webhookSecret));
    assert.equal(new Set(told().map(({ id }) => id)).size, told().length);
    const held = [];
    for await (const one of app.store.evidence.witnesses(tenant)) held.push(one.message);
    assert.deepEqual(
      held,
      told().map(({ id }) => id),
      'a dossier would name other messages',
    );
  });

  it('is told later where it did not answer', async () => {
    vendor.answerWith({ status: 503 });
    await app.pass(120);
    const refused = told().length;
    vendor.answerWith({ status: 204 });
    await app.pass(3600);

    assert.ok(refused > 0);
    assert.ok(told().length > refused);
  });
});
