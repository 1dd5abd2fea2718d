import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { connectorCalls } from '../../bot/teams/calls.ts';
import type { Connect } from '../../bot/teams/connector.ts';
import { createTokens, TokenError } from '../../bot/teams/identity/tokens.ts';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { manualClock } from '../support/clock.ts';
import { fixedNow } from '../support/duties/duties.ts';
import { annaInTeams } from '../support/teams/cast.ts';

const log = { debug: silent, info: silent, warn: silent, error: silent };
function silent(): void {
  // What is logged is of no account here.
}

describe('a service address that Teams corrects', () => {
  const wrong = 'https://smba.trafficmanager.net/emea/';
  const right = 'https://smba.infra.gcc.teams.microsoft.com/emea/';
  const refusal = (host: string) =>
    Object.assign(new Error(`Invalid bot api host. For GCC tenants, please call ${host}.`), {
      statusCode: 403,
      code: 'InvalidBotApiHost',
    });
  const callsTo = (host: string, isAllowed = true) => {
    const asked: string[] = [];
    const connect: Connect = (serviceUrl) => {
      asked.push(serviceUrl);
      return serviceUrl === wrong
        ? Promise.reject(refusal(host))
        : Promise.reject(Object.assign(new Error('busy'), { statusCode: 429 }));
    };
    const calls = connectorCalls({
      connect,
      now: () => fixedNow,
      isAllowed: () => isAllowed,
      refused: silent,
    });
    const send = () => calls.send(wrong, 'send', () => Promise.resolve(undefined));
    return { asked, send };
  };

  it('is used from then on, with the path that it had', async () => {
    const { asked, send } = callsTo('https://smba.infra.gcc.teams.microsoft.com');

    await send();
    await send();

    assert.deepEqual(asked, [wrong, right, right]);
  });

  it('is not used where no answer may go', async () => {
    const { asked, send } = callsTo('https://evil.example', false);

    const sending = await send();

    assert.deepEqual(asked, [wrong]);
    assert.ok(sending.type === 'try-later' && sending.reason === 'wrong-address');
  });
});

describe('the token of the bot', () => {
  const clock = manualClock(fixedNow);
  const source = (answer: () => Promise<{ token: string; expiresOnTimestamp: number }>) => {
    let made = 0;
    let asked = 0;
    const tokens = createTokens({
      fetcher: () => {
        made += 1;
        return () => {
          asked += 1;
          return answer();
        };
      },
      now: clock.now,
      timers: clock.timers,
      log,
    });
    return { tokens, made: () => made, asked: () => asked };
  };
  const inMinutes = (minutes: number) => Date.parse(clock.now()) + minutes * 60_000;

  it('is asked for once by all who wait at the same time', async () => {
    const { tokens, asked } = source(() =>
      Promise.resolve({ token: 'a', expiresOnTimestamp: inMinutes(60) }),
    );

    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.get()));

    assert.deepEqual([new Set(all), asked()], [new Set(['a']), 1]);
  });

  it('is renewed while the old one still serves, and nobody waits for that', async () => {
    const ends = [3, 60];
    let at = 0;
    const { tokens, asked } = source(() => {
      const token = `t${String(at)}`;
      return Promise.resolve({ token, expiresOnTimestamp: inMinutes(ends[at++] ?? 60) });
    });

    const first = await tokens.get();
    const second = await tokens.get();
    await setImmediate();
    const third = await tokens.get();

    assert.deepEqual([first, second, third, asked()], ['t0', 't0', 't1', 2]);
  });

  it('that fails is asked for by something new, which knows of no pause of its own', async () => {
    const { tokens, made } = source(() =>
      Promise.reject(new Error('invalid_client: AADSTS7000215')),
    );

    await assert.rejects(tokens.get(), TokenError);
    await assert.rejects(tokens.get(), { reason: 'token-refused', afterSeconds: 5 });

    assert.equal(made(), 2);
    assert.equal(tokens.trouble()?.reason, 'token-refused');
  });
});

describe('a member of a conversation', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.stop());
  const at = () => ({ conversationId: '19:team@thread.tacv2', serviceUrl: app.connector.url });
  const look = () => app.services().directory.memberIn(at(), annaInTeams.aadObjectId);

  it('is somebody with a name', async () => {
    assert.deepEqual(await look(), {
      type: 'member',
      name: annaInTeams.name,
      userId: annaInTeams.id,
    });
  });

  for (const [status, type] of [
    [404, 'no-member'],
    [403, 'not-told'],
    [429, 'try-later'],
    [500, 'try-later'],
    [502, 'try-later'],
    [503, 'try-later'],
  ] as const) {
    it(`is ${type} after ${String(status)}: only “not found” means that nobody is there`, async () => {
      const code = status === 404 ? { code: 'MemberNotFoundInConversation' } : {};
      app.connector.failNext({
        status,
        ...code,
        ...(status === 403 ? { code: 'NotEnoughPermissions' } : {}),
      });

      assert.equal((await look()).type, type);
    });
  }
});
