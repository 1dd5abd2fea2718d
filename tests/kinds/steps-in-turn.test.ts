import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contextFor } from '../../bot/duty/duty.ts';
import { readPress } from '../../bot/features/answering/next-step.ts';
import { kindOf } from '../../bot/kinds/index.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { goodAnswers } from '../support/duties/answers.ts';
import { aDuty, anna, dutch } from '../support/duties/duties.ts';

const duties = [
  ...(Object.keys(goodAnswers) as KindName[]).map((kind) => [kind, aDuty(kind)] as const),
  [
    'check-capacity, of one line',
    aDuty('check-capacity', { details: { period: 'Q4 2026' } }),
  ] as const,
];

describe('a step that is pressed with nothing filled in', () => {
  for (const [called, duty] of duties)
    for (const outcome of Object.keys(goodAnswers[duty.kind]))
      it(`${called}, ${outcome}: says what is missing on it, and nothing of a step that is still to come`, () => {
        const kind = kindOf(duty.kind);
        const context = contextFor(duty, anna.aadObjectId, undefined);
        const steps = kind.steps(context, { outcome, typed: {}, messages: [] }, dutch) ?? [];
        for (const at of steps.keys()) {
          const press = { submitted: { outcome }, step: at + 1 };

          const pressed = readPress(kind, { press, context }, dutch);

          if (pressed.ok) continue;
          const { step, messages = [] } = pressed.form;
          assert.ok(typeof step === 'object');
          const toCome = steps.slice(step.at).flatMap(({ fields }) => fields);
          const here = steps.slice(0, step.at).flatMap(({ fields }) => fields);
          const ahead = messages.filter(
            ({ field }) => toCome.includes(field) && !here.includes(field),
          );
          assert.deepEqual(ahead, []);
        }
      });
});
