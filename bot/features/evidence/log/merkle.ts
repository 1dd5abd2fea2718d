import { createHash } from 'node:crypto';

/**
 * The hash tree of an append-only log as in RFC 6962, section 2.1: a leaf is SHA-256(0x00 ‖ entry), a node
 * SHA-256(0x01 ‖ left ‖ right), and a tree of n leaves splits at the largest power of two below n.
 */

export type Hash = Buffer;

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);
const hashBytes = 32;

export const leafHash = (entry: Uint8Array): Hash =>
  createHash('sha256').update(leafMark).update(entry).digest();
export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(nodeMark).update(left).update(right).digest();
const emptyRoot = (): Hash => createHash('sha256').digest();

/**
 * What must be kept of a log to append to it: its size, and the roots of its whole subtrees, the largest
 * first; there is one for each bit of the size.
 */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** The log with one more leaf: equal subtrees at its right end become one. */
export function appended({ size, roots }: Frontier, leaf: Hash): Frontier {
  const grown = [...roots];
  let last = leaf;
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
    const before = grown.pop();
    if (!before) throw new Error(`The frontier of a log of ${size} leaves lacks a root.`);
    last = nodeHash(before, last);
  }
  return { size: size + 1, roots: [...grown, last] };
}

/** The root of the log; of one without leaves the hash of nothing. */
export function rootOf({ roots }: Frontier): Hash {
  const right = roots.at(-1);
  if (!right) return emptyRoot();
  return roots.slice(0, -1).reduceRight((root, left) => nodeHash(left, root), right);
}

export const treeRoot = (leaves: readonly Hash[]): Hash =>
  rootOf(leaves.reduce(appended, emptyFrontier));

/** The largest power of two below a size of two or more. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The hashes that show that one leaf belongs to a tree (RFC 6962, section 2.1.1). */
export function inclusionProof(leaves: readonly Hash[], index: number): readonly Hash[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), treeRoot(right)]
    : [...inclusionProof(right, index - split), treeRoot(left)];
}

/** The hashes that show that a tree is an earlier one with leaves appended (RFC 6962, section 2.1.2). */
export function consistencyProof(leaves: readonly Hash[], earlier: number): readonly Hash[] {
  if (earlier <= 0 || earlier >= leaves.length) return [];
  return subproof(leaves, earlier, true);
}

function subproof(leaves: readonly Hash[], earlier: number, whole: boolean): readonly Hash[] {
  if (earlier === leaves.length) return whole ? [] : [treeRoot(leaves)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return earlier <= split
    ? [...subproof(left, earlier, whole), treeRoot(right)]
    : [...subproof(right, earlier - split, false), treeRoot(left)];
}

/** A number of leaves or the place of one. */
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (hashes: readonly Hash[]): boolean =>
  hashes.every(({ length }) => length === hashBytes);
const halved = (value: number): number => Math.floor(value / 2);

/** A leaf that is said to stand at a place of a tree. */
export interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether a proof shows that a leaf stands where it is said to stand (RFC 9162, section 2.1.3.2). */
export function isIncluded({ leaf, index, size, root, proof }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, root, ...proof]))
    return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [halved(at), halved(last)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [halved(at), halved(last)];
  }
  return last === 0 && hash.equals(root);
}

/** Two states of what is said to be one log. */
export interface Growth {
  readonly earlier: { readonly size: number; readonly root: Hash };
  readonly later: { readonly size: number; readonly root: Hash };
  readonly proof: readonly Hash[];
}

/** Whether a proof shows that nothing but appending made the later state (RFC 9162, section 2.1.4.2). */
export function isConsistent({ earlier, later, proof }: Growth): boolean {
  // Of nothing everything is a later state: a proof of that would say nothing.
  const counts = isCount(earlier.size) && isCount(later.size) && earlier.size > 0;
  if (!counts || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  if (!areHashes([earlier.root, later.root, ...proof])) return false;
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  const [first, ...siblings] = path;
  return (
    first !== undefined && proof.length > 0 && leadsToBoth({ earlier, later }, first, siblings)
  );
}

const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size));

function leadsToBoth(
  { earlier, later }: Pick<Growth, 'earlier' | 'later'>,
  first: Hash,
  siblings: readonly Hash[],
): boolean {
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (at % 2 === 1) [at, last] = [halved(at), halved(last)];
  let [was, is] = [first, first];
  for (const sibling of siblings) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [was, is] = [nodeHash(sibling, was), nodeHash(sibling, is)];
      while (at % 2 === 0 && at !== 0) [at, last] = [halved(at), halved(last)];
    } else is = nodeHash(is, sibling);
    [at, last] = [halved(at), halved(last)];
  }
  return last === 0 && was.equals(earlier.root) && is.equals(later.root);
}
