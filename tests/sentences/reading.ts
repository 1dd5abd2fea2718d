import { grammarOf } from '../../bot/sentences/kind.ts';
import type { Reading } from '../../bot/sentences/read.ts';
import type { Spoken } from '../../bot/sentences/several.ts';
import { readNamed } from '../../bot/sentences/several.ts';
import { readSentence } from '../../bot/sentences/read.ts';
import { findReferences } from '../../bot/sentences/references.ts';
import { tokensOf } from '../../bot/sentences/tokens.ts';
import { checkCapacitySentences } from '../../bot/kinds/check-capacity/sentences.ts';
import { confirmRestoreSentences } from '../../bot/kinds/confirm-restore/sentences.ts';
import { informStaffSentences } from '../../bot/kinds/inform-staff/sentences.ts';
import { nilReturnSentences } from '../../bot/kinds/nil-return/sentences.ts';
import { readAgreementSentences } from '../../bot/kinds/read-agreement/sentences.ts';
import { transferSecurelySentences } from '../../bot/kinds/transfer-securely/sentences.ts';
import { verifyChangeSentences } from '../../bot/kinds/verify-change/sentences.ts';
import { verifyIncidentSentences } from '../../bot/kinds/verify-incident/sentences.ts';

const spoken = (
  reference: string,
  {
    statements,
    title,
    lines = [],
  }: {
    readonly statements: Parameters<typeof grammarOf>[0];
    readonly title: string;
    readonly lines?: readonly string[] | undefined;
  },
): Spoken => ({
  reference,
  open: true,
  grammar: grammarOf(statements),
  own: { lines, texts: [title] },
});

/** A duty of each kind, as a sentence may speak of it. */
export const duties: Readonly<Record<string, Spoken>> = {
  'verify-change': spoken('CHG-4711', {
    statements: verifyChangeSentences,
    title: 'Nieuwe btw-codes',
    lines: ['inloggen', 'factuurrun'],
  }),
  'confirm-restore': spoken('RST-2088', {
    statements: confirmRestoreSentences,
    title: 'Map debiteuren terugzetten',
  }),
  'verify-incident': spoken('INC-3101', {
    statements: verifyIncidentSentences,
    title: 'Bankbestanden niet ingelezen',
  }),
  'read-agreement': spoken('VWO-301', {
    statements: readAgreementSentences,
    title: 'Verwerkersovereenkomst 2026-2',
  }),
  'inform-staff': spoken('INF-512', {
    statements: informStaffSentences,
    title: 'De zeven vuistregels',
  }),
  'transfer-securely': spoken('OVD-770', {
    statements: transferSecurelySentences,
    title: 'Salarisbestand oktober',
  }),
  'nil-return': spoken('NIL-3', {
    statements: nilReturnSentences,
    title: 'Echt geen wijziging van een systeem?',
  }),
  'check-capacity': spoken('CAP-604', {
    statements: checkCapacitySentences,
    title: 'Capaciteit vierde kwartaal',
    lines: ['Utrecht', 'Zwolle'],
  }),
};

/** What a sentence says of the one duty that is open. */
export function read(kind: string, text: string): Reading {
  const duty = duties[kind];
  if (!duty) throw new Error(`No duty of the kind ${kind} is told of here.`);
  const found = findReferences(tokensOf(text), [duty], new Set());
  return (
    readNamed(found).get(duty) ??
    readSentence(found.tokens, { grammar: duty.grammar, own: duty.own })
  );
}

/** The sentences of a list, one a line. */
export const sayingsIn = (list: string): readonly string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
