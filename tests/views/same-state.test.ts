import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Duty } from '../../bot/duty/duty.ts';
import { openFinding } from '../../bot/duty/duty.ts';
import { rowOf } from '../../bot/duty/view.ts';
import { removalsCard } from '../../bot/features/review/removals/card.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { dutyKinds } from '../../bot/kinds/index.ts';
import { channelCard, escalationCard } from '../../bot/views/channel-card.ts';
import { followedState } from '../../bot/views/chat-cards.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import { findingCard } from '../../bot/views/findings/finding-card.ts';
import { words } from '../../bot/views/texts.ts';
import { after, answered } from '../support/duties/answers.ts';
import { exception, loss } from '../support/duties/borne.ts';
import { aDuty, anna, bram, carla, defined, dutch, english } from '../support/duties/duties.ts';

const viewer = anna.aadObjectId;
const findingOf = (duty: Duty): string => defined(openFinding(duty)).id;

/** A "no" that nobody took up, and then each way in which somebody has it or is asked to. */
function lives(
  kind: KindName,
  found = answered(aDuty(kind), 'problem'),
): readonly (readonly [string, Duty])[] {
  const plan = { finding: findingOf(found), owner: carla, dueOn: '2026-12-04' };
  const planned = after(found, { type: 'finding-planned', by: bram, ...plan });
  const sent = after(found, { type: 'reply-sent', by: bram, text: 'Het werkt niet.' });
  return [
    ['found', found],
    ['an owner is asked', planned],
    ['the vendor has it', sent],
  ];
}

/** The first sign that stands on a card in words. */
const signOn = (card: unknown): string | undefined => /[✖◔◑]/.exec(JSON.stringify(card))?.[0];

/** Colour and sign of a problem on the card of whoever found it, in the channel, in what is said there, and in a list. */
function shown(duty: Duty) {
  const finding = defined(openFinding(duty));
  const own = dutyCard(duty, { viewer }, dutch);
  const [band] = own.body;
  const row = followedState(rowOf(duty), viewer, dutch);
  assert.ok(band?.type === 'Container' && row.type === 'TextBlock');
  return {
    colour: band.style,
    sign: signOn(own),
    channel: signOn(channelCard(duty, dutch)),
    word: signOn(findingCard(duty, { finding, mentioned: [] }, dutch)),
    again: signOn(escalationCard(duty, dutch)),
    redInList: row.color === 'attention',
  };
}

function assertAgrees(duty: Duty, moment: string): void {
  const { colour, sign, channel, word, again, redInList } = shown(duty);
  assert.deepEqual([channel, word, again], [sign, sign, sign], moment);
  const red = sign === '✖';
  assert.deepEqual([colour, redInList], [red ? 'attention' : 'warning', red], moment);
}

describe('a finding on its cards, in what is said about it and in a list', () => {
  for (const { kind } of dutyKinds)
    it(`has one colour and one sign, whoever has it: ${kind}`, () => {
      for (const [moment, duty] of lives(kind)) assertAgrees(duty, moment);
    });

  it('has one colour and one sign where somebody is asked to accept a loss or to approve an exception, and after a no', () => {
    for (const [kind, { asked, refused }] of [
      ['confirm-restore', loss()],
      ['transfer-securely', exception()],
    ] as const) {
      assertAgrees(asked, `${kind}, asked`);
      for (const [moment, duty] of lives(kind, refused)) assertAgrees(duty, `${kind}, ${moment}`);
    }
  });

  it('is red after an exception was refused, and amber once somebody is asked to see to it', () => {
    const { refused } = exception();
    const [, [, planned] = [undefined, refused]] = lives('transfer-securely', refused);

    assert.deepEqual([shown(refused).sign, shown(planned).sign], ['✖', '◔']);
    const line = JSON.stringify(dutyCard(planned, { viewer }, dutch).body[1]);
    assert.match(line, /Nu aan zet: Carla Smit/);
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
