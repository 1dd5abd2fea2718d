import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { progress } from '../../../bot/evidence/command/terminal.ts';

describe('how far a command has come', () => {
  /** What a terminal, or a pipe, shows while four thousand records take four seconds. */
  function toldOn({ isTerminal }: { readonly isTerminal: boolean }): readonly string[] {
    const told: string[] = [];
    const write = (text: string) => told.push(text);
    let now = 0;
    const shown = progress('Records read', () => now, { isTTY: isTerminal, write });
    for (let at = 1; at <= 4000; at += 1) {
      now += 1;
      shown.step(at, 4000);
    }
    shown.end();
    return told;
  }

  it('is told on a terminal as records, share and time left, a few times a second', () => {
    const told = toldOn({ isTerminal: true });

    assert.ok(told[0]?.includes('Records read: 200 of 4000, 5%, 4 seconds left'), told[0]);
    assert.ok(told.some((line) => line.includes('2000 of 4000, 50%, 2 seconds left')));
    assert.ok(told.length <= 21, String(told.length));
  });

  it('is not told in a pipe', () => {
    assert.deepEqual(toldOn({ isTerminal: false }), []);
  });
});
