import { checkCapacity } from './check-capacity.ts';
import { confirmRestore } from './confirm-restore.ts';
import { informStaff } from './inform-staff.ts';
import type { DutyKind } from './kind.ts';
import { readAgreement } from './read-agreement.ts';
import { reviewAccess } from './review-access.ts';
import { transferSecurely } from './transfer-securely.ts';
import { verifyChange } from './verify-change.ts';
import { verifyIncident } from './verify-incident.ts';

/** The register: a kind of duty is one file and one line here. */
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
export type KindName = (typeof dutyKinds)[number]['kind'];

const byName: ReadonlyMap<string, DutyKind> = new Map(dutyKinds.map((kind) => [kind.kind, kind]));

/** Reads the name of a kind; undefined when no such kind is registered. */
export function parseKind(name: unknown): KindName | undefined {
  return dutyKinds.find(({ kind }) => kind === name)?.kind;
}

/** The declaration of a registered kind. */
export function kindOf(name: KindName): DutyKind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`The kind ${name} is not in the register.`);
  return kind;
}
