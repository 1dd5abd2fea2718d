import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Field, FieldValue } from '../../cards/fields.ts';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import { storyOf } from '../../bot/features/evidence/dossier/collect.ts';
import { storiesPage } from '../../bot/features/evidence/dossier/pages/stories.ts';
import {
  decisionLines,
  decisionsHeading,
  fieldLines,
  fieldsHeading,
} from '../../bot/features/evidence/dossier/tables/csv.ts';
import { allKinds } from '../../bot/kinds/index.ts';
import { accountSchema } from '../../bot/kinds/review-access/accounts.ts';
import { anna, defined, detailsOf, fixedNow } from '../support/duties/duties.ts';

const readers = (['nl', 'en'] as const).map((language) => ({
  language,
  zone: 'Europe/Amsterdam',
}));

/** A value that a card could send for a field, and that is told apart from those of others. */
function sampleOf(field: Field, at: number): FieldValue {
  switch (field.type) {
    case 'choice':
      return defined(field.values.at(-1));
    case 'several':
      return field.values.join(',');
    case 'number':
      return 1000 + at;
    case 'day':
      return `2026-11-${String(10 + at)}`;
    case 'moment':
      return `2026-11-${String(10 + at)}T09:30:00+01:00`;
    case 'lines':
      return [{ line: `line ${String(at)}`, value: defined(field.values[0]) }];
    case 'amounts':
      return [{ line: `line ${String(at)}`, value: String(2000 + at) }];
    default:
      return `said ${String(at)}`;
  }
}

const record = (kind: string, type: 'opened' | 'answered', data: object) =>
  JSON.parse(
    JSON.stringify({
      ...{ v: 1, dutyId: `d${kind}`, seq: type === 'opened' ? 1 : 2, type, at: fixedNow },
      ...{ kind, system: 'S', reference: 'R', prev: '0'.repeat(64), hash: 'a'.repeat(64), data },
      ...(type === 'answered' ? { by: anna, outcome: 'fulfilled' } : {}),
    }),
  ) as EvidenceRecord;

type Row = Readonly<Record<string, string>>;
const tableOf = (written: string): readonly Row[] =>
  parse(written, { delimiter: ';', bom: true, columns: true });

describe('what a card asks and a vendor sends', () => {
  for (const kind of allKinds) {
    it(`stands in the dossier field by field, in words: ${kind.kind}`, async () => {
      const names = Object.keys(kind.fields);
      const values = Object.fromEntries(
        Object.entries(kind.fields).map(([name, field], at) => [name, sampleOf(field, at)]),
      );
      assert.ok('shape' in kind.schema && typeof kind.schema.shape === 'object');
      const details = Object.keys(kind.schema.shape ?? {}).filter((name) => name !== 'accounts');
      const given = Object.entries(detailsOf).find(([name]) => name === kind.kind)?.[1];
      const told = [
        // Every detail at once, as no vendor would send them; and an answer to what one would.
        [
          record(kind.kind, 'opened', {
            details: Object.fromEntries(details.map((name) => [name, `told of ${name}`])),
          }),
        ],
        [
          record(kind.kind, 'opened', { details: given ?? {} }),
          record(kind.kind, 'answered', { values }),
        ],
      ].map((records) => defined(storyOf(records)));

      for (const reader of readers) {
        const rows = told.flatMap((one) =>
          tableOf(fieldsHeading(reader) + fieldLines(one, reader)),
        );
        const what = defined(fieldsHeading(reader).split(';')[3]);
        const content = defined(fieldsHeading(reader).split(';')[4]);
        let page = '';
        for await (const part of storiesPage(
          { kind: kind.kind, at: 0 },
          (async function* () {
            await Promise.resolve();
            yield* told;
          })(),
          reader,
        ))
          page += part;
        const wanted = [
          ...names.map((name) => [name, 'answered'] as const),
          ...details.map((name) => [name, 'opened'] as const),
        ];
        for (const [name, step] of wanted) {
          const row = rows.find((one) => one['field'] === name && one['step'] === step);
          assert.ok(row, `${reader.language}: ${kind.kind} tells nothing of ${name}`);
          assert.notEqual(
            row[what],
            name,
            `${reader.language}: ${name} of ${kind.kind} has no word`,
          );
          assert.notEqual(row[content], '', name);
          assert.ok(
            page.includes(defined(row[what]).replaceAll("'", '&#39;')),
            `${kind.kind}: ${name}`,
          );
        }
        for (const [name, field] of Object.entries(kind.fields)) {
          const row = rows.find((one) => one['field'] === name && one['step'] === 'answered');
          if (field.type === 'choice')
            assert.notEqual(row?.[content], row?.['value'], `${kind.kind}: the word for ${name}`);
        }
      }
    });
  }

  it('of an account stands beside what was decided of it', () => {
    const account = Object.fromEntries(
      Object.keys(accountSchema.shape).map((name) => [
        name,
        name === 'enabled' || name === 'privileged' ? true : `its ${name}`,
      ]),
    );
    const story = defined(
      storyOf([
        record('review-access', 'opened', { details: {}, rows: [account] }),
        record('review-access', 'answered', {
          attached: { decisions: [{ account: 'its account', decision: 'keep', note: 'why' }] },
        }),
      ]),
    );
    for (const reader of readers) {
      const [row] = tableOf(decisionsHeading(reader) + decisionLines(story, reader));
      const cells = Object.values(defined(row));
      for (const name of Object.keys(accountSchema.shape))
        assert.ok(
          name === 'enabled' || name === 'privileged'
            ? row?.[name] === 'true'
            : cells.includes(`its ${name}`),
          name,
        );
    }
  });
});
