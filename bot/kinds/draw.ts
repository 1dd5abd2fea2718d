import { createHash } from 'node:crypto';

/** 2 to the power 256: how many different digests there are. */
const digests = 1n << 256n;

/**
 * Draws `count` different whole numbers from `from` to `to`, in the order in which they came; all of them
 * where there are no more. Anybody can repeat it: the SHA-256 digest of the text `<seed>,<n>` in UTF-8 for
 * n = 1, 2, 3 … is read as one number, its remainder by the size of the range is added to `from`, and what
 * was drawn before is passed over. It is the method that R. L. Rivest published for audits of elections
 * (sampler.py, MIT); a digest in the last part of the scale, which would favour low numbers, is passed over.
 */
export function draw(
  seed: string,
  { from, to, count }: { readonly from: number; readonly to: number; readonly count: number },
): readonly number[] {
  const size = BigInt(to - from + 1);
  if (size <= 0n) return [];
  const wanted = Math.min(count, Number(size));
  const fair = digests - (digests % size);
  const drawn = new Set<number>();
  for (let turn = 1; drawn.size < wanted; turn += 1) {
    const digest = BigInt(`0x${createHash('sha256').update(`${seed},${turn}`).digest('hex')}`);
    if (digest < fair) drawn.add(from + Number(digest % size));
  }
  return [...drawn];
}
