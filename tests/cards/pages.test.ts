import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { count, day, line, moment, paragraph, required } from '../../cards/fields.ts';
import { keptElsewhere, laterAreFilled, pagesOf, turnTo } from '../../cards/form/pages.ts';
import { cardBytes, maxCardBytes } from '../../cards/limits.ts';
import { newDutyForm, newDutyPages } from '../../bot/features/new-duty/card.ts';
import { tooLong } from '../../bot/views/forms/page.ts';
import { asPlain } from '../support/cards/duty-cards.ts';
import { typedSoFar } from '../support/cards/form-pages.ts';
import { texts } from '../support/cards/card-reader.ts';
import { anna, dutch } from '../support/duties/duties.ts';

const fields = {
  system: required(line(100)),
  title: required(line(200)),
  when: moment(),
  first: count(),
  second: count(),
  why: required(paragraph(1000)),
  until: day(),
};
const pages = pagesOf(fields, [['system', 'title', 'when'], ['first', 'second', 'why'], ['until']]);

describe('a form on several cards', () => {
  it('has six inputs a card at most, a moment counted as two, and begins a group where it fits', () => {
    assert.deepEqual(pages, [
      ['system', 'title', 'when'],
      ['first', 'second', 'why', 'until'],
    ]);
  });

  it('keeps two fields together that stand side by side', () => {
    const [page] = pagesOf(fields, [['when', 'system', 'title', 'why', 'first', 'second']]);

    assert.deepEqual(page, ['when', 'system', 'title', 'why']);
  });

  it('goes on once what stands on the card is right, whatever is missing on the next', () => {
    const later = [{ field: 'why', message: 'Vul dit in.' }];
    const here = [{ field: 'title', message: 'Vul dit in.' }];

    const on = turnTo(pages, { page: 1, turn: 'next' }, later);
    const kept = turnTo(pages, { page: 1, turn: 'next' }, [...later, ...here]);

    assert.deepEqual(on, { at: 2, messages: [] });
    assert.deepEqual(kept, { at: 1, messages: here });
  });

  it('opens the first card with something wrong when it is sent, and is taken when nothing is', () => {
    const wrong = [{ field: 'title', message: 'Vul dit in.' }];

    assert.deepEqual(turnTo(pages, { page: 2 }, wrong), { at: 1, messages: wrong });
    assert.deepEqual(turnTo(pages, {}, wrong), { at: 1, messages: wrong });
    assert.equal(turnTo(pages, { page: 2 }, []), undefined);
    assert.deepEqual(turnTo(pages, { page: 2, turn: 'back' }, wrong), { at: 1, messages: [] });
  });

  it('carries what was typed on other cards, and no password', () => {
    const typed = { system: 'Unit4', title: 'wachtwoord: Zomer2026!', why: 'hier', 'when-day': '' };

    assert.deepEqual(keptElsewhere({ fields, typed }, pages, 2), { system: 'Unit4' });
  });

  it('can be sent from a card once all that is needed on later ones is there', () => {
    assert.equal(laterAreFilled({ fields, typed: {} }, pages, 1), false);
    assert.equal(laterAreFilled({ fields, typed: { why: 'x' } }, pages, 1), true);
    assert.equal(laterAreFilled({ fields, typed: {} }, pages, 2), true);
  });

  it('says so where a text is too long to come along, and fits', () => {
    const typed = { system: 'Unit4', accounts: 'a; b\n'.repeat(4000) };
    const shown = { people: [anna], reader: dutch, once: 'form-1', messages: [] };

    const card = newDutyForm('review-access', { ...shown, typed, at: 1 });

    assert.ok(newDutyPages('review-access', [anna]).length === 2);
    assert.ok(cardBytes(card) <= maxCardBytes);
    assert.equal(typedSoFar(asPlain(card))['system'], 'Unit4');
    const lost = tooLong.nl('De accounts, één per regel: account; naam; rol');
    assert.ok(texts(asPlain(card)).join('\n').includes(lost), texts(asPlain(card)).join('\n'));
  });
});
