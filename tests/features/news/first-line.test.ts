import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { News } from '../../../bot/duty/news.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { newsCard } from '../../../bot/features/news/card.ts';
import { texts } from '../../support/cards/card-reader.ts';
import { asPlain } from '../../support/cards/duty-cards.ts';
import { after, answered } from '../../support/duties/answers.ts';
import { aDuty, anna, bram, carla, dutch } from '../../support/duties/duties.ts';

const found = answered(aDuty('verify-change'), 'problem');
const planned = after(answered(aDuty('inform-staff'), 'problem'), {
  ...{ type: 'finding-planned', by: bram, owner: carla, dueOn: '2026-12-04' },
});
const risk = { reason: 'Er is een andere weg', until: '2027-01-15' };
const asked = after(found, { type: 'risk-asked', by: bram, of: carla, ...risk });
const borne = after(found, {
  ...{ type: 'risk-accepted', by: carla, acceptedBy: carla.name, ...risk },
});

/** The first line below the band. */
function firstLine(duty: Duty, news: News, to: typeof anna): string | undefined {
  const about = { type: 'news', news } as const;
  const card = newsCard(duty, { about, where: 'personal', to: to.aadObjectId }, dutch);
  return texts(asPlain(card))[3];
}

describe('the first line of what people are told about a finding', () => {
  for (const [who, news, duty, to, reads] of [
    [
      'whoever is to own it: yes or no, until when, and what comes if not',
      'owner',
      planned,
      carla,
      /^\*\*Nu aan zet: jij\*\*, uiterlijk woensdag 25 november: zeg of je dit oppakt\. Zo niet,/,
    ],
    [
      'whoever is to bear its risk',
      'risk-asked',
      asked,
      carla,
      /^\*\*Nu aan zet: jij\*\*, uiterlijk woensdag 25 november: zeg of je dit accepteert\./,
    ],
    [
      'whoever found what somebody bears now: nothing more is needed, until which day',
      'accepted',
      borne,
      anna,
      /^\*\*Klaar\.\*\* Carla Smit draagt het risico tot vrijdag 15 januari 2027\./,
    ],
    [
      'whoever bears a risk that ends: bear it longer, until when, and what comes if not',
      'risk-ends',
      borne,
      carla,
      /^\*\*Nu aan zet: jij\*\*, uiterlijk vrijdag 15 januari 2027\.$/,
    ],
  ] as const)
    it(`tells ${who}`, () => {
      assert.match(firstLine(duty, news, to) ?? '', reads);
    });
});
