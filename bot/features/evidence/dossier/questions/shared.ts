import type { InEachLanguage } from '../../../../../cards/language.ts';
import type { Json } from '../../../../kinds/kind.ts';
import type { FindingStory, Story } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';
import { day, moment, outcomeInWords, ownerInWords, solverIn, vendorIn } from '../in-words.ts';
import { dossierTexts } from '../texts.ts';
import type { Question } from './question.ts';
import { counting, value } from './question.ts';

type Answer = Question['answer'];

const words: InEachLanguage<{
  readonly due: string;
  readonly closed: string;
  readonly open: string;
  readonly none: string;
  readonly seed: string;
  readonly records: string;
}> = {
  nl: {
    due: 'uiterlijk',
    closed: 'gesloten',
    open: 'nog open',
    none: 'geen',
    seed: 'startgetal',
    records: 'regels in één keten, laatste hash',
  },
  en: {
    due: 'before',
    closed: 'closed',
    open: 'still open',
    none: 'none',
    seed: 'start number',
    records: 'records in one chain, last hash',
  },
};

/** Who judged it, by name. */
export const judge: Answer = (story, { language }) => {
  const answer = counting(story);
  return answer && (answer.name ?? dossierTexts[language].nobody);
};

export const whenAnswered: Answer = (story, reader) => {
  const answer = counting(story);
  return answer && moment(answer.at, reader);
};

const openedOf = ({ records: [first] }: Story): Json => first?.data ?? {};

/** Who opened the duty: a person, the vendor, or the bot by itself. */
export const openedBy: Answer = (story, { language }) => {
  const { bot, nobody } = dossierTexts[language];
  const [first] = story.records;
  return first?.by ? (first.by.name ?? nobody) : (vendorIn(openedOf(story)) ?? bot);
};

/** Who solves what was found where nobody here does. */
export const solver = (story: Story, { language }: DossierReader): string | undefined =>
  solverIn(story.kind, openedOf(story), language);

/** Who bears or owns what was found, or solves it. */
const ownerOf = (
  found: Pick<FindingStory, 'owner' | 'borne'>,
  story: Story,
  reader: DossierReader,
): string | undefined =>
  ownerInWords(found, reader, (on) => day(on, reader)) ?? solver(story, reader);

/** What was wrong; of an answer without a finding, that nothing was. */
export const deviations: Answer = (story, reader) => {
  const answer = counting(story);
  if (!answer) return undefined;
  const { language } = reader;
  const found = story.findings.map(({ id }) => id).join(', ');
  const what = found === '' ? words[language].none : outcomeInWords(story, answer, reader);
  const told = [found, what, value('note')(story, reader)].filter((text) => text !== '');
  return told.filter((text) => text !== undefined).join(' · ');
};

/** Who sees to what was wrong, by when, and how it ended; of an answer without a finding, that nothing is to be done. */
export const followUp: Answer = (story, reader) => {
  const { language } = reader;
  const { because, notRecorded } = dossierTexts[language];
  const how: Readonly<Record<string, string>> = because;
  if (story.findings.length === 0) return counting(story) ? words[language].none : undefined;
  return story.findings
    .map(({ id, dueOn, closedAt, because: why = '', ...one }) =>
      [
        `${id}: ${ownerOf(one, story, reader) ?? notRecorded}`,
        ...(dueOn === undefined ? [] : [`${words[language].due} ${day(dueOn, reader)}`]),
        closedAt === undefined
          ? words[language].open
          : `${words[language].closed} ${moment(closedAt, reader)} ${how[why] ?? ''}`.trim(),
      ].join(' · '),
    )
    .join('; ');
};

/** Who owns what was wrong. */
export const owners: Answer = (story, reader) => {
  const named = story.findings.flatMap(({ id, ...one }) => {
    const who = ownerOf(one, story, reader);
    return who === undefined ? [] : [`${id}: ${who}`];
  });
  return named.length === 0 ? undefined : named.join(', ');
};

/** By when it was to be solved. */
export const dueDates: Answer = ({ findings }, reader) => {
  const named = findings.flatMap(({ id, dueOn }) =>
    dueOn === undefined ? [] : [`${id}: ${day(dueOn, reader)}`],
  );
  return named.length === 0 ? undefined : named.join(', ');
};

/** That the records are chained, and where the chain ends. */
export const chainSeal: Answer = ({ seq, hash }, { language }) =>
  `${seq} ${words[language].records} ${hash.slice(0, 16)}…`;

/** The samples in which the duty was drawn. */
export const sampled: Answer = ({ drawn = [] }, { language }) =>
  drawn.length === 0
    ? undefined
    : drawn.map((seed) => `${words[language].seed} ${seed}`).join(', ');
