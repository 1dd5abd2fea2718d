import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPress } from '../../../bot/features/answering/next-step.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { inputs, texts } from '../../support/cards/card-reader.ts';
import { give } from '../../support/cards/give.ts';
import { aDuty, defined, detailsOf, dutch } from '../../support/duties/duties.ts';
import { openStep } from '../../support/duties/settling.ts';

const two = ['Datalek binnen 24 uur melden', 'Meldpunt aan medewerkers vertellen'] as const;
const eight = Array.from({ length: 8 }, (_, at) => `Punt ${String(at + 1)} regelen`);
const asked = (obligations: readonly string[]) => ({
  ...detailsOf['read-agreement'],
  obligations: [...obligations],
});
const duty = (obligations: readonly string[] = two) =>
  aDuty('read-agreement', { details: asked(obligations) });
const eachOf = (lines: readonly string[], value: string) => lines.map((line) => ({ line, value }));
const understood = { outcome: 'understood', readVersion: 'same' };

describe('what an agreement asks of us', () => {
  it('stands by name beside the one choice for all of it, and nothing is chosen beforehand', () => {
    const card = openStep('read-agreement', 'understood', asked(two));

    const [all] = inputs(card).filter(({ id }) => id === 'listed-all');
    assert.equal(defined(all).json['value'], undefined);
    assert.deepEqual(
      defined(all).choices.map(({ title }) => title),
      ['Alles is al geregeld', 'Alles moet nog worden geregeld', 'Dit verschilt per punt'],
    );
    for (const name of two) assert.ok(texts(card).includes(`• ${name}`), name);
  });

  for (const all of ['arranged', 'arrange'])
    it(`is recorded point by point where one choice was made for all of it (${all})`, () => {
      for (const obligations of [two, eight]) {
        const answers = { outcome: 'understood', 'listed-all': all };

        const { settled } = give(duty(obligations), answers, dutch);

        assert.deepEqual(defined(settled).values, {
          ...understood,
          listed: eachOf(obligations, all),
        });
      }
    });

  it('is asked point by point, without a reproach, where somebody says that it differs', () => {
    const answers = {
      ...{ outcome: 'understood', 'listed-all': 'each' },
      ...{ 'listed-0': 'arrange', 'listed-1': 'inform' },
    };

    const { settled, cards } = give(duty(), answers, dutch);

    const asks = defined(cards[2]);
    assert.deepEqual(
      inputs(asks).map(({ id }) => id),
      ['listed-0', 'listed-1'],
    );
    assert.doesNotMatch(texts(asks).join('\n'), /⚠/);
    assert.deepEqual(defined(settled).values['listed'], [
      { line: two[0], value: 'arrange' },
      { line: two[1], value: 'inform' },
    ]);
  });

  it('is no answer while a point is open, chosen for all or one by one', () => {
    const open = [
      { outcome: 'understood' },
      { outcome: 'understood', 'listed-all': 'each', 'listed-0': 'arranged' },
    ];
    for (const answers of open) {
      const { settled, refused } = give(duty(), answers, dutch);

      assert.equal(settled, undefined);
      const told = texts(defined(refused)).filter((one) => one.startsWith('⚠'));
      assert.deepEqual(told, ['⚠ Kies wat geldt, voor elk punt.']);
    }
  });

  it('leaves out what was chosen for a point before somebody chose for all of it', () => {
    const submitted = { ...understood, 'listed-all': 'arranged', 'listed-0': 'arrange' };

    assert.deepEqual(pressed(submitted, 1), eachOf(two, 'arranged'));
  });

  it('counts at once from a card that is in a chat since before there was a choice for all of it', () => {
    const submitted = { ...understood, 'listed-0': 'arranged', 'listed-1': 'not-ours' };

    const expected = [
      { line: two[0], value: 'arranged' },
      { line: two[1], value: 'not-ours' },
    ];
    assert.deepEqual(pressed(submitted, 1), expected);
    assert.deepEqual(pressed(submitted, undefined), expected);
  });

  it('is no yes where a card says something else than it offers', () => {
    const submitted = { ...understood, 'listed-all': 'not-ours' };

    assert.equal(pressed(submitted, 1), undefined);
  });
});

/** What is recorded of the points after a press on a step; undefined where it does not come to an answer. */
function pressed(submitted: Submitted, step: number | undefined) {
  const given = { press: { submitted, step }, context: duty() };
  const read = readPress(kindOf('read-agreement'), given, dutch);
  return read.ok ? read.values['listed'] : undefined;
}
