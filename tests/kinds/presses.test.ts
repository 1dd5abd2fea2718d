import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { OpenableKind } from '../../bot/kinds/index.ts';
import type { Earlier } from '../../bot/kinds/kind.ts';
import { readTransfer } from '../../bot/sentences/requests/transfer.ts';
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
  readonly details?: object;
  /** What was answered the last time, where the duty comes back. */
  readonly last?: Earlier['values'];
  /** How many numbers and texts only the person knows, beside the presses; none where nothing is said. */
  readonly typed?: number;
}

const mostPresses = 3;
const lastStaff = { outcome: 'done', how: 'mail', reached: 40, population: 40, joiners: 'yes' };
const begun = { data: 'Gegevens', toBeNamed: true };

const yes: readonly (readonly [Exclude<OpenableKind, 'review-access'>, string, PlainYes])[] = [
  ['verify-change', '', { answers: { outcome: 'works', 'checks-0': 'ok' } }],
  ['confirm-restore', '', { answers: { outcome: 'succeeded', 'samples-0': 'same' } }],
  ['verify-incident', '', { answers: { outcome: 'solved', cause: 'yes' } }],
  ['read-agreement', '', { answers: { outcome: 'understood' } }],
  [
    'read-agreement',
    ', of as many obligations as it can list',
    {
      answers: { outcome: 'understood', 'listed-all': 'arranged' },
      details: {
        ...{ document: 'Verwerkersovereenkomst', version: '2', url: 'https://voorbeeld.nl/v' },
        obligations: Array.from({ length: 8 }, (_, at) => `Punt ${String(at + 1)}`),
      },
    },
  ],
  ['inform-staff', ', as last time', { answers: { outcome: 'done' }, last: lastStaff }],
  [
    'inform-staff',
    ', the first time, of as many people as the duty says',
    { answers: { outcome: 'done', how: 'mail' }, details: { topic: 'Phishing', people: 40 } },
  ],
  [
    'inform-staff',
    ', the first time, of as many people as the manager says',
    { answers: { outcome: 'done', how: 'mail', population: '40' }, typed: 1 },
  ],
  [
    'transfer-securely',
    ', asked for',
    {
      answers: { outcome: 'secure', route: 'portal' },
      details: { data: 'Salarismutaties', recipient: 'support@unit4.com', personalData: true },
    },
  ],
  [
    'transfer-securely',
    ', begun in chat with what and to whom',
    {
      answers: { outcome: 'secure', route: 'portal' },
      details: { ...begun, ...readTransfer('Ik moet de salarissen naar hulp@unit4.com sturen') },
    },
  ],
  [
    'transfer-securely',
    ', begun in chat with a word',
    {
      answers: { outcome: 'secure', route: 'portal', what: 'Salarissen', recipient: 'Unit4' },
      details: begun,
      typed: 2,
    },
  ],
  [
    'check-capacity',
    ', on the line of last time',
    {
      answers: { outcome: 'enough', peak: '40' },
      details: { period: 'Q4 2026' },
      last: { outcome: 'enough', contracted: 100, source: 'monitoring' },
    },
  ],
  [
    'check-capacity',
    ', the first time',
    {
      answers: { outcome: 'enough', contracted: '100', peak: '40', source: 'monitoring' },
      details: { period: 'Q4 2026' },
      typed: 2,
    },
  ],
  [
    'check-capacity',
    ', on the lines of last time',
    {
      answers: { outcome: 'enough', 'peakAt-0': '40', 'peakAt-1': '20' },
      details: { period: 'Q4 2026', locations: ['Breda', 'Zwolle', 'Thuiswerkers'] },
      last: {
        outcome: 'enough',
        contractedAt: [
          { line: 'Breda', value: '100' },
          { line: 'Zwolle', value: '50' },
        ],
        contracted: 50,
        source: 'monitoring',
      },
      typed: 2,
    },
  ],
];

describe('a plain yes', () => {
  for (const [kind, when, plain] of yes) {
    const { answers, typed = 0 } = plain;
    const beside = typed === 0 ? 'typing included' : `and ${String(typed)} typed`;

    it(`(${kind}${when}) takes at most three presses from the card to the record, ${beside}`, () => {
      const { settled, cards } = give(asked(kind, plain), answers, dutch);

      assert.ok(settled);
      assert.equal(settled.outcome, 'fulfilled');
      const presses = pressesOn(cards, answers);
      assert.ok(presses <= mostPresses + typed, `${String(presses)} presses`);
      assert.ok(typed === 0 || typedOn(cards, answers) === typed);
    });
  }

  it('that staff is informed leaves nobody out: the button says who is new, an empty number everybody', () => {
    const { settled } = give(
      asked('inform-staff', { answers: {} }),
      { outcome: 'done', how: 'mail', population: '40' },
      dutch,
    );

    const { reached, population, joiners } = defined(settled).values;
    assert.deepEqual(
      { reached, population, joiners },
      { reached: 40, population: 40, joiners: 'yes' },
    );
  });

  it('fills in how many were reached only where it was everybody', () => {
    const last = { outcome: 'done', how: 'mail', reached: 39, population: 40, joiners: 'yes' };

    const { cards } = give(
      asked('inform-staff', { answers: {}, last }),
      { outcome: 'done' },
      dutch,
    );

    const stands = inputs(defined(cards[1])).map(({ id, json }) => [id, json['value']]);
    assert.deepEqual(stands, [
      ['how', 'mail'],
      ['when', '2026-11-23'],
      ['population', 40],
      ['reached', undefined],
      ['joiners', 'yes'],
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

const typedOn = (cards: readonly Card[], answers: Answers): number =>
  cards
    .flatMap(inputs)
    .filter(({ id, json }) => /Text|Number/.test(String(json['type'])) && answers[id] !== undefined)
    .length;

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
