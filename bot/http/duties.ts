import { parseDutyId } from '../duty/ids.ts';
import type { TenantKey } from '../duty/ids.ts';
import type { Request } from 'restify';
import { z } from 'zod';
import { foreignText, problemsOf } from '../kinds/details.ts';
import { parseKind } from '../kinds/index.ts';
import type { Duty } from '../duty/duty.ts';
import type { Opening } from '../duty/open.ts';
import { statuses } from '../duty/duty.ts';
import { viewOf } from '../duty/view.ts';
import { readOpeningWithRoster } from '../casework/fill-assignees.ts';
import { openDuty } from '../casework/open-duty.ts';
import { withdrawDuty } from '../casework/withdraw-duty.ts';
import type { Services } from '../ports/services.ts';
import { readJson } from './body.ts';
import type { HttpAnswer } from './problem.ts';
import { json, problem } from './problem.ts';

/** A request of a sender whose key was right. */
export interface Asked {
  readonly request: Request;
  readonly vendor: string;
}
export type Route = (asked: Asked) => Promise<HttpAnswer>;

// A review of 5,000 accounts with every field filled fits; Azure takes 4 MiB in a transaction.
const largestDuty = 3 * 1024 * 1024;
const largestStored = 3.75 * 1024 * 1024;
const duties = 100;
const unknownDuty = problem(404, 'There is no duty with this id.');

/** The routes of duties, for the duties of one tenant. */
export function dutyRoutes(services: Services, tenant: TenantKey) {
  const open: Route = async ({ request, vendor }) => {
    const key = request.header('Idempotency-Key', '').trim();
    const read = await readJson(request, largestDuty);
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
    if (!opening.ok || keyProblems.length > 0) {
      const problems = [...keyProblems, ...(opening.ok ? [] : opening.problems)];
      return problem(400, 'Nothing was opened; mend every error and send it again.', problems);
    }
    if (storedBytes(opening.opening) > largestStored) {
      return problem(413, 'This duty is too large to be stored: send fewer or shorter texts.');
    }
    const openedBy = { type: 'vendor', name: vendor } as const;
    const opened = await openDuty(services, tenant, opening.opening, {
      openedBy,
      sender: `vendor:${vendor}`,
      key,
      ...(opening.filled ? { asked: { ...opening.opening, assignees: [] } } : {}),
    });
    if (opened.type === 'other-request') {
      const message = 'was used before for a request that asked something else';
      return problem(409, 'This key belongs to another duty.', [
        { path: 'Idempotency-Key', message },
      ]);
    }
    if (opened.type === 'replaced') {
      const message = `was replaced by version ${opened.by} of this document; open that one`;
      return problem(409, 'Another version of this document is registered now.', [
        { path: 'details.version', message },
      ]);
    }
    const { duty } = opened;
    const headers = { location: `/api/v1/duties/${duty.id}` };
    return json(opened.type === 'opened' ? 201 : 200, viewOf(duty), headers);
  };

  /** A duty of the contract; what the bot asks of its own accord is the customer's alone. */
  const load = async (request: Request): Promise<Duty | undefined> => {
    const id = parseDutyId(parameter(request, 'id'));
    const duty = id && (await services.store.duties.load({ tenant, id }))?.value;
    return duty && parseKind(duty.kind) ? duty : undefined;
  };

  const show: Route = async ({ request }) => {
    const duty = await load(request);
    return duty ? json(200, viewOf(duty)) : unknownDuty;
  };

  const list: Route = async ({ request }) => {
    const { status, cursor } = queryOf(request);
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
    if (problems.length > 0) return problem(400, 'This page does not exist.', problems);
    const place = wanted
      ? ({ list: 'status', status: wanted } as const)
      : ({ list: 'all' } as const);
    const page = await services.store.indexes.page(tenant, place, duties, after);
    const next =
      page.next === undefined ? {} : { nextCursor: Buffer.from(page.next).toString('base64url') };
    return json(200, { duties: page.items.filter(({ kind }) => parseKind(kind)), ...next });
  };

  const withdraw: Route = async ({ request, vendor }) => {
    const read = await readJson(request, 64 * 1024);
    if (!read.ok) return read.answer;
    const body = withdrawal.safeParse(read.body);
    if (!body.success) return problem(400, 'Nothing was withdrawn.', problemsOf(body.error, ''));
    const duty = await load(request);
    const withdrawing =
      duty && (await withdrawDuty(services, duty, { reason: body.data.reason, vendor }));
    switch (withdrawing?.type) {
      case 'withdrawn':
        return json(200, viewOf(withdrawing.duty));
      case 'fulfilled-already':
        return problem(409, 'This duty is fulfilled; what is fulfilled cannot be withdrawn.');
      case 'unknown':
      case undefined:
        return unknownDuty;
    }
  };

  return { open, show, list, withdraw };
}

/** JSON is sent to the store as text in JSON: every quote and line end is written out twice. */
function storedBytes(opening: Opening): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(opening)));
}

export const withdrawal = z.strictObject({ reason: foreignText(1000) });

function parameter(request: Request, name: string): string | undefined {
  const parameters: Readonly<Record<string, string | undefined>> = request.params as Record<
    string,
    string
  >;
  return parameters[name];
}

/** The query as single values; a parameter that is named twice counts once. */
export function queryOf(request: Request): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(new URLSearchParams(request.getQuery()));
}

function readCursor(cursor: string): string | undefined {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  return /^\d{4}-\d{2}-\d{2}\|d[a-f0-9]{24}$/.test(key) ? key : undefined;
}
