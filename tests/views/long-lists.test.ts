import assert from 'node:assert/strict';
import type { Card } from '../../cards/card.ts';
import { viewOf } from '../../bot/duty/view.ts';
import type { DutyView } from '../../bot/duty/view.ts';
import { myDutiesCard, noticeCard } from '../../bot/views/chat-cards.ts';
import { helpCard, notUnderstoodCard } from '../../bot/views/contact/help-card.ts';
import { introductionCard, welcomeCard } from '../../bot/views/contact/first-contact.ts';
import { overviewCard, overviewRestCard } from '../../bot/features/overview/card.ts';
import { answered } from '../support/duties/answers.ts';
import { actions, texts } from '../support/cards/card-reader.ts';
import { aDuty, anna, anOpening, bram, dutch, opened } from '../support/duties/duties.ts';
import { asPlain, faultsOf, readers } from '../support/cards/duty-cards.ts';
import { coverageMap } from '../../bot/features/overview/coverage/map.ts';
import { quarterOf, quartersUpTo } from '../../bot/duty/time/quarter.ts';
import { filledWith, fullOpening } from '../support/duties/extreme-openings.ts';
import { liveMarks } from '../support/nasty.ts';

const quarters = quartersUpTo(quarterOf(dutch.now, dutch.zone), 4);
const emptyMap = coverageMap(
  quarters.map((quarter) => ({ quarter, tallies: {}, nils: [] })),
  { first: quarters[0], late: [], moreLate: false, zone: dutch.zone },
);

describe('lists in chat', () => {
  for (const filling of ['w', '*', '"', '\\', '👩‍💻']) {
    it(`fit within Teams’ limits when every field is full of ${JSON.stringify(filling)}`, () => {
      const views = manyViews(100, filling);

      for (const [language, reader] of readers) {
        const mine = myDutiesCard(
          views.slice(0, 5),
          { next: 'next', viewer: bram.aadObjectId },
          reader,
        );
        const overview = overviewCard(figures(views), reader);

        assert.deepEqual(faultsOf(mine), [], `my duties in ${language}`);
        assert.deepEqual(faultsOf(overview), [], `the overview in ${language}`);
        const rest = overviewRestCard(figures(views), 6, reader);
        assert.deepEqual(faultsOf(rest), [], `the rest of it in ${language}`);
        assert.deepEqual(markedTexts(overview).flatMap(liveMarks), []);
      }
    });
  }

  it('name each duty with a button that brings its card', () => {
    const views = [aDuty('verify-change'), aDuty('confirm-restore')].map(viewOf);

    const card = asPlain(myDutiesCard(views, { next: undefined, viewer: anna.aadObjectId }, dutch));

    const seen = texts(card).join('\n');
    for (const { title, reference, system } of views) {
      for (const told of [title, reference, system]) assert.ok(seen.includes(told));
    }
    assert.deepEqual(
      actions(card).map(({ verb, data }) => [verb, data['d']]),
      views.map(({ id }) => ['bring', id]),
    );
  });

  it('put what is late before problems that have time, and these before the rest', () => {
    const view = (reference: string, dueOn: string) =>
      viewOf(aDuty('verify-change', { reference, dueOn }));
    const problem = viewOf(answered(aDuty('verify-change', { reference: 'P-1' }), 'problem'));
    const open = [view('ON-TIME', '2026-12-24'), view('LATE', '2026-11-02')];
    const shown = {
      open,
      problems: [problem],
      moreOpen: false,
      moreProblems: false,
      map: emptyMap,
      opens: 'show' as const,
    };

    const seen = texts(asPlain(overviewCard(shown, dutch))).join('\n');

    const places = ['LATE', 'P-1', 'ON-TIME'].map((reference) => seen.indexOf(reference));
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
    assert.ok(!places.includes(-1));
  });

  it('begin with what is late however many problems there are, and lead to all the others', () => {
    const each = (count: number, name: string, make: (reference: string) => DutyView) =>
      Array.from({ length: count }, (_, at) => make(`${name}-${String(at + 1)};`));
    const problems = each(9, 'P', (reference) =>
      viewOf(answered(aDuty('verify-change', { reference }), 'problem')),
    );
    const late = each(4, 'L', (reference) =>
      viewOf(aDuty('verify-change', { reference, dueOn: '2026-11-02' })),
    );
    const shown = {
      open: late,
      problems,
      moreOpen: false,
      moreProblems: false,
      map: emptyMap,
      opens: 'show' as const,
    };
    const named = (card: Card) =>
      texts(asPlain(card))
        .join('\n')
        .match(/[PL]-\d+;/g) ?? [];
    const way = (card: Card) =>
      actions(asPlain(card)).find(({ verb }) => verb === 'overview-rest')?.data['c'];

    const first = overviewCard(shown, dutch);
    const second = overviewRestCard(shown, Number(way(first)), dutch);
    const third = overviewRestCard(shown, Number(way(second)), dutch);
    const fourth = overviewRestCard(shown, Number(way(third)), dutch);

    assert.deepEqual(named(first), ['L-1;', 'L-2;', 'L-3;', 'L-4;']);
    assert.deepEqual(named(second), ['P-1;', 'P-2;', 'P-3;', 'P-4;']);
    assert.deepEqual(named(third), ['P-5;', 'P-6;', 'P-7;', 'P-8;']);
    assert.deepEqual(named(fourth), ['P-9;']);
    assert.equal(way(fourth), undefined);
  });

  it('count what is open, late and wrong, and say when there are more than were read', () => {
    const late = viewOf(aDuty('verify-change', { dueOn: '2026-11-02' }));
    const onTime = viewOf(aDuty('verify-change'));
    const shown = {
      open: [late, onTime, onTime],
      problems: [],
      moreProblems: false,
      map: emptyMap,
      opens: 'show' as const,
    };

    const exact = texts(asPlain(overviewCard({ ...shown, moreOpen: false }, dutch)));
    const more = texts(asPlain(overviewCard({ ...shown, moreOpen: true }, dutch)));

    for (const figure of ['3', '1', '0']) assert.ok(exact.includes(figure), figure);
    assert.ok(more.includes('3+'));
  });

  it('are sent as a notice when nothing is open', () => {
    const card = myDutiesCard([], { next: undefined, viewer: bram.aadObjectId }, dutch);

    assert.deepEqual(faultsOf(card), []);
    assert.ok(actions(asPlain(card)).length > 0);
  });

  for (const [language, reader] of readers) {
    it(`have companions in ${language} that offer a way on`, () => {
      const places = ['personal', 'channel', 'group'] as const;
      const reads = { overseer: true, inItChannel: true };

      const cards = [
        welcomeCard(reader.language, 'Een titel'),
        introductionCard(reader.language, 'Bram Jansen'),
        ...places.flatMap((where) => [
          helpCard(reader.language, where, reads),
          notUnderstoodCard(reader.language, { ...reads, where }),
          notUnderstoodCard(reader.language, { ...reads, where, came: 'file' }),
          noticeCard(reader.language, where, bram.name),
        ]),
      ];

      for (const card of cards) {
        assert.deepEqual(faultsOf(card), []);
        assert.ok(actions(asPlain(card)).length > 0);
      }
    });
  }
});

function manyViews(count: number, filling: string): readonly DutyView[] {
  const opening = anOpening('verify-change', fullOpening('verify-change', filledWith(filling), 49));
  return Array.from({ length: count }, (_, at) => {
    const { duty } = opened(opening, { key: String(at) });
    return viewOf(duty);
  });
}

function figures(views: readonly DutyView[]): Parameters<typeof overviewCard>[0] {
  return {
    open: views,
    problems: views,
    moreOpen: true,
    moreProblems: true,
    map: emptyMap,
    opens: 'show' as const,
  };
}

function markedTexts(card: Parameters<typeof asPlain>[0]): readonly string[] {
  return texts(asPlain(card));
}
