import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { OpenableKind } from '../../bot/kinds/index.ts';
import type { Earlier } from '../../bot/kinds/kind.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { startApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import type { Answers, Card, CardInput } from '../support/cards/card-reader.ts';
import { actions, inputs } from '../support/cards/card-reader.ts';
import { give } from '../support/cards/give.ts';
import { nextPress } from '../support/cards/walk.ts';
import { anOpening, defined, dutch, opened } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import { annaInTeams } from '../support/teams/cast.ts';

/** A plain yes: everything that has to be said beside what is known, and how many presses that takes. */
interface PlainYes {
  readonly answers: Answers;
  readonly presses: number;
  readonly details?: object;
  /** What was answered the last time, where the duty comes back. */
  readonly last?: Earlier['values'];
}

const yes: Readonly<Record<Exclude<OpenableKind, 'review-access'>, PlainYes>> = {
  'verify-change': { answers: { outcome: 'works', 'checks-0': 'ok' }, presses: 2 },
  'confirm-restore': { answers: { outcome: 'succeeded', 'samples-0': 'same' }, presses: 3 },
  'verify-incident': { answers: { outcome: 'solved', cause: 'yes' }, presses: 3 },
  'read-agreement': { answers: { outcome: 'understood', readVersion: 'same' }, presses: 3 },
  'inform-staff': {
    answers: { outcome: 'done', joiners: 'yes' },
    presses: 3,
    last: { outcome: 'done', how: 'mail', reached: 40, population: 40, joiners: 'yes' },
  },
  'transfer-securely': {
    answers: { outcome: 'secure', route: 'portal' },
    presses: 3,
    details: { data: 'Salarismutaties', recipient: 'support@unit4.com', personalData: true },
  },
  'check-capacity': {
    answers: { outcome: 'enough', peak: '40' },
    presses: 3,
    details: { period: 'Q4 2026' },
    last: { outcome: 'enough', contracted: 100, source: 'monitoring' },
  },
};

/** Where nothing was said before, what only the person knows comes on top: ways, numbers, and who is new. */
const firstTime: Readonly<Record<'inform-staff' | 'check-capacity', PlainYes>> = {
  'inform-staff': {
    answers: { outcome: 'done', how: 'mail', reached: '40', population: '40', joiners: 'yes' },
    presses: 6,
  },
  'check-capacity': {
    answers: { outcome: 'enough', contracted: '100', peak: '40', source: 'monitoring' },
    presses: 5,
  },
};

describe('a plain yes', () => {
  for (const [kind, plain] of Object.entries(yes) as [OpenableKind, PlainYes][]) {
    it(`(${kind}) takes ${String(plain.presses)} presses from the card to the record`, () => {
      const { settled, cards } = give(asked(kind, plain), plain.answers, dutch);

      assert.ok(settled);
      assert.equal(settled.outcome, 'fulfilled');
      assert.equal(pressesOn(cards, plain.answers), plain.presses);
      assert.ok(plain.presses <= 3);
    });
  }

  for (const [kind, plain] of Object.entries(firstTime) as [OpenableKind, PlainYes][]) {
    it(`(${kind}, the first time) takes ${String(plain.presses)}, numbers included`, () => {
      const { settled, cards } = give(asked(kind, plain), plain.answers, dutch);

      assert.ok(settled);
      assert.equal(pressesOn(cards, plain.answers), plain.presses);
    });
  }

  it('fills in how many were reached only where it was everybody', () => {
    const last = { outcome: 'done', how: 'mail', reached: 39, population: 40, joiners: 'yes' };

    const { refused } = give(
      asked('inform-staff', { ...yes['inform-staff'], last }),
      { outcome: 'done' },
      dutch,
    );

    const stands = inputs(defined(refused)).map(({ id, json }) => [id, json['value']]);
    assert.deepEqual(stands, [
      ['how', 'mail'],
      ['when', '2026-11-23'],
      ['reached', undefined],
      ['population', 40],
      ['joiners', undefined],
      ['note', undefined],
    ]);
  });

  describe('(review-access)', () => {
    let app: TestApp;
    beforeEach(async () => {
      app = await startApp();
      await stage.install(app, annaInTeams);
    });
    afterEach(() => app.stop());

    it('takes 3 presses where nothing stands out, with the names read in between', async () => {
      const accounts = ['jb', 'kv'].map((account) => ({
        account,
        name: `Mia ${account}`,
        role: 'Inkoper',
      }));
      const { id } = await stage.openDuty(app, 'review-access', { details: { accounts } });
      let card = stage.shownTo(app, annaInTeams, id);

      for (const verb of ['review-keep-rest', 'review-keep-rest', 'review-hand-in']) {
        const { data } = stage.buttonOf(card, verb);
        card = defined((await stage.clickWith(app, { person: annaInTeams, data })).card);
      }

      assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
    });
  });
});

function asked(kind: OpenableKind, { details, last }: PlainYes): Duty {
  const { duty } = opened(anOpening(kind));
  const values = last && { values: last, details: duty.details };
  const before = {
    duty: 'earlier',
    at: '2026-08-20T09:00:00Z',
    reference: 'Q3',
    outcome: 'fulfilled',
  } as const;
  return {
    ...duty,
    ...(details ? { details: JSON.parse(JSON.stringify(details)) as Duty['details'] } : {}),
    ...(values ? { earlier: [{ ...before, ...values }] } : {}),
  };
}

/** Buttons, ticks and choices; a list that opens first takes two, and a number or a text that is typed counts as one. */
function pressesOn(cards: readonly Card[], answers: Answers): number {
  return cards
    .map((card) => {
      const next = defined(nextPress(card, answers));
      const buttons = actions(card).filter(({ title }) => title === next.title).length;
      assert.equal(buttons, 1);
      const filled = inputs(card).map((input) => pressesIn(input, next.answers[input.id]));
      return 1 + filled.reduce((sum, one) => sum + one, 0);
    })
    .reduce((sum, one) => sum + one, 0);
}

function pressesIn({ json }: CardInput, wanted: Answers[string] | undefined): number {
  if (wanted === undefined) return 0;
  const stands = json['value'] === undefined ? '' : String(json['value']);
  if (json['isMultiSelect'] === true) {
    const now = stands.split(',').filter((one) => one !== '');
    const then = [wanted].flat().map(String);
    return [...now, ...then].filter((one) => now.includes(one) !== then.includes(one)).length;
  }
  if (String(wanted) === stands) return 0;
  return json['type'] === 'Input.ChoiceSet' && json['style'] !== 'expanded' ? 2 : 1;
}
