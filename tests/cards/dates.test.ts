import assert from 'node:assert/strict';
import { dayInWords, durationInWords, foreignMoment, momentInWords } from '../../cards/dates.ts';
import { languageOf } from '../../cards/language.ts';

const amsterdam = 'Europe/Amsterdam';

describe('dates in words', () => {
  it('name the day in the reader’s language', () => {
    assert.equal(dayInWords('2026-12-03', 'nl', { thisYear: 2026 }), 'donderdag 3 december');
    assert.equal(dayInWords('2026-12-03', 'en', { thisYear: 2026 }), 'Thursday 3 December');
    assert.match(
      dayInWords('2026-12-03', 'nl', { thisYear: 2026, short: true }),
      /^do 3 december$/,
    );
    assert.match(
      dayInWords('2026-12-03', 'en', { thisYear: 2026, short: true }),
      /^Thu 3 December$/,
    );
  });

  it('name the year where it is another', () => {
    assert.equal(dayInWords('2027-01-04', 'nl', { thisYear: 2026 }), 'maandag 4 januari 2027');
    assert.equal(dayInWords('2027-01-04', 'nl', { thisYear: 2027 }), 'maandag 4 januari');
  });

  it('show an instant on the reader’s clock', () => {
    const at = '2026-12-31T23:30:00.000Z';

    assert.equal(
      momentInWords(at, { zone: amsterdam, thisYear: 2026 }, 'nl'),
      'vrijdag 1 januari 2027 00:30',
    );
    assert.equal(
      momentInWords(at, { zone: 'Europe/London', thisYear: 2026 }, 'en'),
      'Thursday 31 December 23:30',
    );
    assert.equal(
      momentInWords('2026-07-01T10:00:00Z', { zone: amsterdam, thisYear: 2026 }, 'nl'),
      'woensdag 1 juli 12:00',
    );
  });

  it('put a vendor’s date or instant into words', () => {
    assert.equal(foreignMoment('2026-11-14', 'nl', amsterdam), 'zaterdag 14 november 2026');
    assert.equal(
      foreignMoment('2026-11-14T17:00:00Z', 'nl', amsterdam),
      'zaterdag 14 november 2026 18:00',
    );
    assert.equal(
      foreignMoment('2026-11-14T18:00:00+01:00', 'en', amsterdam),
      'Saturday 14 November 2026 18:00',
    );
  });

  it('leave what is no date as the vendor wrote it', () => {
    for (const written of [
      'vorige week',
      '2026-02-30',
      '14-11-2026',
      '2026',
      '2026-W46',
      '12:00',
    ]) {
      assert.equal(foreignMoment(written, 'nl', amsterdam), written);
    }
  });

  for (const [minutes, nl, en] of [
    [0, '0 minuten', '0 minutes'],
    [0.4, '0 minuten', '0 minutes'],
    [59, '59 minuten', '59 minutes'],
    [60, '1 uur', '1 hour'],
    [160, '2 uur 40 minuten', '2 hours 40 minutes'],
    [1440, '1 dag', '1 day'],
    [1441, '1 dag 1 minuut', '1 day 1 minute'],
    [4565, '3 dagen 4 uur', '3 days 4 hours'],
  ] as const) {
    it(`say of ${String(minutes)} minutes: ${nl}`, () => {
      assert.equal(durationInWords(minutes, 'nl'), nl);
      assert.equal(durationInWords(minutes, 'en'), en);
    });
  }
});

describe('the language of a client', () => {
  it('is Dutch or English, however the locale is written', () => {
    assert.deepEqual(['nl-NL', 'NL', 'nl-be'].map(languageOf), ['nl', 'nl', 'nl']);
    assert.deepEqual(['en-GB', 'en_US', 'EN'].map(languageOf), ['en', 'en', 'en']);
  });

  it('is English where it is another, as in the app package', () => {
    assert.deepEqual(['de-DE', 'fr', 'pl-PL'].map(languageOf), ['en', 'en', 'en']);
  });

  it('is unknown where it is missing', () => {
    assert.deepEqual([undefined, ''].map(languageOf), [undefined, undefined]);
  });
});
