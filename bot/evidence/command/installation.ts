import type { DateTime } from 'luxon';
import type { Settings } from '../../settings.ts';
import type { AttachmentBlobs, Store } from '../../ports/store.ts';

/** What a command needs that reads the store. */
export interface Installation {
  readonly settings: Settings;
  readonly store: Store;
  /** Where files lie that people kept as evidence. */
  readonly attachments: AttachmentBlobs | undefined;
  /** Name and version of the program. */
  readonly software: string;
  readonly now: () => DateTime;
}

/** Reads the settings and opens the store that they name; every wrong setting is told. */
export type OpenInstallation = () => Promise<
  | { readonly ok: true; readonly installation: Installation }
  | { readonly ok: false; readonly problems: readonly string[]; readonly zone: string }
>;
