import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  actions,
  cardFaults,
  cardOf,
  fill,
  inputs,
  press,
  pressSubmit,
  refresh,
  texts,
  type Card,
} from './card-reader.ts';

const answer = execute('Versturen', 'answer', { duty: 'd-1' });
const later = {
  type: 'Action.ShowCard',
  title: 'Later',
  card: {
    type: 'AdaptiveCard',
    body: [
      {
        type: 'Input.Date',
        id: 'until',
        label: 'Tot',
        isRequired: true,
        errorMessage: 'Kies een dag',
      },
    ],
    actions: [execute('Uitstellen', 'postpone', { duty: 'd-1' })],
  },
};
const card: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: 'Werkt release 2026.4?',
  refresh: { action: { type: 'Action.Execute', verb: 'show', data: { duty: 'd-1' } }, userIds: [] },
  body: [
    { type: 'TextBlock', text: 'Werkt release 2026.4?', wrap: true, style: 'heading' },
    {
      type: 'RichTextBlock',
      inlines: ['Gevraagd door ', { type: 'TextRun', text: 'Unit4', weight: 'bolder' }],
    },
    { type: 'FactSet', facts: [{ title: 'Systeem', value: 'Financials' }] },
    { type: 'TextBlock', text: 'Geheim', wrap: true, isVisible: false },
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          items: [
            {
              type: 'Input.ChoiceSet',
              id: 'outcome',
              label: 'Oordeel',
              wrap: true,
              isRequired: true,
              errorMessage: 'Kies een oordeel',
              choices: [
                { title: 'Werkt', value: 'fulfilled' },
                { title: 'Werkt niet', value: 'problem' },
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'Container',
      items: [
        { type: 'Input.Text', id: 'note', label: 'Toelichting', value: 'geen' },
        { type: 'Input.Toggle', id: 'sure', label: 'Zeker?', title: 'Ik weet het zeker' },
        {
          type: 'Input.ChoiceSet',
          id: 'tested',
          label: 'Getest',
          wrap: true,
          isMultiSelect: true,
          choices: ['inloggen', 'factuurrun'].map((title) => ({ title, value: title })),
        },
      ],
    },
    { type: 'ActionSet', actions: [answer, later] },
  ],
};

describe('reading a card as a person does', () => {
  it('sees every visible text in the order it stands there', () => {
    assert.deepEqual(texts(card), [
      'Werkt release 2026.4?',
      'Gevraagd door Unit4',
      'Systeem',
      'Financials',
      'Oordeel',
      'Werkt',
      'Werkt niet',
      'Toelichting',
      'Zeker?',
      'Ik weet het zeker',
      'Getest',
      'inloggen',
      'factuurrun',
      'Versturen',
      'Later',
      'Tot',
      'Uitstellen',
    ]);
  });

  it('finds inputs and buttons wherever they stand', () => {
    assert.deepEqual(
      inputs(card).map(({ id, label, required }) => [id, label, required]),
      [
        ['outcome', 'Oordeel', true],
        ['note', 'Toelichting', false],
        ['sure', 'Zeker?', false],
        ['tested', 'Getest', false],
        ['until', 'Tot', true],
      ],
    );
    assert.deepEqual(
      actions(card).map(({ title }) => title),
      ['Versturen', 'Later', 'Uitstellen'],
    );
  });

  it('finds the card in a message and in the answer to a card action', () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];

    assert.deepEqual(cardOf({ type: 'message', attachments }), card);
    assert.deepEqual(cardOf({ statusCode: 200, type: 'x', value: card }), card);
    assert.deepEqual(cardOf(card), card);
    assert.throws(() => cardOf({ type: 'message', text: 'Nee' }), /no card/);
  });

  it('reads what the client asks for by itself', () => {
    assert.deepEqual(refresh(card), { verb: 'show', data: { duty: 'd-1' }, trigger: 'automatic' });
  });
});

describe('answering a card as a person does', () => {
  it('fills in by label or id, choices by what they say', () => {
    const values = fill(card, {
      Oordeel: 'Werkt niet',
      note: '',
      sure: true,
      Getest: ['inloggen'],
    });

    assert.deepEqual(values, { outcome: 'problem', sure: 'true', tested: 'inloggen' });
  });

  it('leaves what the card filled in already', () => {
    assert.deepEqual(fill(card), { note: 'geen', sure: 'false' });
  });

  it('sends a button’s data with the inputs around it', () => {
    const pressed = press(card, 'Versturen', { Oordeel: 'Werkt' });
    const submitted = pressSubmit(card, 'Versturen', { Oordeel: 'Werkt' });

    const data = { duty: 'd-1', outcome: 'fulfilled', note: 'geen', sure: 'false' };
    assert.deepEqual(pressed, { verb: 'answer', data });
    assert.deepEqual(submitted, { verb: 'answer', ...data });
  });

  it('needs the nested card’s inputs only for the nested card’s button', () => {
    const pressed = press(card, 'Uitstellen', { Oordeel: 'Werkt', Tot: '2026-12-01' });

    assert.equal(pressed.data['until'], '2026-12-01');
    assert.throws(() => press(card, 'Uitstellen', { Oordeel: 'Werkt' }), /"Tot" is required: Kies/);
  });

  it('sends no inputs with a button that wants none', () => {
    const bare = {
      ...execute('Overdragen', 'hand-over', { duty: 'd-1' }),
      associatedInputs: 'none',
    };

    assert.deepEqual(press({ ...card, actions: [bare] }, 'Overdragen'), {
      verb: 'hand-over',
      data: { duty: 'd-1' },
    });
  });

  it('is stopped by the client where a person would be', () => {
    assert.throws(() => press(card, 'Versturen'), /"Oordeel" is required: Kies een oordeel/);
    assert.throws(() => press(card, 'Opslaan'), /No button "Opslaan" among: Versturen, Uitstellen/);
    assert.throws(() => fill(card, { Naam: 'x' }), /No input "Naam" among: Oordeel, /);
    assert.throws(
      () => fill(card, { Oordeel: 'Misschien' }),
      /"Oordeel" does not offer "Misschien"/,
    );
    assert.throws(() => pressSubmit(card, 'Later'), /does not fall back/);
  });
});

describe('the faults of a card', () => {
  it('are none in a card that is fit to send', () => {
    assert.deepEqual(cardFaults(card), []);
  });

  const unfit: readonly [fault: RegExp, change: Card][] = [
    [/version is 1.6, not 1.5/, { version: '1.6' }],
    [/no fallbackText/, { fallbackText: '' }],
    [/more than 28672/, { body: [{ type: 'TextBlock', text: 'x'.repeat(15_000), wrap: true }] }],
    [/7 actions, more than 6/, { actions: Array.from({ length: 5 }, () => answer) }],
    [/61 people/, { refresh: { ...refreshing(), userIds: Array.from({ length: 61 }, String) } }],
    [/Unknown element type "TextBlok"/, { body: [{ type: 'TextBlok', text: 'x' }] }],
    [
      /Invalid value "dik"/,
      { body: [{ type: 'TextBlock', text: 'x', wrap: true, weight: 'dik' }] },
    ],
    [/"x" does not wrap/, { body: [{ type: 'TextBlock', text: 'x' }] }],
    [/has no text/, { body: [{ type: 'TextBlock', text: '', wrap: true }] }],
    [/has no altText/, { body: [{ type: 'Image', url: 'https://example.com/x.png' }] }],
    [/"a" has no label/, { body: [{ type: 'Input.Text', id: 'a' }] }],
    [/has no id/, { body: [{ type: 'Input.Text', label: 'A' }] }],
    [
      /has no errorMessage/,
      { body: [{ type: 'Input.Text', id: 'a', label: 'A', isRequired: true }] },
    ],
    [
      /Duplicate Id "a"/,
      { body: ['A', 'B'].map((label) => ({ type: 'Input.Text', id: 'a', label })) },
    ],
    [
      /at least one choice/,
      { body: [{ type: 'Input.ChoiceSet', id: 'a', label: 'A', wrap: true }] },
    ],
    [/no submit to fall back to/, { actions: [{ ...answer, fallback: 'drop' }] }],
    [/has no verb/, { actions: [{ ...answer, verb: '' }] }],
    [/uses isEnabled/, { actions: [{ type: 'Action.Submit', title: 'x', isEnabled: false }] }],
  ];
  for (const [fault, change] of unfit) {
    it(`are told: ${fault.source}`, () => {
      assert.match(cardFaults({ ...card, ...change }).join('\n'), fault);
    });
  }
});

function execute(title: string, verb: string, data: object) {
  const fallback = { type: 'Action.Submit', title, data: { verb, ...data } };
  return { type: 'Action.Execute', title, verb, data, fallback };
}

function refreshing() {
  return { action: { type: 'Action.Execute', verb: 'show', data: {} } };
}
