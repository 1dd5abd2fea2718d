/**
 * What the HTTP API answers and what a vendor is told. The description of the API is made from these
 * schemas, what the routes answer has to fit them to compile, and the tests hold every answer against
 * them, strictly: a member that is not described is a fault. Callers are told that more may come.
 */
import { z } from 'zod';
import { allKinds, parseStoredKind } from '../../kinds/index.ts';
import type { Json } from '../../kinds/kind.ts';
import { rules } from '../../kinds/kind.ts';
import { statuses, vendorStatuses } from '../../duty/duty.ts';
import { recordTypes } from '../../duty/record/record.ts';

const text = z.string();
const day = z.iso.date();
const instant = z.iso.datetime();
const outcome = z.enum(['fulfilled', 'problem', 'unable']);
const described = (description: string) => text.meta({ description });
const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const json = z
  .custom<Json>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object' });
const kind = text
  .refine((name) => parseStoredKind(name) !== undefined)
  // An auditor sees what the bot asks of its own accord as well.
  .meta({ enum: allKinds.map((one) => one.kind) });
const person = z.strictObject({ aadObjectId: text, name: text.optional() });

const assignee = z.strictObject({
  aadObjectId: text,
  name: text.optional(),
  processes: listOf(text).optional().meta({ description: 'What this person answers for.' }),
  delivery: described(
    '`pending`, `delivered`, `listed` (on the list that was sent; the card follows), or why the card does not arrive.',
  ),
  waiting: z
    .boolean()
    .optional()
    .meta({ description: 'Whether an answer of this person is to come.' }),
});

const answer = z.strictObject({ by: person, at: instant, outcome, values: json });

const replyDelivery = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('under-way') }),
  z.strictObject({ state: z.literal('received'), at: instant }),
  z.strictObject({ state: z.literal('refused'), at: instant, status: z.int().optional() }),
]);

const reaction = z.strictObject({
  from: z.literal('customer').optional().meta({ description: 'The vendor where it is absent.' }),
  at: instant,
  by: person.optional().meta({ description: 'Absent where the vendor said it itself, over HTTP.' }),
  text,
  solved: z.boolean(),
  status: z.enum(vendorStatuses).optional().meta({ description: 'What the vendor said itself.' }),
  reference: described('The number under which the vendor works on it.').optional(),
});

const finding = z.strictObject({
  id: text,
  openedAt: instant,
  status: z.enum(['open', 'closed']),
  owner: person.optional(),
  passedOn: day
    .optional()
    .meta({ description: 'Since when nobody owns it: who was picked stayed silent.' }),
  dueOn: day,
  reply: z.strictObject({ at: instant, by: person, delivery: replyDelivery.optional() }).optional(),
  reactions: listOf(reaction),
  failedVerifications: z
    .int()
    .min(0)
    .meta({ description: 'Verifications that found it unsolved.' }),
  proof: z
    .strictObject({ at: instant, by: person, sha256: text, stillThere: z.int().min(0) })
    .optional()
    .meta({ description: 'The last list that was compared with what had to change.' }),
  askedAfter: day.optional().meta({ description: 'After this day a new list was asked for.' }),
  closedAt: instant.optional(),
  closedBecause: z.enum(['verified', 'corrected', 'accepted', 'withdrawn']).optional(),
  acceptance: z
    .strictObject({ by: text, reason: text, until: day.optional() })
    .optional()
    .meta({ description: 'Who bears the risk until when; a loss has no end.' }),
});

export const dutyBody = z.strictObject({
  id: text,
  kind,
  system: text,
  reference: text,
  title: text,
  status: z.enum(statuses),
  dueOn: day,
  assignees: listOf(assignee),
  rule: z.enum(rules),
  answers: listOf(answer),
  findings: listOf(finding),
  createdAt: instant,
  withdrawn: z.strictObject({ at: instant, reason: text }).optional(),
  version: described('Of the document that the duty is about.').optional(),
  outdated: z
    .strictObject({ at: instant, version: text, duty: text })
    .optional()
    .meta({ description: 'Another version of the document took its place.' }),
});

export const pageBody = z.strictObject({
  duties: z.array(dutyBody).max(100).readonly(),
  nextCursor: described('Present when there is more.').optional(),
});

export const problemBody = z.strictObject({
  type: text,
  title: text,
  status: z.int(),
  detail: text,
  errors: listOf(z.strictObject({ path: text, message: text })),
});

/** A record may have members beyond these; the contract names these. */
export const recordBody = z.looseObject({
  v: z.int().min(1),
  dutyId: text,
  seq: z.int().min(1),
  type: z.enum(recordTypes),
  at: instant,
  kind: text,
  system: text,
  reference: text,
  data: json,
  prev: text,
  hash: text,
});

const revision = z
  .int()
  .meta({ description: 'Of the duty: of two messages the higher one is the later.' });

export const replySent = z.strictObject({
  type: z.literal('reply.sent'),
  at: instant,
  revision,
  dutyId: text,
  reference: text,
  finding: text,
  text,
});

export const dutyUpdated = z.strictObject({
  type: z.literal('duty.updated'),
  at: instant,
  revision,
  duty: dutyBody,
});

export const evidenceCheckpoint = z.strictObject({
  type: z.literal('evidence.checkpoint'),
  at: instant,
  checkpoint: text.meta({ description: 'In the form of C2SP tlog-checkpoint: keep it.' }),
  previousSize: z.int().min(0).meta({ description: 'Of the checkpoint before it.' }),
  consistency: z
    .array(text)
    .meta({ description: 'Hashes as base64 that show that only appending made it (RFC 6962).' }),
});

export type DutyBody = z.infer<typeof dutyBody>;
export type PageBody = z.infer<typeof pageBody>;
export type ProblemBody = z.infer<typeof problemBody>;
