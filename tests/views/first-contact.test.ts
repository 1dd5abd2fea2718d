import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { helpCard } from '../../bot/views/chat-cards.ts';
import { introductionCard, welcomeCard } from '../../bot/views/first-contact.ts';
import { actions, texts } from '../support/cards/card-reader.ts';
import { asPlain } from '../support/cards/duty-cards.ts';

describe('the first contact', () => {
  it('is three lines with the first duty, and says what it cannot do, what is kept and who sees it', () => {
    const read = texts(asPlain(welcomeCard('nl', 'Release 2026.4.')));

    assert.equal(read[2], 'Je eerste kaart komt hieronder: Release 2026.4.');
    assert.match(read[3] ?? '', /^Ik begrijp alleen .* Ik bewaar je naam en je antwoorden/);
    assert.equal(read.length, 4 + 2);
  });

  it('in a team says who added the bot, and makes the channel its own with one button', () => {
    const card = asPlain(introductionCard('en', 'Bram Jansen'));

    assert.ok(texts(card).some((text) => text.includes('added by Bram Jansen')));
    assert.equal(actions(card)[0]?.verb, 'use-channel');
  });

  it('offers nobody what only the IT team and auditors may do', () => {
    const read = (overseer: boolean) =>
      texts(asPlain(helpCard('nl', 'personal', { overseer }))).join('\n');

    assert.doesNotMatch(read(false), /overzicht|seed|dossier/);
    assert.match(read(true), /overzicht[^]*seed[^]*dossier/);
  });
});
