import type { Stored } from '../stored.ts';
import type { MessageRef, TenantKey } from '../../duty/ids.ts';
import type { SharedCard } from '../../duty/of-tenant/chat-effects.ts';

/** What is remembered of a conversation beside the people in it. */
export interface Conversations {
  /** Names of the last messages that were answered there, oldest first. */
  readonly heard: (
    tenant: TenantKey,
    conversation: string,
  ) => Promise<Stored<readonly string[]> | undefined>;
  /** Writes what was read and changed; `conflict` when it was changed in between. */
  readonly saveHeard: (
    tenant: TenantKey,
    heard: { readonly conversation: string; readonly messages: readonly string[] },
    etag: string | undefined,
  ) => Promise<'saved' | 'conflict'>;
  /** Where the cards that everybody in the IT channel reads stand, oldest first. */
  readonly shared: (
    tenant: TenantKey,
    card: SharedCard,
  ) => Promise<Stored<readonly MessageRef[]> | undefined>;
  /** Writes what was read and changed; `conflict` when it was changed in between. */
  readonly saveShared: (
    tenant: TenantKey,
    shared: { readonly card: SharedCard; readonly messages: readonly MessageRef[] },
    etag: string | undefined,
  ) => Promise<'saved' | 'conflict'>;
}
