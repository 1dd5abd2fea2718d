import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Values } from '../../../cards/fields.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { vendorReplyCard } from '../../../bot/features/vendor/card.ts';
import { vendorReply } from '../../../bot/features/vendor/draft.ts';
import type { KindName } from '../../../bot/kinds/index.ts';
import { channelCard } from '../../../bot/views/channel-card.ts';
import { answerOf } from '../../support/duties/answers.ts';
import { aDuty, anna, defined, dutch, english, fixedNow } from '../../support/duties/duties.ts';

const answered = (kind: KindName, outcome: 'fulfilled' | 'problem'): Duty => {
  const duty = aDuty(kind);
  return decide(duty, answerOf(duty, outcome), fixedNow).duty;
};
const linesOf = (duty: Duty, reader = dutch) => defined(vendorReply(duty, reader)).split('\n');
const sent: DutyEvent = { type: 'reply-sent', by: anna, text: 'Het werkt.' };
const shown = (duty: Duty, sends: boolean) =>
  JSON.stringify(vendorReplyCard(duty, dutch, { sends, leadsBack: true }));

describe('the reply to the vendor', () => {
  it('says what was asked, tested, expected and seen, and what we ask for', () => {
    const lines = linesOf(answered('verify-change', 'problem'));

    const heads = lines.map((line) => line.split(':')[0] ?? '');
    assert.deepEqual(heads.slice(0, 8), [
      'Betreft',
      'Onze bevinding',
      'Systeem',
      'Gevraagd',
      'Omschrijving',
      'Verwacht',
      'Gecontroleerd op',
      'Gezien',
    ]);
    assert.equal(lines[1], 'Onze bevinding: CHG-4711-1');
    assert.equal(lines[3], 'Gevraagd: controleer de wijziging');
    assert.match(lines.at(-1) ?? '', /^Wil je dit oplossen/);
  });

  it('asks for another restore point, and for a ticket to be reopened', () => {
    const restore = linesOf(answered('confirm-restore', 'problem'), english);
    const incident = linesOf(answered('verify-incident', 'problem'), english);

    assert.match(restore.at(-1) ?? '', /another restore point/);
    assert.match(incident.at(-1) ?? '', /reopen the ticket/);
  });

  it('is there after a good answer too, where the vendor asks for feedback', () => {
    const good = answered('verify-change', 'fulfilled');

    assert.match(linesOf(good).at(-1) ?? '', /niets meer nodig/);
    assert.ok(JSON.stringify(channelCard(good, dutch)).includes('Antwoord aan leverancier'));
    assert.ok(shown(good, false).includes('Ik heb dit verstuurd'));
    // A vendor that is told over HTTP has the answer already.
    assert.ok(!shown(good, true).includes('Ik heb dit verstuurd'));
    const other = answered('confirm-restore', 'fulfilled');
    assert.equal(vendorReplyCard(other, dutch, { sends: false, leadsBack: true }), undefined);
  });

  it('of a good answer is marked as sent once, in the evidence and on the card', () => {
    const once = decide(answered('verify-incident', 'fulfilled'), sent, fixedNow);
    const twice = decide(once.duty, sent, fixedNow);

    assert.deepEqual(
      once.evidence.map(({ type, by, data }) => ({ type, by, data })),
      [{ type: 'replied', by: anna, data: { to: 'vendor', text: 'Het werkt.', via: 'person' } }],
    );
    assert.equal(twice.verdict, 'repeated');
    assert.match(shown(once.duty, false), /Dit is verstuurd door Anna de Vries/);
    assert.ok(!shown(once.duty, false).includes('Ik heb dit verstuurd'));
  });

  const later = secondsAfter(fixedNow, 3600);
  const corrected = (duty: Duty, outcome: 'fulfilled' | 'problem', more: Values): Duty => {
    const given = answerOf(duty, outcome);
    return decide(duty, { ...given, values: { ...given.values, ...more } }, later).duty;
  };

  it('of a good answer that was corrected afterwards is sent again: what the vendor has is not what was answered', () => {
    const told = decide(answered('verify-change', 'fulfilled'), sent, fixedNow).duty;
    const changed = corrected(told, 'fulfilled', { sample: 'factuur 20261187' });

    assert.match(shown(changed, false), /Het antwoord is gewijzigd nadat het op .* is verstuurd/);
    assert.doesNotMatch(shown(changed, false), /Dit is verstuurd door/);
    assert.ok(shown(changed, false).includes('Ik heb dit verstuurd'));
    assert.match(JSON.stringify(channelCard(changed, dutch)), /verstuurd op .*, daarna gewijzigd/);
    const again = decide(changed, sent, later);
    assert.equal(again.verdict, 'done');
    assert.match(shown(again.duty, false), /Dit is verstuurd door Anna de Vries/);
  });

  it('of a finding whose answer was corrected afterwards is sent again as well', () => {
    const told = decide(answered('verify-change', 'problem'), sent, fixedNow).duty;
    const changed = corrected(told, 'problem', { note: 'De btw staat op nul.' });

    assert.match(shown(changed, false), /Het antwoord is gewijzigd nadat het op .* is verstuurd/);
    assert.ok(shown(changed, false).includes('Ik heb dit verstuurd'));
    assert.match(JSON.stringify(channelCard(changed, dutch)), /verstuurd op .*, daarna gewijzigd/);
    assert.equal(decide(changed, sent, later).verdict, 'done');
    assert.equal(decide(told, sent, later).verdict, 'repeated');
  });
});
