import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { before, describe, it } from 'mocha';
import { readsTypeScript } from './support/processes/typescript.ts';

type Line = Readonly<Record<string, unknown>>;

const run = promisify(execFile);
const root = fileURLToPath(new URL('../', import.meta.url));

describe('the benches, on a small scale', function () {
  // Compiles and starts half a dozen processes.
  this.timeout(240_000);
  let lines: readonly string[] = [];

  before(async () => {
    // How fast and how large it is says nothing on this scale, and takes as long as all others together.
    const parts = 'trips indexes slow storms reminders races takeover webhooks'.split(' ');
    const args = [...readsTypeScript, 'tests/bench/main.ts', '--quick', ...parts];
    const { stdout } = await run(process.execPath, args, { cwd: root });
    lines = stdout.trimEnd().split('\n');
  });

  const figures = (): readonly Line[] => lines.map((line) => JSON.parse(line) as Line);
  const figure = (name: string): Line => figures().find(({ bench }) => bench === name) ?? {};

  it('print nothing but one JSON object a line, each with its goal and circumstances', () => {
    const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
    const incomplete = figures().filter(
      (line) =>
        !['bench', 'unit', 'goal', 'node'].every((name) => isText(line[name])) ||
        typeof line['cores'] !== 'number' ||
        typeof line['met'] !== 'boolean',
    );

    assert.deepEqual(incomplete, []);
  });

  it('measure what has to hold on any machine, once', () => {
    const names = figures().map(({ bench }) => bench);

    assert.deepEqual(names, [
      'G2-round-trips',
      'G11-calls-per-card',
      'G3-entities-read-my-duties',
      'G3-entities-read-api-open',
      'G3-entities-read-api-history',
      'G3-entities-read-api-history-next',
      'G3-entities-read-api-all',
      'G8-slow-store',
      'G4-storm',
      'G5-storm-in-trouble',
      'G6-noisy-neighbour',
      'G7-channel',
      'G18-reminder',
      'G18-after-a-day-down',
      'G14-races-2-processes',
      'G14-races-4-processes',
      'G20-take-over',
      'G19-webhook',
      'G19-outage',
    ]);
  });

  it('find one read and one write for an answer, and no more for a click that comes again', () => {
    const { answer, repeatedClick, met } = figure('G2-round-trips');

    assert.equal(answer, 2);
    assert.ok(Number(repeatedClick) <= 2, String(repeatedClick));
    assert.equal(met, true);
  });

  it('find that a card to a known conversation is one call', () => {
    assert.equal(figure('G11-calls-per-card')['calls'], 1);
  });

  it('deliver every card of a storm once, within Teams’ limits', () => {
    const { throttled, duplicates, calls, cards } = figure('G4-storm');

    assert.deepEqual([throttled, duplicates, calls], [0, 0, cards]);
  });

  it('lose no card to crashes and a far side in trouble, and send none twice without a reason', () => {
    const { delivered, cards, duplicates, unknownOutcomes } = figure('G5-storm-in-trouble');

    assert.equal(delivered, cards);
    assert.ok(Number(duplicates) <= Number(unknownOutcomes));
  });

  it('find that a busy tenant holds up no other, and that the channel is not flooded', () => {
    assert.equal(figure('G6-noisy-neighbour')['met'], true);
    assert.equal(figure('G7-channel')['met'], true);
  });

  it('find that no listing reads more where the history is longer', () => {
    const growing = figures().filter(
      ({ bench, met }) => String(bench).startsWith('G3') && met !== true,
    );

    assert.deepEqual(growing, []);
  });

  it('find one answer that counts in every race, over two and over four processes', () => {
    const races = [figure('G14-races-2-processes'), figure('G14-races-4-processes')];

    for (const { wrong, faults, answers, races: run } of races) {
      assert.deepEqual([wrong, faults], [0, []]);
      assert.ok(Number(answers) >= 2 * Number(run));
    }
  });
});
