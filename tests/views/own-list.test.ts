import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { rowOf } from '../../bot/duty/view.ts';
import { myDutiesCard } from '../../bot/views/chat-cards.ts';
import { countLine, countOwn, listTitle } from '../../bot/views/own-count.ts';
import { answered } from '../support/duties/answers.ts';
import { asPlain } from '../support/cards/duty-cards.ts';
import { texts } from '../support/cards/card-reader.ts';
import { aDuty, anna, bram, carla, dutch, fixedNow } from '../support/duties/duties.ts';

const found = (): Duty => answered(aDuty('inform-staff'), 'problem');
const planned = (): Duty =>
  decide(
    found(),
    { type: 'finding-planned', by: bram, owner: carla, dueOn: '2026-12-04' },
    fixedNow,
  ).duty;

describe('how many duties somebody has', () => {
  const rows = [aDuty('verify-change'), aDuty('confirm-restore'), planned()].map(rowOf);

  it('are counted once each: what waits, what is to be solved, and what was found', () => {
    const { aadObjectId } = anna;
    const ofFinder = countOwn(rows, { person: aadObjectId, more: false });
    const ofOwner = countOwn([rowOf(planned())], { person: carla.aadObjectId, more: true });

    assert.equal(
      countLine(ofFinder, 'nl')[0]?.text,
      '2 wachten op jou · 1 meldde jij en loopt nog',
    );
    assert.equal(listTitle('Lijst', ofFinder).text, 'Lijst (3)');
    assert.equal(countLine(ofOwner, 'en')[0]?.text, '1 for you to solve');
    assert.equal(listTitle('List', ofOwner).text, 'List (1+)');
  });

  it('stand above the list', () => {
    const counted = countOwn(rows, { person: anna.aadObjectId, more: false });
    const shown = { next: undefined, viewer: anna.aadObjectId, counted };

    const [title, line] = texts(asPlain(myDutiesCard(rows, shown, dutch)));

    assert.equal(title, 'Mijn plichten (3)');
    assert.equal(line, '2 wachten op jou · 1 meldde jij en loopt nog');
  });
});
