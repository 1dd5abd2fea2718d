import type { InEachLanguage } from '../../../../../cards/language.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import { day, moment } from '../in-words.ts';
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
    seed: 'zaad',
    records: 'regels in één keten, laatste hash',
  },
  en: {
    due: 'before',
    closed: 'closed',
    open: 'still open',
    none: 'none',
    seed: 'seed',
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

/** Who opened the duty: a person, or the vendor. */
export const openedBy: Answer = ({ records: [first] }) => {
  const vendor = valueAt(first?.data ?? {}, '/vendor');
  return first?.by?.name ?? (typeof vendor === 'string' ? vendor : undefined);
};

/** What was wrong; of an answer without a finding, that nothing was. */
export const deviations: Answer = (story, reader) => {
  const answer = counting(story);
  if (!answer) return undefined;
  const { language } = reader;
  const found = story.findings.map(({ id }) => id).join(', ');
  const told = [found === '' ? words[language].none : found, value('note')(story, reader)];
  return told.filter((text) => text !== undefined).join(' · ');
};

/** Who sees to what was wrong, by when, and how it ended; of an answer without a finding, that nothing is to be done. */
export const followUp: Answer = (story, reader) => {
  const { language } = reader;
  const { because, notRecorded } = dossierTexts[language];
  const how: Readonly<Record<string, string>> = because;
  if (story.findings.length === 0) return counting(story) ? words[language].none : undefined;
  return story.findings
    .map(({ id, owner, dueOn, closedAt, because: why = '' }) =>
      [
        `${id}: ${owner ?? notRecorded}`,
        ...(dueOn === undefined ? [] : [`${words[language].due} ${day(dueOn, reader)}`]),
        closedAt === undefined
          ? words[language].open
          : `${words[language].closed} ${moment(closedAt, reader)} ${how[why] ?? ''}`.trim(),
      ].join(' · '),
    )
    .join('; ');
};

/** Who owns what was wrong. */
export const owners: Answer = ({ findings }) => {
  const named = findings.flatMap(({ id, owner }) =>
    owner === undefined ? [] : [`${id}: ${owner}`],
  );
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
