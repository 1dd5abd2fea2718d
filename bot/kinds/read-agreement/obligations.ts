import { createHash } from 'node:crypto';
import type { AnswerOf, Line } from '../../../cards/fields.ts';
import { choice, entries, lines, paragraph, radio, together } from '../../../cards/fields.ts';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import { eachItsOwn, togetherInput } from '../../../cards/input-ids.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { FollowUp, Json } from '../kind.ts';

/** What is asked of whoever reads an agreement. */
export const agreementFields = {
  readVersion: radio('same', 'other'),
  outcome: choice('understood', 'remark', 'unclear', 'not-my-role'),
  listed: together(lines('arrange', 'inform', 'arranged', 'not-ours'), 'arranged', 'arrange'),
  obligations: entries(500),
  note: paragraph(800),
} as const;
export type AgreementAnswer = AnswerOf<typeof agreementFields>;

/**
 * How the obligations are asked: one choice for all of them, and a step for each its own where somebody says that it
 * differs. Whoever chose line by line before, on an earlier card or in the answer that is corrected, goes on so.
 */
export function obligationSteps(typed: Submitted): {
  readonly first: 'listed' | 'listed:together';
  readonly then: readonly (readonly ['listed'])[];
} {
  const all = typed[togetherInput('listed')];
  const byLine = Object.keys(typed).some((id) => /^listed-\d+$/.test(id) && isFilled(typed[id]));
  if (!isFilled(all) && byLine) return { first: 'listed', then: [] };
  return { first: 'listed:together', then: all === eachItsOwn ? [['listed']] : [] };
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== '';

/** More than this does not fit on a card beside the longest texts (28 KB). */
export const maxObligations = 8;
export const maxObligationLength = 100;
export const maxOwnObligations = 10;

/** What the reader adds to the vendor's list, one a line. */
export const ownObligations = ({ obligations }: AgreementAnswer): readonly string[] => [
  ...new Set(
    (obligations ?? '')
      .split('\n')
      .map((row) => row.trim())
      .filter((row) => row !== ''),
  ),
];

const workdaysToArrange = 20;

/** The same obligation is the same duty, also when the answer is corrected. */
const nameOf = (what: string, text: string): string =>
  `${what}-${createHash('sha256').update(text.trim().toLowerCase()).digest('hex').slice(0, 16)}`;

/** The words with which an obligation becomes a duty of its own. */
export interface ObligationWords {
  readonly arrange: string;
  readonly inform: string;
  readonly tell: (obligation: string, document: string) => string;
  readonly prove: (obligation: string, document: string) => string;
  readonly alert: (document: string, question: string) => string;
}

/** Each obligation that has to be arranged or told becomes a duty for whoever answered; once. */
export function obligationDuties(
  answer: AgreementAnswer,
  document: string,
  said: InEachLanguage<ObligationWords>,
): readonly FollowUp[] {
  const listed: readonly Line[] = answer.listed ?? [];
  const chosen = (value: string): readonly string[] =>
    listed.filter((one) => one.value === value).map(({ line }) => line);
  const open = (
    what: 'arrange' | 'inform',
    {
      kind,
      text,
      details,
    }: {
      readonly kind: string;
      readonly text: string;
      readonly details: (language: Language) => Json;
    },
  ): FollowUp => ({
    type: 'open',
    name: nameOf(what, text),
    kind,
    title: { nl: `${said.nl[what]}: ${text}`, en: `${said.en[what]}: ${text}` },
    dueInWorkdays: workdaysToArrange,
    details: { nl: details('nl'), en: details('en') },
    to: 'answerer',
  });
  const toArrange = [...new Set([...chosen('arrange'), ...ownObligations(answer)])];
  return [
    ...toArrange.map((text) =>
      open('arrange', {
        kind: 'show-done',
        text,
        details: (language) => ({
          about: 'arranged',
          task: said[language].prove(text, document),
        }),
      }),
    ),
    ...chosen('inform').map((text) =>
      open('inform', {
        kind: 'inform-staff',
        text,
        details: (language) => ({
          topic: said[language].tell(text, document),
        }),
      }),
    ),
  ];
}
