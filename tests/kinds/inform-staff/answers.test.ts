import assert from 'node:assert/strict';
import { actions } from '../../support/cards/card-reader.ts';
import { dutch } from '../../support/duties/duties.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import { figuresOf, openCard, verdictOn } from '../../support/duties/settling.ts';

const done = {
  outcome: 'done',
  how: 'mail',
  when: '2026-11-20',
  reached: '40',
  population: '40',
  joiners: 'yes',
};

describe('staff that was informed', () => {
  it('counts with everybody, or with a word on who was missed', () => {
    const verdicts = [
      done,
      { ...done, reached: '39', note: 'Otto is met verlof' },
      { ...done, reached: '39' },
      { ...done, reached: '41' },
      { ...done, reached: '0', note: 'niemand kwam' },
    ].map((answer) => verdictOn('inform-staff', answer));

    assert.deepEqual(verdicts, ['fulfilled', 'fulfilled', ['note'], ['reached'], ['outcome']]);
  });

  it('counts with joiners, or where nobody is new', () => {
    const verdicts = ['yes', 'none', 'no', ''].map((joiners) =>
      verdictOn('inform-staff', { ...done, joiners }),
    );

    assert.deepEqual(verdicts, ['fulfilled', 'fulfilled', ['outcome'], ['joiners']]);
  });

  it('was informed today at the latest, by the clock of the reader', () => {
    const lateHere = { ...dutch, now: '2026-11-23T23:30:00Z' };
    const answer = { ...done, when: '2026-11-24' };

    const settled = kindOf('inform-staff').settle(
      { details: { topic: 'Phishing' } },
      answer,
      lateHere,
    );

    assert.ok(settled.ok);
    assert.deepEqual(verdictOn('inform-staff', answer), ['when']);
  });

  it('names everything that is missing at once, and who was reached only beside how many there are', () => {
    assert.deepEqual(verdictOn('inform-staff', { outcome: 'done' }), [
      'how',
      'when',
      'population',
      'joiners',
    ]);
  });

  it('needs a plan from today on while it is not done', () => {
    const plan = { note: 'de rest volgt', owner: 'Mia', planned: '2026-11-23' };

    const verdicts = [
      { ...plan, outcome: 'partly' },
      { ...plan, outcome: 'not-done' },
      { ...plan, outcome: 'not-done', planned: '2026-11-22' },
      { outcome: 'partly' },
    ].map((answer) => verdictOn('inform-staff', answer));

    assert.deepEqual(verdicts, ['problem', 'problem', ['planned'], ['owner', 'planned', 'note']]);
  });

  it('is shown as a share that is whole for everybody only', () => {
    const shares = [
      done,
      { ...done, reached: '999', population: '1000', note: 'Otto is met verlof' },
    ].map((answer) => figuresOf('inform-staff', answer).at(-1));

    assert.deepEqual(shares, [
      ['100%', false],
      ['99%', true],
    ]);
  });

  it('has a button to the material where there is some', () => {
    const topic = { topic: 'Phishing' };
    const links = [topic, { ...topic, url: 'https://voorbeeld.nl/regels' }].map((details) =>
      actions(openCard('inform-staff', details)).flatMap(({ json }) => json['url'] ?? []),
    );

    assert.deepEqual(links, [[], ['https://voorbeeld.nl/regels']]);
  });
});
