import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Held } from '../../../bot/evidence/verify/against.ts';
import { readHeld } from '../../../bot/evidence/verify/against.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import { memoryStore } from '../../support/store/memory-store.ts';
import type { Store } from '../../../bot/ports/store.ts';
import {
  chainOf,
  checkpoint,
  dutyWith,
  exportOf,
  hashed,
  keep,
  linesFor,
  onDay,
  otherTenant,
  ownManifest,
  story,
  verdictOn,
} from '../../support/duties/evidence.ts';
import { sealing } from '../../support/duties/sealing.ts';

type Members = Record<string, unknown>;
const read = (file: string): readonly Members[] =>
  file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Members);
const recordsIn = (file: string) => read(file).slice(0, -1) as unknown as readonly EvidenceRecord[];
const manifestIn = (file: string): Members => read(file).at(-1) ?? {};
/** A file of these records with a manifest that fits them, and whatever else the forger wants. */
const forged = (records: readonly EvidenceRecord[], more: object = {}): string =>
  linesFor(...records, ownManifest(records, more));

describe('a forger who makes all hashes anew', () => {
  const [a, b] = [dutyWith('a'), dutyWith('b', { kind: 'confirm-restore' })];
  let folder: string;
  let store: Store;
  let file: string;
  let note: string;
  let heldExport: Held;
  let heldNote: Held;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attacks-'));
    store = memoryStore();
    await keep(store, a, chainOf(a));
    await keep(store, b, chainOf(b));
    note = (await checkpoint(store))?.text ?? '';
    ({ file } = await exportOf(store));
    heldExport = await held('old.ndjson', file);
    heldNote = await held('note.txt', note);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function held(name: string, content: string): Promise<Held> {
    const path = join(folder, name);
    writeFileSync(path, content);
    const reading = await readHeld(path);
    assert.ok(reading.ok, JSON.stringify(reading));
    return reading.held;
  }

  const log = () => manifestIn(file)['log'];
  const isWhole = async (content: string, against: readonly Held[] = []): Promise<boolean> =>
    (await verdictOn(content, against)).type === 'whole';

  /** Noticed by whoever holds the checkpoint or the earlier export, with the log in the file or without. */
  async function assertSeenFromOutside(records: readonly EvidenceRecord[]): Promise<void> {
    for (const more of [{}, { log: log() }]) {
      const content = forged(records, more);
      assert.equal(await isWhole(content, [heldExport]), false, 'with the earlier export');
      assert.equal(await isWhole(content, [heldNote]), false, 'with the checkpoint');
    }
    assert.equal(await isWhole(forged(records, { log: log() })), false, 'with the log in the file');
  }

  it('is not needed for a whole file to be whole, alone and against what was held', async () => {
    assert.equal(await isWhole(file), true);
    assert.equal(await isWhole(file, [heldExport, heldNote]), true);
  });

  it('cannot write an answer or a person anew (A1)', async () => {
    const liar = { aadObjectId: 'piet', name: 'Piet' } as never;
    const rewritten = chainOf(a, [
      ...story.slice(0, 2),
      { type: 'answered', by: liar, outcome: 'fulfilled', data: { works: true } },
    ]);

    await assertSeenFromOutside([...rewritten, ...chainOf(b)]);
  });

  it('cannot take out a duty, or the last record of one (A2, A8)', async () => {
    const records = recordsIn(file);
    const [one] = records;

    await assertSeenFromOutside(records.filter(({ dutyId }) => dutyId !== one?.dutyId));
    await assertSeenFromOutside(records.slice(0, -1));
    await assertSeenFromOutside([]);
  });

  it('cannot invent a duty months back: the log knows it too late (A3)', async () => {
    const early = dutyWith('c');
    const other = memoryStore();
    await keep(other, a, chainOf(a));
    await checkpoint(other, 20);
    await keep(other, early, chainOf(early));
    await checkpoint(other, 30);

    const verdict = await verdictOn((await exportOf(other)).file);

    assert.ok(verdict.type === 'tampered');
    assert.equal(verdict.fault.dutyId, early.id);
    assert.match(verdict.fault.problem, /entered later/);
  });

  it('cannot let a record lie years before the one before it, or after the file (A4)', async () => {
    for (const day of [-700, 900]) {
      let now = dutyWith('c');
      const records = [onDay(3), onDay(day)].flatMap((at) => {
        const sealed = seal(now, [{ type: 'reminded', data: {} }], sealing(at));
        now = sealed.duty;
        return sealed.records;
      });

      assert.equal(await isWhole(forged(records)), false, String(day));
    }
  });

  it('cannot let two duties change places (A5)', async () => {
    const records = recordsIn(file);
    const [first, second] = [records.slice(0, 3), records.slice(3)];

    assert.equal(await isWhole(forged([...second, ...first])), false);
  });

  it('cannot show an older export as the present one (A6)', async () => {
    const grown = memoryStore();
    await keep(grown, a, chainOf(a));
    const old = (await exportOf(grown)).file;
    await keep(grown, b, chainOf(b));
    const now = await held('now.ndjson', (await exportOf(grown)).file);

    assert.equal(await isWhole(old, [now]), false);
  });

  it('cannot show the excerpt of a kind as everything, nor give it another extent (A6b, A7)', async () => {
    const excerpt = recordsIn(
      (await exportOf(store, { extent: { kind: 'confirm-restore' } })).file,
    );

    assert.ok(excerpt.length > 0 && excerpt.length < recordsIn(file).length);
    await assertSeenFromOutside(excerpt);
    for (const extent of [
      { kind: 'verify-change' },
      { from: '2024-01-01T00:00:00.000Z', to: '2025-01-01T00:00:00.000Z' },
    ]) {
      assert.equal(await isWhole(forged(excerpt, { extent })), false, JSON.stringify(extent));
    }
  });

  it('cannot cut the first records and say that the chain begins later (A7)', async () => {
    const later = recordsIn(file).slice(1);
    const starts = { [String(later[0]?.dutyId)]: 2 };

    assert.equal(await isWhole(forged(later)), false);
    assert.equal(await isWhole(forged(later, { starts })), false);
  });

  it('cannot show the file of another tenant (A9)', async () => {
    const content = forged(recordsIn(file), { tenant: otherTenant });

    assert.equal(await isWhole(content, [heldExport]), false);
    assert.equal(await isWhole(content, [heldNote]), false);
  });

  it('cannot take the order out, or write lines and members another way (A10, B8)', async () => {
    const records = recordsIn(file);
    const { order: _, hash: __, ...rest } = manifestIn(file) as { order?: string; hash?: string };
    const { format: ___, ...plain } = rest as { format?: string };
    const spelled = (objects: readonly object[]) =>
      objects.map((object) => `${JSON.stringify(object)}\n`).join('');

    assert.equal(await isWhole(linesFor(...records, hashed(rest))), false);
    assert.equal(await isWhole(linesFor(...records, hashed(plain))), false);
    const { hash, ...first } = records[0] ?? { hash: '' };
    const moved = spelled([{ hash, ...first }, ...records.slice(1), manifestIn(file)]);
    assert.notEqual(moved, file);
    assert.equal(await isWhole(moved), false);
  });

  it('cannot add a member that nobody knows (B14), nor half a surrogate pair (B12)', async () => {
    const [first, ...others] = recordsIn(file);
    assert.ok(first);
    const only = (record: object) => [record as EvidenceRecord];

    assert.equal(await isWhole(forged(only(hashed({ ...first, note: 'x' })))), false);
    assert.equal(await isWhole(forged([first, ...others], { note: 'x' })), false);
    assert.equal(await isWhole(file.replace('btw klopt', 'btw \\ud800klopt')), false);
  });

  it('cannot change the log, or its checkpoints, unseen', async () => {
    const { statements, checkpoints } = log() as {
      statements: readonly object[];
      checkpoints: readonly string[];
    };
    for (const changed of [
      { statements: statements.slice(1), checkpoints },
      { statements: [...statements].reverse(), checkpoints },
      { statements, checkpoints: [note.replace(/\n2\n/, '\n1\n')] },
    ]) {
      assert.equal(await isWhole(forged(recordsIn(file), { log: changed })), false);
    }
    assert.equal(
      await isWhole(forged(recordsIn(file), { log: { statements: [], checkpoints: [] } }), [
        heldNote,
      ]),
      false,
    );
  });
});
