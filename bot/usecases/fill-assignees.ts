import { parseKind } from '../duties/index.ts';
import type { TenantKey } from '../lifecycle/duty.ts';
import type { OpeningReading } from './read-opening.ts';
import { readOpening } from './read-opening.ts';
import { personFor } from './roster.ts';
import type { World } from './world.ts';

/**
 * Reads a request to open a duty; where it names no assignees, the roster does. `filled` tells that it
 * did: what was asked is then the request without them, today and after the roster has changed.
 */
export async function readOpeningWithRoster(
  world: World,
  tenant: TenantKey,
  raw: unknown,
): Promise<OpeningReading & { readonly filled: boolean }> {
  const named = await namedByRoster(world, tenant, raw);
  return { ...readOpening(named ?? raw), filled: named !== undefined };
}

async function namedByRoster(
  world: World,
  tenant: TenantKey,
  raw: unknown,
): Promise<object | undefined> {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { assignees, system, kind: name }: Asked = raw;
  const nobody = assignees === undefined || (Array.isArray(assignees) && assignees.length === 0);
  const kind = parseKind(name);
  if (!nobody || !kind || typeof system !== 'string') return undefined;
  const person = await personFor(world, tenant, system, kind);
  if (!person) return undefined;
  const { aadObjectId } = person;
  return { ...raw, assignees: [{ aadObjectId, name: person.name.slice(0, 100) }] };
}

interface Asked {
  readonly assignees?: unknown;
  readonly system?: unknown;
  readonly kind?: unknown;
}
