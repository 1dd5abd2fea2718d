import { cut } from '../../../cards/plain-text.ts';
import type { TenantKey } from '../../duty/ids.ts';
import { parseKind } from '../../kinds/index.ts';
import type { OpeningReading } from '../read-opening.ts';
import { readOpening } from '../read-opening.ts';
import { peopleFor } from '../roster.ts';
import type { Services } from '../../ports/services.ts';

/**
 * Reads a request to open a duty; where it names no assignees, the roster does. `filled` tells that it
 * did: what was asked is then the request without them, today and after the roster has changed.
 */
export async function readOpeningWithRoster(
  services: Services,
  tenant: TenantKey,
  raw: unknown,
): Promise<OpeningReading & { readonly filled: boolean }> {
  const named = await namedByRoster(services, tenant, raw);
  return { ...readOpening(named ?? raw), filled: named !== undefined };
}

async function namedByRoster(
  services: Services,
  tenant: TenantKey,
  raw: unknown,
): Promise<object | undefined> {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { assignees, system, kind: name, rule }: Asked = raw;
  const nobody = assignees === undefined || (Array.isArray(assignees) && assignees.length === 0);
  const kind = parseKind(name);
  if (!nobody || !kind || typeof system !== 'string') return undefined;
  const people = await peopleFor(services, {
    tenant,
    system,
    kind,
    most: rule === 'four-eyes' ? 2 : 1,
  });
  if (people.length === 0) return undefined;
  return {
    ...raw,
    assignees: people.map((one) => ({
      aadObjectId: one.aadObjectId,
      name: cut(one.name, 100),
    })),
  };
}

interface Asked {
  readonly assignees?: unknown;
  readonly system?: unknown;
  readonly kind?: unknown;
  readonly rule?: unknown;
}
