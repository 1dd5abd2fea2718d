import assert from 'node:assert/strict';
import type { CsvFault } from '../../../bot/tenant/roster/csv.ts';
import { rosterTexts } from '../../../bot/features/roster/texts.ts';
import { readRosterCsv, rosterCsv } from '../../../bot/tenant/roster/csv.ts';
import { languages } from '../../../cards/language.ts';
import type { RosterEntry } from '../../../bot/tenant/roster/roster.ts';
import { maxEntries } from '../../../bot/tenant/roster/roster.ts';
import { anna, aPerson, bram, carla } from '../../support/duties/duties.ts';

const people = [anna, bram, carla];
const heading = 'system;kind;responsible;substitute;fallback';
const read = (...lines: readonly string[]) => readRosterCsv(lines.join('\n'), people);
function entriesOf(...lines: readonly string[]): readonly RosterEntry[] {
  const reading = read(...lines);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.entries;
}
function faultsOf(...lines: readonly string[]): readonly CsvFault[] {
  const reading = read(...lines);
  assert.ok(!reading.ok);
  return reading.faults;
}

describe('a roster as CSV', () => {
  it('names people by name or object id, and kinds as the API or the cards do', () => {
    const entries = entriesOf(
      heading,
      `Unit4 Financials;verify-change;anna de vries;${bram.aadObjectId};Carla Smit`,
      'Unit4 HRM;Wijziging controleren;Bram Jansen;;',
      '*;*;Carla Smit;;',
    );

    assert.deepEqual(entries, [
      {
        system: 'Unit4 Financials',
        kind: 'verify-change',
        responsible: anna,
        substitute: bram,
        fallback: carla,
      },
      { system: 'Unit4 HRM', kind: 'verify-change', responsible: bram },
      { system: '*', kind: '*', responsible: carla },
    ]);
  });

  for (const [what, delimiter] of [
    ['commas', ','],
    ['tabs, as a spreadsheet copies them', '\t'],
  ] as const) {
    it(`may be divided by ${what}, with columns in another order and Dutch names`, () => {
      const lines = [
        ['Verantwoordelijk', 'Soort', 'Systeem'],
        ['Anna de Vries', 'inform-staff', '"Financiën"'],
      ].map((cells) => cells.join(delimiter));

      assert.deepEqual(entriesOf(`\uFEFF${lines.join('\r\n')}\r\n`), [
        { system: 'Financiën', kind: 'inform-staff', responsible: anna },
      ]);
    });
  }

  it('is refused with every fault at once, each with its line and column', () => {
    const faults = faultsOf(
      heading,
      'Unit4 Financials;verify-changes;Anna;;',
      '',
      ';verify-change;;Bram Jansen;',
      'Unit4 HRM;inform-staff;Bram Jansen;Bram Jansen;;te veel',
      `${'x'.repeat(101)};inform-staff;Bram Jansen;;`,
      'Unit4 HRM;check-capacity;Bram Jansen;;',
      'UNIT4 hrm;check-capacity;Anna de Vries;;',
    );

    assert.deepEqual(
      faults.map(({ code, line, column }) => [line, column, code]),
      [
        [2, 'kind', 'unknown-kind'],
        [2, 'responsible', 'unknown-person'],
        [4, 'system', 'missing'],
        [4, 'responsible', 'missing'],
        [5, undefined, 'extra-cells'],
        [5, 'substitute', 'same-person'],
        [6, 'system', 'too-long'],
        [8, 'system', 'twice'],
      ],
    );
  });

  it('does not guess between two people of the same name', () => {
    const double = aPerson('22222222-aaaa-4bbb-8ccc-0000000000aa', 'Anna de Vries');

    const reading = readRosterCsv(`${heading}\nA;*;Anna de Vries;;`, [...people, double]);

    assert.deepEqual(!reading.ok && reading.faults.map(({ code }) => code), ['several-people']);
  });

  for (const [what, text, code] of [
    ['nothing', '', 'empty'],
    ['only a heading', heading, 'empty'],
    ['no heading', 'A;*;Anna de Vries;;\nB;*;Anna de Vries;;', 'unknown-column'],
    ['a heading without the responsible', 'system;kind\nA;*', 'missing-column'],
    ['a quote that never ends', `${heading}\n"A;*;Anna de Vries;;`, 'quotes'],
    [
      'too many lines',
      [heading, ...Array<string>(maxEntries + 1).fill('A;*;X;;')].join('\n'),
      'too-many',
    ],
  ] as const) {
    it(`is refused with ${what}`, () => {
      assert.equal(faultsOf(text)[0]?.code, code);
    });
  }

  it('comes back as it was written, also with quotes, delimiters and signs of a formula', () => {
    const namesake = aPerson('22222222-aaaa-4bbb-8ccc-0000000000aa', 'Anna de Vries');
    const entries: readonly RosterEntry[] = [
      { system: 'Zeg "A"; of, B', kind: 'verify-change', responsible: bram, fallback: carla },
      { system: '=SUM(A1)', kind: '*', responsible: anna, substitute: namesake },
    ];

    for (const language of languages) {
      const written = rosterCsv(entries, [...people, namesake], {
        headings: rosterTexts[language].columns,
        language,
      });

      assert.deepEqual(readRosterCsv(written, [...people, namesake]), { ok: true, entries });
      assert.ok(!/^=/m.test(written));
      assert.ok(!written.includes('verify-change'), 'a kind has the name that the cards give it');
    }
  });
});
