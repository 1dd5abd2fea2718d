import assert from 'node:assert/strict';
import type { SinonFakeTimers, SinonStub } from 'sinon';
import sinon from 'sinon';
import { timers } from '../bot/timers.ts';

const day = 24 * 3600;

describe('the timers of the machine', () => {
  let clock: SinonFakeTimers;
  let run: SinonStub;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    run = sinon.stub();
  });
  afterEach(() => clock.restore());

  it('run what is due once, and not before', () => {
    timers.after(4, run);

    clock.tick(3999);
    sinon.assert.notCalled(run);
    clock.tick(1);
    sinon.assert.calledOnce(run);
    clock.tick(day * 1000);
    sinon.assert.calledOnce(run);
  });

  it('wait longer than setTimeout can, as long as was said', () => {
    timers.after(90 * day, run);

    clock.tick(90 * day * 1000 - 1);
    sinon.assert.notCalled(run);
    clock.tick(1);
    sinon.assert.calledOnce(run);
  });

  it('forget what was cancelled, also in the middle of a long wait', () => {
    const short = timers.after(4, run);
    const long = timers.after(90 * day, run);

    short.cancel();
    clock.tick(50 * day * 1000);
    long.cancel();
    clock.tick(90 * day * 1000);

    sinon.assert.notCalled(run);
    assert.equal(clock.countTimers(), 0);
  });
});
