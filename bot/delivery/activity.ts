/** Counts what is under way, so that somebody can wait for the moment when nothing is. */
export interface Activity {
  /** Counts until it has ended, whichever way. */
  readonly during: <T>(act: () => Promise<T>) => Promise<T>;
  /** Does not count while it waits for the clock, although it is within something that counts. */
  readonly except: <T>(wait: () => Promise<T>) => Promise<T>;
  readonly none: () => Promise<void>;
  readonly isNone: () => boolean;
}

export function countActivity(): Activity {
  let count = 0;
  const waiting: (() => void)[] = [];
  const add = (change: 1 | -1): void => {
    count += change;
    if (count === 0) for (const go of waiting.splice(0)) go();
  };
  const counted = async <T>(change: 1 | -1, act: () => Promise<T>): Promise<T> => {
    add(change);
    try {
      return await act();
    } finally {
      add(change === 1 ? -1 : 1);
    }
  };
  return {
    during: (act) => counted(1, act),
    except: (wait) => counted(-1, wait),
    none: async () => {
      while (count > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    isNone: () => count === 0,
  };
}
