import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { startApp } from '../../support/app.ts';
import { anna, asked, fixedNow, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import type { RealFailure } from '../../support/teams/payloads.ts';
import { payloadIds, realFailures } from '../../support/teams/payloads.ts';

/** Told of the ways to a token, and no error: one that never answers and many who ask at once, see `tokens.test.ts`. */
const measured = ['d-msal-hangs', 'd-msal-stampede'];

/** An error with the name and the members that the library gave it. */
const errorOf = ({ raised: { message, ...own } }: RealFailure): Error =>
  Object.assign(new Error(message), own);

/** Whether only somebody who hosts the bot can mend it, as the numbers of Entra say. */
const refusals = ['7000215', '7000222', '700016', '90002', '53003', '7000112'];

describe('every way in which a token was really refused', () => {
  it('stands here', () => {
    const ids = [...realFailures.map(({ id }) => id), ...measured];

    assert.deepEqual(ids.toSorted(), payloadIds.filter((id) => id.startsWith('d-')).toSorted());
  });

  for (const real of realFailures) {
    it(`puts a card off, and it comes once when that is over: ${real.id}`, async () => {
      let failing = false;
      let now = (): string => fixedNow;
      const app = await startApp({
        fetchToken: () =>
          failing
            ? Promise.reject(errorOf(real))
            : Promise.resolve({ token: 't', expiresOnTimestamp: endOf(now()) }),
      });
      ({ now } = app.clock);
      await stage.install(app, annaInTeams);
      failing = true;
      await app.pass(300);

      const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
      await app.pass(600);
      const early = stage.cardsTo(app, annaInTeams, id).length;
      const waiting = await fetch(`${app.url()}/readyz`);
      failing = false;
      await app.pass(120);

      const cards = stage.cardsTo(app, annaInTeams, id).length;
      const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
      const parked = await app.store.deadLetters.parked(tenant, 10);
      const told = app.lines.filter(({ msg }) => msg === 'no token from Entra');
      await app.stop();
      assert.deepEqual([early, cards], [0, 1]);
      assert.equal(waiting.status, 503);
      assert.deepEqual(types, ['opened', 'delivered']);
      assert.deepEqual(parked, []);
      const refused = refusals.some((number) => real.raised.message.includes(number));
      assert.equal(told[0]?.['reason'], refused ? 'token-refused' : 'token-unavailable');
    });
  }
});

/** Tokens of a minute, by the clock of the bot. */
const endOf = (now: string): number => Date.parse(now) + 60_000;
