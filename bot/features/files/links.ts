import type { Instant } from '../../duty/ids.ts';
import { secondsAfter } from '../../duty/time/instant.ts';

export interface LinkedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that wait for somebody with their link. */
export interface FileLinks {
  /** Keeps a file for a while; returns the address at which it can be fetched. */
  readonly put: (file: LinkedFile) => string;
  /** The file behind the last part of such an address; undefined once its time is over. */
  readonly get: (token: string) => LinkedFile | undefined;
}

export interface LinkParts {
  readonly now: () => Instant;
  /** Must not be guessable: whoever has the link has the file. */
  readonly newId: () => string;
  /** Where this program listens, such as `http://127.0.0.1:3978`. */
  readonly origin: () => string;
}

/** How long a link works, in seconds, and how many of them work at once. */
export const linkSeconds = 600;
export const mostLinks = 20;

/** Links to files in memory, for development on one machine: there is nobody's storage to put them in. */
export function fileLinks({ now, newId, origin }: LinkParts): FileLinks {
  const kept = new Map<string, LinkedFile & { readonly until: Instant }>();
  return {
    put: ({ name, bytes }) => {
      const token = newId();
      kept.set(token, { name, bytes, until: secondsAfter(now(), linkSeconds) });
      const [oldest] = kept.keys();
      if (kept.size > mostLinks && oldest !== undefined) kept.delete(oldest);
      return `${origin()}/files/${encodeURIComponent(token)}`;
    },
    get: (token) => {
      const file = kept.get(token);
      if (file && now() <= file.until) return file;
      kept.delete(token);
      return undefined;
    },
  };
}
