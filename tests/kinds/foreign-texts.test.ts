import assert from 'node:assert/strict';
import { oneLine } from '../../cards/plain-text.ts';
import type { Json } from '../../bot/kinds/kind.ts';
import { dutyKinds } from '../../bot/kinds/index.ts';
import { readOpening } from '../../bot/casework/read-opening.ts';
import type { Opening } from '../../bot/duty/open.ts';
import { asPlain, bytesOf, everyCard, faultsOf, mostBytes } from '../support/cards/duty-cards.ts';
import { widestReviewCards } from '../support/cards/review-cards.ts';
import { dutch, opened } from '../support/duties/duties.ts';
import { everywhere, filledWith, fullOpening } from '../support/duties/extreme-openings.ts';
import {
  asSeen,
  asSent,
  liveMarks,
  nastyTexts,
  refusedTexts,
  withoutOurBold,
} from '../support/nasty.ts';

// Each grows in another way: by Markdown escapes, by JSON escapes, by both, or not at all.
const fillings = ['w', 'woord ', '*', '"', '\\', '<b>', 'é', '👩‍💻', 'א', '\n- '];

const asKept = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

describe('foreign texts on cards', () => {
  for (const [place, { kind }] of dutyKinds.entries()) {
    describe(kind, () => {
      for (const filling of fillings) {
        it(`fits within Teams’ limits when every field is full of ${JSON.stringify(filling)}`, () => {
          const opening = taken(fullOpening(kind, filledWith(filling), 49));
          const { duty } = opened(opening);
          const review = { duty, rows: opening.rows };
          const typed = kind === 'review-access' ? widestReviewCards(review, dutch) : [];

          for (const [situation, card] of [...everyCard(duty, opening.rows, dutch), ...typed]) {
            assert.ok(bytesOf(card) <= mostBytes, situation);
          }
        });
      }

      // A quarter of the kinds for each text: all texts pass through every way of escaping elsewhere.
      for (const nasty of nastyTexts.filter((_, at) => at % 4 === place % 4)) {
        it(`shows ${JSON.stringify(nasty)} as text and nothing else`, () => {
          const opening = taken(fullOpening(kind, everywhere(nasty), 2));
          const { duty } = opened(opening);

          const cards = everyCard(duty, opening.rows, dutch);

          assert.deepEqual(
            cards.slice(0, 1).flatMap(([, card]) => faultsOf(card)),
            [],
          );
          for (const [situation, card] of cards) {
            const { marked, verbatim } = textsByTreatment(asPlain(card));
            assert.deepEqual(
              [...new Set(marked.map(withoutOurBold).flatMap(liveMarks))],
              [],
              situation,
            );
            assert.deepEqual(
              verbatim.filter((text) => hidden.test(text)),
              [],
              situation,
            );
            if (!/^(?:opened by hand|planned), /.test(situation)) {
              assert.ok(marked.map(asSeen).includes(asSent(nasty)), `${situation}: the title`);
            }
          }
        });

        it(`stores ${JSON.stringify(nasty)} as it was sent, but for what turns it round, and names on one line`, () => {
          const sent = fullOpening(kind, everywhere(nasty), 2);

          const { duty, records } = opened(taken(sent));

          const { title, system, reference, description } = duty;
          assert.deepEqual([title, system, reference], Array(3).fill(oneLine(asKept(nasty))));
          assert.equal(description, asKept(nasty));
          const [record] = records;
          const kept = stringsIn(record?.data ?? null);
          for (const text of stringsIn(sent['details'] as Json)) {
            assert.ok([asKept(text), oneLine(asKept(text))].some((said) => kept.includes(said)));
          }
        });
      }

      for (const refused of refusedTexts) {
        it(`does not take ${JSON.stringify(refused)} for a text`, () => {
          const read = readOpening(fullOpening(kind, everywhere(refused), 0));

          assert.ok(!read.ok);
          const paths = read.problems.map(({ path }) => path);
          for (const path of ['system', 'reference', 'title', 'description', 'assignees[0].name']) {
            assert.ok(paths.includes(path), path);
          }
          assert.ok(paths.some((path) => path.startsWith('details.')));
        });
      }

      it('names every field that is one character too long', () => {
        const long = fullOpening(kind, (length, at) => `${String(at).padEnd(length, 'x')}x`, 0);
        const texts = stringsIn([long['details'] as Json]).length;

        const read = readOpening(long);

        assert.ok(!read.ok);
        const paths = read.problems.map(({ path }) => path);
        assert.deepEqual(paths.filter((path) => !path.startsWith('details.')).sort(), [
          'assignees[0].name',
          'description',
          'reference',
          'system',
          'title',
        ]);
        assert.equal(paths.filter((path) => path.startsWith('details.')).length, texts);
      });
    });
  }
});

const hidden = /[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]|\{\{(?:DATE|TIME)\(/;

function taken(body: unknown): Opening {
  const read = readOpening(body);
  assert.ok(read.ok, JSON.stringify(read));
  return read.opening;
}

/** The texts of a card: those in which a client sees Markdown, and those it shows as they stand. */
function textsByTreatment(json: unknown): {
  readonly marked: string[];
  readonly verbatim: string[];
} {
  const found = { marked: [] as string[], verbatim: [] as string[] };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const part = Object.fromEntries(Object.entries(value));
    const isBlock = part['type'] === 'TextBlock';
    if (isBlock) found.marked.push(String(part['text']));
    else if (part['type'] === 'TextRun') found.verbatim.push(String(part['text']));
    else if ('title' in part && 'value' in part && !('type' in part)) {
      found.marked.push(String(part['title']), String(part['value']));
    }
    if ('label' in part) found.verbatim.push(String(part['label']));
    if ('fallbackText' in part) found.verbatim.push(String(part['fallbackText']));
    // What stands in an input again is what was typed there, and choices carry ids.
    for (const [member, inner] of Object.entries(part)) {
      if (member !== 'choices' && member !== 'data') visit(inner);
    }
  };
  visit(json);
  return found;
}

function stringsIn(json: Json): readonly string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.values(json).flatMap(stringsIn);
}
