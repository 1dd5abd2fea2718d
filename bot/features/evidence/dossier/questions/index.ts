import { changeQuestions, incidentQuestions, otherQuestions } from './changes-and-incidents.ts';
import type { Question } from './question.ts';
import { accessQuestions, restoreQuestions } from './restores-and-access.ts';
import {
  capacityQuestions,
  staffQuestions,
  transferQuestions,
} from './staff-transfers-capacity.ts';

/**
 * What auditors look for, control by control: 48 things. Each has its place in the story of every duty; what
 * nobody recorded is said to be so.
 */
export const auditorsQuestions: Readonly<Record<string, readonly Question[]>> = {
  'confirm-restore': restoreQuestions,
  'review-access': accessQuestions,
  'verify-change': changeQuestions,
  'verify-incident': incidentQuestions,
  'inform-staff': staffQuestions,
  'transfer-securely': transferQuestions,
  'check-capacity': capacityQuestions,
};

/** The questions about a kind of duty. */
export const questionsOf = (kind: string): readonly Question[] =>
  auditorsQuestions[kind] ?? otherQuestions;
