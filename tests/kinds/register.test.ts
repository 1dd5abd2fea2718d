import assert from 'node:assert/strict';
import { maxInputs } from '../../cards/form/pages.ts';
import { maxActions } from '../../cards/limits.ts';
import { allKinds, dutyKinds, kindOf, parseKind, parseStoredKind } from '../../bot/kinds/index.ts';
import { answerBy } from '../../bot/duty/duty.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import {
  newDutyFields,
  newDutyForm,
  newDutyKindCard,
  newDutyPages,
} from '../../bot/features/new-duty/card.ts';
import { answered } from '../support/duties/answers.ts';
import { actions, inputs, texts } from '../support/cards/card-reader.ts';
import { anna, anOpening, bram, defined, opened } from '../support/duties/duties.ts';
import { asPlain, everyCard, faultsOf, readers } from '../support/cards/duty-cards.ts';

describe('the register of duties', () => {
  it('knows every kind by its name and no other', () => {
    const names = dutyKinds.map(({ kind }) => kind);

    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(names.map(parseKind), names);
    for (const stranger of ['', 'verify', 'VERIFY-CHANGE', '__proto__', 'constructor', 7, null]) {
      assert.equal(parseKind(stranger), undefined);
      assert.equal(parseStoredKind(stranger), undefined);
    }
  });

  it('has eight kinds that can be asked for, and two that only the bot itself opens', () => {
    const own = allKinds.map(({ kind }) => kind).filter((kind) => !parseKind(kind));

    assert.equal(dutyKinds.length, 8);
    assert.deepEqual(own, ['nil-return', 'show-done']);
    assert.deepEqual(own.map(parseStoredKind), own);
  });

  it('says of each kind that can be asked for what auditors call it, and of no two the same', () => {
    const called = dutyKinds.map(({ kind }) => kindOf(kind).drawnAs?.source);

    assert.ok(called.every((words) => words !== undefined));
    assert.equal(new Set(called).size, dutyKinds.length);
  });

  it('says in both languages what a reply to the vendor asks for, or in neither', () => {
    const said = allKinds.map(({ kind }) =>
      (['nl', 'en'] as const).map((language) =>
        Object.keys(kindOf(kind).words(language).reply ?? {}),
      ),
    );

    assert.ok(said.some(([nl = []]) => nl.length === 2));
    for (const [nl, en] of said) assert.deepEqual(nl, en);
  });

  for (const { kind } of allKinds) {
    describe(kind, () => {
      for (const [language, reader] of readers) {
        it(`has every word in ${language}`, () => {
          const { name, ask, why, passage, outcomes } = kindOf(kind).words(reader.language);

          const said = [name, ask, why, passage, ...Object.values(outcomes)];

          assert.equal(Object.keys(outcomes).length, 3);
          for (const word of said) assert.match(word, /\p{L}/u);
        });

        it(`makes cards in ${language} that Teams takes, whatever the state`, () => {
          const { duty, rows } = fresh(kind);

          const cards = everyCard(duty, rows, reader);

          assert.ok(cards.length >= (parseKind(kind) ? 21 : 20));
          for (const [situation, card] of cards) {
            assert.deepEqual(faultsOf(card), [], situation);
            assert.ok(inputs(asPlain(card)).length <= maxInputs, situation);
            assert.ok(actions(asPlain(card)).length <= maxActions, situation);
            assert.equal(card.lang, reader.language, situation);
          }
        });

        it(`asks by hand in ${language} for everything that it needs`, () => {
          const openable = parseKind(kind);
          // What only the bot opens has no form.
          if (openable === undefined) return;

          const people = [anna, bram];
          const shown = { people, reader, once: 'form-1', typed: {}, messages: [] };
          const pages = newDutyPages(openable, people);
          const forms = pages.map((_, at) =>
            asPlain(newDutyForm(openable, { ...shown, at: at + 1 })),
          );

          const asked = forms.flatMap((form) => inputs(form).map(({ id }) => fieldOf(id)));

          const needed = Object.keys(newDutyFields(openable, people));
          assert.deepEqual([...new Set(asked)].toSorted(), needed.toSorted());
        });
      }

      it('says the same in both languages, each in its own words', () => {
        const [nl, en] = [kindOf(kind).words('nl'), kindOf(kind).words('en')];

        assert.notEqual(nl.name, en.name);
        assert.notEqual(nl.ask, en.ask);
        assert.notEqual(nl.why, en.why);
      });

      it('tells on the open card what is asked, why, by whom and of what', () => {
        const { duty } = fresh(kind);
        const { why, passage } = kindOf(kind).words('nl');

        const card = asPlain(dutyCard(duty, { viewer: anna.aadObjectId }, reader('Dutch')));

        const whole = JSON.stringify(card);
        for (const told of [duty.title, duty.reference, duty.system, why, passage]) {
          assert.ok(whole.includes(told), told);
        }
        assert.ok(whole.includes(kindOf(kind).control));
        assert.ok(whole.includes('Unit4 Bedrijfssoftware'));
      });

      it('gives nobody else a form or a way to answer', () => {
        const { duty } = fresh(kind);

        const card = asPlain(dutyCard(duty, { viewer: bram.aadObjectId }, reader('English')));

        assert.deepEqual(inputs(card), []);
        assert.ok(!actions(card).some(({ verb }) => verb === 'answer' || verb === 'correct'));
      });

      it('lets only the one who answered correct it, and nobody once it is withdrawn', () => {
        const duty = answered(fresh(kind).duty, 'fulfilled');
        const withdrawn = { ...duty, status: 'withdrawn' as const };
        const offered = (of: typeof duty, viewer: typeof anna): boolean =>
          actions(asPlain(dutyCard(of, { viewer: viewer.aadObjectId }, reader('Dutch')))).some(
            ({ verb }) => verb === 'correct',
          );

        const offers = [offered(duty, anna), offered(duty, bram), offered(withdrawn, anna)];

        assert.deepEqual(offers, [true, false, false]);
      });

      it('shows on the settled card who answered', () => {
        const duty = answered(fresh(kind).duty, 'problem');

        const shown = texts(
          asPlain(dutyCard(duty, { viewer: bram.aadObjectId }, reader('Dutch'))),
        ).join('\n');

        assert.ok(answerBy(duty, anna.aadObjectId));
        assert.ok(shown.includes(anna.name));
        assert.ok(shown.includes('Nu aan zet'));
      });
    });
  }

  it('offers every kind where a duty is opened by hand', () => {
    for (const [, { language }] of readers) {
      const card = newDutyKindCard(language);

      const [choice] = inputs(asPlain(card));

      assert.deepEqual(faultsOf(card), []);
      assert.deepEqual(
        choice?.choices.map(({ value }) => value),
        dutyKinds.map(({ kind }) => kind),
      );
    }
  });
});

function fresh(kind: Parameters<typeof anOpening>[0]) {
  const opening = anOpening(kind);
  return { duty: opened(opening).duty, rows: opening.rows };
}

function reader(language: string) {
  return defined(readers.find(([name]) => name === language))[1];
}

/** The field to which an input belongs: a moment has two inputs, a list one for each line. */
function fieldOf(id: string): string {
  return id.replace(/-(?:day|time|\d+)$/, '');
}
