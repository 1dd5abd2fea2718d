import { z } from 'zod';
import type { Instant } from '../duty/ids.ts';
import { parseDutyId, parsePersonId, parseTenantKey } from '../duty/ids.ts';
import type { BatchRef, Note } from '../ports/outbox.ts';

/** The version of what a message says; a message of another version is one that cannot be read. */
const version = 2;

/** As many batches as one message names: a message holds 64 KiB, and one instance takes all of them. */
export const mostInMessage = 16;

const isInstant = (text: string): text is Instant =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
const named = z.object({
  t: z.string(),
  d: z.string().optional(),
  p: z.string().optional(),
  at: z.string().refine(isInstant),
});
const written = z.discriminatedUnion('is', [
  z.object({ v: z.literal(version), is: z.literal('heartbeat') }),
  z.object({
    v: z.literal(version),
    is: z.literal('overflow'),
    of: z.array(named).max(mostInMessage),
  }),
]);

/** A note as the text of a message. */
export function writeNote(note: Note): string {
  if (note.type === 'heartbeat') return JSON.stringify({ v: version, is: note.type });
  const of = note.refs.map(({ tenant, dutyId, person, dueAt }) => ({
    t: tenant,
    d: dutyId,
    p: person,
    at: dueAt,
  }));
  return JSON.stringify({ v: version, is: note.type, of });
}

/** Reads a message; undefined when it is none of ours. What it names is looked up, never believed. */
export function readNote(text: string): Note | undefined {
  const read = written.safeParse(parsed(text));
  if (!read.success) return undefined;
  if (read.data.is === 'heartbeat') return { type: 'heartbeat' };
  const refs = read.data.of.map(refOf);
  return refs.every((ref) => ref !== undefined) ? { type: 'overflow', refs } : undefined;
}

function refOf({ t, d, p, at }: z.infer<typeof named>): BatchRef | undefined {
  const tenant = parseTenantKey(t);
  const dutyId = d === undefined ? undefined : parseDutyId(d);
  const person = p === undefined ? undefined : parsePersonId(p);
  if (!tenant || (d !== undefined && !dutyId) || (p !== undefined && !person)) return undefined;
  return { tenant, ...(dutyId && { dutyId }), ...(person && { person }), dueAt: at };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
