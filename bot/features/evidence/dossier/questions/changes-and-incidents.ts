import { isObjectId } from '../../../../duty/ids.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import { comparable } from '../../../../../cards/same-text.ts';
import { moment } from '../in-words.ts';
import type { Question } from './question.ts';
import { detail, together, value } from './question.ts';
import { dueDates, followUp, judge, openedBy, owners, sampled, whenAnswered } from './shared.ts';

/** Two people are two object ids: of a requester who is only a name in other letters nothing can be told. */
const independent: Question['answer'] = ({ details, records }, { language }) => {
  const asker = valueAt(details, '/requestedBy');
  const by = records.findLast(
    ({ type, data }) => type === 'answered' && valueAt(data, '/effective') !== false,
  )?.by;
  if (typeof asker !== 'string' || !by?.name) return undefined;
  const found = valueAt(records[0]?.data ?? {}, '/requesters/0/aadObjectId');
  const id = isObjectId(asker.trim()) ? asker.trim() : found;
  const isNamed = comparable(asker) === comparable(by.name);
  if (typeof id !== 'string' && !isNamed)
    return `${by.name} · ${{ nl: 'van de aanvrager is alleen een naam bekend', en: 'of the requester only a name is known' }[language]}`;
  const same = typeof id === 'string' ? id.toLowerCase() === by.aadObjectId : isNamed;
  const words = {
    nl: same ? 'dezelfde persoon' : 'een ander',
    en: same ? 'the same person' : 'somebody else',
  };
  return `${by.name} · ${words[language]}`;
};

const via: Question['answer'] = ({ records }, { language }) => {
  const answered = records.findLast(({ type }) => type === 'answered');
  const how = answered && valueAt(answered.data, '/via');
  const words = {
    nl: { card: 'op de kaart', chat: 'in de chat, teruggelezen en bevestigd op de kaart' },
    en: { card: 'on the card', chat: 'in chat, read back and confirmed on the card' },
  }[language];
  return how === 'card' || how === 'chat' ? words[how] : undefined;
};

/** A.8.32: a change. */
export const changeQuestions: readonly Question[] = [
  { ask: { nl: 'Eigen kenmerk', en: 'Unique id' }, answer: ({ reference }) => reference },
  {
    ask: { nl: 'Tijdstippen', en: 'Time stamps' },
    answer: together(
      [{ nl: 'uitgerold', en: 'deployed' }, detail('deployedAt')],
      [{ nl: 'gevraagd', en: 'asked' }, ({ openedAt }, reader) => moment(openedAt, reader)],
      [{ nl: 'beantwoord', en: 'answered' }, whenAnswered],
    ),
  },
  {
    ask: { nl: 'Verzoek en reden', en: 'Request and reason' },
    answer: together(detail('summary'), [
      { nl: 'gevraagd door', en: 'asked by' },
      detail('requestedBy'),
    ]),
  },
  { ask: { nl: 'Gevolg (impact)', en: 'Impact' }, answer: detail('impact') },
  {
    ask: {
      nl: 'Akkoord door een ander dan de aanvrager',
      en: 'Sign-off by someone else than the requester',
    },
    answer: independent,
  },
  {
    ask: { nl: 'Wat is getest', en: 'What was tested' },
    answer: together(
      value('checks'),
      [{ nl: 'steekproef', en: 'sample' }, value('sample')],
      value('note'),
    ),
  },
  { ask: { nl: 'In een steekproef getrokken', en: 'Drawn in a sample' }, answer: sampled },
  {
    ask: { nl: 'Vastgelegd, geen los bericht in een chat', en: 'Recorded, no ad-hoc chat message' },
    answer: via,
  },
];

/** A.5.26: an incident. */
export const incidentQuestions: readonly Question[] = [
  {
    ask: { nl: 'Verslag van het incident', en: 'Report of the incident' },
    answer: together(
      detail('summary'),
      [{ nl: 'oplossing', en: 'solution' }, detail('solution')],
      [{ nl: 'ernst', en: 'severity' }, detail('severity')],
      [{ nl: 'beveiliging', en: 'security' }, detail('security')],
      [{ nl: 'persoonsgegevens', en: 'personal data' }, detail('personalData')],
    ),
  },
  {
    ask: { nl: 'Oorzaak', en: 'Root cause' },
    answer: together(detail('cause'), [{ nl: 'duidelijk', en: 'clear' }, value('cause')]),
  },
  { ask: { nl: 'Acties met een eigenaar', en: 'Actions with an owner' }, answer: owners },
  { ask: { nl: 'Acties met een datum', en: 'Actions with a date' }, answer: dueDates },
  {
    ask: { nl: 'Afsluiting die is nagekeken', en: 'Closure that was validated' },
    answer: together(
      [{ nl: 'zelf getest', en: 'own test' }, value('testedAt')],
      [{ nl: 'door', en: 'by' }, judge],
      [{ nl: 'tweede persoon', en: 'second person' }, value('secondPerson')],
      [{ nl: 'bevindingen', en: 'findings' }, followUp],
    ),
  },
];

/** Documents and nil returns are asked about as what they are. */
export const otherQuestions: readonly Question[] = [
  { ask: { nl: 'Wie vroeg het', en: 'Who asked' }, answer: openedBy },
  { ask: { nl: 'Wie antwoordde', en: 'Who answered' }, answer: judge },
  { ask: { nl: 'Wanneer', en: 'When' }, answer: whenAnswered },
  {
    ask: { nl: 'Waarover, en welke versie', en: 'About what, and which version' },
    answer: together(
      detail('document'),
      detail('version'),
      detail('kind'),
      detail('quarter'),
      detail('about'),
    ),
  },
];
