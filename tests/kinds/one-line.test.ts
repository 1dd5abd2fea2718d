import assert from 'node:assert/strict';
import { readFields } from '../../cards/read-fields.ts';
import { line, paragraph, word } from '../../cards/fields.ts';
import { readOpening } from '../../bot/casework/read-opening.ts';
import { dutyKinds } from '../../bot/kinds/index.ts';
import { everywhere, fullOpening } from '../support/duties/extreme-openings.ts';
import { readLines } from '../support/teams/files.ts';

/** What may be told on several lines; everything else that a sender says names something. */
const told = new Set(
  ['description', 'summary', 'solution', 'cause', 'changes', 'scope', 'data', 'topic'].map(
    (name) => (name === 'description' ? name : `details.${name}`),
  ),
);
const anEnd = /[\t-\r\u0085\u2028\u2029]/;

/** Each text of a body with its path. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsOf(one, path === '' ? name : `${path}.${name}`),
  );
}

/** The body with another text at a path. */
function withText(value: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (name === undefined) return text;
  if (Array.isArray(value))
    return value.map((one: unknown, at) => (String(at) === name ? withText(one, rest, text) : one));
  return { ...Object(value), [name]: withText(Object(value)[name], rest, text) };
}

describe('What names something stands on one line', () => {
  for (const { kind } of dutyKinds) {
    it(`whatever a sender writes in it: ${kind}`, () => {
      const body = fullOpening(kind, everywhere('woord'), 1);
      let looked = 0;
      for (const [path, text] of textsOf(body)) {
        for (const end of ['\n', '\r\n', '\t', '\u2028', '\u2029']) {
          const half = text.slice(0, 3);
          const read = readOpening(withText(body, path.split('.'), `${half}${end}${half}`));
          if (!read.ok || told.has(path)) continue;
          const { rows, ...opening } = read.opening;
          looked += 1;
          for (const [where, found] of [...textsOf(opening), ...textsOf(rows)])
            assert.ok(told.has(where) || !anEnd.test(found), `${path}: ${JSON.stringify(found)}`);
        }
      }
      assert.ok(looked > 10, String(looked));
    });
  }

  it('whatever is pasted into a field of one line, and not into one of several', () => {
    const fields = { short: line(100), shorter: word(100), long: paragraph(100) };
    const pasted = 'een\r\ntwee\u2028drie';

    const read = readFields(
      fields,
      { short: pasted, shorter: pasted, long: pasted },
      { lines: {}, zone: 'Europe/Amsterdam' },
    );

    assert.deepEqual(read.values, {
      short: 'een twee drie',
      shorter: 'een twee drie',
      long: pasted,
    });
  });

  it('whatever a cell of a list holds', async () => {
    const read = await readLines('account;naam;rol', '"a\nb";"Anna\nde Vries";"een\ntwee"');

    assert.ok(read.ok);
    assert.deepEqual(read.accounts, [{ account: 'a b', name: 'Anna de Vries', role: 'een twee' }]);
  });
});
