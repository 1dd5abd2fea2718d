import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { Retention, RetentionKind, Term } from './retention.ts';
import { retentionKinds } from './retention.ts';

type Units = Readonly<Record<Term['unit'], readonly [one: string, other: string]>>;

const units: InEachLanguage<Units> = {
  nl: { days: ['dag', 'dagen'], months: ['maand', 'maanden'], years: ['jaar', 'jaar'] },
  en: { days: ['day', 'days'], months: ['month', 'months'], years: ['year', 'years'] },
};

const kinds: InEachLanguage<Readonly<Record<RetentionKind, string>>> = {
  nl: {
    evidence: 'bewijs na het laatste van een plicht',
    people: 'mensen na hun vertrek',
    drafts: 'bestanden waar niets mee gebeurde',
    rounds: 'namen in een rondvraag',
  },
  en: {
    evidence: 'evidence after the last of a duty',
    people: 'people after they left',
    drafts: 'files with which nothing happened',
    rounds: 'names in a round of people',
  },
};

/** How long each kind is kept, as one sentence without its full stop. */
export function retentionInWords(retention: Retention, language: Language): string {
  const told = retentionKinds.map((kind) => {
    const { count, unit } = retention[kind];
    const [one, other] = units[language][unit];
    return `${kinds[language][kind]} ${String(count)} ${count === 1 ? one : other}`;
  });
  return told.join(', ');
}
