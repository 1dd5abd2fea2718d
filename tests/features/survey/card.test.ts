import type { Person } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import type { SurveyType } from '../../../bot/kinds/survey.ts';
import { surveyAnswers } from '../../../bot/kinds/survey.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { channelCard } from '../../../bot/views/channel-card.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { surveyCard } from '../../../bot/features/survey/card.ts';
import { surveyForm, surveyPage } from '../../../bot/views/survey/progress.ts';
import type { Card } from '../../../cards/card.ts';
import { after, answered, withdrawal } from '../../support/duties/answers.ts';
import { actions, texts } from '../../support/cards/card-reader.ts';
import { aDuty, aPerson, anna, bram, carla, defined, dutch } from '../../support/duties/duties.ts';
import { asPlain, faultsOf, readers } from '../../support/cards/duty-cards.ts';

const kinds = { message: 'inform-staff', pulse: 'check-capacity' } as const;
const hard = '[klik](https://kwaad.nl) **vet** <b>x</b> ';

function started(type: SurveyType, people: readonly Person[], text = 'Lees dit'): Duty {
  const topic = { topic: 'De zeven vuistregels', url: 'https://voorbeeld.nl/regels' };
  const duty = aDuty(kinds[type], type === 'message' ? { details: topic } : {});
  const day = '2026-11-23';
  return after(duty, { type: 'survey-started', by: anna, survey: type, text, people, day });
}

const saying = (card: Card): string => texts(asPlain(card)).join('\n');

describe('the cards of a round', () => {
  for (const type of ['message', 'pulse'] as const) {
    for (const [language, reader] of readers) {
      it(`of a ${type} can be sent in ${language}, whatever the state and the text`, () => {
        const crowd = Array.from({ length: 1000 }, (_, at) =>
          aPerson(`p-${String(at)}`, `${hard}${String(at)}`.repeat(3)),
        );
        const duty = started(
          type,
          [bram, carla, ...crowd],
          `${hard.repeat(30)}\n\nregel`.repeat(2),
        );
        const [answer] = surveyAnswers[type];
        const read = after(duty, { type: 'survey-answered', by: bram, answer });
        const again = after(read, { type: 'survey-reminded', by: anna, day: '2026-11-24' });
        const gone = after(again, withdrawal);
        const shown = { type, typed: {}, messages: [] };

        const cards = [
          ...[duty, read, again, gone].flatMap((one) => [
            surveyCard(one, bram.aadObjectId, reader),
            surveyCard(one, carla.aadObjectId, reader),
            surveyPage(one, defined(one.survey), reader),
            channelCard(one, reader),
            dutyCard(one, { viewer: anna.aadObjectId }, reader),
          ]),
          dutyCard(answered(read, 'problem'), { viewer: anna.aadObjectId }, reader),
          surveyForm(aDuty(kinds[type]), { ...shown, people: [bram, carla] }, reader),
          surveyForm(aDuty(kinds[type]), { ...shown, people: crowd }, reader),
        ];

        for (const card of cards) {
          assert.deepEqual(faultsOf(card), []);
          assert.equal(card.lang, reader.language);
        }
      });
    }
  }

  it('show what somebody wrote as it was written, and as nothing else', () => {
    const card = surveyCard(started('message', [bram], hard), bram.aadObjectId, dutch);

    assert.ok(saying(card).includes(hard.trim()));
    assert.ok(
      !JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock')).includes('klik'),
    );
  });

  it('say who asks, why, and what becomes of the answer', () => {
    const said = saying(surveyCard(started('message', [bram]), bram.aadObjectId, dutch));

    assert.match(said, /Anna de Vries/);
    assert.match(said, /bewaard als bewijs/);
    assert.match(said, /alleen aantallen/);
  });

  it('offer one way to answer a message and three to answer a question, until it was answered', () => {
    const taps = (duty: Duty, who = bram): readonly unknown[] =>
      actions(asPlain(surveyCard(duty, who.aadObjectId, dutch))).flatMap(({ verb, data }) =>
        verb === 'round-answer' ? [data['a']] : [],
      );
    const pulse = started('pulse', [bram, carla]);
    const said = after(pulse, { type: 'survey-answered', by: bram, answer: 'bad' });

    assert.deepEqual(taps(started('message', [bram])), ['read']);
    assert.deepEqual(taps(pulse), ['good', 'sometimes', 'bad']);
    assert.deepEqual([taps(said), taps(said, carla)], [[], ['good', 'sometimes', 'bad']]);
    assert.deepEqual(taps(after(pulse, withdrawal)), []);
  });

  it('name nobody in the channel', () => {
    const said = saying(channelCard(started('pulse', [bram, carla]), dutch));

    assert.match(said, /0 van 2 hebben geantwoord; 2 onderweg/);
    assert.ok(!said.includes(bram.name) && !said.includes(carla.name));
  });

  it('leave whoever has the duty every way on that it has without them', () => {
    for (const type of ['message', 'pulse'] as const) {
      const verbs = actions(
        asPlain(dutyCard(started(type, [bram]), { viewer: anna.aadObjectId }, dutch)),
      );

      const offered = verbs.map(({ verb, data }) => String(data['f'] ?? verb));
      for (const way of ['answer', 'round', 'answer-more']) {
        assert.ok(offered.includes(way), `${type}: ${way}`);
      }
    }
    const message = saying(
      dutyCard(started('message', [bram]), { viewer: anna.aadObjectId }, dutch),
    );
    assert.match(message, /Unit4 Bedrijfssoftware noemde jou/);
  });
});
