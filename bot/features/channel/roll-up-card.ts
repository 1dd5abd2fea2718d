import { buttons } from '../../views/buttons.ts';
import type { Instant } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { actions, card, facts, text } from '../../../cards/elements.ts';
import type { InEachLanguage } from '../../../cards/language.ts';
import type { Status } from '../../duty/duty.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';
import { plural } from '../../../cards/language.ts';

/** What changed in the IT channel's duties since an instant, in numbers. */
export interface Changes {
  readonly since: Instant;
  readonly until: Instant;
  readonly changes: number;
  readonly by: Readonly<Record<Status, number>>;
  readonly unreached: number;
}

const nl = {
  title: 'Veel plichten tegelijk veranderd',
  told: (count: number, since: string, until: string) =>
    `${String(count)} ${plural(count, { one: 'verandering', other: 'veranderingen' })} van ${since} tot ${until}.`,
  by: {
    fulfilled: 'Beantwoord',
    problem: 'Met een probleem',
    open: 'Nog open',
    withdrawn: 'Ingetrokken',
    unreached: 'Niet bezorgd',
  },
  problems: 'Elk probleem heeft een eigen kaart in dit kanaal.',
  cards: 'Kaarten die hier al staan, worden daarna bijgewerkt. Het overzicht toont alles.',
};

const en: typeof nl = {
  title: 'Many duties changed at once',
  told: (count, since, until) =>
    `${String(count)} ${plural(count, { one: 'change', other: 'changes' })} from ${since} to ${until}.`,
  by: {
    fulfilled: 'Answered',
    problem: 'With a problem',
    open: 'Still open',
    withdrawn: 'Withdrawn',
    unreached: 'Not delivered',
  },
  problems: 'Each problem has a card of its own in this channel.',
  cards: 'Cards that are here already are updated after this. The status shows everything.',
};

const rollUpWords: InEachLanguage<typeof nl> = { nl, en };

const order = ['fulfilled', 'problem', 'open', 'withdrawn'] as const satisfies readonly Status[];

/** The day is said once: a moment ends with its time. */
function withoutSameDay(moment: string, before: string): string {
  const day = moment.slice(0, moment.lastIndexOf(' ') + 1);
  return before.startsWith(day) ? moment.slice(day.length) : moment;
}

/** The one card that tells of changes that came too fast for cards of their own. */
export function rollUpCard(changes: Changes, { language, zone, now }: ReaderNow): Card {
  const said = rollUpWords[language];
  const moment = (at: Instant): string =>
    momentInWords(at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  const [since, until] = [moment(changes.since), moment(changes.until)];
  const told = said.told(changes.changes, since, withoutSameDay(until, since));
  const counts = [
    ...order.map((status) => ({ title: said.by[status], count: changes.by[status] })),
    { title: said.by.unreached, count: changes.unreached },
  ].filter(({ count }) => count > 0);
  return card(language, `${said.title}: ${told}`, [
    text(said.title, { weight: 'bolder', size: 'medium', style: 'heading' }),
    text(told),
    ...facts(counts.map(({ title, count }) => ({ title, value: String(count) }))),
    ...(changes.by.problem > 0 ? [text(said.problems)] : []),
    text(said.cards, { isSubtle: true }),
    ...actions([buttons.overview.button(words[language].overview, {}, { inputs: 'none' })]),
  ]);
}
