import type { InEachLanguage } from '../../../../cards/language.ts';
import { plural } from '../../../../cards/language.ts';

const nl = {
  title: 'Dekkingskaart',
  ofYear: (number: string, year: string) => `Kwartaal ${number} van ${year}`,
  states: {
    all: 'alles beantwoord',
    partly: 'nog niet alles beantwoord',
    late: 'te laat',
    problem: 'probleem',
    none: 'er was niets, bevestigd',
    work: 'verwacht, maar nog niets gevraagd',
    quiet: 'niets verwacht tot nu toe',
    before: 'voor het eerste gebruik',
  },
  legend:
    'Per kwartaal: hoeveel kaarten zijn beantwoord van hoeveel er zijn gevraagd. 2/3 is twee van de drie.',
  duty: 'Plicht',
  figures: 'Cijfers per kwartaal',
  waiting: 'Dit wacht nog',
  earlier: 'Vorig kwartaal',
  later: 'Volgend kwartaal',
  chart: 'Antwoorden per kwartaal',
  parts: { inTime: 'op tijd', late: 'te laat beantwoord', problem: 'probleem', waiting: 'open' },
  counts: {
    expected: (n: string) => `${n} verwacht`,
    asked: (n: string) => `${n} gevraagd`,
    none: 'nog niets gevraagd',
    later: 'nog niet aan de beurt',
    answered: (n: string) => `${n} beantwoord`,
    late: (n: string) => `${n} te laat beantwoord`,
    overdue: (n: string) => `${n} nog open en te laat`,
    problems: (n: string) => `${n} met een probleem`,
    problemsLate: (n: string) => `${n} daarvan over de datum`,
  },
  confirmed: (name: string, day: string) => `er was niets, bevestigd door ${name} op ${day}`,
  nilAsked: (name: string) => `nagevraagd bij ${name}, nog geen antwoord`,
  nilUnknown: (name: string) => `${name} weet niet of er iets was`,
  nilOne: (name: string) => `er was er een die niemand nakeek, meldt ${name}`,
  nilSettled: (name: string) => `er was er een en die is nagekeken, meldt ${name}`,
  moreNils: (count: number) =>
    plural(count, { one: 'en nog 1 vraag', other: `en nog ${String(count)} vragen` }),
  work: (squares: number) =>
    plural(squares, {
      one: 'In 1 vak (□) moet nog iets worden gevraagd.',
      other: `In ${String(squares)} vakken (□) moet nog iets worden gevraagd.`,
    }),
  complete: 'Elk vak is gevraagd of bevestigd.',
  somebody: 'een collega',
};

const en: typeof nl = {
  title: 'Coverage map',
  ofYear: (number, year) => `Quarter ${number} of ${year}`,
  states: {
    all: 'all answered',
    partly: 'not all answered yet',
    late: 'late',
    problem: 'problem',
    none: 'nothing happened, confirmed',
    work: 'expected, but nothing asked yet',
    quiet: 'nothing expected so far',
    before: 'before the first use',
  },
  legend: 'Cards answered out of cards asked, for each quarter: 2/3 is two of three.',
  duty: 'Duty',
  figures: 'Figures by quarter',
  waiting: 'Still waiting',
  earlier: 'Previous quarter',
  later: 'Next quarter',
  chart: 'Answers by quarter',
  parts: { inTime: 'on time', late: 'answered late', problem: 'problem', waiting: 'open' },
  counts: {
    expected: (n) => `${n} expected`,
    asked: (n) => `${n} asked`,
    none: 'nothing asked yet',
    later: 'not due yet',
    answered: (n) => `${n} answered`,
    late: (n) => `${n} answered late`,
    overdue: (n) => `${n} still open and late`,
    problems: (n) => `${n} with a problem`,
    problemsLate: (n) => `${n} of these past their day`,
  },
  confirmed: (name, day) => `nothing happened, confirmed by ${name} on ${day}`,
  nilAsked: (name) => `asked of ${name}, no answer yet`,
  nilUnknown: (name) => `${name} does not know whether there was one`,
  nilOne: (name) => `there was one that nobody checked, says ${name}`,
  nilSettled: (name) => `there was one and it was checked, says ${name}`,
  moreNils: (count) =>
    plural(count, { one: 'and 1 more question', other: `and ${String(count)} more questions` }),
  work: (squares) =>
    plural(squares, {
      one: 'Something still has to be asked in 1 square (□).',
      other: `Something still has to be asked in ${String(squares)} squares (□).`,
    }),
  complete: 'Every square was asked or confirmed.',
  somebody: 'a colleague',
};

/** The words of the coverage map. */
export const coverageTexts: InEachLanguage<typeof nl> = { nl, en };
