import type { Allowance } from './casework/rights/throttle.ts';
import type { Limits } from './delivery/pace/pacing.ts';
import type { Instant } from './duty/ids.ts';
import type { Jumping } from './features/demo-clock/clock.ts';
import type { ListReader } from './files/list-reader.ts';
import type { Log } from './observability/log.ts';
import type { AttachmentBlobs } from './ports/store/attachments.ts';
import type { CheckpointBlobs } from './ports/store/checkpoint-blobs.ts';
import type { Blobs } from './ports/store/blobs.ts';
import type { AdjustableClock, Clock, Timers } from './ports/clock.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Services } from './ports/services.ts';
import type { Store } from './ports/store.ts';
import type { Settings } from './settings.ts';
import type { TeamsIdentity } from './teams/adapter.ts';

/** Everything that comes from outside the program; tests give their own. */
export interface AppParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly log: Log;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly timers: Timers;
  /** Left out but where several programs in one process share a thread. */
  readonly lists?: ListReader;
  readonly version: string;
  /** A number from 0 to 1 that spreads what is tried again; without it nothing is spread. */
  readonly random?: () => number;
  /** Only goes forward, in seconds: what is allowed in a time is counted by it; `now` unless said. */
  readonly seconds?: () => number;
  /** The time of the world, where `now` and `timers` can be made to jump: development only. */
  readonly demo?: {
    readonly world: Clock;
    readonly adjustable: (parts: Jumping) => AdjustableClock;
  };
  /** How vendors are called, over public addresses only unless said; tests only. */
  readonly callVendor?: typeof fetch;
  /** The same for the time stamp authority; tests only. */
  readonly callAuthority?: typeof fetch;
  /** Where a backup is kept each night; without it none is made. */
  readonly backups?: Blobs | undefined;
  /** Where files lie that people keep as evidence; without it none are kept. */
  readonly attachments?: AttachmentBlobs | undefined;
  /** Where checkpoints are kept as blobs; undefined where nowhere. */
  readonly checkpoints?: CheckpointBlobs | undefined;
  /** What one person may have written; enough for any work by hand unless said. */
  readonly writesAllowed?: readonly Allowance[];
  /** What Teams takes; its published limits unless said. */
  readonly limits?: Limits;
  /** Where the keys of the channel are, who signs for the bot, and which SDK asks; by default Microsoft's own. */
  readonly identity?: Partial<Pick<TeamsIdentity, 'metadataUrl' | 'fetcher' | 'sdk'>>;
  /** Service addresses beside those of Teams; tests only. */
  readonly serviceHosts?: readonly string[];
  /** Origins of files beside Teams' storage; tests only. */
  readonly fileOrigins?: readonly string[];
  readonly issuer?: string;
}

export interface App {
  readonly services: Services;
  readonly messenger: Messenger;
  /** The clock that can be made to jump: development only. */
  readonly clock?: AdjustableClock;
  /** Makes the tables, picks up what was left behind and listens; returns the port. */
  readonly start: () => Promise<number>;
  /** Lets what is under way end. */
  readonly stop: () => Promise<void>;
  /** Returns when every effect that was asked for is carried out. */
  readonly idle: () => Promise<void>;
}
