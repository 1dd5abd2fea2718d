import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Card } from '../../cards/card.ts';
import { card } from '../../cards/elements.ts';
import type { AnyWords, Fields, Values } from '../../cards/fields.ts';
import {
  choice,
  count,
  day,
  faultMessage,
  line,
  lines,
  moment,
  paragraph,
  pick,
  required,
} from '../../cards/fields.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { readFields, typedText, typedFor } from '../../cards/read-fields.ts';
import { oneLine } from '../../cards/plain-text.ts';
import { renderFields } from '../../cards/render-fields.ts';
import { fill, inputs } from '../support/cards/card-reader.ts';
import { asPlain, faultsOf } from '../support/cards/duty-cards.ts';

const zone = 'Europe/Amsterdam';
const lineNames = { checked: ['inloggen', 'factuur: "run" <1>', 'koppelingen'] };

const fields = {
  outcome: choice('good', 'bad'),
  colour: pick('red', 'blue'),
  checked: lines('ok', 'wrong'),
  name: line(30),
  note: paragraph(200),
  amount: count(),
  on: day(),
  at: moment(),
} as const satisfies Fields;

const words: AnyWords = Object.fromEntries(
  Object.keys(fields).map((name) => [name, { label: `Vraag ${name}`, short: name }]),
);

describe('a table of fields', () => {
  it('gives back from the refilled form what was answered', () => {
    fc.assert(
      fc.property(answers(), (values) => {
        const typed = typedFor(fields, { values, lines: lineNames, zone });

        const read = readFields(fields, fill(asPlain(form(typed))), { lines: lineNames, zone });

        // A field of one line keeps a tab as a space.
        const { name } = values;
        const kept = name === undefined ? values : { ...values, name: oneLine(String(name)) };
        assert.deepEqual(read, { ok: true, values: kept });
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  it('makes a form that Teams takes, whatever was answered', () => {
    fc.assert(
      fc.property(answers(), (values) => {
        assert.deepEqual(faultsOf(form(typedFor(fields, { values, lines: lineNames, zone }))), []);
      }),
      { numRuns: 20, seed: 20261123 },
    );
  });

  it('never throws and never makes up a value, whatever is submitted', () => {
    const ids = inputs(asPlain(form({}))).map(({ id }) => id);
    const junk = fc.dictionary(fc.constantFrom(...ids), fc.anything(), { noNullPrototype: true });

    fc.assert(
      fc.property(junk, (submitted) => {
        const read = readFields(fields, submitted, { lines: lineNames, zone });

        const named = read.ok ? Object.keys(read.values) : read.faults.map(({ field }) => field);
        for (const name of named) assert.ok(Object.hasOwn(fields, name));
        if (read.ok) assert.ok(['good', 'bad'].includes(String(read.values['outcome'])));
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  it('has an input with its own id for every question, and a label on each', () => {
    const ids = inputs(asPlain(form({}))).map(({ id }) => id);

    assert.deepEqual(ids, [
      'outcome',
      'colour',
      'checked-0',
      'checked-1',
      'checked-2',
      'name',
      'note',
      'amount',
      'on',
      'at-day',
      'at-time',
    ]);
  });

  it('marks what is required, with what the client says where it is missing', () => {
    const all = inputs(asPlain(form({})));

    assert.deepEqual(
      all.filter(({ required }) => required).map(({ id, json }) => [id, json['errorMessage']]),
      [['outcome', faultMessage('required', 'nl')]],
    );
  });

  it('puts every message under its field', () => {
    const messages = [{ field: 'note', message: 'Schrijf kort wat je zag.' }];

    const said = JSON.stringify(form({}, messages));

    assert.equal(said.split('Schrijf kort wat je zag.').length - 1, 1);
    assert.ok(said.indexOf('Schrijf kort') > said.indexOf('"id":"note"'));
    assert.ok(said.indexOf('Schrijf kort') < said.indexOf('"id":"amount"'));
  });

  it('leaves a list out of the form where the duty brings no lines', () => {
    const only = { checked: fields.checked };
    const bare = {
      fields: only,
      words,
      lines: {},
      language: 'nl',
      typed: {},
      messages: [],
    } as const;

    assert.deepEqual(renderFields(bare), []);
  });

  it('does not render a field without words', () => {
    const unworded = {
      fields,
      words: {},
      lines: {},
      language: 'nl',
      typed: {},
      messages: [],
    } as const;

    assert.throws(() => renderFields(unworded), /outcome/);
  });

  it('names every fault at once', () => {
    const submitted = {
      colour: 'green',
      'checked-1': 'perhaps',
      name: 'x'.repeat(31),
      amount: 'many',
      on: '31 december',
      'at-day': '2026-12-03',
    };

    const read = readFields(fields, submitted, { lines: lineNames, zone });

    assert.deepEqual(read, {
      ok: false,
      faults: [
        { field: 'outcome', fault: 'not-chosen' },
        { field: 'colour', fault: 'not-a-choice' },
        { field: 'checked', fault: 'not-a-choice' },
        { field: 'name', fault: 'too-long' },
        { field: 'amount', fault: 'not-a-number' },
        { field: 'on', fault: 'not-a-day' },
        { field: 'at', fault: 'not-a-moment' },
      ],
      values: {},
    });
  });

  it('wants what is required, however it is left out', () => {
    const wanted = { name: required(line(10)), on: required(day()), at: required(moment()) };

    for (const empty of [{}, { name: ' ', on: '', 'at-day': '', 'at-time': ' ' }]) {
      const read = readFields(wanted, empty, { lines: {}, zone });

      assert.ok(!read.ok);
      assert.deepEqual(
        read.faults.map(({ field, fault }) => [field, fault]),
        [
          ['name', 'required'],
          ['on', 'required'],
          ['at', 'required'],
        ],
      );
    }
  });
});

function form(
  typed: Submitted,
  messages: Parameters<typeof renderFields>[0]['messages'] = [],
): Card {
  const elements = renderFields({
    fields,
    words,
    lines: lineNames,
    language: 'nl',
    typed,
    messages,
  });
  return card('nl', 'Een formulier', elements);
}

/** Any answer that the table can yield; texts as they are after trimming. */
function answers(): fc.Arbitrary<Values> {
  const text = (maxLength: number) =>
    fc
      .string({ unit: 'binary', maxLength })
      .map((written) => typedText(written.slice(0, maxLength)) ?? '')
      .filter((written) => written !== '' && !/\p{Cs}/u.test(written));
  const picked = fc.array(fc.constantFrom('ok', 'wrong', undefined), {
    minLength: 3,
    maxLength: 3,
  });
  const day = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2090-01-01'),
    noInvalidDate: true,
  });
  return fc
    .record(
      {
        outcome: fc.constantFrom('good', 'bad'),
        colour: fc.constantFrom('red', 'blue'),
        checked: picked.map((values) =>
          lineNames.checked.flatMap((name, at) => {
            const value = values[at];
            return value === undefined ? [] : [{ line: name, value }];
          }),
        ),
        name: text(30),
        note: text(200),
        amount: fc.integer({ min: 0, max: 1_000_000_000 }),
        on: day.map((date) => date.toISOString().slice(0, 10)),
        // Noon exists once on every day; the hours of the change of clocks have tests of their own.
        at: day.map((date) => inAmsterdam(date.toISOString().slice(0, 10))),
      },
      { requiredKeys: ['outcome'], noNullPrototype: true },
    )
    .filter((values) => values.checked?.length !== 0);
}

function inAmsterdam(onDay: string): string {
  const read = readFields(
    { at: moment() },
    { 'at-day': onDay, 'at-time': '12:07' },
    { lines: {}, zone },
  );
  return read.ok ? String(read.values['at']) : 'not read';
}
