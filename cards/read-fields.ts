import { DateTime } from 'luxon';
import type { Fault, Field, Fields, FieldValue, Text, Values } from './fields.ts';
import { dayInput, lineInput, seenInput, seenValue, timeInput } from './input-ids.ts';
import { readAmounts, readLines } from './form/read-lines.ts';
import type { LineName, Read, Submitted } from './form/read-values.ts';
import { lineKey, lineLabel, readChoice, readNumber, typedText } from './form/read-values.ts';
import { oneLine } from './plain-text.ts';
import { looksLikeSecret } from './secrets.ts';

export type { LineName, Submitted } from './form/read-values.ts';
export { lineKey, lineLabel, typedText } from './form/read-values.ts';

export interface FieldFault {
  readonly field: string;
  readonly fault: Fault;
}
export type Reading =
  | { readonly ok: true; readonly values: Values }
  | {
      readonly ok: false;
      readonly faults: readonly FieldFault[];
      /** What could be read of the other fields. */
      readonly values: Values;
    };

/** The lines that a duty brings along for its `lines` fields. */
export type LinesOf = Readonly<Record<string, readonly LineName[]>>;
/**
 * Reads what was submitted by the table of fields, in the reader's time zone, and names every fault
 * at once. Inputs that no field knows are ignored: a client may send more than the card asked.
 */
export function readFields(
  fields: Fields,
  sent: Submitted,
  { lines, zone }: { lines: LinesOf; zone: string },
): Reading {
  const values: Record<string, FieldValue> = {};
  const seen = readSeen(fields, sent[seenInput]);
  const faults: FieldFault[] = seen ? [] : [{ field: seenInput, fault: 'not-a-choice' }];
  const submitted = { ...seen, ...sent };
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(name, { field, submitted, lineNames: lines[name] ?? [], zone });
    if (typeof read === 'object' && 'fault' in read)
      faults.push({ field: name, fault: read.fault });
    else if (read !== undefined) values[name] = read;
    else if (field.required)
      faults.push({ field: name, fault: isPicked(field) ? 'not-chosen' : 'required' });
  }
  return faults.length === 0 ? { ok: true, values } : { ok: false, faults, values };
}

const isPicked = ({ type }: Field): boolean => type === 'choice' || type === 'somebody';

function readField(
  name: string,
  {
    field,
    submitted,
    lineNames,
    zone,
  }: {
    readonly field: Field;
    readonly submitted: Submitted;
    readonly lineNames: readonly LineName[];
    readonly zone: string;
  },
): Read {
  switch (field.type) {
    case 'choice':
      return readChoice(field.values, submitted[name]);
    case 'somebody':
      return readSomebody(submitted[name]);
    case 'several':
      return readSeveral(field.values, submitted[name]);
    case 'text':
      return readText(field, submitted[name]);
    case 'number':
      return readNumber(field.max, submitted[name]);
    case 'day':
      return readDay(submitted[name]);
    case 'moment':
      return readMoment(submitted[dayInput(name)], submitted[timeInput(name)], zone);
    case 'lines':
      return readLines(name, { ...field, lineNames, submitted });
    case 'amounts':
      return readAmounts(name, { max: field.max, lineNames, submitted });
  }
}

function readSeveral(values: readonly string[], raw: unknown): Read {
  const typed = typedText(raw);
  if (typed === undefined) return readChoice(values, raw);
  const chosen = [...new Set(typed.split(','))];
  return chosen.every((one) => values.includes(one)) ? chosen.join(',') : { fault: 'not-a-choice' };
}

/** Who that is, and whether such a person exists, is for the caller to find out. */
function readSomebody(raw: unknown): Read {
  const typed = typedText(raw);
  if (typed === undefined) return undefined;
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(typed) ? typed : { fault: 'not-a-choice' };
}

function readText({ maxLength, multiline }: Text, raw: unknown): Read {
  const given = typedText(raw);
  if (given === undefined) return undefined;
  // A field of one line has none to end, whatever was pasted into it.
  const typed = multiline ? given : oneLine(given);
  if (typed.length > maxLength) return { fault: 'too-long' };
  // What people type is kept for years and read by many.
  return looksLikeSecret(typed) ? { fault: 'secret' } : typed;
}

function readDay(raw: unknown): Read {
  const typed = typedText(raw);
  if (typed === undefined) return undefined;
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(typed) && DateTime.fromISO(typed).isValid;
  return valid ? typed : { fault: 'not-a-day' };
}

function readMoment(rawDay: unknown, rawTime: unknown, zone: string): Read {
  const dayTyped = typedText(rawDay);
  const timeTyped = typedText(rawTime);
  if (dayTyped === undefined && timeTyped === undefined) return undefined;
  const read = DateTime.fromISO(`${dayTyped ?? ''}T${timeTyped ?? ''}`, { zone });
  // In autumn the clock shows an hour twice, and luxon would choose by today's offset: the first counts.
  const at = read.isValid ? (read.getPossibleOffsets()[0] ?? read) : read;
  const complete =
    /^\d{4}-\d{2}-\d{2}$/.test(dayTyped ?? '') && /^\d{2}:\d{2}/.test(timeTyped ?? '');
  return complete && at.isValid ? at.toFormat("yyyy-MM-dd'T'HH:mmZZ") : { fault: 'not-a-moment' };
}

/** What was ticked of several fields, each with its first value; undefined for what no card offers. */
function readSeen(fields: Fields, raw: unknown): Submitted | undefined {
  const typed = typedText(raw);
  if (typed === undefined) return raw === undefined || raw === '' ? {} : undefined;
  const offered = Object.entries(fields).flatMap(([name, field]) =>
    field.type === 'choice' && field.values[0] !== undefined
      ? [[name, field.values[0], seenValue(name, field.values[0])] as const]
      : [],
  );
  const ticked = typed.split(',').map((one) => offered.find(([, , value]) => value === one));
  if (ticked.includes(undefined)) return undefined;
  return Object.fromEntries(ticked.flatMap((one) => (one ? [[one[0], one[1]]] : [])));
}

/** What would have to be typed for these values: the form of an answer that is corrected. */
export function typedFor(
  fields: Fields,
  {
    values,
    lines,
    zone,
  }: { readonly values: Values; readonly lines: LinesOf; readonly zone: string },
): Submitted {
  const typed: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined) continue;
    if (typeof value === 'object') {
      for (const found of value) {
        // Earlier versions kept what a line was called, not its key.
        const at = (lines[name] ?? []).findIndex(
          (line) => lineKey(line) === found.line || lineLabel(line) === found.line,
        );
        if (at >= 0) typed[lineInput(name, at)] = found.value;
      }
    } else if (field.type === 'moment') {
      const at = DateTime.fromISO(String(value), { zone });
      typed[dayInput(name)] = at.toFormat('yyyy-MM-dd');
      typed[timeInput(name)] = at.toFormat('HH:mm');
    } else typed[name] = String(value);
  }
  return typed;
}
