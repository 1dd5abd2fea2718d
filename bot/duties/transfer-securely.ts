import { z } from 'zod';
import type { AnswerOf } from '../../cards/fields.ts';
import { choice, day, line, paragraph, pick, required } from '../../cards/fields.ts';
import { yesNo } from './by-hand.ts';
import { defineDuty } from './define.ts';
import { foreignText } from './details.ts';
import { looksLikeSecret } from './secrets.ts';
import { transferSecurelyTexts } from './transfer-securely.texts.ts';

const noSecret = (maxLength: number) =>
  foreignText(maxLength).refine(
    (text) => !looksLikeSecret(text),
    'must not contain a password or key',
  );

const details = z.strictObject({
  data: noSecret(1000),
  recipient: noSecret(200).optional(),
  personalData: z.boolean().optional(),
});
type Details = z.output<typeof details>;

const fields = {
  class: pick('public', 'internal', 'confidential', 'special'),
  route: pick('portal', 'secure-mail', 'encrypted-file', 'other'),
  recipient: line(200),
  keyApart: pick('yes', 'no', 'na'),
  deleteOn: day(),
  outcome: choice('secure', 'doubt', 'already-sent'),
  note: paragraph(2000),
} as const;
type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof transferSecurelyTexts)['nl']['problems'];
  forget?: true;
};

/** A route of one's own is never good enough for what would do harm. */
function checkRoute(answer: Answer, personalData: boolean): readonly Problem[] {
  const { route, keyApart, note } = answer;
  const harmful = personalData || answer.class === 'confidential' || answer.class === 'special';
  if (route === undefined) return [{ field: 'route', problem: 'route' }];
  if (route === 'encrypted-file' && keyApart !== 'yes') {
    return [{ field: 'keyApart', problem: 'keyApart' }];
  }
  if (route !== 'other') return [];
  if (harmful) return [{ field: 'route', problem: 'notThisWay' }];
  return note === undefined ? [{ field: 'note', problem: 'whichRoute' }] : [];
}

/** "Secure" counts with a class, a route that is allowed for it, and a recipient. */
function checkSecure(answer: Answer, { recipient, personalData }: Details): readonly Problem[] {
  const open = personalData && answer.class === 'public';
  return [
    ...(answer.class === undefined ? [{ field: 'class', problem: 'class' } as const] : []),
    ...(open ? [{ field: 'class', problem: 'notPublic' } as const] : []),
    ...checkRoute(answer, personalData === true),
    ...(answer.recipient === undefined && recipient === undefined
      ? [{ field: 'recipient', problem: 'recipient' } as const]
      : []),
  ];
}

function check(answer: Answer, given: Details): readonly Problem[] {
  const secrets = (['recipient', 'note'] as const).filter((field) =>
    looksLikeSecret(answer[field]),
  );
  if (secrets.length > 0) {
    return secrets.map((field) => ({ field, problem: 'secret', forget: true }));
  }
  if (answer.outcome === 'secure') return checkSecure(answer, given);
  const problem = answer.outcome === 'doubt' ? 'whatDoubt' : 'whatHappened';
  return answer.note === undefined ? [{ field: 'note', problem }] : [];
}

export const transferSecurely = defineDuty({
  kind: 'transfer-securely',
  occurs: 'by-event',
  control: 'A.5.14',
  details,
  fields,
  outcomes: { secure: 'fulfilled', doubt: 'unable', 'already-sent': 'problem' },
  check,
  introduction: ({ data, recipient, personalData }, { language }) => {
    const words = transferSecurelyTexts[language].facts;
    return {
      text: data,
      facts: [
        ...(recipient === undefined ? [] : [{ title: words.recipient, value: recipient }]),
        ...(personalData ? [{ title: words.personalData, value: words.personalDataNote }] : []),
      ],
    };
  },
  texts: transferSecurelyTexts,
  heard: {
    as: ['sturen', 'gegevens', 'overdracht', 'verzenden', 'send', 'transfer', 'data'],
    values: {
      route: {
        portal: ['portaal', 'portal'],
        'secure-mail': ['beveiligde mail', 'secure mail'],
        'encrypted-file': ['versleuteld', 'encrypted'],
      },
      outcome: {
        secure: ['veilig', 'beveiligd', 'secure', 'securely'],
        doubt: ['twijfel', 'weet niet', 'doubt', 'not sure'],
        'already-sent': ['al verstuurd', 'al gestuurd', 'already sent'],
      },
    },
  },
  byHand: {
    fields: {
      data: required(paragraph(1000)),
      recipient: line(200),
      personalData: pick('no', 'yes'),
    },
    words: transferSecurelyTexts.byHand,
    details: ({ personalData, ...others }) => ({
      ...others,
      ...yesNo('personalData', personalData),
    }),
  },
});
