import type { InEachLanguage } from '../../../cards/language.ts';

const nl = {
  title: 'Plannen',
  intro:
    'Plichten die vanzelf terugkomen. Valt een dag in het weekend of op een feestdag, dan geldt de volgende werkdag.',
  empty: 'Er is nog geen plan. Voor elke soort plicht staat er een voorstel klaar.',
  choose: 'Kies',
  which: 'Welk plan?',
  change: 'Plan wijzigen',
  add: 'Nieuw plan',
  tryOut: 'Volgende vijf data',
  pauseOrResume: 'Stilzetten of hervatten',
  remove: 'Plan verwijderen',
  save: 'Opslaan',
  paused: 'staat stil',
  next: (day: string) => `eerstvolgend ${day}`,
  noNext: 'komt niet meer terug',
  pages: (page: number, of: number) => `Bladzijde ${String(page)} van ${String(of)}`,
  rhythms: {
    week: 'elke week',
    'two-weeks': 'elke twee weken',
    month: 'elke maand',
    'two-months': 'elke twee maanden',
    quarter: 'elk kwartaal',
    'half-year': 'elk half jaar',
    year: 'elk jaar',
  },
  ownRule: (rule: string) => `eigen regel ${rule}`,
  kindTitle: 'Nieuw plan',
  kindIntro: 'Kies een soort plicht. Het voorstel kun je daarna aanpassen.',
  kind: 'Welke plicht komt terug?',
  onwards: 'Verder',
  fillInMore: 'Mensen en inhoud',
  formTitle: (kind: string) => `Plan: ${kind}`,
  formIntro:
    'Schrijf je ‘dit kwartaal’, ‘dit jaar’ of ‘die dag’, dan staat straks in de plicht welk kwartaal, welk jaar of welke dag dat is.',
  listIntro:
    'De lijst van accounts is er pas op dat moment. Als het zover is, vraagt dit kanaal erom.',
  fields: {
    system: 'Om welk systeem gaat het?',
    title: 'Hoe heet de plicht?',
    rhythm: 'Hoe vaak?',
    startsOn: 'Wanneer moet het de eerste keer klaar zijn?',
    own: 'Of een eigen regel, in woorden',
    lead: 'Hoeveel werkdagen van tevoren gaat de plicht open?',
    owner: 'Wie is eigenaar van het plan?',
    assignee: 'Wie wordt gevraagd?',
    second: 'En wie nog meer?',
    rule: 'Wie van hen moet antwoorden?',
  },
  hints: {
    own: 'elke eerste maandag van de maand',
    system: 'Bijvoorbeeld: Unit4 HRM',
    title: 'Bijvoorbeeld: toegang tot HRM',
    assignee: 'Leeg: het rooster bepaalt het',
  },
  rules: { any: 'Een van hen', all: 'Iedereen', 'four-eyes': 'Twee verschillende mensen' },
  dates: 'De volgende vijf keer:',
  date: (due: string, opens: string) => `uiterlijk ${due}, gaat open op ${opens}`,
  chooseFirst: 'Kies eerst een plan.',
  done: 'Opgeslagen.',
  removed: 'Het plan is verwijderd. Wat het opende, blijft.',
  wrongRule:
    'Deze regel begrijp ik niet. Schrijf iets als ‘elke vrijdag’ of ‘elke laatste werkdag van het kwartaal’.',
  pastStart: 'Kies vandaag of een dag daarna.',
  samePerson: 'Deze persoon is al gevraagd.',
  tooLong: 'Kies ten hoogste 60 werkdagen.',
  verdicts: {
    'changed-since': 'Iemand heeft dit plan intussen veranderd. Dit staat er nu.',
    full: 'Er passen niet meer dan 100 plannen in.',
  },
  word: {
    nobody: (title: string, system: string) =>
      `Het plan ‘${title}’ voor ${system} is aan de beurt, maar er is niemand om te vragen. Zet iemand in het rooster of in het plan; dan gaat de plicht vanzelf open.`,
    list: (title: string, system: string) =>
      `Het plan ‘${title}’ voor ${system} is aan de beurt. Vraag de leverancier om een verse lijst van accounts en open de plicht ermee.`,
    wrong: (title: string, system: string) =>
      `Het plan ‘${title}’ voor ${system} is aan de beurt, maar de gegevens ervan zijn niet compleet. Wijzig het plan; dan gaat de plicht vanzelf open.`,
  },
  openList: 'Plicht openen',
  toRoster: 'Rooster',
  toPlans: 'Plannen',
};

const en: typeof nl = {
  title: 'Plans',
  intro:
    'Duties that repeat by themselves. If a day falls on a weekend or a public holiday, the next working day counts.',
  empty: 'There is no plan yet. For each kind of duty a proposal is ready.',
  choose: 'Choose',
  which: 'Which plan?',
  change: 'Change plan',
  add: 'New plan',
  tryOut: 'Next five dates',
  pauseOrResume: 'Pause or resume',
  remove: 'Remove plan',
  save: 'Save',
  paused: 'paused',
  next: (day) => `next on ${day}`,
  noNext: 'does not repeat any more',
  pages: (page, of) => `Page ${String(page)} of ${String(of)}`,
  rhythms: {
    week: 'every week',
    'two-weeks': 'every two weeks',
    month: 'every month',
    'two-months': 'every two months',
    quarter: 'every quarter',
    'half-year': 'every six months',
    year: 'every year',
  },
  ownRule: (rule) => `own rule ${rule}`,
  kindTitle: 'New plan',
  kindIntro: 'Choose a kind of duty. You can change the proposal after that.',
  kind: 'Which duty should repeat?',
  onwards: 'Next',
  fillInMore: 'People and details',
  formTitle: (kind) => `Plan: ${kind}`,
  formIntro:
    'Where you write “this quarter”, “this year” or “that day”, the duty says which quarter, year or day that is.',
  listIntro:
    'There is no list of accounts until then. When the time comes, this channel asks for it.',
  fields: {
    system: 'Which system is it about?',
    title: 'What is the duty called?',
    rhythm: 'How often?',
    startsOn: 'When is it first due?',
    own: 'Or a rule of your own, in words',
    lead: 'How many working days before that does the duty open?',
    owner: 'Who owns the plan?',
    assignee: 'Who is asked?',
    second: 'And who else?',
    rule: 'Which of them has to answer?',
  },
  hints: {
    own: 'every first Monday of the month',
    system: 'For example: Unit4 HRM',
    title: 'For example: access to HRM',
    assignee: 'Empty: the roster decides',
  },
  rules: { any: 'One of them', all: 'Everybody', 'four-eyes': 'Two different people' },
  dates: 'The next five times:',
  date: (due, opens) => `due ${due}, opens on ${opens}`,
  chooseFirst: 'Choose a plan first.',
  done: 'Saved.',
  removed: 'The plan was removed. What it opened stays.',
  wrongRule:
    'I do not understand this rule. Write something like “every Friday” or “every last working day of the quarter”.',
  pastStart: 'Choose today or a later day.',
  samePerson: 'This person is asked already.',
  tooLong: 'Choose 60 working days at most.',
  verdicts: {
    'changed-since': 'Somebody changed this plan in the meantime. This is how it stands now.',
    full: 'There is no room for more than 100 plans.',
  },
  word: {
    nobody: (title, system) =>
      `The plan “${title}” for ${system} is due now, but there is nobody to ask. Put somebody in the roster or in the plan; then the duty opens by itself.`,
    list: (title, system) =>
      `The plan “${title}” for ${system} is due now. Ask the vendor for a fresh list of accounts and open the duty with it.`,
    wrong: (title, system) =>
      `The plan “${title}” for ${system} is due now, but its details are not complete. Change the plan; then the duty opens by itself.`,
  },
  openList: 'Open duty',
  toRoster: 'Roster',
  toPlans: 'Plans',
};

/** The words of the plans' cards in the IT channel. */
export const planTexts: InEachLanguage<typeof nl> = { nl, en };
