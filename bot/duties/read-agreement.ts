import { z } from 'zod';
import { choice, entries, line, paragraph, pick, required } from '../../cards/fields.ts';
import { defineDuty } from './define.ts';
import { foreignText, foreignUrl, siteOf } from './details.ts';
import { readAgreementTexts } from './read-agreement.texts.ts';

const details = z.strictObject({
  document: foreignText(200),
  version: foreignText(100),
  url: foreignUrl,
  changes: foreignText(2000).optional(),
});

const reasons = {
  remark: 'whichRemark',
  unclear: 'whatIsUnclear',
  'not-my-role': 'whoseRole',
} as const;

export const readAgreement = defineDuty({
  kind: 'read-agreement',
  occurs: 'by-event',
  control: 'A.5.20',
  details,
  fields: {
    readVersion: pick('same', 'other'),
    outcome: choice('understood', 'remark', 'unclear', 'not-my-role'),
    obligations: entries(1500),
    note: paragraph(1500),
  },
  outcomes: {
    understood: 'fulfilled',
    remark: 'fulfilled',
    unclear: 'problem',
    'not-my-role': 'unable',
  },
  check: ({ readVersion, outcome, note }, { version }) => {
    const positive = outcome === 'understood' || outcome === 'remark';
    return [
      ...(positive && readVersion !== 'same'
        ? [
            {
              field: 'readVersion',
              problem: readVersion === 'other' ? 'otherVersion' : 'whichVersion',
              about: version,
            } as const,
          ]
        : []),
      ...(outcome !== 'understood' && note === undefined
        ? [{ field: 'note', problem: reasons[outcome] } as const]
        : []),
    ];
  },
  introduction: ({ document, version, url, changes }, { language }) => {
    const words = readAgreementTexts[language].facts;
    return {
      text: changes ?? words.noChanges,
      facts: [
        { title: words.document, value: document },
        { title: words.version, value: version },
        { title: words.site, value: siteOf(url) },
      ],
      link: { title: words.open, url },
    };
  },
  texts: readAgreementTexts,
  heard: {
    as: ['overeenkomst', 'verwerkersovereenkomst', 'contract', 'agreement', 'document'],
    values: {
      outcome: {
        understood: ['gelezen', 'begrepen', 'read', 'understood'],
        remark: ['opmerking', 'remark'],
        unclear: ['onduidelijk', 'niet akkoord', 'vraag', 'unclear', 'not agreed', 'question'],
        'not-my-role': ['niet mijn rol', 'not my role'],
      },
    },
  },
  byHand: {
    fields: {
      document: required(line(200)),
      version: required(line(100)),
      url: required(line(1000)),
      changes: paragraph(2000),
    },
    words: readAgreementTexts.byHand,
    details: (values) => values,
  },
});
