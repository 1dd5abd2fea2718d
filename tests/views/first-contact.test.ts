import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { helpCard, notUnderstoodCard } from '../../bot/views/contact/help-card.ts';
import { introductionCard, welcomeCard } from '../../bot/views/contact/first-contact.ts';
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

  for (const [who, where, { sees, seesNot, ...reads }] of [
    [
      'a key user',
      'personal',
      {
        overseer: false,
        inItChannel: false,
        sees: /mijn plichten[^]*gegevens sturen[^]*CHG-1234/,
        seesNot:
          /overzicht|risico|startgetal|dossier|rooster|plannen|nieuwe plicht|gebruik dit kanaal/,
      },
    ],
    [
      'an auditor, or the IT team in their own chat',
      'personal',
      {
        overseer: true,
        inItChannel: false,
        sees: /mijn plichten[^]*overzicht[^]*risicolijst[^]*CHG-1234[^]*startgetal[^]*dossier/,
        seesNot: /rooster|plannen|nieuwe plicht|gebruik dit kanaal/,
      },
    ],
    [
      'the IT team',
      'channel',
      {
        overseer: true,
        inItChannel: true,
        sees: /overzicht[^]*nieuwe plicht[^]*rooster[^]*plannen[^]*huisregels[^]*risicolijst[^]*startgetal[^]*dossier/,
        seesNot: /mijn plichten|CHG-1234|gebruik dit kanaal/,
      },
    ],
    [
      'whoever writes in another channel',
      'channel',
      {
        overseer: false,
        inItChannel: false,
        sees: /gebruik dit kanaal/,
        seesNot: /mijn plichten|overzicht|startgetal|rooster|plannen|huisregels/,
      },
    ],
  ] as const)
    it(`offers ${who} (${where}) what they may do there, and nothing else`, () => {
      for (const card of [
        helpCard('nl', where, reads),
        notUnderstoodCard('nl', { ...reads, where }),
      ]) {
        const read = texts(asPlain(card)).slice(1, -1).join('\n');
        assert.match(read, sees);
        assert.doesNotMatch(read, seesNot);
        const leads = actions(asPlain(card)).map(({ verb }) => verb);
        assert.equal(leads.includes('overview'), reads.overseer);
      }
    });
});
