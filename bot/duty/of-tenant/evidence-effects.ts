import type { Language } from '../../../cards/language.ts';
import type { Person } from '../ids.ts';
import type { Quarter } from '../time/quarter.ts';

/** What is done with the evidence of a tenant. */
export type EvidenceEffect =
  /** Show in the IT channel the newest checkpoint of the log of evidence, as a witness outside the store. */
  | { readonly do: 'show-checkpoint'; readonly key: string }
  /** Tell a vendor over HTTP the checkpoint of a size, as another witness. */
  | {
      readonly do: 'tell-checkpoint';
      readonly key: string;
      readonly vendor: string;
      readonly size: number;
      /** Of the checkpoint before it. */
      readonly previousSize: number;
    }
  /** Have a time stamp authority stamp the checkpoint of a size, as a third. */
  | { readonly do: 'stamp-checkpoint'; readonly key: string; readonly size: number }
  /** Keep the checkpoint of a size as a blob that is written once, as a fourth. */
  | { readonly do: 'keep-checkpoint'; readonly key: string; readonly size: number }
  /** Make a dossier and offer it to whoever asked for it. */
  | {
      readonly do: 'give-dossier';
      readonly key: string;
      readonly by: Person;
      readonly quarter: Quarter;
      readonly control?: string;
      readonly language: Language;
    };
