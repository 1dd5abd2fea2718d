import type { Request } from 'restify';
import { z } from 'zod';
import { openDuty } from '../../casework/open-duty.ts';
import { readOpeningWithRoster } from '../../casework/people/fill-assignees.ts';
import { reactToFinding } from '../../casework/react-to-finding.ts';
import { withdrawDuty } from '../../casework/withdraw-duty.ts';
import { statuses, vendorStatuses } from '../../duty/duty.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { Opening } from '../../duty/open.ts';
import { foreignLine, foreignText, problemsOf } from '../../kinds/details.ts';
import type { InputProblem } from '../../kinds/kind.ts';
import type { Services } from '../../ports/services.ts';
import type { BodyBudget, BodyReading } from '../body.ts';
import type { Caller } from './keys.ts';
import { secretFaults } from './no-secrets.ts';
import type { HttpAnswer } from '../problem.ts';
import { json, problem } from '../problem.ts';
import type { DutyBody, PageBody } from './responses.ts';
import type { Query } from './query.ts';
import { visibleDuties } from './visible.ts';

/** A request of a sender whose key was right. */
export interface Asked {
  readonly request: Request;
  readonly caller: Caller;
  readonly query: Query;
  /** Reads the body within a budget, and counts its bytes for the caller. */
  readonly body: (budget: BodyBudget) => Promise<BodyReading>;
}
export type Route = (asked: Asked) => Promise<HttpAnswer>;

// A review of 5,000 accounts with every field filled fits; Azure takes 4 MiB in a transaction.
const openingBudget: BodyBudget = {
  bytes: 3 * 1024 * 1024,
  depth: 12,
  members: 100,
  entries: 5000,
  values: 50_000,
  length: 10_000,
};
const smallBudget: BodyBudget = { ...openingBudget, bytes: 64 * 1024, entries: 100, values: 200 };
const largestStored = 3.75 * 1024 * 1024;
const unknownDuty = problem(404, { detail: 'There is no duty with this id.' });

/** The routes of duties, for the duties of one tenant. */
export function dutyRoutes(services: Services, tenant: TenantKey) {
  const visible = visibleDuties(services, tenant);

  const open: Route = async ({ request, caller, body }) => {
    const key = request.header('Idempotency-Key', '').trim();
    const read = await body(openingBudget);
    if (!read.ok) return read.answer;
    const opening = await readOpeningWithRoster(services, tenant, read.body);
    const keyProblems = /^[\x20-\x7E]{1,255}$/.test(key)
      ? []
      : [
          {
            path: 'Idempotency-Key',
            message: 'is required as a header: 1 to 255 printable characters',
          },
        ];
    const problems = [
      ...keyProblems,
      ...(opening.ok ? [] : opening.problems),
      ...(await secretFaults(read.body)),
    ];
    if (!opening.ok || problems.length > 0) {
      return problem(400, {
        detail: 'Nothing was opened; mend every error and send it again.',
        errors: problems,
      });
    }
    if (storedBytes(opening.opening) > largestStored) {
      return problem(413, {
        detail: 'This duty is too large to be stored: send fewer or shorter texts.',
      });
    }
    const opened = await openDuty(services, {
      tenant,
      opening: opening.opening,
      asking: {
        openedBy: { type: 'vendor', name: caller.name },
        sender: `vendor:${caller.name}`,
        key,
        ...(opening.filled ? { asked: { ...opening.opening, assignees: [] }, byRoster: true } : {}),
      },
    });
    if (opened.type === 'other-request') {
      const message = 'was used before for a request that asked something else';
      return problem(409, {
        detail: 'This key belongs to another duty.',
        errors: [{ path: 'Idempotency-Key', message }],
      });
    }
    if (opened.type === 'replaced') {
      const message = `was replaced by version ${opened.by} of this document; open that one`;
      return problem(409, {
        detail: 'Another version of this document is registered now.',
        errors: [{ path: 'details.version', message }],
      });
    }
    const headers = { location: `/api/v1/duties/${opened.duty.id}` };
    const status = opened.type === 'opened' ? 201 : 200;
    return json(status, visible.view(caller, opened.duty) satisfies DutyBody, headers);
  };

  const show: Route = async ({ request, caller }) => {
    const duty = await visible.load(caller, parameter(request, 'id'));
    return duty ? json(200, visible.view(caller, duty) satisfies DutyBody) : unknownDuty;
  };

  const list: Route = async ({ caller, query: { status, cursor } }) => {
    const wanted = statuses.find((known) => known === status);
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const problems = [
      ...(status === undefined || wanted
        ? []
        : [{ path: 'status', message: `must be one of ${statuses.join(', ')}` }]),
      ...(cursor === undefined || after !== undefined
        ? []
        : [{ path: 'cursor', message: 'must be the nextCursor of an earlier page' }]),
    ];
    if (problems.length > 0)
      return problem(400, { detail: 'This page does not exist.', errors: problems });
    const place = wanted
      ? ({ list: 'status', status: wanted } as const)
      : ({ list: 'all' } as const);
    const page = await visible.page(caller, place, after);
    const next =
      page.next === undefined ? {} : { nextCursor: Buffer.from(page.next).toString('base64url') };
    return json(200, { duties: page.items, ...next } satisfies PageBody);
  };

  const withdraw: Route = async ({ request, caller, body }) => {
    const read = await body(smallBudget);
    if (!read.ok) return read.answer;
    const wish = withdrawal.safeParse(read.body);
    const faults = await faultsIn(wish, read.body);
    if (!wish.success || faults.length > 0)
      return problem(400, { detail: 'Nothing was withdrawn.', errors: faults });
    const duty = await visible.load(caller, parameter(request, 'id'));
    const { reason } = wish.data;
    const withdrawing =
      duty && (await withdrawDuty(services, duty, { reason, vendor: caller.name }));
    switch (withdrawing?.type) {
      case 'withdrawn':
        return json(200, visible.view(caller, withdrawing.duty) satisfies DutyBody);
      case 'fulfilled-already':
        return problem(409, {
          detail: 'This duty is fulfilled; what is fulfilled cannot be withdrawn.',
        });
      case 'finding-open':
        return problem(409, {
          detail:
            'This duty has an open finding; react to it, and the IT team of the customer closes it.',
        });
      case 'unknown':
      case undefined:
        return unknownDuty;
    }
  };

  const react: Route = async ({ request, caller, body }) => {
    const read = await body(smallBudget);
    if (!read.ok) return read.answer;
    const said = reaction.safeParse(read.body);
    const faults = await faultsIn(said, read.body);
    if (!said.success || faults.length > 0)
      return problem(400, { detail: 'Nothing was recorded.', errors: faults });
    const duty = await visible.load(caller, parameter(request, 'id'));
    const { status, text, reference } = said.data;
    const reacting =
      duty &&
      (await reactToFinding(services, duty, {
        vendor: caller.name,
        status,
        text,
        ...(reference === undefined ? {} : { reference }),
      }));
    switch (reacting?.type) {
      case 'reacted':
        return json(200, visible.view(caller, reacting.duty));
      case 'no-finding':
        return problem(409, {
          detail: 'This duty has no open finding to which anybody could react.',
        });
      case 'unknown':
      case undefined:
        return unknownDuty;
    }
  };

  return { open, show, list, withdraw, react };
}

/** JSON is sent to the store as text in JSON: every quote and line end is written out twice. */
function storedBytes(opening: Opening): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(opening)));
}

/** Everything that is wrong with a body: its shape, and what must not be kept. */
const faultsIn = async (
  read: z.ZodSafeParseResult<unknown>,
  body: unknown,
): Promise<readonly InputProblem[]> => [
  ...(read.success ? [] : problemsOf(read.error, '')),
  ...(await secretFaults(body)),
];

export const withdrawal = z.strictObject({ reason: foreignText(1000) });
export const reaction = z.strictObject({
  status: z.enum(vendorStatuses),
  text: foreignText(2000),
  reference: foreignLine(100).optional(),
});

function parameter(request: Request, name: string): string | undefined {
  const parameters: Readonly<Record<string, string | undefined>> = request.params as Record<
    string,
    string
  >;
  return parameters[name];
}

function readCursor(cursor: string): string | undefined {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  return /^\d{4}-\d{2}-\d{2}\|d[a-f0-9]{24}$/.test(key) ? key : undefined;
}
