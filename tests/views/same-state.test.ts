import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../bot/duty/decide.ts';
import type { DutyEvent } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { openFinding } from '../../bot/duty/duty.ts';
import { rowOf } from '../../bot/duty/view.ts';
import { removalsCard } from '../../bot/features/review/removals/card.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { dutyKinds } from '../../bot/kinds/index.ts';
import { followedState } from '../../bot/views/chat-cards.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import { words } from '../../bot/views/texts.ts';
import { answered } from '../support/duties/answers.ts';
import {
  aDuty,
  anna,
  bram,
  carla,
  defined,
  dutch,
  english,
  fixedNow,
} from '../support/duties/duties.ts';

const viewer = anna.aadObjectId;
const after = (duty: Duty, event: DutyEvent): Duty => decide(duty, event, fixedNow).duty;
const findingOf = (duty: Duty): string => defined(openFinding(duty)).id;

/** A "no" that nobody took up, and then each way in which somebody has it or is asked to. */
function lives(kind: KindName): readonly (readonly [string, Duty])[] {
  const found = answered(aDuty(kind), 'problem');
  const plan = { finding: findingOf(found), owner: carla, dueOn: '2026-12-04' };
  const planned = after(found, { type: 'finding-planned', by: bram, ...plan });
  const sent = after(found, { type: 'reply-sent', by: bram, text: 'Het werkt niet.' });
  return [
    ['found', found],
    ['an owner is asked', planned],
    ['the vendor has it', sent],
  ];
}

describe('a finding in a list and on its card', () => {
  for (const { kind } of dutyKinds)
    it(`is red in both or in neither, whoever has it: ${kind}`, () => {
      for (const [moment, duty] of lives(kind)) {
        const [band] = dutyCard(duty, { viewer }, dutch).body;
        const row = followedState(rowOf(duty), viewer, dutch);

        assert.ok(band?.type === 'Container' && row.type === 'TextBlock');
        assert.equal(row.color === 'attention', band.style === 'attention', moment);
      }
    });

  it('is amber in both once somebody is asked to see to it', () => {
    const [, planned] = defined(lives('inform-staff')[1]);

    const row = JSON.stringify(followedState(rowOf(planned), carla.aadObjectId, dutch));

    assert.match(row, /◔ Nu aan zet: jij/);
  });
});

describe('a restore that somebody cannot judge', () => {
  it('is said with the answer, and not once more under the other ways on', () => {
    for (const reader of [dutch, english]) {
      const said = words[reader.language].cannotJudge;
      const shown = (kind: KindName, step?: 'more'): boolean =>
        JSON.stringify(dutyCard(aDuty(kind), { viewer, form: { step } }, reader)).includes(
          `"title":"${said}"`,
        );

      assert.deepEqual([shown('confirm-restore'), shown('confirm-restore', 'more')], [true, false]);
      // An incident has no room for it among its answers.
      assert.deepEqual([shown('verify-incident'), shown('verify-incident', 'more')], [false, true]);
    }
  });
});

describe('the card of access that has to change', () => {
  it('says first whose turn it is, until when, and what comes then', () => {
    const found = answered(aDuty('review-access'), 'problem');
    const shown = { removals: [], withFile: false, holder: true } as const;

    const [, line] = removalsCard(found, { viewer, ...shown }, dutch).body;

    assert.ok(line?.type === 'TextBlock');
    assert.match(
      line.text,
      /^\*\*Nu aan zet: jij of het IT-team\*\*, uiterlijk .*\. Daarna laat een/,
    );
  });
});
