import { cut } from '../../../cards/plain-text.ts';
import type { Fact } from '../../../cards/card.ts';
import { line, paragraph, pick, required } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { yesNo } from '../by-hand.ts';
import { defineDuty } from '../define.ts';
import type { FollowUp, DutyContext } from '../kind.ts';
import type { Answer, Details } from './checks.ts';
import { check, details, fields, isException, isPersonal, sentBy, typedSent } from './checks.ts';
import { allowedRoutes, dataClasses } from './rules.ts';
import { transferSecurelySentences } from './sentences.ts';
import { transferSecurelyTexts } from './texts.ts';

/** What is allowed, a line for the classes that have the same routes. */
function routeFacts(given: Details, { policy }: DutyContext, language: Language): readonly Fact[] {
  const { facts, fields: said } = transferSecurelyTexts[language];
  const byRoutes = new Map<string, string[]>();
  for (const one of dataClasses) {
    // Personal data is never public: that line would only mislead.
    if (given.personalData && one === 'public') continue;
    const routes = allowedRoutes(one, given.personalData === true, policy);
    const allowed = routes.map((route) => said.route.values[route]).join(', ');
    const named = byRoutes.get(allowed) ?? [];
    byRoutes.set(allowed, [...named, said.class.values[one]]);
  }
  return [...byRoutes].map(([allowed, classes]) => ({
    // Short before long: a title of many words leaves no room beside it on a phone.
    title: facts.allowed,
    value: `${sentence(classes.join(', '))}: ${allowed === '' ? facts.noRoute : allowed.toLowerCase()}`,
  }));
}

const sentence = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();

function deskFacts({ policy }: DutyContext, language: Language): readonly Fact[] {
  const { desk } = policy ?? {};
  if (!desk) return [];
  const value = [desk.name, desk.phone, desk.mail, desk.url]
    .filter((part) => part !== undefined)
    .join(' · ');
  return [{ title: transferSecurelyTexts[language].facts.desk, value }];
}

/**
 * Whoever asked for the data said to whom it goes, and whoever began it in chat perhaps what it is: an empty field would only
 * raise doubt. It is taken for confidential data about people until somebody says otherwise, which is never too little care.
 */
function known({ details: given }: DutyContext): Submitted {
  const { what, recipient, toBeNamed } = details.parse(given);
  return {
    class: 'confidential',
    ...(toBeNamed ? { personalData: 'yes' } : {}),
    ...(what === undefined ? {} : { what }),
    ...(recipient === undefined ? {} : { recipient }),
  };
}

/** A copy that may lie there until a day is asked about on that day. */
function deletion({ deleteOn, what, recipient }: Answer, given: Details): readonly FollowUp[] {
  if (deleteOn === undefined) return [];
  const { nl, en } = transferSecurelyTexts;
  const data = what ?? given.data;
  const whom = recipient ?? given.recipient ?? '';
  const detailsIn = (said: { task: (data: string, whom: string) => string }) => ({
    about: 'copy-deleted',
    task: said.task(cut(data, 1000), whom),
    promised: deleteOn,
  });
  return [
    {
      type: 'open',
      name: 'copy-deleted',
      kind: 'show-done',
      title: { nl: nl.deletion.title(data), en: en.deletion.title(data) },
      onDay: deleteOn,
      dueInWorkdays: 2,
      details: { nl: detailsIn(nl.deletion), en: detailsIn(en.deletion) },
      to: 'answerer',
    },
  ];
}

/** Data that went out insecurely is an incident, and the privacy officer hears of it at once. */
function followUps(answer: Answer, given: Details): readonly FollowUp[] {
  if (answer.outcome === 'secure') return deletion(answer, given);
  if (answer.outcome !== 'already-sent') return [];
  const what = answer.what ?? given.data;
  const personalData = isPersonal(answer, given);
  const { nl, en } = transferSecurelyTexts;
  const detailsIn = (said: { task: string }) => ({
    about: 'sent-insecurely',
    task: cut(`${said.task}\n${cut(what, 900)}\n${answer.note ?? ''}`, 4000),
    personalData,
  });
  return [
    {
      type: 'open',
      name: 'already-sent',
      kind: 'show-done',
      title: { nl: nl.incident.title(what), en: en.incident.title(what) },
      dueInWorkdays: 1,
      details: { nl: detailsIn(nl.incident), en: detailsIn(en.incident) },
      to: 'security',
    },
    {
      type: 'alert',
      role: 'privacy',
      text: {
        nl: nl.incident.alert(cut(what, 300), personalData),
        en: en.incident.alert(cut(what, 300), personalData),
      },
    },
  ];
}

export const transferSecurely = defineDuty({
  kind: 'transfer-securely',
  drawnAs: /^(?:overdracht(?:en)?|verzending(?:en)?|transfers?)$/,
  occurs: 'by-event',
  solvedBy: 'customer',
  control: 'A.5.14',
  needsPolicy: true,
  details,
  fields,
  outcomes: {
    // Until whoever is to approve it says yes.
    secure: ({ details: given, policy }, answer) =>
      isException(sentBy(answer, details.parse(given)), policy) ? 'problem' : 'fulfilled',
    doubt: 'unable',
    'already-sent': 'problem',
  },
  bearer: 'approver',
  bears: 'exception',
  leaveOut: (given, { policy }, typed) => [
    ...(given.toBeNamed ? [] : (['what'] as const)),
    ...(given.toBeNamed && given.personalData === undefined ? [] : (['personalData'] as const)),
    ...(isException(typedSent(typed, given), policy) ? [] : (['approver', 'alternative'] as const)),
  ],
  asks: ({ details: given, context: { policy }, typed }) => ({
    secure: [
      [
        ...(['what', 'recipient', 'class', 'personalData', 'route', 'deleteOn'] as const),
        // Six at once: where what is sent has to be named first, no more is asked.
        ...(given.toBeNamed ? [] : (['agreement', 'received'] as const)),
      ],
      [
        ...(typed['route'] === 'encrypted-file' ? (['keyApart'] as const) : []),
        ...(isException(typedSent(typed, given), policy)
          ? (['recipient', 'route', 'approver', 'alternative'] as const)
          : []),
        ...(typed['route'] === 'other' ? (['note'] as const) : []),
      ],
    ],
    doubt: [['what', 'note']],
    'already-sent': [['what', 'recipient', 'class', 'personalData', 'note']],
  }),
  check,
  prefill: known,
  // The register of what went out: what, class, to whom, by which route, and when the copy goes.
  completed: ({ what, recipient, personalData }, given) => ({
    ...(what === undefined && !given.toBeNamed ? { what: given.data } : {}),
    ...(recipient === undefined && given.recipient !== undefined
      ? { recipient: given.recipient }
      : {}),
    ...(personalData === undefined && given.personalData !== undefined
      ? { personalData: given.personalData ? ('yes' as const) : ('no' as const) }
      : {}),
  }),
  followUps,
  help: (context, { language }) => deskFacts(context, language),
  introduction: (given, { language }, context) => {
    const { data, recipient, personalData } = given;
    const words = transferSecurelyTexts[language].facts;
    return {
      text: data,
      facts: [
        ...(recipient === undefined ? [] : [{ title: words.recipient, value: recipient }]),
        ...(personalData ? [{ title: words.personalData, value: words.personalDataNote }] : []),
        ...routeFacts(given, context, language),
        ...deskFacts(context, language),
      ],
    };
  },
  texts: transferSecurelyTexts,
  sentences: transferSecurelySentences,
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
