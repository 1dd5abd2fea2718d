import { tightFrom, useInPercent } from '../../../../kinds/check-capacity/trend.ts';
import { checkCapacityTexts } from '../../../../kinds/check-capacity/texts.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import type { Json } from '../../../../kinds/kind.ts';
import { day, factsOf } from '../in-words.ts';
import { dossierTexts } from '../texts.ts';
import type { Question } from './question.ts';
import { counting, detail, named, together, value } from './question.ts';
import { followUp, openedBy, sampled } from './shared.ts';

const plan = together(
  [{ nl: 'eigenaar', en: 'owner' }, value('owner')],
  [{ nl: 'gepland', en: 'planned' }, value('planned')],
);

const earlierOf: Question['answer'] = ({ records: [first] }, reader) => {
  const earlier = valueAt(first?.data ?? {}, '/earlier');
  const last = Array.isArray(earlier) ? (earlier as readonly Json[]).at(-1) : undefined;
  const at = last === undefined ? undefined : valueAt(last, '/at');
  return typeof at === 'string' ? day(at.slice(0, 10), reader) : undefined;
};

/** A.6.3: informing staff. */
export const staffQuestions: readonly Question[] = [
  {
    ask: { nl: 'Plan van voorlichting', en: 'Awareness plan' },
    answer: together(detail('topic'), [{ nl: 'voor', en: 'for' }, detail('audience')], plan),
  },
  {
    ask: {
      nl: 'Wie nieuw is, is vóór toegang ingelicht',
      en: 'Joiners are informed before they get access',
    },
    answer: together(
      [{ nl: 'nieuwe mensen bereikt', en: 'joiners reached' }, value('joiners')],
      [{ nl: 'erbij gekomen', en: 'joined' }, value('joined')],
      [{ nl: 'sinds', en: 'since' }, earlierOf],
      [{ nl: 'begonnen tot en met', en: 'started up to and including' }, value('joinedUntil')],
      [{ nl: 'ingelicht op', en: 'informed on' }, value('when')],
    ),
  },
  {
    ask: { nl: 'Elk jaar herhaald: de keer hiervoor', en: 'Repeated each year: the time before' },
    answer: earlierOf,
  },
  {
    ask: { nl: 'Hoeveel mensen klaar zijn', en: 'How many completed it' },
    answer: together(
      [{ nl: 'bereikt', en: 'reached' }, value('reached')],
      [{ nl: 'van', en: 'of' }, value('population')],
    ),
  },
  { ask: { nl: 'Gemeten of het werkt', en: 'Effectiveness measured' }, answer: value('effect') },
  {
    ask: { nl: 'Bevestigd: hoe en wanneer', en: 'Acknowledged: how and when' },
    answer: together(
      [{ nl: 'hoe', en: 'how' }, value('how')],
      [{ nl: 'op', en: 'on' }, value('when')],
    ),
  },
];

/** When the copy was to go, and whether somebody showed that it had gone. */
const deletion: Question['answer'] = (story, reader) => {
  const planned = value('deleteOn')(story, reader);
  if (planned === undefined) return undefined;
  const shown = story.followedBy?.findLast(({ about }) => about === 'copy-deleted');
  const { states } = dossierTexts[reader.language];
  const words = { nl: 'gewist', en: 'deleted' }[reader.language];
  if (!shown) return planned;
  const told =
    shown.state === 'fulfilled' && shown.doneOn !== undefined
      ? [`${words}: ${day(shown.doneOn, reader)}`, ...(shown.by === undefined ? [] : [shown.by])]
      : [`${words}: ${states[shown.state]}`];
  return [planned, ...told].join(' · ');
};

/** A.5.14: a transfer of data. */
export const transferQuestions: readonly Question[] = [
  {
    ask: { nl: 'Weg, met de regel ervoor', en: 'Route, with its rule' },
    answer: together(
      [{ nl: 'soort gegevens', en: 'class' }, value('class')],
      [{ nl: 'weg', en: 'route' }, value('route')],
      [{ nl: 'uitzondering voorgelegd aan', en: 'exception put before' }, value('approver')],
    ),
  },
  {
    ask: {
      nl: 'Versleuteling, sleutel langs een andere weg',
      en: 'Encryption, key by another channel',
    },
    answer: value('keyApart'),
  },
  {
    ask: { nl: 'Afspraak met wie het krijgt', en: 'Agreement with the other party' },
    answer: together(
      [{ nl: 'ontvanger', en: 'recipient' }, value('recipient')],
      [{ nl: 'afspraak vastgelegd', en: 'agreement on record' }, value('agreement')],
      [{ nl: 'gevraagd door', en: 'asked by' }, openedBy],
    ),
  },
  {
    ask: { nl: 'Ontvangen, kopie gewist, steekproef', en: 'Received, copy deleted, sample' },
    answer: together(
      [{ nl: 'ontvangst bevestigd', en: 'receipt confirmed' }, value('received')],
      [{ nl: 'kopie wissen op', en: 'delete copy on' }, deletion],
      [{ nl: 'steekproef', en: 'sample' }, sampled],
    ),
  },
];

const use: Question['answer'] = (story, { language }) => {
  const values = counting(story)?.values ?? {};
  const [contracted, peak] = [valueAt(values, '/contracted'), valueAt(values, '/peak')];
  if (typeof contracted !== 'number' || typeof peak !== 'number') return undefined;
  const percent = useInPercent({ contracted, peak });
  const words = { nl: 'grens', en: 'threshold' };
  return percent === undefined ? undefined : `${percent}% · ${words[language]} ${tightFrom}%`;
};

const speed: Question['answer'] = (story, reader) => {
  const said = value('contracted')(story, reader);
  return said && `${said} Mbit/s`;
};

/** The growth that is expected, and when a line is too small at this pace; a line of its own has its name behind it. */
const forecast: Question['answer'] = (story, reader) => {
  const answer = counting(story);
  const { facts, fields } = checkCapacityTexts[reader.language];
  const titles = [fields.growth.short, facts.forecast, facts.inAYear];
  const told = (answer ? factsOf(story, answer, reader) : []).filter(({ title }) =>
    titles.some((one) => title === one || title.startsWith(`${one}, `)),
  );
  return told.length === 0
    ? undefined
    : told.map(({ title, value: said }) => `${title}: ${said}`).join(' · ');
};

/** A.8.6: capacity of the own lines. */
export const capacityQuestions: readonly Question[] = [
  {
    ask: { nl: 'Uitgangspunt: wat is afgesproken', en: 'Baseline: what is contracted' },
    answer: (story, reader) => value('contractedAt')(story, reader) ?? speed(story, reader),
  },
  {
    ask: {
      nl: 'Bewaking: gemeten met wat en wanneer',
      en: 'Monitoring: measured with what and when',
    },
    answer: together(
      (story, reader) => named('peakAt')(story, reader) ?? named('peak')(story, reader),
      named('latency'),
      named('complained'),
      named('source'),
      named('measuredOn'),
    ),
  },
  {
    ask: { nl: 'Grens waarop wordt gewaarschuwd', en: 'Threshold at which is warned' },
    answer: use,
  },
  { ask: { nl: 'Verwachting', en: 'Forecast' }, answer: forecast },
  {
    ask: { nl: 'Besluit en opvolging', en: 'Decision and follow-through' },
    answer: together(plan, value('note'), [{ nl: 'bevindingen', en: 'findings' }, followUp]),
  },
];
