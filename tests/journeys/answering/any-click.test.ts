import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import type { Values } from '../../../cards/fields.ts';
import type { KindName } from '../../../bot/kinds/index.ts';
import { dutyKinds, kindOf } from '../../../bot/kinds/index.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import { buttons } from '../../../bot/views/buttons.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { goodAnswers } from '../../support/duties/answers.ts';
import { annaInTeams, carlaInTeams } from '../../support/teams/cast.ts';
import { defined, dutch } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

describe('a click with whatever data', function () {
  this.timeout(120_000);
  let app: TestApp;
  let ids: readonly string[];
  before(async () => {
    app = await startApp();
    for (const person of [annaInTeams, carlaInTeams]) await stage.install(app, person);
    const opened = [];
    for (const { kind } of dutyKinds) opened.push(await stage.openDuty(app, kind));
    ids = opened.map(({ id }) => id);
  });
  after(() => app.stop());

  const note = fc.constantFrom('Alles bekeken', 'x'.repeat(2000), 'x'.repeat(20_000));
  const good = dutyKinds.flatMap(({ kind }) =>
    Object.entries(goodAnswers[kind]).map(([outcome, { inputs }]) => ({ ...inputs, outcome })),
  );
  const plausible = fc
    .tuple(fc.constantFrom(...good), fc.record({ g: fc.nat(4), note }, { requiredKeys: [] }))
    .map(([given, more]) => ({ ...given, ...more }));
  const names = ['d', 'g', 'p', 'to', 'c', 'k', 'n', 'l', 'kind', 'checks-0', 'checks-1'];
  const fields = ['outcome', 'note', 'sample', 'opens', 'newest-day', 'newest-time', 'decision-0'];
  const member = fc.constantFrom(...names, ...fields, 'note-0', '__proto__', 'constructor');
  const value = fc.oneof(
    fc.constantFrom('works', 'broken', 'ok', 'keep', 'remove', 'yes', 'nl', '2026-11-14', '25:99'),
    fc.constantFrom(-1, 0, 1, 2, 1e9, 1.5, null, true, ''),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constant('x'.repeat(20_000)),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const verb = fc.oneof(
    fc.constant('answer'),
    fc.constantFrom<string>(...Object.values(buttons).map(({ verb }) => verb)),
    fc.string({ maxLength: 20 }),
  );
  const clicks = fc.record({
    verb,
    data: fc
      .tuple(plausible, fc.dictionary(member, value, { maxKeys: 4 }))
      .map(([likely, odd]) => ({ ...likely, ...odd })),
    aim: fc.nat(dutyKinds.length),
    as: fc.constantFrom('execute' as const, 'submit' as const),
  });

  it('changes nothing for somebody who was not asked, and is always answered', async () => {
    const before = await Promise.all(ids.map((id) => stage.readDuty(app, id)));

    await fc.assert(
      fc.asyncProperty(clicks, async ({ verb: asks, data, aim, as }) => {
        const aimed = { ...data, do: asks, ...(ids[aim] === undefined ? {} : { d: ids[aim] }) };
        const { status } = await stage.clickWith(app, {
          person: carlaInTeams,
          data: aimed,
          click: { verb: asks, as },
        });
        assert.equal(status, expected(aimed));
      }),
      { numRuns: 150, seed: 20261123 },
    );

    assert.deepEqual(await Promise.all(ids.map((id) => stage.readDuty(app, id))), before);
  });

  it('of the person who was asked is always answered, and only a whole answer counts', async () => {
    await fc.assert(
      fc.asyncProperty(clicks, async ({ verb: asks, data, aim, as }) => {
        const aimed = { ...data, do: asks, ...(ids[aim] === undefined ? {} : { d: ids[aim] }) };
        const { status } = await stage.clickWith(app, {
          person: annaInTeams,
          data: aimed,
          click: { verb: asks, as },
        });
        assert.equal(status, expected(aimed));
      }),
      { numRuns: 200, seed: 20261123 },
    );

    const duties = await Promise.all(ids.map((id) => stage.readDuty(app, id)));
    for (const { id, kind, answers } of duties.filter((duty) => duty.kind !== 'review-access')) {
      const { settle, typedFor } = kindOf(kind as KindName);
      const details = defined((await stage.evidenceOf(app, id))[0]).data;
      for (const { values } of answers) {
        const given = { details: (details as { details: Json }).details };
        assert.ok(settle(given, typedFor(given, values as Values, reader), reader).ok);
      }
    }
    const faults = app.lines.filter(({ level }) => Number(level) >= 50);
    assert.deepEqual(faults, []);
  });
});

/** The guard takes no object that would change what objects are. */
const expected = (data: object): number =>
  JSON.stringify(data).includes('"__proto__":') ? 400 : 200;
const reader = dutch;
