import assert from 'node:assert/strict';
import { sendingAfter } from '../../bot/teams/messages/sending.ts';

/** A failure as the SDK of the Bot Connector throws it. */
function failure(status: number | undefined, more: Record<string, unknown> = {}): Error {
  const { retryAfter, ...members } = more;
  const headers = { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) };
  return Object.assign(new Error('failed'), {
    ...(status === undefined ? {} : { statusCode: status }),
    response: { headers },
    ...members,
  });
}
const typeOf = (error: Error) => sendingAfter(error, { of: 'send', nowMs: 0 })?.type;
const waitOf = (error: Error) => {
  const sending = sendingAfter(error, { of: 'send', nowMs: 0 });
  return sending?.type === 'try-later' ? sending.afterSeconds : 'no wait';
};
const reasonOf = (error: Error) => {
  const sending = sendingAfter(error, { of: 'send', nowMs: 0 });
  return sending && 'reason' in sending ? sending.reason : undefined;
};

describe('a send that failed', () => {
  for (const status of [408, 412, 429, 502, 503, 504]) {
    it(`with ${String(status)} is tried again`, () => {
      assert.equal(typeOf(failure(status)), 'try-later');
    });
  }

  for (const status of [400, 403, 409, 413]) {
    it(`with ${String(status)} is not tried again`, () => {
      assert.equal(typeOf(failure(status)), 'unreachable');
    });
  }

  it('with 404 concerns something that is gone', () => {
    assert.equal(typeOf(failure(404)), 'gone');
  });

  for (const [written, seconds] of [
    ['30', 30],
    ['0', 0],
    ['99999', 3600],
    ['-5', undefined],
    ['Thu, 01 Jan 1970 00:00:45 GMT', 45],
    ['Wed, 31 Dec 1969 23:59:00 GMT', 0],
    ['Wed, 99 Foo 2026 07:28:00 GMT', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ] as const) {
    it(`waits ${String(seconds)} seconds where Retry-After says ${String(written)}`, () => {
      assert.equal(waitOf(failure(429, { retryAfter: written })), seconds);
    });
  }

  for (const code of ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'REQUEST_SEND_ERROR']) {
    it(`with ${code} may have arrived`, () => {
      assert.equal(reasonOf(failure(undefined, { code })), 'outcome-unknown');
    });
  }
  it('with a time-out of our own may have arrived', () => {
    assert.equal(reasonOf(failure(undefined, { name: 'AbortError' })), 'outcome-unknown');
  });

  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']) {
    it(`with ${code} has not arrived`, () => {
      assert.equal(reasonOf(failure(undefined, { code })), 'not-reached');
    });
  }

  for (const [code, reason] of [
    ['ConversationBlockedByUser', 'blocked'],
    ['BotNotInConversationRoster', 'not-installed'],
    ['ForbiddenOperationException', 'not-installed'],
    ['NotEnoughPermissions', 'refused'],
  ] as const) {
    it(`with 403 ${code} names why the person is not reached: ${reason}`, () => {
      assert.equal(reasonOf(failure(403, { code })), reason);
    });
  }

  it('with 403 in its other shape names a person who blocked the bot', () => {
    const details = { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' };

    assert.equal(reasonOf(failure(403, { details })), 'blocked');
  });

  it('because of a fault of our own is no outcome', () => {
    assert.equal(
      sendingAfter(new TypeError('x is undefined'), { of: 'send', nowMs: 0 }),
      undefined,
    );
  });
});
