import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { rowOf } from '../../bot/duty/view.ts';
import { myDutiesCard } from '../../bot/views/chat-cards.ts';
import { byLateness, countLine, countOwn, listTitle } from '../../bot/views/own-count.ts';
import { answered } from '../support/duties/answers.ts';
import { asPlain } from '../support/cards/duty-cards.ts';
import { actions, texts } from '../support/cards/card-reader.ts';
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

  it('wait for nobody who could not judge it: the row says whose turn it is, as the card does', () => {
    const given = answered(aDuty('verify-change'), 'unable');
    const counted = countOwn([rowOf(given)], { person: anna.aadObjectId, more: false });
    const shown = { next: undefined, viewer: anna.aadObjectId, counted };

    const read = texts(asPlain(myDutiesCard([rowOf(given)], shown, dutch))).join('\n');

    assert.equal(counted.waits, 0);
    assert.match(read, /◔ Nu aan zet: het IT-team, uiterlijk/);
  });

  it('stand above the list', () => {
    const counted = countOwn(rows, { person: anna.aadObjectId, more: false });
    const shown = { next: undefined, viewer: anna.aadObjectId, counted };

    const [title, line] = texts(asPlain(myDutiesCard(rows, shown, dutch)));

    assert.equal(title, 'Mijn plichten (3)');
    assert.equal(line, '2 wachten op jou · 1 meldde jij en loopt nog');
  });
});

describe('the list of one’s own duties', () => {
  const { aadObjectId: person } = anna;
  const dueOn = (title: string, day: string): Duty => aDuty('verify-change', { title, dueOn: day });
  /** Anna found it, and owns it until a day: the list counts from there. */
  const owned = (title: string, day: string): Duty =>
    decide(
      answered(aDuty('inform-staff', { title, dueOn: '2027-01-30' }), 'problem'),
      { type: 'finding-planned', by: bram, owner: anna, dueOn: day },
      fixedNow,
    ).duty;
  /** Anna found it, and the vendor has to hear of it by 25 November. */
  const reported = answered(
    aDuty('verify-change', { title: 'Gevonden', dueOn: '2027-01-30' }),
    'problem',
  );
  const rows = [
    dueOn('Nog tijd', '2026-12-24'),
    dueOn('Kort te laat', '2026-11-30'),
    owned('Op te lossen', '2026-11-24'),
    reported,
    dueOn('Lang te laat', '2026-11-20'),
  ].map(rowOf);

  it('begins with whoever is late longest, whether it waits, was found or is to be solved', () => {
    const titles = byLateness(rows, person).map(({ title }) => title);

    assert.deepEqual(titles, [
      'Lang te laat',
      'Op te lossen',
      'Gevonden',
      'Kort te laat',
      'Nog tijd',
    ]);
  });

  it('has a button in each row that opens its duty', () => {
    const items = byLateness(rows, person);

    const card = asPlain(myDutiesCard(items, { next: undefined, viewer: person }, dutch));

    const opened = actions(card).flatMap(({ data }) =>
      typeof data['d'] === 'string' ? [data['d']] : [],
    );
    assert.deepEqual(
      items.map(({ id }) => opened.includes(id)),
      items.map(() => true),
    );
  });
});
