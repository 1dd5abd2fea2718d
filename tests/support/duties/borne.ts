import assert from 'node:assert/strict';
import type { Duty } from '../../../bot/duty/duty.ts';
import { openFinding } from '../../../bot/duty/duty.ts';
import type { KindName } from '../../../bot/kinds/index.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import { after, answerOf, goodAnswers } from './answers.ts';
import { aDuty, defined, dutch, mia } from './duties.ts';

/** Before the word of the colleague who was asked, and after a no. */
interface Borne {
  readonly asked: Duty;
  readonly refused: Duty;
}

/** An answer that asks a colleague to take something upon them. */
function borne(
  kind: KindName,
  inputs: Readonly<Record<string, string>>,
  named: { readonly reference?: string; readonly title?: string },
): Borne {
  const duty = aDuty(kind, named);
  const policy = { routes: { internal: ['portal'] }, domains: [] } as const;
  const settled = kindOf(kind).settle({ ...duty, policy }, inputs, dutch);
  assert.ok(settled.ok);
  const { outcome, values } = settled;
  const asked = after(duty, { ...answerOf(duty, outcome), values, bearer: mia });
  const finding = defined(openFinding(asked)).id;
  const no = { type: 'confirmed', by: mia, what: 'risk', finding, yes: false } as const;
  return { asked, refused: after(asked, { ...no, today: '2026-11-23' }) };
}

/** Data that leaves by a way that the policy does not allow. */
export const exception = (named: Parameters<typeof borne>[2] = {}): Borne =>
  borne(
    'transfer-securely',
    {
      outcome: 'secure',
      class: 'internal',
      route: 'secure-mail',
      recipient: 'supportdesk',
      approver: mia.name,
      alternative: 'bestand versleuteld',
    },
    named,
  );

/** A restore that lacks something. */
export const loss = (named: Parameters<typeof borne>[2] = {}): Borne =>
  borne(
    'confirm-restore',
    { ...defined(goodAnswers['confirm-restore']['loss']).inputs, outcome: 'loss' },
    named,
  );
