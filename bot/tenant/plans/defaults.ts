import { dayInWords } from '../../../cards/dates.ts';
import { cut } from '../../../cards/plain-text.ts';
import type { InEachLanguage } from '../../../cards/language.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import type { Rhythm } from './recurrence.ts';

/** What is offered for a kind until somebody wants it otherwise. */
export interface PlanDefaults {
  readonly rhythm: Rhythm;
  /** In working days. */
  readonly lead: number;
  readonly title: InEachLanguage<string>;
  /** What stands in the form of the kind, by field. */
  readonly fields: InEachLanguage<Readonly<Record<string, string>>>;
}

/**
 * A rhythm, a lead time and words for every kind. What depends on the moment stands between braces:
 * `fillIn` puts the quarter, the year or the day there.
 */
export const planDefaults: Readonly<Record<OpenableKind, PlanDefaults>> = {
  'verify-change': {
    rhythm: 'quarter',
    lead: 10,
    title: {
      nl: 'Wijzigingen van {kwartaal} nakijken',
      en: 'Verify the changes of {quarter}',
    },
    fields: {
      nl: {
        summary:
          'Kijk na of de wijzigingen van {kwartaal} doen wat jullie nodig hebben, ook die waarvoor geen aparte plicht kwam.',
      },
      en: {
        summary:
          'Verify that the changes of {quarter} do what you need, also those for which no duty of their own came.',
      },
    },
  },
  'confirm-restore': {
    rhythm: 'half-year',
    lead: 10,
    title: { nl: 'Proefherstel voor {dag}', en: 'Trial restore before {day}' },
    fields: {
      nl: {
        scope: 'Een proefherstel van een deel van de gegevens, aangevraagd bij de leverancier.',
        restorePoint: 'de laatste back-up voor {dag}',
      },
      en: {
        scope: 'A trial restore of a part of the data, requested from the vendor.',
        restorePoint: 'the last backup before {day}',
      },
    },
  },
  'review-access': {
    rhythm: 'quarter',
    lead: 10,
    title: { nl: 'Toegang beoordelen, {kwartaal}', en: 'Review access, {quarter}' },
    fields: { nl: {}, en: {} },
  },
  'verify-incident': {
    rhythm: 'quarter',
    lead: 5,
    title: {
      nl: 'Opgeloste incidenten van {kwartaal} nakijken',
      en: 'Verify the solved incidents of {quarter}',
    },
    fields: {
      nl: {
        solution:
          'Kijk na of de incidenten van {kwartaal} die de leverancier sloot, echt zijn opgelost.',
      },
      en: {
        solution:
          'Verify that the incidents of {quarter} that the vendor closed are really solved.',
      },
    },
  },
  'read-agreement': {
    rhythm: 'year',
    lead: 15,
    title: { nl: 'Afspraken met de leverancier lezen', en: 'Read the agreements with the vendor' },
    fields: {
      nl: { document: 'Verwerkersovereenkomst', version: '{jaar}' },
      en: { document: 'Data processing agreement', version: '{year}' },
    },
  },
  'inform-staff': {
    rhythm: 'half-year',
    lead: 15,
    title: {
      nl: 'Medewerkers bijpraten over informatiebeveiliging',
      en: 'Inform staff about information security',
    },
    fields: {
      nl: { topic: 'Veilig werken met het systeem, met aandacht voor nieuwe medewerkers' },
      en: { topic: 'Working safely with the system, with attention to those who joined' },
    },
  },
  'transfer-securely': {
    rhythm: 'half-year',
    lead: 10,
    title: {
      nl: 'Vaste gegevensoverdrachten nakijken',
      en: 'Verify the regular transfers of data',
    },
    fields: {
      nl: {
        data: 'De gegevens die jullie regelmatig versturen. Gaat dat nog langs een veilige weg?',
      },
      en: { data: 'The data that you send regularly. Does that still go by a safe route?' },
    },
  },
  'check-capacity': {
    rhythm: 'quarter',
    lead: 10,
    title: { nl: 'Capaciteit meten, {kwartaal}', en: 'Measure capacity, {quarter}' },
    fields: { nl: { period: '{kwartaal}' }, en: { period: '{quarter}' } },
  },
};

const tokens = /\{(kwartaal|quarter|jaar|year|dag|day)\}/g;

/** Puts the quarter, the year and the day of a due date where a text asks for them; longer than `longest` it is cut. */
export function fillIn(text: string, dueOn: string, longest = text.length + 200): string {
  const quarter = `Q${String(Math.ceil(Number(dueOn.slice(5, 7)) / 3))} ${dueOn.slice(0, 4)}`;
  const filled = text.replace(tokens, (_, token: string) => {
    if (token === 'kwartaal' || token === 'quarter') return quarter;
    if (token === 'jaar' || token === 'year') return dueOn.slice(0, 4);
    // The token is a word of the language in which the plan is written.
    return dayInWords(dueOn, token === 'dag' ? 'nl' : 'en');
  });
  return cut(filled, longest);
}

/** How people say what stands between braces, in the forms and lists of plans. */
const spoken = {
  '{kwartaal}': 'dit kwartaal',
  '{quarter}': 'this quarter',
  '{jaar}': 'dit jaar',
  '{year}': 'this year',
  '{dag}': 'die dag',
  '{day}': 'that day',
} as const;

/** A text of a plan as people read it. */
export const inSpokenWords = (text: string): string =>
  Object.entries(spoken).reduce((said, [token, words]) => said.replaceAll(token, words), text);

/** The same as it is kept: what it says of the moment is filled in when a duty opens. */
export const withTokens = (text: string): string =>
  Object.entries(spoken).reduce((kept, [token, words]) => kept.replaceAll(words, token), text);
