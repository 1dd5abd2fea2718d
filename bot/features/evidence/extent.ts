import { DateTime } from 'luxon';
import { dutyKinds } from '../../kinds/index.ts';
import type { InputProblem } from '../../kinds/kind.ts';
import { toInstant } from '../../duty/time/instant.ts';
import type { DateRange } from './export.ts';

export type DateRangeReading =
  | { readonly ok: true; readonly extent: DateRange }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads the extent of an export: `from` and `to` as calendar days in the zone (the last included) or
 * as RFC 3339 instants, and a kind of duty.
 */
export function readDateRange(
  given: { from?: string | undefined; to?: string | undefined; kind?: string | undefined },
  zone: string,
): DateRangeReading {
  const from = readMoment(given.from, zone, false);
  const to = readMoment(given.to, zone, true);
  const kinds: readonly string[] = dutyKinds.map(({ kind }) => kind);
  const problems = [
    ...(from === 'wrong' ? [{ path: 'from', message: momentMessage }] : []),
    ...(to === 'wrong' ? [{ path: 'to', message: momentMessage }] : []),
    ...(given.kind === undefined || kinds.includes(given.kind)
      ? []
      : [{ path: 'kind', message: `must be one of ${kinds.join(', ')}` }]),
  ];
  if (from === 'wrong' || to === 'wrong' || problems.length > 0) return { ok: false, problems };
  if (from && to && from >= to) {
    return { ok: false, problems: [{ path: 'to', message: 'must not lie before from' }] };
  }
  const extent: DateRange = {
    ...(from ? { from: toInstant(from) } : {}),
    ...(to ? { to: toInstant(to) } : {}),
    ...(given.kind === undefined ? {} : { kind: given.kind }),
  };
  return { ok: true, extent };
}

const momentMessage = 'must be a day such as 2026-12-03 or an instant such as 2026-12-03T10:00:00Z';

function readMoment(
  written: string | undefined,
  zone: string,
  whole: boolean,
): DateTime | undefined | 'wrong' {
  if (written === undefined || written === '') return undefined;
  if (!dayOnly.test(written) && !instant.test(written)) return 'wrong';
  const read = DateTime.fromISO(written, { zone });
  if (!read.isValid) return 'wrong';
  return whole && dayOnly.test(written) ? read.plus({ days: 1 }) : read;
}
