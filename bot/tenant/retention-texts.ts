import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { Retention, RetentionKind, Term } from './retention.ts';
import { retentionKinds } from './retention.ts';

type Units = Readonly<Record<Term['unit'], readonly [one: string, other: string]>>;

const units: InEachLanguage<Units> = {
  nl: { days: ['dag', 'dagen'], months: ['maand', 'maanden'], years: ['jaar', 'jaar'] },
  en: { days: ['day', 'days'], months: ['month', 'months'], years: ['year', 'years'] },
};

type Told = (term: string) => string;

const kinds: InEachLanguage<Readonly<Record<RetentionKind, Told>>> = {
  nl: {
    evidence: (term) => `bewijs ${term} na het laatste wat er met een plicht gebeurde`,
    people: (term) => `mensen ${term} na hun vertrek`,
    drafts: (term) => `bestanden waar niets mee gebeurde ${term}`,
    rounds: (term) => `namen in een rondvraag ${term}`,
  },
  en: {
    evidence: (term) => `evidence ${term} after the last thing that happened with a duty`,
    people: (term) => `people ${term} after they left`,
    drafts: (term) => `files that nothing was done with ${term}`,
    rounds: (term) => `names in a round of people ${term}`,
  },
};

/** How long each kind is kept, as one sentence without its full stop. */
export function retentionInWords(retention: Retention, language: Language): string {
  const told = retentionKinds.map((kind) => {
    const { count, unit } = retention[kind];
    const [one, other] = units[language][unit];
    return kinds[language][kind](`${String(count)} ${count === 1 ? one : other}`);
  });
  return told.join(', ');
}
