import type { Instant } from '../../../bot/duty/ids.ts';
import type { Sealing } from '../../../bot/duty/record.ts';

let keys = 0;

/** A key that no other test gets; that it can be guessed does no harm here. */
export const newKey = (): string => {
  keys += 1;
  return `key ${String(keys)}`;
};

/** Seals records at an instant. */
export const sealing = (at: Instant): Sealing => ({ at, newKey });
