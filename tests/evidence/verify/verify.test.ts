import assert from 'node:assert/strict';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { beforeFirst, hashOf } from '../../../bot/duty/record/record.ts';
import {
  bareChainOf,
  chainOf,
  dutyWith,
  faultIn,
  hashed,
  linesFor,
  onDay,
  ownManifest,
  plainManifest,
  verdictOn,
} from '../../support/duties/evidence.ts';

const first = chainOf(dutyWith('a'));
const second = chainOf(dutyWith('b'));
const records = [...first, ...second];
const own = [...records, ownManifest(records)];
const bareRecords = [...bareChainOf(dutyWith('a')), ...bareChainOf(dutyWith('b'))];
const plain = [...bareRecords, plainManifest(bareRecords)];
const without = <T>(list: readonly T[], at: number): readonly T[] =>
  list.filter((_, place) => place !== at);
const swapped = <T>(list: readonly T[], one: number, other: number): readonly T[] =>
  list.map((item, place) => list[place === one ? other : place === other ? one : place] ?? item);

/** A chain of right hashes with these numbers. */
function renumbered(numbers: readonly number[]): readonly EvidenceRecord[] {
  const forged: EvidenceRecord[] = [];
  for (const [at, record] of bareRecords.slice(0, numbers.length).entries()) {
    const unhashed = { ...record, seq: numbers[at] ?? 0, prev: forged.at(-1)?.hash ?? beforeFirst };
    forged.push({ ...unhashed, hash: hashOf(unhashed) });
  }
  return forged;
}

describe('evidence is whole', () => {
  it('as the export writes it, and says how much there is', async () => {
    const verdict = await verdictOn(linesFor(...own));

    assert.equal(verdict.type, 'whole');
    assert.ok(verdict.type === 'whole');
    const { records: held, duties, counted, witnessed } = verdict;
    assert.deepEqual([held, duties, witnessed], [6, 2, { open: 6, removed: 0 }]);
    assert.deepEqual(counted, { chains: 2, records: 6, people: 1, erased: 0 });
  });

  it('when another program wrote no more in the manifest than the contract asks', async () => {
    assert.equal((await verdictOn(linesFor(...plain))).type, 'whole');
  });

  it('when another program writes JSON its own way', async () => {
    const spaced = plain.map((object) => JSON.stringify(object, null, 1).replaceAll(/\n */g, ' '));
    const escaped = spaced.map((line) =>
      line.replaceAll(
        /[^\x20-\x7e]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    );

    assert.equal((await verdictOn(escaped.join('\n').replace('0.5', '5.0e-1'))).type, 'whole');
  });

  it('when records of duties alternate in a file that promises no order', async () => {
    assert.equal((await verdictOn(linesFor(...swapped(plain, 2, 3)))).type, 'whole');
  });

  it('when there is nothing but a manifest of nothing', async () => {
    assert.equal((await verdictOn(linesFor(ownManifest([])))).type, 'whole');
  });

  it('when its chain begins later because the extent does, as older exports wrote it', async () => {
    const later = bareRecords.slice(1, 3);
    const extent = { from: onDay(1) };
    const { hash: _, ...manifest } = { hash: '', ...plainManifest(later) };
    const starts = { [dutyWith('a').id]: 2 };

    const file = linesFor(...later, hashed({ ...manifest, extent, starts }));
    const forged = linesFor(...later, hashed({ ...manifest, extent: {}, starts }));

    assert.equal((await verdictOn(file)).type, 'whole');
    assert.equal((await verdictOn(forged)).type, 'tampered');
  });

  it('when Windows saved it again, with its line ends and its mark at the start', async () => {
    const saved = `\ufeff${linesFor(...own).replaceAll('\n', '\r\n')}`;

    assert.equal((await verdictOn(saved)).type, 'whole');
    assert.equal((await verdictOn(linesFor(...own).trimEnd())).type, 'whole');
  });
});

describe('evidence is not whole', () => {
  for (const [sort, objects] of [
    ['own', own],
    ['plain', plain],
  ] as const) {
    it(`when any line of a file with its ${sort} manifest is missing`, async () => {
      for (const at of objects.keys()) {
        const verdict = await verdictOn(linesFor(...without(objects, at)));

        assert.equal(verdict.type, 'tampered', `line ${String(at + 1)}`);
      }
    });

    it(`when any line of a file with its ${sort} manifest stands twice`, async () => {
      for (const [at, object] of objects.entries()) {
        const twice = [...objects.slice(0, at), object, ...objects.slice(at)];

        assert.equal(
          (await faultIn(linesFor(...twice))).line,
          at + (at === records.length ? 1 : 2),
        );
      }
    });

    it(`when the end of a file with its ${sort} manifest is cut off anywhere`, async () => {
      const bytes = Buffer.from(linesFor(...objects));

      // Without its last line end alone a file is whole.
      for (let length = 0; length < bytes.length - 1; length += 7) {
        const { type } = await verdictOn(bytes.subarray(0, length));
        assert.notEqual(type, 'whole', `${String(length)} bytes`);
      }
    });
  }

  it('when any two lines of our own export changed places', async () => {
    for (const one of own.keys()) {
      for (const other of own.keys()) {
        if (one === other) continue;

        assert.equal((await verdictOn(linesFor(...swapped(own, one, other)))).type, 'tampered');
      }
    }
  });

  it('when two duties changed places, and names the first that did', async () => {
    const fault = await faultIn(linesFor(...second, ...first, ownManifest(records)));

    assert.deepEqual([fault.line, fault.dutyId, fault.seq], [4, dutyWith('a').id, 1]);
  });

  it('when a change was covered up by a new hash, and names where the chain breaks', async () => {
    const [, second] = bareRecords;
    const forged = hashed({ ...second, data: { to: ['piet'] } });
    const fault = await faultIn(
      linesFor(...plain.map((object) => (object === second ? forged : object))),
    );

    assert.deepEqual([fault.line, fault.dutyId, fault.seq], [3, dutyWith('a').id, 3]);
  });

  it('when the last record of a duty was replaced by another with a right hash', async () => {
    const [, , third] = bareRecords;
    const forged = hashed({ ...third, outcome: 'fulfilled' });
    const fault = await faultIn(
      linesFor(...plain.map((object) => (object === third ? forged : object))),
    );

    assert.deepEqual([fault.line, fault.seq], [3, 3]);
  });

  it('and names the first bad record of several', async () => {
    const [one, , three, ...rest] = own;
    const fault = await faultIn(linesFor({ ...one, system: 'x' }, { ...three, seq: 9 }, ...rest));

    assert.deepEqual([fault.line, fault.dutyId, fault.seq], [1, dutyWith('a').id, 1]);
  });

  it('and names the record before the one that is missing at the end of a duty', async () => {
    const fault = await faultIn(linesFor(...without(own, 2)));

    assert.deepEqual([fault.line, fault.dutyId, fault.seq], [2, dutyWith('a').id, 2]);
  });

  it('and names the first duty of several that were cut short', async () => {
    const cut = records.filter(({ seq }) => seq < 3);
    const fault = await faultIn(linesFor(...cut, ownManifest(records)));

    assert.deepEqual([fault.line, fault.dutyId, fault.seq], [2, dutyWith('a').id, 2]);
  });

  it('when numbers are left out or given twice though every hash and every prev is right', async () => {
    for (const numbers of [
      [1, 3],
      [1, 1],
      [1, 2, 2],
      [1, 2, 4],
      [1, 2, 1],
    ]) {
      const forged = renumbered(numbers);
      const fault = await faultIn(linesFor(...forged, plainManifest(forged)));

      assert.deepEqual([fault.line, fault.seq], [numbers.length, numbers.at(-1)]);
    }
  });

  it('and names a duty that is missing altogether', async () => {
    const fault = await faultIn(linesFor(...first, ownManifest(records)));

    assert.deepEqual([fault.line, fault.dutyId, fault.seq], [4, dutyWith('b').id, undefined]);
  });

  it('when a duty was added', async () => {
    const added = chainOf(dutyWith('c'));
    const fault = await faultIn(linesFor(...records, ...added, ownManifest(records)));

    assert.deepEqual([fault.line, fault.dutyId], [7, dutyWith('c').id]);
  });

  it('when records of two duties are mixed in our own export', async () => {
    const mixed = swapped(records, 2, 3);
    const fault = await faultIn(linesFor(...mixed, ownManifest(mixed)));

    assert.deepEqual([fault.line, fault.dutyId, fault.seq], [4, dutyWith('a').id, 3]);
  });

  it('when a chain begins late and the manifest does not say so', async () => {
    const later = first.slice(1);

    assert.equal((await faultIn(linesFor(...later, ownManifest(later)))).line, 1);
  });

  it('when the manifest lets a chain begin at another record than it does', async () => {
    const starts = { [dutyWith('a').id]: 2 };
    const startsOnly = (late: object) =>
      hashed({
        ...plainManifest(bareRecords.slice(0, 3)),
        extent: { from: onDay(1) },
        starts: late,
      });

    assert.equal((await faultIn(linesFor(...bareRecords.slice(0, 3), startsOnly(starts)))).line, 1);
  });

  it('when the manifest counts other records or is not what it must be', async () => {
    for (const wrong of [
      { records: 5 },
      { records: '6' },
      { heads: [] },
      { order: 1 },
      { starts: { a: 'b' } },
    ]) {
      const manifest = hashed({ ...ownManifest(records), ...wrong });

      assert.equal((await faultIn(linesFor(...records, manifest))).line, 7, JSON.stringify(wrong));
    }
  });

  it('when a second export follows, and names the manifest between them', async () => {
    const fault = await faultIn(linesFor(...own, ...own));

    assert.equal(fault.line, own.length);
    assert.match(fault.problem, /manifest/);
  });

  it('when something follows the manifest', async () => {
    for (const more of ['x', '\n', '{}', '[]\n', linesFor(...own)]) {
      assert.equal((await verdictOn(linesFor(...own) + more)).type, 'tampered', more);
    }
  });
});
