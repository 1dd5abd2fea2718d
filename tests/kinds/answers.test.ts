import assert from 'node:assert/strict';
import { allKinds, kindOf } from '../../bot/kinds/index.ts';
import type { AnswerCheck } from '../../bot/kinds/kind.ts';
import { answerBy } from '../../bot/duty/duty.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { channelCard } from '../../bot/views/channel-card.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { after, answerOf, goodAnswers, wrongAnswers } from '../support/duties/answers.ts';
import { actions, fill, inputs, texts } from '../support/cards/card-reader.ts';
import { cardsAsking, give } from '../support/cards/give.ts';
import { maxInputs } from '../../cards/form/pages.ts';
import { maxActions } from '../../cards/limits.ts';
import { words } from '../../bot/views/texts.ts';
import type { Answers, CardInput } from '../support/cards/card-reader.ts';
import { aDuty, anna, defined, dutch, opened, anOpening } from '../support/duties/duties.ts';
import { asPlain, bytesOf, faultsOf, mostBytes, readers } from '../support/cards/duty-cards.ts';
import { filledWith, fullOpening } from '../support/duties/extreme-openings.ts';

const formKinds = allKinds.filter(({ byRow }) => !byRow).map(({ kind }) => kind);

describe('answers on a card', () => {
  for (const kind of formKinds) {
    describe(kind, () => {
      const good = Object.entries(goodAnswers[kind]);

      it('has a sample of every answer that the card offers', () => {
        const { answers } = defined(
          kindOf(kind).question(aDuty(kind), { typed: {}, messages: [] }, dutch),
        );
        const offered = answers.map(({ value }) => value);

        assert.deepEqual(offered, Object.keys(goodAnswers[kind]));
      });

      for (const [choice, { outcome, inputs: filled }] of good) {
        it(`counts “${choice}” as ${outcome}, in both languages`, () => {
          const duty = aDuty(kind);

          for (const [, reader] of readers) {
            const settled = settle(duty, { ...filled, outcome: choice }, reader);

            assert.ok(settled.ok, JSON.stringify(settled));
            assert.equal(settled.outcome, outcome);
            assert.equal(settled.values['outcome'], choice);
          }
        });

        it(`takes “${choice}” as a person gives it, step by step`, () => {
          const duty = aDuty(kind);
          const answers = { ...asTyped(filled), outcome: choice };

          const { settled, cards, refused } = give(duty, answers, dutch);

          if (cards.length === 0) {
            // Where there is no room for it, it stands among the other ways.
            assert.equal(outcome, 'unable');
            return;
          }
          const whole = settle(duty, { ...filled, outcome: choice });
          assert.ok(settled, refused && texts(refused).join('\n'));
          assert.ok(whole.ok);
          assert.equal(settled.outcome, outcome);
          for (const [field, value] of Object.entries(whole.values))
            assert.deepEqual(settled.values[field], value, field);
        });

        it(`brings “${choice}” back into the steps that correct it`, () => {
          const duty = answeredWith(aDuty(kind), { ...filled, outcome: choice });
          const values = defined(answerBy(duty, anna.aadObjectId)).values;

          const { settled, cards, refused } = give(duty, { outcome: choice }, dutch);

          assert.ok(settled, refused && texts(refused).join('\n'));
          for (const [field, value] of Object.entries(values))
            assert.deepEqual(settled.values[field], value, field);
          const before = words.nl.answeredBefore(titleOf(duty, choice));
          assert.ok(texts(defined(cards[0])).includes(before));
        });

        it(`asks for “${choice}” at most six things at once, with six buttons at most`, () => {
          for (const [, reader] of readers) {
            for (const card of cardsAsking(aDuty(kind), { outcome: choice }, reader)) {
              assert.ok(inputs(card).length <= maxInputs, texts(card).join('\n'));
              assert.ok(actions(card).length <= maxActions, texts(card).join('\n'));
            }
          }
        });

        it(`shows “${choice}” with its words once it is given`, () => {
          const duty = answeredWith(aDuty(kind), { ...filled, outcome: choice });
          const [said] = kindOf(kind).summary(aDuty(kind), { outcome: choice }, dutch).facts;

          const shown = texts(asPlain(dutyCard(duty, { viewer: anna.aadObjectId }, dutch)));

          assert.ok(shown.join('\n').includes(defined(said).value), shown.join('\n'));
        });
      }

      for (const { because, inputs: filled, field } of wrongAnswers[kind]) {
        it(`does not take an answer where ${because}, and says so at that field`, () => {
          const duty = aDuty(kind);

          for (const [, reader] of readers) {
            const settled = settle(duty, filled, reader);

            assert.ok(!settled.ok);
            assert.deepEqual(
              settled.messages.map((message) => message.field),
              [field],
            );
            for (const { message } of settled.messages) assert.match(message, /\p{L}/u);
            const form = { typed: filled, messages: settled.messages };
            const card = dutyCard(duty, { viewer: anna.aadObjectId, form }, reader);
            assert.deepEqual(faultsOf(card), []);
            assert.ok(
              texts(asPlain(card))
                .join('\n')
                .includes(settled.messages[0]?.message ?? '-'),
            );
          }
        });
      }

      it('takes no password in any text that it asks for, and does not bring it back', () => {
        const duty = aDuty(kind);
        const secret = 'wachtwoord: Zomer2026!';
        let asked = 0;
        for (const [choice, { inputs: filled }] of good) {
          const given = { ...filled, outcome: choice };
          const steps = cardsAsking(duty, { outcome: choice, typed: filled }, dutch);
          const texts = steps.flatMap(inputs).filter(({ type }) => type === 'Input.Text');
          asked += texts.length;
          for (const { id } of texts) {
            const typed = { ...given, [id]: secret };
            const settled = settle(duty, typed, dutch);

            assert.ok(!settled.ok, id);
            const form = { typed, messages: settled.messages };
            const card = JSON.stringify(dutyCard(duty, { viewer: anna.aadObjectId, form }, dutch));
            assert.ok(!card.includes('Zomer2026'), id);
            assert.ok(
              settled.messages.some(({ message }) => message.includes('wachtwoord')),
              id,
            );
          }
        }
        assert.ok(asked > 0);
      });

      it('keeps what was typed when the form comes back', () => {
        const duty = aDuty(kind);
        const [choice, { inputs: filled }] = defined(good.at(-1));
        const typed = { ...filled, outcome: choice };

        const [, card] = cardsAsking(duty, { outcome: choice, typed }, dutch);

        const stands: Readonly<Record<string, unknown>> = fill(defined(card));
        for (const [id, value] of Object.entries(filled)) assert.equal(stands[id], value, id);
      });

      it('names the field of every input that holds what it cannot hold', () => {
        const duty = aDuty(kind);
        const [choice, { inputs: filled }] = defined(good[0]);
        const base = { ...filled, outcome: choice };
        const asking = cardsAsking(duty, { outcome: choice, typed: base }, dutch);

        for (const input of asking.flatMap(inputs)) {
          for (const wrong of wrongFor(input)) {
            const settled = settle(duty, { ...base, [input.id]: wrong });

            assert.ok(!settled.ok, `${input.id}: ${JSON.stringify(wrong).slice(0, 80)}`);
            const fields = settled.messages.map(({ field }) => field);
            assert.deepEqual(fields, [input.id.replace(/-\w+$/, '')]);
          }
        }
      });

      it('ignores inputs that it did not ask for', () => {
        const duty = aDuty(kind);
        const [choice, { inputs: filled }] = defined(good[0]);
        const strange = { status: 'fulfilled', 'checks-99': 'ok', __proto__: { note: 'x' } };

        const settled = settle(duty, { ...strange, ...filled, outcome: choice });
        const plain = settle(duty, { ...filled, outcome: choice });

        assert.deepEqual(settled, plain);
      });

      for (const filling of ['w', 'woord ', 'één "', '👩‍💻']) {
        it(`fits within Teams’ limits with the longest answer, full of ${filling}`, () => {
          const opening = anOpening(kind, fullOpening(kind, filledWith(filling), 49));
          const { duty } = opened(opening);

          for (const [choice] of good) {
            const longest = longestAnswer(duty, choice, filling);
            const given = answeredWith(duty, longest);
            for (const [, reader] of readers) {
              const asking = { outcome: choice, typed: longest };
              const cards = [
                asPlain(dutyCard(given, { viewer: anna.aadObjectId }, reader)),
                asPlain(channelCard(given, reader)),
                ...cardsAsking(duty, asking, reader),
                ...cardsAsking(given, asking, reader),
              ];
              for (const card of cards) assert.ok(bytesOf(card) <= mostBytes, choice);
            }
          }
        });
      }
    });
  }
});

function settle(duty: Duty, submitted: Submitted, reader = dutch): AnswerCheck {
  return kindOf(duty.kind).settle(duty, submitted, reader);
}

function answeredWith(duty: Duty, submitted: Submitted): Duty {
  const settled = settle(duty, submitted);
  assert.ok(settled.ok, JSON.stringify(settled));
  const { outcome, values } = settled;
  return after(duty, { ...answerOf(aDuty(duty.kind), outcome), values });
}

/** The words on the button of an answer. */
function titleOf(duty: Duty, choice: string): string {
  const question = kindOf(duty.kind).question(duty, { typed: {}, messages: [] }, dutch);
  return defined(question?.answers.find(({ value }) => value === choice)).title;
}

const asTyped = (filled: Submitted): Answers =>
  Object.fromEntries(Object.entries(filled).map(([id, value]) => [id, String(value)]));

/** What no input of this type can hold. */
function wrongFor({ type, json }: CardInput): readonly unknown[] {
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    'Input.ChoiceSet': ['nonsense', 'constructor', 'ok,wrong', ['ok'], { ok: true }, 7],
    'Input.Text': ['x'.repeat(Number(json['maxLength']) + 1)],
    'Input.Number': ['abc', '-1', '1.5', '1e3', '1.25.000', '99999999999', 'Infinity', -3, 0.5],
    'Input.Date': ['2026-02-30', '31-12-2026', 'morgen', '2026-13-01'],
    'Input.Time': ['25:00', '9 uur', '12:60'],
  };
  return defined(wrong[type]);
}

/** The sample of an answer, every line picked and every text input filled to the last character. */
function longestAnswer(duty: Duty, choice: string, filling: string): Submitted {
  // What is asked line by line only where somebody says that it differs.
  const typed = { 'listed-all': 'each' };
  const all = cardsAsking(duty, { outcome: choice, typed }, dutch).flatMap(inputs);
  const { inputs: sample, alone } = defined(goodAnswers[duty.kind][choice]);
  const every = ({ choices }: CardInput): string => choices.map(({ value }) => value).join(',');
  const ticked = all
    .filter(({ id }) => id === `systems-${choice}`)
    .map((one) => [one.id, every(one)]);
  const systems: Submitted = Object.fromEntries(ticked);
  if (alone) return { ...sample, ...systems, outcome: choice };
  const filled = all.flatMap(
    ({ id, type, choices, json }): readonly (readonly [string, string])[] => {
      if (type === 'Input.Text') return [[id, filledWith(filling)(Number(json['maxLength']), 0)]];
      // Every line has the numbers of the first one.
      if (type === 'Input.Number' && /-\d+$/.test(id))
        return [[id, String(sample[id.replace(/\d+$/, '0')])]];
      return /-\d+$/.test(id) ? [[id, defined(choices[0]).value]] : [];
    },
  );
  return { ...sample, ...systems, ...Object.fromEntries(filled), outcome: choice };
}
