import { Duration } from 'luxon';
import type { Server } from 'restify';
import { z } from 'zod';
import type { AdjustableClock } from '../../ports/clock.ts';
import { problemsOf } from '../../kinds/details.ts';
import type { BodyBudget } from '../body.ts';
import { readJson } from '../body.ts';
import { json, problem } from '../problem.ts';
import type { Anyone } from './parts.ts';

/** A year: every tick on the way is made. */
const mostSeconds = 366 * 24 * 3600;

const jump = z.strictObject({
  advance: z
    .string()
    .max(50)
    .refine(
      (written) => secondsIn(written) !== undefined,
      'must be an ISO 8601 duration of more than nothing and at most 366 days, such as P3D or PT6H',
    ),
});
const budget: BodyBudget = {
  bytes: 1024,
  depth: 2,
  members: 5,
  entries: 5,
  values: 10,
  length: 200,
};

function secondsIn(written: string): number | undefined {
  const duration = Duration.fromISO(written);
  const seconds = duration.isValid ? duration.as('seconds') : 0;
  return seconds > 0 && seconds <= mostSeconds ? seconds : undefined;
}

/** The routes at which time can be made to pass; they are there in development only. */
export function addClockRoutes(server: Server, clock: AdjustableClock, anyone: Anyone): void {
  server.get(
    '/dev/clock',
    anyone(() => Promise.resolve(json(200, { now: clock.now() }))),
  );
  server.post(
    '/dev/clock',
    anyone(async (request) => {
      const read = await readJson(request, budget);
      if (!read.ok) return read.answer;
      const wish = jump.safeParse(read.body);
      if (!wish.success)
        return problem(400, { detail: 'No time passed.', errors: problemsOf(wish.error, '') });
      return json(200, { now: await clock.advance(secondsIn(wish.data.advance) ?? 0) });
    }),
  );
}
