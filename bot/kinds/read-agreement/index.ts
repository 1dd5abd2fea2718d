import { z } from 'zod';
import { cut } from '../../../cards/plain-text.ts';
import type { Fact } from '../../../cards/card.ts';
import { dayInWords } from '../../../cards/dates.ts';
import { line, paragraph, required } from '../../../cards/fields.ts';
import { textLines } from '../by-hand.ts';
import { defineDuty } from '../define.ts';
import { distinctTexts, foreignLine, foreignText, foreignUrl, siteOf } from '../details.ts';
import type { Earlier, FollowUp, DutyContext, Reader } from '../kind.ts';
import type { AgreementAnswer } from './obligations.ts';
import {
  agreementFields,
  maxObligationLength,
  maxObligations,
  maxOwnObligations,
  obligationDuties,
  obligationSteps,
  ownObligations,
} from './obligations.ts';
import { readAgreementSentences } from './sentences.ts';
import { readAgreementTexts } from './texts.ts';

const details = z.strictObject({
  document: foreignLine(200),
  version: foreignLine(100),
  url: foreignUrl,
  changes: foreignText(2000).optional(),
  obligations: distinctTexts(maxObligations, maxObligationLength).optional(),
});
type Details = z.output<typeof details>;

const reasons = {
  remark: 'whichRemark',
  unclear: 'whatIsUnclear',
  'not-my-role': 'whoseRole',
} as const;

type Problem = {
  field: keyof typeof agreementFields;
  problem: keyof (typeof readAgreementTexts)['nl']['problems'];
  about?: string;
};

/** What was read and understood is this version, with a choice for each thing that it asks of us. */
function checkRead(answer: AgreementAnswer, { version, obligations = [] }: Details) {
  const { readVersion, listed = [] } = answer;
  const problem = readVersion === 'other' ? 'otherVersion' : 'whichVersion';
  const forgotten = obligations.filter((text) => !listed.some((one) => one.line === text));
  const own = ownObligations(answer);
  const wrong: readonly Problem[] = [
    ...(readVersion === 'same' ? [] : [{ field: 'readVersion', problem, about: version } as const]),
    ...(forgotten.length === 0 ? [] : [{ field: 'listed', problem: 'chooseEach' } as const]),
    ...(own.length > maxOwnObligations
      ? [{ field: 'obligations', problem: 'ownTooMany', about: String(maxOwnObligations) } as const]
      : []),
  ];
  return wrong;
}

function check(answer: AgreementAnswer, given: Details): readonly Problem[] {
  const { outcome, note } = answer;
  const positive = outcome === 'understood' || outcome === 'remark';
  return [
    ...(positive ? checkRead(answer, given) : []),
    ...(outcome !== 'understood' && note === undefined
      ? [{ field: 'note', problem: reasons[outcome] } as const]
      : []),
  ];
}

const earlierDetails = z.object({ version: z.string() });

/** What was answered to the version before this one, and what the vendor said to a question then. */
function earlierFacts({ earlier = [] }: DutyContext, { language }: Reader): readonly Fact[] {
  const last: Earlier | undefined = earlier.at(-1);
  if (!last) return [];
  const words = readAgreementTexts[language];
  const known = earlierDetails.safeParse(last.details);
  const outcomes: Readonly<Record<string, string>> = words.fields.outcome.values;
  const said = outcomes[String(last.values['outcome'])] ?? words.outcomes[last.outcome];
  // Always with its year: versions lie years apart.
  const day = dayInWords(last.at.slice(0, 10), language, { thisYear: 0 });
  const note = last.values['note'];
  return [
    {
      title: words.facts.earlier,
      value: words.facts.earlierAnswer(known.data?.version ?? last.reference, said, day),
    },
    ...(note === undefined ? [] : [{ title: words.facts.earlierNote, value: String(note) }]),
    ...(last.reaction === undefined
      ? []
      : [{ title: words.facts.earlierReaction, value: last.reaction }]),
  ];
}

/** What has to be arranged becomes a duty; what is unclear is a question for the contract owner. */
function followUps(answer: AgreementAnswer, { document, version }: Details): readonly FollowUp[] {
  const { nl, en } = readAgreementTexts;
  const named = `${document} ${version}`;
  if (answer.outcome === 'unclear') {
    const question = cut(answer.note ?? '', 500);
    const text = { nl: nl.follow.alert(named, question), en: en.follow.alert(named, question) };
    return [{ type: 'alert', role: 'contracts', text }];
  }
  if (answer.outcome === 'not-my-role') return [];
  return obligationDuties(answer, named, { nl: nl.follow, en: en.follow });
}

export const readAgreement = defineDuty({
  kind: 'read-agreement',
  drawnAs: /^(?:overeenkomst(?:en)?|agreements?|document(?:en|s)?)$/,
  occurs: 'by-event',
  solvedBy: 'vendor',
  control: 'A.5.20',
  looksBack: 1,
  details,
  fields: agreementFields,
  outcomes: {
    understood: 'fulfilled',
    remark: 'fulfilled',
    unclear: 'problem',
    'not-my-role': 'unable',
  },
  lines: ({ obligations = [] }) => ({ listed: obligations }),
  asks: ({ typed }) => {
    const { first, then } = obligationSteps(typed);
    return {
      understood: [['readVersion', first, 'obligations'], ...then],
      remark: [['readVersion', first, 'obligations', 'note'], ...then],
      unclear: [['note']],
      'not-my-role': [['note']],
    };
  },
  // The question names this version, and it is read and understood.
  says: { understood: { readVersion: 'same' } },
  check,
  followUps,
  document: ({ document, version }) => ({ name: document, version }),
  introduction: ({ document, version, url, changes }, reader, context) => {
    const words = readAgreementTexts[reader.language].facts;
    return {
      text: changes ?? words.noChanges,
      facts: [
        { title: words.document, value: document },
        { title: words.version, value: version },
        { title: words.site, value: siteOf(url) },
        ...earlierFacts(context, reader),
      ],
      link: { title: words.open, url },
    };
  },
  texts: readAgreementTexts,
  sentences: readAgreementSentences,
  byHand: {
    fields: {
      document: required(line(200)),
      version: required(line(100)),
      url: required(line(1000)),
      changes: paragraph(2000),
      obligations: paragraph(1500),
    },
    words: readAgreementTexts.byHand,
    details: ({ obligations, ...others }) => ({
      ...others,
      ...textLines('obligations', obligations),
    }),
  },
});
