import type { Readable } from 'node:stream';
import type { Language } from '../../cards/language.ts';
import type { Instant, Person, TenantKey } from '../duty/ids.ts';
import type { Quarter } from '../duty/time/quarter.ts';
import type { Retention } from '../tenant/retention.ts';
import type { AttachmentBlobs, Store } from './store.ts';

/** Which dossier is wanted: of a quarter, of all controls or one. */
export interface DossierWanted {
  readonly quarter: Quarter;
  readonly control?: string | undefined;
  readonly language: Language;
}

export interface DossierOrder {
  readonly tenant: TenantKey;
  readonly wanted: DossierWanted;
  /** Who asks: a person, or whoever has a key of the API. */
  readonly by: Person | { readonly key: string };
}

/** A dossier that was made, as a file that is there until it was read, and some minutes at most. */
export interface MadeDossier {
  readonly name: string;
  readonly bytes: number;
  readonly read: () => Promise<Uint8Array>;
  readonly stream: () => Readable;
}

/** What it takes to make one. */
export interface DossierServices {
  readonly store: Store;
  readonly attachments?: AttachmentBlobs | undefined;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly zone: string;
  readonly retention: Retention;
}

/** Makes the file that an auditor opens. Each that is made is evidence itself. */
export interface Dossiers {
  /** Makes it, or gives the one that was made for the same person a moment ago. */
  readonly make: (services: DossierServices, order: DossierOrder) => Promise<MadeDossier>;
  /** Takes away what was kept. */
  readonly close: () => Promise<void>;
}
