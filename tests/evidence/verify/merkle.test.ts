import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  treeRoot,
} from '../../../bot/features/evidence/log/merkle.ts';
import {
  isSignedBy,
  logNameOf,
  readCheckpoint,
  writeCheckpoint,
} from '../../../bot/features/evidence/log/checkpoint.ts';

const leaves = Array.from({ length: 20 }, (_, at) => leafHash(Buffer.from(String(at))));

describe('the hash tree of the log', () => {
  it('is the one of RFC 6962: an empty tree, a leaf, and seven leaves by hand', () => {
    const [a, b, c, d, e, f, g] = leaves.slice(0, 7);
    assert.ok(a && b && c && d && e && f && g);

    assert.equal(treeRoot([]).toString('hex'), createHash('sha256').digest('hex'));
    // The leaf hash of an empty entry, as the test vectors of Certificate Transparency have it.
    assert.equal(
      leafHash(Buffer.alloc(0)).toString('hex'),
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    const left = nodeHash(nodeHash(a, b), nodeHash(c, d));
    assert.ok(treeRoot([a, b, c, d, e, f, g]).equals(nodeHash(left, nodeHash(nodeHash(e, f), g))));
  });

  it('shows where every leaf stands, and no other leaf, place, size or root', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      const some = leaves.slice(0, size);
      const root = treeRoot(some);
      for (const [index, leaf] of some.entries()) {
        const right = { leaf, index, size, root, proof: inclusionProof(some, index) };
        const [other = leaf] = leaves.slice(-1);

        assert.ok(isIncluded(right));
        for (const wrong of [
          { index: index + 1 },
          { index: -1 },
          { size: index },
          { root: leafHash(root) },
          { proof: [...right.proof, root] },
          ...(right.proof.length > 0 ? [{ proof: right.proof.slice(1) }] : []),
          ...(leaf === other ? [] : [{ leaf: other }]),
        ])
          assert.equal(isIncluded({ ...right, ...wrong }), false);
      }
    }
  });

  it('shows that a log only grew, and nothing else', () => {
    for (let later = 2; later <= leaves.length; later += 1) {
      for (let earlier = 1; earlier < later; earlier += 1) {
        const right = {
          earlier: { size: earlier, root: treeRoot(leaves.slice(0, earlier)) },
          later: { size: later, root: treeRoot(leaves.slice(0, later)) },
          proof: consistencyProof(leaves.slice(0, later), earlier),
        };

        assert.ok(isConsistent(right), `${String(earlier)} of ${String(later)}`);
        for (const wrong of [
          { earlier: { ...right.earlier, root: leafHash(right.earlier.root) } },
          { later: { ...right.later, root: leafHash(right.later.root) } },
          { proof: right.proof.slice(1) },
          { proof: [...right.proof, right.later.root] },
          { earlier: right.later, later: right.earlier },
        ])
          assert.equal(isConsistent({ ...right, ...wrong }), false);
      }
    }
  });
});

describe('a checkpoint', () => {
  const evidenceKey = Buffer.alloc(32, 7).toString('base64');
  // The Ed25519 public key of that seed.
  const publicKey = '6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=';
  const { origin, key } = logNameOf('tenant-1', { tablePrefix: 'Duty', evidenceKey });
  const made = {
    origin,
    size: 5,
    root: treeRoot(leaves.slice(0, 5)),
    at: '2026-12-31T05:00:00.000Z',
  };

  it('is read back as it was written, signed or not, also where Windows saved it', () => {
    for (const text of [writeCheckpoint(made), writeCheckpoint(made, key)]) {
      for (const saved of [text, text.replaceAll('\n', '\r\n')]) {
        const reading = readCheckpoint(saved);
        assert.ok(reading.ok);
        assert.deepEqual(reading.checkpoint, made);
      }
    }
  });

  it('is signed by its key, and by no other text or key', () => {
    const note = writeCheckpoint(made, key);

    assert.ok(isSignedBy(note, publicKey));
    assert.equal(isSignedBy(note.replace('\n5\n', '\n6\n'), publicKey), false);
    assert.equal(isSignedBy(note, Buffer.alloc(32, 8).toString('base64')), false);
    assert.equal(isSignedBy(writeCheckpoint(made), publicKey), false);
  });

  it('is refused where a line of it is not what it must be', () => {
    for (const text of ['', 'x\n5\n', `${origin}\n-1\n`, `${origin}\n5\nabc\n`, 'go.sum\n5\n'])
      assert.equal(readCheckpoint(text).ok, false);
  });
});
