import assert from 'node:assert/strict';
import { kindOf } from '../../../bot/kinds/index.ts';
import { texts } from '../../support/cards/card-reader.ts';
import { openCard, verdictOn } from '../../support/duties/settling.ts';

const kind = kindOf('confirm-restore');
const restore = { scope: 'Facturen 2026', restorePoint: '2026-11-14' };
const numbered = { ...restore, numbers: { from: 20260001, to: 20269999 }, seed: '20261123' };
const looked = {
  outcome: 'succeeded',
  opens: 'yes',
  'newest-day': '2026-11-14',
  'newest-time': '17:58',
};
const all = Object.fromEntries([0, 1, 2, 3, 4].map((at) => [`samples-${String(at)}`, 'same']));
const samples = (details: object) => {
  const read = texts(openCard('confirm-restore', { ...restore, ...details })).join('\n');
  return /^Kijk naar\n(.*)$/m.exec(read)?.[1]?.split(' · ') ?? [];
};

describe('the sample of a restore', () => {
  it('is drawn from the numbers that the records bear, and the card says how', () => {
    const drawn = samples(numbered);

    // Drawn by hand: the digests of "20261123,1" and on, by 9999, from 20260001.
    assert.deepEqual(drawn, ['20260635', '20264264', '20265473', '20267720', '20268702']);
    const read = texts(openCard('confirm-restore', numbered)).join('\n');
    assert.ok(read.includes('getrokken uit 20260001 tot en met 20269999, startgetal 20261123'));
  });

  it('is what the vendor named where it named any, and none where nothing was counted', () => {
    assert.deepEqual(samples({ population: 100, samples: ['Project 7'] }), ['Project 7']);
    assert.deepEqual(samples({}), []);
    assert.deepEqual(samples({ population: 3 }), ['1', '2', '3']);
  });

  it('has a seed from the opening on: the one that was given, else the name of the duty', () => {
    const seedOf = (details: object) => kind.complete?.({ ...restore, ...details }, 'd-1');

    assert.deepEqual(seedOf({ population: 9 }), { ...restore, population: 9, seed: 'd-1' });
    assert.deepEqual(seedOf({ population: 9, seed: 'x' }), {
      ...restore,
      population: 9,
      seed: 'x',
    });
    assert.deepEqual(seedOf({}), restore);
  });

  it('is looked at as a whole, or everything is counted', () => {
    const some = { ...looked, 'samples-0': 'same' };

    assert.deepEqual(verdictOn('confirm-restore', some, numbered), ['samples']);
    assert.equal(verdictOn('confirm-restore', { ...looked, ...all }, numbered), 'fulfilled');
    const counted = { ...some, expected: '9', found: '9' };
    assert.equal(verdictOn('confirm-restore', counted, numbered), 'fulfilled');
  });

  it('names what cannot be read and what is missing at once', () => {
    const loss = { ...looked, ...all, outcome: 'loss', 'newest-time': '' };

    assert.deepEqual(verdictOn('confirm-restore', loss, numbered), [
      'newest',
      'lastGood',
      'acceptedBy',
    ]);
  });

  it('is no success where what was found is days older, until somebody says that nothing newer was there', () => {
    const old = { ...looked, ...all, 'newest-day': '2026-11-10' };
    const said = (day: string) => ({ ...old, 'lastGood-day': day, 'lastGood-time': '12:00' });

    assert.deepEqual(
      [old, said('2026-11-14'), said('2026-11-10')].map((answer) =>
        verdictOn('confirm-restore', answer, numbered),
      ),
      [['lastGood'], ['outcome'], 'fulfilled'],
    );
  });

  it('cannot be drawn from a range that ends before it begins, nor from two at once', () => {
    const faults = (details: object) => {
      const read = kind.readDetails({ ...restore, ...details });
      return read.ok ? [] : read.problems.map(({ path }) => path);
    };

    assert.deepEqual(faults({ numbers: { from: 9, to: 8 } }), ['details.numbers.to']);
    assert.deepEqual(faults({ numbers: { from: 8, to: 9 }, population: 2 }), ['details.numbers']);
    assert.deepEqual(faults({ population: 0 }), ['details.population']);
    assert.deepEqual(faults({ numbers: { from: 8, to: 8 } }), []);
  });
});

describe('what a restore did not bring back', () => {
  const followUps = (values: Readonly<Record<string, string | number | readonly object[]>>) =>
    kind.followUps({ details: restore }, values as never);

  it('is entered again as a duty of its own, with what is missing as its lines', () => {
    const gone = [
      { line: 'Project 7', value: 'missing' },
      { line: 'Project 8', value: 'same' },
    ];

    const [task, ...others] = followUps({ outcome: 'loss', samples: gone });

    assert.deepEqual(others, []);
    assert.ok(task?.type === 'open' && task.kind === 'show-done');
    assert.deepEqual((task.details.nl as { items: unknown }).items, ['Project 7']);
  });

  it('is also what was counted too few, or newer than the newest record', () => {
    const times = { newest: '2026-11-12T16:00+01:00', lastGood: '2026-11-14T18:00+01:00' };

    assert.equal(followUps({ outcome: 'loss', expected: 9, found: 8 }).length, 1);
    assert.equal(followUps({ outcome: 'loss', ...times }).length, 1);
  });

  it('is nothing while the restore failed: the next one may bring it back', () => {
    assert.deepEqual(followUps({ outcome: 'failed', expected: 9, found: 8 }), []);
    assert.deepEqual(followUps({ outcome: 'succeeded' }), []);
  });
});
