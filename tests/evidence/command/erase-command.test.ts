import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import sinon from 'sinon';
import { erase } from '../../../bot/evidence/command/erase.ts';
import { readCheckpoint } from '../../../bot/features/evidence/log/checkpoint.ts';
import { anna, defined } from '../../support/duties/duties.ts';
import {
  chainOf,
  checkpoint,
  dutyWith,
  exportOf,
  keep,
  onDay,
  story,
  tenant,
  verdictOn,
} from '../../support/duties/evidence.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

describe('the command that erases somebody', () => {
  it('records no password as the ground, and touches nothing then', async () => {
    const written = sinon.stub(process.stderr, 'write').returns(true);
    try {
      const untouched = { ok: true, installation: {} } as never;
      const args = ['--person', anna.aadObjectId, '--basis', 'pw=Zomer2026!'];

      assert.equal(await erase(args, () => Promise.resolve(untouched)), 2);
      const said = written.args.flat().join('');
      assert.match(said, /--basis seems to hold a password/);
      assert.ok(!said.includes('Zomer2026'));
    } finally {
      written.restore();
    }
  });

  it('lists texts in which a part of the name stands, and erases those that are named, with every copy', async () => {
    const store = memoryStore();
    const note = 'Bakker weet er meer van, vraag het Jan. In januari was het goed.';
    const [a, b] = [dutyWith('a'), dutyWith('b')];
    const by = { aadObjectId: '7a1c0000-aaaa-4bbb-8ccc-00000000abcd', name: 'Jan Bakker' } as never;
    const theirs = { type: 'answered', by, outcome: 'problem', data: {} } as const;
    const said = { type: 'answered', by: anna, outcome: 'fulfilled', data: { note } } as const;
    await keep(store, a, chainOf(a, [...story.slice(0, 1), theirs, said]));
    const copied = { title: 'Release', earlier: [{ note }], other: 'De bakkerij in januari' };
    await keep(store, b, chainOf(b, [{ type: 'opened', data: copied }]));
    const held = defined(await checkpoint(store)).text;
    const now = () => DateTime.fromISO(onDay(40), { zone: 'utc' });
    const installation = { settings: { homeTenant: tenant }, store, now };
    const open = () => Promise.resolve({ ok: true, installation } as never);
    const told: string[] = [];
    const written = sinon
      .stub(process.stdout, 'write')
      .callsFake((line) => told.push(String(line)) > 0);
    const place = `${a.id}/3/data/note`;
    const run = async (...more: string[]) => {
      told.length = 0;
      const args = [
        '--person',
        '7a1c0000-aaaa-4bbb-8ccc-00000000abcd',
        '--basis',
        '17(1)(b)',
        ...more,
      ];
      return [await erase(args, open), told.join('')] as const;
    };
    try {
      const [dry, listed] = await run('--dry-run');
      assert.equal(dry, 0);
      assert.match(listed, /Nothing was changed/);
      assert.ok(listed.includes(`--field ${place}   Bakker weet er meer van`), listed);
      assert.ok(listed.includes(`--field ${b.id}/1/data/earlier/0/note`), listed);
      assert.ok(!listed.includes('bakkerij'), listed);
      assert.ok((await exportOf(store)).file.includes('Jan Bakker'));

      const [done, left] = await run('--field', place);
      assert.equal(done, 0);
      assert.match(left, /No other text has a part of the name/);
    } finally {
      written.restore();
    }
    const { file, problems } = await exportOf(store);
    assert.deepEqual(problems, []);
    for (const gone of ['Jan Bakker', 'vraag het Jan']) assert.ok(!file.includes(gone), gone);
    assert.ok(file.includes('De bakkerij in januari'));
    const read = readCheckpoint(held);
    assert.ok(read.ok);
    const against = { type: 'note', name: 'held', checkpoint: read.checkpoint } as const;
    assert.equal((await verdictOn(file, [against])).type, 'whole');
  });

  it('erases nothing where a field that is named has no text', async () => {
    const store = memoryStore();
    await keep(store, dutyWith('a'), chainOf(dutyWith('a')));
    const installation = { settings: { homeTenant: tenant }, store };
    const open = () => Promise.resolve({ ok: true, installation } as never);
    const written = sinon.stub(process.stderr, 'write').returns(true);
    try {
      const args = [
        '--person',
        'jan',
        '--basis',
        'x',
        '--field',
        `${dutyWith('a').id}/9/data/note`,
      ];
      assert.equal(await erase(args, open), 2);
    } finally {
      written.restore();
    }
    assert.ok((await exportOf(store)).file.includes('Jan Bakker'));
  });
});
