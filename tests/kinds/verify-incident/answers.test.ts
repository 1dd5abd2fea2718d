import assert from 'node:assert/strict';
import { kindOf } from '../../../bot/kinds/index.ts';
import { inputs, texts } from '../../support/cards/card-reader.ts';
import { dutch } from '../../support/duties/duties.ts';
import { openCard, openStep, verdictOn } from '../../support/duties/settling.ts';

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

  it('is so until something is still wrong', () => {
    const verdicts = [
      { complete: 'yes', workaround: 'gone' },
      { complete: 'na', workaround: 'na' },
      { complete: 'no' },
      { workaround: 'left' },
    ].map((seen) => verdictOn('verify-incident', { ...tested, ...seen }, plain));

    assert.deepEqual(verdicts, ['fulfilled', 'fulfilled', ['outcome'], ['outcome']]);
  });

  it('was tested after it was solved: on the day of the duty, and after what was reported since', () => {
    const opened = { ...plain };
    const context = { details: opened, createdAt: '2026-11-23T08:00:00Z' };
    const again = { ...context, solvedAt: '2026-11-23T08:10:00Z' };
    const on = (day: string, time: string) => ({
      ...tested,
      'testedAt-day': day,
      'testedAt-time': time,
    });
    const verdict = (typed: Readonly<Record<string, string>>, of: typeof context) => {
      const settled = kindOf('verify-incident').settle(of, typed, dutch);
      return settled.ok || settled.messages.map(({ field }) => field);
    };

    const first = [on('2026-11-22', '23:59'), on('2026-11-23', '08:15')].map((typed) =>
      verdict(typed, context),
    );
    const second = [on('2026-11-23', '09:09'), on('2026-11-23', '09:10')].map((typed) =>
      verdict(typed, again),
    );

    assert.deepEqual(first, [['testedAt'], true]);
    assert.deepEqual(second, [['testedAt'], true]);
  });

  it('was tested before it is answered, to the minute', () => {
    const at = (time: string) => ({ ...tested, 'testedAt-time': time });

    const verdicts = ['09:30', '09:31'].map((time) =>
      verdictOn('verify-incident', at(time), plain),
    );

    assert.deepEqual(verdicts, ['fulfilled', ['testedAt']]);
  });
});

describe('an incident that is not solved', () => {
  const negative = ['partly', 'not-solved', 'comes-back'];
  const alerts = (details: object, outcome: string) =>
    kindOf('verify-incident').followUps({ details: { ...plain, ...details } }, { outcome });

  it('is told to the privacy officer where personal data or security is involved', () => {
    for (const outcome of negative) {
      for (const details of [{ personalData: true }, { security: true }]) {
        const roles = alerts(details, outcome).map((one) => (one.type === 'alert' ? one.role : ''));
        assert.deepEqual(roles, ['privacy']);
      }
    }
  });

  it('is told to nobody else otherwise, nor is one that is solved or cannot be judged', () => {
    for (const outcome of negative) assert.deepEqual(alerts({}, outcome), []);
    for (const outcome of ['solved', 'cannot-judge']) {
      assert.deepEqual(alerts({ personalData: true, security: true }, outcome), []);
    }
  });

  it('and comes back needs the earlier tickets, which stand on the card where they are known', () => {
    const back = { outcome: 'comes-back', note: 'Sinds maandag weer' };
    const before = {
      duty: 'd-1',
      at: '2026-03-03T10:00:00.000Z',
      reference: 'INC-2001',
      outcome: 'fulfilled',
      details: {},
      values: {},
    } as const;

    const facts = kindOf('verify-incident')
      .introduction({ details: plain, earlier: [before] }, dutch)
      .facts.map(({ value }) => value);

    assert.deepEqual(verdictOn('verify-incident', back, plain), ['tickets']);
    assert.equal(verdictOn('verify-incident', { ...back, tickets: 'INC-2001' }, plain), 'problem');
    assert.ok(facts.some((fact) => fact.includes('INC-2001: opgelost')));
  });
});

describe('the card of an incident', () => {
  it('asks for no name of a second person: that person answers', () => {
    const asks = [plain, { ...plain, personalData: false }, { ...plain, personalData: true }].map(
      (details) =>
        inputs(openStep('verify-incident', 'solved', details)).some(
          ({ id }) => id === 'secondPerson',
        ),
    );

    assert.deepEqual(asks, [false, false, false]);
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
