import { parseDutyId, parsePersonId, parseTenantKey } from '../duty/ids.ts';
import type { Instant } from '../duty/ids.ts';
import { z } from 'zod';
import type { BatchRef, Custodian } from '../ports/store.ts';

/** The version of what a message says; a message of another version is one that cannot be read. */
const version = 1;

/** As many batches as one message names: a message holds 64 KiB, and one instance takes all of them. */
export const mostInMessage = 16;

const isInstant = (text: string): text is Instant =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
const written = z.object({
  v: z.literal(version),
  by: z.enum(['kept', 'free']),
  batches: z
    .array(
      z.object({
        t: z.string(),
        d: z.string().optional(),
        p: z.string().optional(),
        at: z.string().refine(isInstant),
      }),
    )
    .max(mostInMessage),
});

/** What a message says: the names of batches, and whether somebody is at work on them. */
export interface Said {
  readonly refs: readonly BatchRef[] | undefined;
  readonly custodian: Custodian;
}

/** The names of batches as the text of a message. */
export function writeRefs(refs: readonly BatchRef[], custodian: Custodian): string {
  const batches = refs.map(({ tenant, dutyId, person, dueAt }) => ({
    t: tenant,
    d: dutyId,
    p: person,
    at: dueAt,
  }));
  return JSON.stringify({ v: version, by: custodian, batches });
}

/** Reads a message; no names when it is none of ours. What it names is looked up, never believed. */
export function readRefs(text: string): Said {
  const read = written.safeParse(parsed(text));
  if (!read.success) return { refs: undefined, custodian: 'free' };
  const custodian = read.data.by;
  const refs = read.data.batches.map(({ t, d, p, at }): BatchRef | undefined => {
    const tenant = parseTenantKey(t);
    const dutyId = d === undefined ? undefined : parseDutyId(d);
    const person = p === undefined ? undefined : parsePersonId(p);
    if (!tenant || (d !== undefined && !dutyId) || (p !== undefined && !person)) return undefined;
    const owner = { tenant, ...(dutyId && { dutyId }), ...(person && { person }) };
    return { ...owner, dueAt: at };
  });
  const whole = refs.every((ref) => ref !== undefined);
  return { refs: whole ? refs : undefined, custodian };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
