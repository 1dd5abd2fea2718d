import assert from 'node:assert/strict';
import sinon from 'sinon';
import { erase } from '../../bot/evidence/command/erase.ts';
import { anna } from '../support/duties/duties.ts';

describe('the command that erases somebody', () => {
  it('records no password as the ground, and touches nothing then', async () => {
    const written = sinon.stub(process.stderr, 'write').returns(true);
    try {
      const untouched = { ok: true, installation: {} } as never;
      const args = ['--person', anna.aadObjectId, '--basis', 'pw=Zomer2026!'];

      assert.equal(await erase(args, () => Promise.resolve(untouched)), 2);
      const said = written.args.flat().join('');
      assert.match(said, /--basis seems to hold a password/);
      assert.ok(!said.includes('Zomer2026'));
    } finally {
      written.restore();
    }
  });
});
