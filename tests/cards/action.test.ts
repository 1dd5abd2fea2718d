import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  defineAction,
  languageIn,
  numberPart,
  optional,
  textPart,
  verbIn,
  wordPart,
} from '../../cards/action.ts';

const answer = defineAction(
  'answer',
  {
    duty: textPart('d', 10),
    formVersion: optional(numberPart('g')),
    via: optional(wordPart('v', ['chat'])),
  },
  { note: optional(textPart('note', 5)) },
);

describe('a button', () => {
  it('says what it was given, under the keys of cards that are in chats already', () => {
    const { data } = answer.button('Versturen', { duty: 'd1', formVersion: 2, language: 'nl' });

    assert.deepEqual(data, { d: 'd1', g: 2, l: 'nl', do: 'answer' });
    assert.equal(verbIn(data), 'answer');
    assert.equal(languageIn(data), 'nl');
  });

  it('falls back to a submit with the same data', () => {
    const look = { primary: true, inputs: 'none' } as const;

    const { fallback, ...execute } = answer.button('Versturen', { duty: 'd1' }, look);

    assert.deepEqual(fallback.data, execute.data);
    assert.equal(fallback.associatedInputs, execute.associatedInputs);
    assert.equal(fallback.style, 'positive');
  });

  it('leaves out what it was not given', () => {
    assert.deepEqual(answer.button('Versturen', { duty: 'd1', via: undefined }).data, {
      d: 'd1',
      do: 'answer',
    });
  });
});

describe('reading a click', () => {
  it('gives back what the button said, whatever it said', () => {
    fc.assert(
      fc.property(
        fc.record({
          duty: fc.string({ minLength: 1, maxLength: 10 }),
          formVersion: fc.option(fc.nat({ max: 999_999_999 }), { nil: undefined }),
          via: fc.constantFrom<'chat' | undefined>('chat', undefined),
        }),
        ({ duty, formVersion, via }) => {
          const { data } = answer.button('Versturen', { duty, formVersion, via });

          assert.deepEqual(answer.read(data), {
            duty,
            ...(formVersion === undefined ? {} : { formVersion }),
            ...(via ? { via } : {}),
          });
        },
      ),
    );
  });

  it('takes a number that Teams made text of', () => {
    assert.deepEqual(answer.read({ d: 'd1', g: '3' }), { duty: 'd1', formVersion: 3 });
  });

  it('reads what was chosen on the card beside it', () => {
    assert.deepEqual(answer.read({ d: 'd1', note: 'ja' }), { duty: 'd1', note: 'ja' });
  });

  const unreadable: Readonly<Record<string, unknown>> = {
    'is absent': undefined,
    'is empty': '',
    'is too long': 'd'.repeat(11),
    'is a number': 7,
    'is a list': ['d1'],
    'is an object': { d: 'd1' },
  };
  for (const [fault, duty] of Object.entries(unreadable)) {
    it(`reads nothing where a part that is needed ${fault}`, () => {
      assert.equal(answer.read({ d: duty }), undefined);
    });
  }

  it('passes over a part that may be absent and cannot be read', () => {
    for (const formVersion of ['1e9', 1.5, NaN, '12345678901', {}, null])
      assert.deepEqual(answer.read({ d: 'd1', g: formVersion, v: 'phone' }), { duty: 'd1' });
  });

  it('never throws on foreign data', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (data) => {
        answer.read(data);
        languageIn(data);
      }),
    );
  });
});
