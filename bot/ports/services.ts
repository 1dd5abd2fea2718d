import type { AttachmentBlobs } from './store/attachments.ts';
import type { ListReader } from '../files/list-reader.ts';
import type { Dossiers } from './dossiers.ts';
import type { CheckpointBlobs } from './store/checkpoint-blobs.ts';
import type { TimeStamps } from './store/time-stamps.ts';
import type { Vendors } from './vendors.ts';
import type { Files } from './files.ts';
import type { Directory } from './messenger.ts';
import type { Instant, Person, PersonId, TenantKey } from '../duty/ids.ts';
import type { Retention } from '../tenant/retention.ts';
import type { Card } from '../../cards/card.ts';
import type { Language } from '../../cards/language.ts';
import { languageOf } from '../../cards/language.ts';
import type { Duty } from '../duty/duty.ts';
import type { ReaderNow } from '../kinds/kind.ts';
import type { Held, Lease, OutboxEntry, Owner } from './outbox.ts';
import type { ItChannel, KnownPerson, Store } from './store.ts';

/** What hands committed effects to whoever carries them out. */
export interface Delivery {
  /**
   * Carries out those that are wanted before it returns, for what the caller must be able to read back,
   * and the others as soon as possible.
   */
  readonly now: (
    entries: readonly OutboxEntry[],
    how: {
      readonly wanted: (effect: OutboxEntry['effect']) => boolean;
      readonly held?: Held | undefined;
    },
  ) => Promise<void>;
  /** Carries them out as soon as possible. */
  readonly soon: (entries: readonly OutboxEntry[], held?: Held) => void;
  /**
   * The right to run what a change of a duty is about to ask for, to be written with it: that saves taking it and reading
   * the duty again. Undefined where this instance would not begin at once.
   */
  readonly leaseFor: (owner: Owner) => Lease | undefined;
}

/** The card of a duty that is decided row by row, as far as a person has come; undefined where it has no rows. */
export type CardByRow = (
  services: Services,
  asked: { readonly duty: Duty; readonly person: Person; readonly again: boolean },
  reader: ReaderNow,
) => Promise<Card | undefined>;

/** Lets those with the same key wait for each other, so that they do not make each other decide again. */
export type InTurn = <T>(key: string, act: () => Promise<T>) => Promise<T>;

/** What an outbox entry says of the turn that sets it off. */
export const turnOf = ({ turn }: Pick<Services, 'turn'>): Pick<OutboxEntry, 'turn'> =>
  turn === undefined ? {} : { turn };

/** Who is in the team of the IT channel, as Teams says. */
export interface ItTeam {
  /** By the id of the authenticated activity. */
  readonly has: (channel: ItChannel, userId: string) => Promise<boolean>;
}

/** Counts one thing that a person makes the bot write; tells how many seconds to wait, 0 for none. */
export type WriteBudget = (tenant: TenantKey, person: PersonId) => number;

/** Everything that a use case needs of the world; nothing else reaches it. */
export interface Services {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly directory: Directory;
  readonly itTeam: ItTeam;
  readonly writing: WriteBudget;
  /** Who may make a channel the IT channel; where nobody is named, the present IT channel says. */
  readonly administrators: ReadonlySet<PersonId>;
  readonly files: Files;
  /** Where files that people keep as evidence lie; absent where none are kept. */
  readonly attachments?: AttachmentBlobs | undefined;
  readonly dossiers: Dossiers;
  readonly vendors: Vendors;
  /** A time stamp authority, where one is set. */
  readonly timeStamps?: TimeStamps | undefined;
  /** Where checkpoints are kept as blobs; absent where no container is set. */
  readonly checkpoints?: CheckpointBlobs | undefined;
  /** Reads lists that people send, in a thread that is ended when one takes too long. */
  readonly lists: Pick<ListReader, 'read'>;
  /** Whether vendors get the names of people, or only in which role they acted. */
  readonly vendorSeesNames: boolean;
  readonly cardByRow: CardByRow;
  /** Names the turn of a person or the request that asks, in the log and on what it brings about. */
  readonly turn?: string;
  /** Tenants whose lists this process moved something on since the overview in their channel was looked at. */
  readonly moved: Set<TenantKey>;
  /** One after the other, in this process, for those with the same key. */
  readonly inTurn: InTurn;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** How long each kind is kept. */
  readonly retention: Retention;
  /** Language and zone where a person has none of their own. */
  readonly language: Language;
  readonly zone: string;
}

/** How something is put into words for a person: the chosen language, else the client's, else the default. */
export function readerFor(services: Services, person: Partial<KnownPerson> | undefined): ReaderNow {
  const language = person?.language ?? languageOf(person?.locale) ?? services.language;
  return { language, zone: services.zone, now: services.now() };
}

/** The reader of a channel: nobody in particular. */
export const channelReader = (services: Services): ReaderNow => readerFor(services, undefined);

export type { TenantKey };
