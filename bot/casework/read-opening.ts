import { parsePersonId } from '../duty/ids.ts';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { distinctTexts, foreignLine, foreignText, problemsOf } from '../kinds/details.ts';
import type { KindName } from '../kinds/index.ts';
import { dutyKinds, kindOf, parseKind } from '../kinds/index.ts';
import type { DetailsReading, InputProblem } from '../kinds/kind.ts';
import { rules } from '../kinds/kind.ts';
import type { Opening } from '../duty/open.ts';

const assignee = z.strictObject({
  aadObjectId: z.string().refine((id) => parsePersonId(id) !== undefined, {
    error: 'must be the Entra object id of a person',
  }),
  name: foreignLine(100).optional(),
  /** The processes of the duty that this person answers for; all of them where absent. */
  processes: distinctTexts(50, 200).optional(),
});

/** What is the same for every kind; `details` is read by the kind. */
export const openingSchema = z.strictObject({
  kind: z.enum(dutyKinds.map(({ kind }) => kind)),
  system: foreignLine(100),
  reference: foreignLine(100),
  title: foreignLine(200),
  description: foreignText(2000).optional(),
  assignees: z
    .array(assignee)
    .max(50)
    .optional()
    .describe('May be left out where the roster names somebody for this system and kind.'),
  rule: z.enum(rules).optional(),
  dueOn: z
    .string()
    .refine((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day).isValid, {
      error: 'must be a calendar day such as 2026-12-03',
    }),
  details: z.record(z.string(), z.unknown()),
});

export type OpeningReading =
  | { readonly ok: true; readonly opening: Opening }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** Reads a request to open a duty and names every fault at once. */
export function readOpening(raw: unknown): OpeningReading {
  const read = openingSchema.safeParse(raw);
  const kind = parseKind(memberOf(raw, 'kind'));
  const details = kind && kindOf(kind).readDetails(memberOf(raw, 'details') ?? {});
  const people = read.data?.assignees ?? [];
  const problems = [
    ...(read.success ? [] : problemsOf(read.error, '')),
    ...(details && !details.ok ? details.problems : []),
    ...assigneeProblems(memberOf(raw, 'assignees')),
    ...ruleProblems(read.data),
    ...(kind && details?.ok ? processProblems(kind, details, people) : []),
  ];
  if (!read.success || !details?.ok || problems.length > 0) return { ok: false, problems };
  const { description, rule, ...named } = read.data;
  return {
    ok: true,
    opening: sharedByRows({
      ...named,
      ...(description === undefined ? {} : { description }),
      ...(rule === undefined ? {} : { rule }),
      assignees: people.flatMap(({ aadObjectId, name, processes }) => {
        const id = parsePersonId(aadObjectId);
        const part = processes && processes.length > 0 ? { part: processes } : {};
        return id ? [{ aadObjectId: id, ...(name === undefined ? {} : { name }), ...part }] : [];
      }),
      details: details.details,
      rows: details.rows,
    }),
  };
}

/** Where the rows say who has which, everybody gets the own part; whoever has none is not asked. */
function sharedByRows(opening: Opening): Opening {
  const { kind, rule, rows, assignees } = opening;
  const shared = rule === undefined ? kindOf(kind).share?.(rows, assignees) : undefined;
  if (!shared) return opening;
  return {
    ...opening,
    rows: shared.rows,
    assignees: assignees.flatMap((one, at) => {
      const part = shared.parts[at] ?? [];
      return part.length === 0 ? [] : [{ ...one, part }];
    }),
  };
}

function assigneeProblems(raw: unknown): readonly InputProblem[] {
  if (raw === undefined || (Array.isArray(raw) && raw.length === 0)) {
    const message = 'is required: nobody is registered for this system and kind';
    return [{ path: 'assignees', message }];
  }
  const ids = Array.isArray(raw)
    ? raw.map((one) => parsePersonId(memberOf(one, 'aadObjectId')))
    : [];
  return ids.flatMap((id, at) =>
    id !== undefined && ids.indexOf(id) < at
      ? [{ path: `assignees[${String(at)}].aadObjectId`, message: 'is named already' }]
      : [],
  );
}

type People = readonly z.output<typeof assignee>[];

/** A rule that these people can never fulfil would leave the duty open for ever. */
function ruleProblems(
  opening: { readonly rule?: string | undefined; readonly assignees?: People | undefined } = {},
): readonly InputProblem[] {
  const { rule, assignees = [] } = opening;
  if (rule === 'four-eyes' && assignees.length === 1) {
    return [{ path: 'assignees', message: 'must name at least two people for the rule four-eyes' }];
  }
  return rule === 'per-process' && !assignees.some(({ processes }) => processes?.length)
    ? [{ path: 'assignees', message: 'must say with processes who answers for which of them' }]
    : [];
}

/** Every process has somebody, and nobody has one that does not exist. */
function processProblems(
  kind: KindName,
  { details }: Extract<DetailsReading, { ok: true }>,
  people: People,
): readonly InputProblem[] {
  if (!people.some(({ processes }) => processes?.length)) return [];
  const parts = kindOf(kind).parts(details);
  const given = new Set(people.flatMap(({ processes }) => processes ?? parts));
  const forgotten = parts.filter((part) => !given.has(part));
  return [
    ...people.flatMap(({ processes = [] }, at) =>
      processes.flatMap((process, place) =>
        parts.includes(process)
          ? []
          : [
              {
                path: `assignees[${String(at)}].processes[${String(place)}]`,
                message: 'is not one of the processes of this duty',
              },
            ],
      ),
    ),
    ...(forgotten.length === 0
      ? []
      : [{ path: 'assignees', message: `name nobody for: ${forgotten.join(', ')}` }]),
  ];
}

function memberOf(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, name)
    ? (raw as Record<string, unknown>)[name]
    : undefined;
}
