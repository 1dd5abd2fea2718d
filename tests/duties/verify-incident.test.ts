import assert from 'node:assert/strict';
import { inputs, texts } from '../support/card-reader.ts';
import { openCard, verdictOn } from '../support/settling.ts';

const plain = { solution: 'De koppeling is hersteld' };
const tested = {
  outcome: 'solved',
  recurs: 'no',
  'testedAt-day': '2026-11-23',
  'testedAt-time': '09:00',
};

describe('an incident that is solved', () => {
  it('needs no cause and no second person when it is an ordinary one', () => {
    assert.equal(verdictOn('verify-incident', tested, plain), 'fulfilled');
  });

  it('needs a cause that is clear or asked for when it is about security', () => {
    const secure = { ...plain, security: true };

    const verdicts = ['yes', 'asked', 'no', ''].map((cause) =>
      verdictOn('verify-incident', { ...tested, cause }, secure),
    );

    assert.deepEqual(verdicts, ['fulfilled', 'fulfilled', ['cause'], ['cause']]);
  });

  it('needs a second person when personal data is involved', () => {
    const personal = { ...plain, personalData: true };

    const alone = verdictOn('verify-incident', tested, personal);
    const together = verdictOn('verify-incident', { ...tested, secondPerson: 'Mia' }, personal);

    assert.deepEqual([alone, together], [['secondPerson'], 'fulfilled']);
  });

  it('is so until something is still wrong', () => {
    const verdicts = [
      { complete: 'yes', workaround: 'gone' },
      { complete: 'na', workaround: 'na' },
      { complete: 'no' },
      { workaround: 'left' },
    ].map((seen) => verdictOn('verify-incident', { ...tested, ...seen }, plain));

    assert.deepEqual(verdicts, ['fulfilled', 'fulfilled', ['outcome'], ['outcome']]);
  });

  it('was tested before it is answered, to the minute', () => {
    const at = (time: string) => ({ ...tested, 'testedAt-time': time });

    const verdicts = ['09:30', '09:31'].map((time) =>
      verdictOn('verify-incident', at(time), plain),
    );

    assert.deepEqual(verdicts, ['fulfilled', ['testedAt']]);
  });
});

describe('the card of an incident', () => {
  it('asks for a second person only where personal data is involved', () => {
    const asks = [plain, { ...plain, personalData: false }, { ...plain, personalData: true }].map(
      (details) =>
        inputs(openCard('verify-incident', details)).some(({ id }) => id === 'secondPerson'),
    );

    assert.deepEqual(asks, [false, false, true]);
  });

  it('warns of personal data where it is involved and nowhere else', () => {
    const warns = [plain, { ...plain, personalData: true }].map((details) =>
      texts(openCard('verify-incident', details)).some((text) => text.includes('⚠')),
    );

    assert.deepEqual(warns, [false, true]);
  });

  it('tells the solution, the incident and its cause', () => {
    const details = { ...plain, summary: 'Geen facturen sinds maandag', cause: 'Verlopen sleutel' };

    const shown = texts(openCard('verify-incident', details)).join('\n');

    for (const told of Object.values(details)) assert.ok(shown.includes(told), told);
  });
});
