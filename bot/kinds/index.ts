import { checkCapacity } from './check-capacity/index.ts';
import { confirmRestore } from './confirm-restore/index.ts';
import { informStaff } from './inform-staff/index.ts';
import type { DutyKind } from './kind.ts';
import { nilReturn } from './nil-return/index.ts';
import { readAgreement } from './read-agreement/index.ts';
import { reviewAccess } from './review-access/index.ts';
import { showDone } from './show-done/index.ts';
import { transferSecurely } from './transfer-securely/index.ts';
import { verifyChange } from './verify-change/index.ts';
import { verifyIncident } from './verify-incident/index.ts';

/** The register: a kind of duty is one folder and one line here. These are what a vendor or a person opens. */
export const dutyKinds = [
  verifyChange,
  confirmRestore,
  reviewAccess,
  verifyIncident,
  readAgreement,
  informStaff,
  transferSecurely,
  checkCapacity,
] as const satisfies readonly DutyKind[];
/** A kind of the contract: one that can be asked for from outside. */
export type OpenableKind = (typeof dutyKinds)[number]['kind'];

/** Every kind, with those that only the bot itself opens. */
export const allKinds = [...dutyKinds, nilReturn, showDone] as const satisfies readonly DutyKind[];
export type KindName = (typeof allKinds)[number]['kind'];

const byName: ReadonlyMap<string, DutyKind> = new Map(allKinds.map((kind) => [kind.kind, kind]));

/** Reads the name of a kind that can be asked for; undefined when no such kind is registered. */
export function parseKind(name: unknown): OpenableKind | undefined {
  return dutyKinds.find(({ kind }) => kind === name)?.kind;
}

/** Reads the name under which a duty is stored; undefined when no such kind is registered. */
export function parseStoredKind(name: unknown): KindName | undefined {
  return allKinds.find(({ kind }) => kind === name)?.kind;
}

/** Whether a duty, by the name of its kind on a list, is answered row by row. */
export function isByRow(name: string): boolean {
  const kind = parseStoredKind(name);
  return kind !== undefined && kindOf(kind).byRow;
}

/** The declaration of a registered kind. */
export function kindOf(name: KindName): DutyKind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`The kind ${name} is not in the register.`);
  return kind;
}
