import type { Request, Response } from 'restify';
import type { TenantKey } from '../../duty/ids.ts';
import type { FileLinks } from '../../features/files/links.ts';
import type { Log } from '../../observability/log.ts';
import type { AdjustableClock } from '../../ports/clock.ts';
import type { Services } from '../../ports/services.ts';
import type { Keys } from './keys.ts';
import type { ConnectionLimits } from '../limits.ts';
import type { HttpAnswer } from '../problem.ts';

/** Takes an activity that was posted: body and Authorization header in, status and body out. */
export type HandleActivity = (
  body: unknown,
  authorization: string | undefined,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** Tells which part does not answer; an empty list means ready. */
export type Readiness = () => Promise<readonly string[]>;

export interface HttpParts extends Keys {
  readonly services: Services;
  readonly tenant: TenantKey;
  readonly handleActivity: HandleActivity;
  /** The status with which a token is refused that no body could make right; undefined where it may be read. */
  readonly refusedToken: (authorization: string | undefined) => number | undefined;
  readonly readiness: Readiness;
  /** What an operator should know although the bot is ready: constant words. */
  readonly notes?: () => Promise<readonly string[]>;
  /** Addresses whose word about a caller's address is believed. */
  readonly frontEnds: readonly string[];
  /** Nobody proves who they are: only callers of this machine are answered. */
  readonly anonymous: boolean;
  /** A clock that only goes forward, in seconds: for what is allowed in a time. */
  readonly seconds: () => number;
  /** Files that wait behind a link: development only. */
  readonly links?: FileLinks;
  /** Time that can be made to pass: development only. */
  readonly clock?: AdjustableClock;
  readonly limits?: ConnectionLimits;
  readonly version: string;
  /** In development nobody proves who they are; exported evidence says so. */
  readonly environment: 'production' | 'development';
  readonly log: Log;
}

/** Writes the answer of an act; one that answered itself returns nothing. */
export type Anyone = (
  act: (request: Request, response: Response) => Promise<HttpAnswer | undefined>,
) => (request: Request, response: Response) => Promise<void>;
