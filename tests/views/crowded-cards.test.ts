import assert from 'node:assert/strict';
import { cardFaults } from '../../cards/limits.ts';
import { dutyKinds } from '../../bot/kinds/index.ts';
import { channelCard } from '../../bot/views/channel-card.ts';
import { myDutiesCard } from '../../bot/views/chat-cards.ts';
import { viewOf } from '../../bot/duty/view.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import { answered } from '../support/duties/answers.ts';
import { aDuty, anna, asked, bram, dutch, english } from '../support/duties/duties.ts';
import { filledWith, fullOpening } from '../support/duties/extreme-openings.ts';

const outcomes = ['fulfilled', 'problem', 'unable'] as const;
const viewer = anna.aadObjectId;

describe('a card in a state where very much is possible', () => {
  for (const { kind } of dutyKinds)
    it(`fits, also where the answer is corrected and every detail is there: ${kind}`, () => {
      const duty = aDuty(kind, fullOpening(kind, filledWith('x'), 1));
      for (const outcome of outcomes)
        for (const reader of [dutch, english])
          for (const form of [{ again: true }, { again: true, step: 'question' } as const]) {
            const card = dutyCard(answered(duty, outcome), { viewer, form }, reader);

            assert.deepEqual(cardFaults(card), [], `${kind} ${outcome}`);
          }
    });

  it('fits where a long sentence says of none of five duties that it is about that one', () => {
    const items = dutyKinds.slice(0, 5).map(({ kind }) => viewOf(aDuty(kind)));
    for (const sign of ['w ', '"', '\\', '👩‍💻'])
      for (const reader of [dutch, english]) {
        const typed = sign.repeat(1000).slice(0, 1000);
        const list = myDutiesCard(
          items,
          { next: undefined, viewer, told: 'Welke?', typed },
          reader,
        );

        assert.deepEqual(cardFaults(list), [], sign);
        assert.ok(JSON.stringify(list).includes(JSON.stringify(sign.repeat(20)).slice(1, -1)));
      }
  });

  it('fits in the channel where a finding is open, a second person is missing and nobody could judge', () => {
    for (const { kind } of dutyKinds)
      for (const people of [[anna], [anna, bram]]) {
        const open = { ...aDuty(kind, asked(...people)), secondPerson: true as const };
        const found = answered(open, 'problem');
        const unsure = answered(found, 'unable');
        for (const duty of [open, found, unsure])
          for (const reader of [dutch, english])
            assert.deepEqual(cardFaults(channelCard(duty, reader)), [], `${kind} ${duty.status}`);
      }
  });
});
