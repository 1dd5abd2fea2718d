import assert from 'node:assert/strict';
import { actions, card, execute, foreignText, text } from '../../cards/elements.ts';
import { cardBytes, cardFaults, maxCardBytes } from '../../cards/limits.ts';

describe('the limits of a card', () => {
  it('are not reached by a small card, however often it is asked', () => {
    const small = card('nl', 'Een kaart', [text('Hallo')]);

    for (let at = 0; at < 3; at += 1) assert.deepEqual(cardFaults(small), []);
  });

  it('count every character as two bytes', () => {
    const one = card('nl', 'Een kaart', [foreignText('x')]);
    const two = card('nl', 'Een kaart', [foreignText('xé')]);

    assert.equal(cardBytes(two) - cardBytes(one), 2);
  });

  it('are passed by one character too many', () => {
    const empty = cardBytes(card('nl', 'Een kaart', [foreignText('')]));
    const room = (maxCardBytes - empty) / 2;

    const fits = card('nl', 'Een kaart', [foreignText('x'.repeat(room))]);
    const tooLarge = card('nl', 'Een kaart', [foreignText('x'.repeat(room + 1))]);

    assert.deepEqual(cardFaults(fits), []);
    assert.equal(cardFaults(tooLarge).length, 1);
  });

  it('are passed by a seventh button, also where the buttons stand apart', () => {
    const six = Array.from({ length: 6 }, (_, at) =>
      execute(`Knop ${String(at)}`, { verb: 'show', data: {}, look: {} }),
    );
    const nested = { type: 'Container', items: actions(six) } as const;

    const fits = card('nl', 'Een kaart', [nested]);
    const tooMany = card('nl', 'Een kaart', [
      nested,
      ...actions([execute('Nog een', { verb: 'show', data: {}, look: {} })]),
    ]);

    assert.deepEqual(cardFaults(fits), []);
    assert.notDeepEqual(cardFaults(tooMany), []);
  });
});
