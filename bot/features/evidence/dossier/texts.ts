import { quarterInShort } from '../../../../cards/dates.ts';
import { witnessTexts } from './texts/witness-texts.ts';
import { cardTexts } from './texts/card-texts.ts';
import { readmeTexts } from './texts/readme-texts.ts';
import { reasonTexts } from './texts/reason-texts.ts';
/** How many duties of a kind ended how. */
type Totals = {
  readonly asked: number;
  readonly answered: number;
  readonly late: number;
  readonly problems: number;
  readonly open: number;
  readonly withdrawn: number;
};

/** A period as people write it: `Q4 2026`. */
const inShort = (period: string): string =>
  /^\d{4}-Q[1-4]$/.test(period) ? quarterInShort(period) : period;

const nl = {
  readmeName: 'LEESMIJ.txt',
  reportName: 'rapport.html',
  pdfName: 'rapport.pdf',
  storiesFolder: 'plichten',
  attachmentsFolder: 'bijlagen',
  ...cardTexts.nl,
  ...witnessTexts.nl,
  findingsName: 'bevindingen',
  peopleName: 'personen',
  title: (period: string) => `Dossier ${inShort(period)}`,
  states: {
    open: 'wacht op antwoord',
    problem: 'probleem open',
    fulfilled: 'in orde',
    unable: 'niet beoordeeld',
    withdrawn: 'ingetrokken',
  },
  types: {
    opened: 'Gevraagd',
    delivered: 'Kaart afgeleverd',
    listed: 'Op de lijst getoond',
    undeliverable: 'Kaart niet af te leveren',
    answered: 'Beantwoord',
    reassigned: 'Overgedragen',
    postponed: 'Uitgesteld',
    reminded: 'Herinnerd',
    escalated: 'Geëscaleerd',
    finding: 'Bevinding',
    replied: 'Reactie op een bevinding',
    closed: 'Bevinding gesloten',
    withdrawn: 'Ingetrokken',
    attached: 'Bijlage bewaard',
    erased: 'Persoon gewist',
    drawn: 'Steekproef getrokken',
    dossier: 'Dossier gemaakt',
  },
  ...reasonTexts.nl,
  pageOfList: (page: number) => `bladzijde ${page} van de lijst`,
  notYet: 'nog niet beantwoord',
  bot: 'de bot',
  isVendor: (name: string) => `${name} (leverancier)`,
  nobody: 'gewist of onbekend',
  notRecorded: 'niet vastgelegd',
  late: 'te laat',
  totals: ({ asked, answered, late, problems, open, withdrawn }: Totals) =>
    `Gevraagd ${asked} · beantwoord ${answered} · te laat ${late} · met probleem ${problems} · open ${open} · ingetrokken ${withdrawn}`,
  population: (log: number, here: number) =>
    `Volledigheid: plichten van deze soort in deze periode volgens het logboek: ${log}; hier: ${here}.`,
  noLog:
    'Volledigheid: er is nog geen logboek; dat niets ontbreekt, blijkt alleen uit de opslag zelf.',
  heads: [
    'Verzoek',
    'Systeem',
    'Titel',
    'Gevraagd',
    'Uiterlijk',
    'Antwoord door',
    'Op',
    'Uitkomst',
    'Toestand',
  ],
  findingHeads: [
    'Bevinding',
    'Verzoek',
    'Eigenaar',
    'Uiterlijk',
    'Reacties',
    'Mislukte rondes',
    'Gesloten',
    'Waardoor',
  ],
  peopleHeads: ['Naam', 'Handelingen', 'Eerste', 'Laatste'],
  summary: 'Samenvatting',
  paperHeads: ['Verzoek', 'Waarover', 'Uiterlijk', 'Antwoord door', 'Uitkomst', 'Toestand'],
  andMore: (more: number) => `Nog ${more} staan in rapport.html en csv/.`,
  onPaper:
    'Het verhaal van elke plicht, de tabellen en het bewijs zelf staan in het dossier waar dit bij hoort.',
  fieldsName: 'velden',
  fieldsHeads: ['Verzoek', 'Plicht', 'Stap', 'Wat', 'Inhoud', 'Door', 'Op'],
  leftToDo: 'Wat daarna nog moest gebeuren',
  recorded: 'Wat is vastgelegd',
  recordedHeads: ['Nr', 'Wat', 'Inhoud'],
  decisionHeads: [
    ...['Verzoek', 'Account', 'Naam', 'Rol', 'Leidinggevende', 'Laatst aangemeld', 'Beheerder'],
    ...['Besluit', 'Reden of nieuwe rol', 'Door', 'Op'],
  ],
  yes: 'ja',
  no: 'nee',
  decisions: { keep: 'houden', change: 'wijzigen', remove: 'intrekken', unknown: 'weet ik niet' },
  decisionsName: 'toegang-beslissingen',
  coverageName: 'dekking',
  coverageHeads: [
    ...['Plicht', 'Maatregel', 'Gevraagd', 'Beantwoord', 'Te laat', 'Met probleem', 'Open'],
    ...['Ingetrokken', 'Volgens het logboek', 'kind'],
  ],
  questions: 'Wat een auditor vraagt',
  questionHeads: ['Vraag', 'Vastgelegd', 'Waar'],
  answerHeads: ['Vraag', 'Antwoord'],
  ofMany: (count: number, of: number) => `bij ${count} van ${of}`,
  audits: 'Steekproeven en dossiers',
  auditHeads: ['Wanneer', 'Wat', 'Door', 'Waarover', 'Plichten'],
  witnessed: (moment: string) =>
    `Getuigd tot en met ${moment}: dat controlepunt staat in checkpoints.txt en, zolang er een IT-kanaal is, daar.`,
  notWitnessed: 'Nog niet getuigd: er is nog geen controlepunt.',
  none: 'Geen.',
  findings: 'Bevindingen',
  story: 'Het verhaal van elke plicht',
  steps: ['Nr', 'Wanneer', 'Stap', 'Door', 'Wat', 'Bewijs'],
  development:
    'Dit dossier komt uit een proefopstelling waarin niemand bewijst wie hij is. Het bewijst niets.',
  storeNotWhole: (count: number) =>
    `De opslag was niet heel toen dit dossier werd gemaakt: ${count} fouten. Ze staan in records.ndjson, laatste regel.`,
  terms: (terms: string, removed: number) =>
    `Bewaartermijnen: ${terms}. Plichten die zijn verwijderd omdat hun termijn voorbij was, volgens het logboek: ${removed}.`,
  cardsLost: (count: number) =>
    `Kaarten die het bewijs noemt en die er niet meer zijn of zijn veranderd: ${count}.`,
  attachmentsMissing: (count: number) =>
    `Bijlagen die het bewijs noemt en die er niet meer zijn of zijn veranderd: ${count}.`,
  asOf: (moment: string, tenant: string) => `Stand van ${moment}, organisatie ${tenant}.`,
  erasedFields: 'Gewiste velden staan als “gewist of onbekend”.',
  readme: readmeTexts.nl,
};

const en: typeof nl = {
  readmeName: 'README.txt',
  reportName: 'report.html',
  pdfName: 'report.pdf',
  storiesFolder: 'duties',
  attachmentsFolder: 'attachments',
  ...cardTexts.en,
  ...witnessTexts.en,
  findingsName: 'findings',
  peopleName: 'people',
  title: (period) => `Dossier ${inShort(period)}`,
  states: {
    open: 'waits for an answer',
    problem: 'problem open',
    fulfilled: 'in order',
    unable: 'not judged',
    withdrawn: 'withdrawn',
  },
  types: {
    opened: 'Asked',
    delivered: 'Card delivered',
    listed: 'Shown on the list',
    undeliverable: 'Card could not be delivered',
    answered: 'Answered',
    reassigned: 'Handed over',
    postponed: 'Put off',
    reminded: 'Reminded',
    escalated: 'Escalated',
    finding: 'Finding',
    replied: 'Word on a finding',
    closed: 'Finding closed',
    withdrawn: 'Withdrawn',
    attached: 'Attachment kept',
    erased: 'Person erased',
    drawn: 'Sample drawn',
    dossier: 'Dossier made',
  },
  ...reasonTexts.en,
  pageOfList: (page) => `page ${page} of the list`,
  notYet: 'not answered yet',
  bot: 'the bot',
  isVendor: (name) => `${name} (vendor)`,
  nobody: 'erased or unknown',
  notRecorded: 'not recorded',
  late: 'late',
  totals: ({ asked, answered, late, problems, open, withdrawn }) =>
    `Asked ${asked} · answered ${answered} · late ${late} · with a problem ${problems} · open ${open} · withdrawn ${withdrawn}`,
  population: (log, here) =>
    `Completeness: duties of this kind in this period by the log: ${log}; here: ${here}.`,
  noLog:
    'Completeness: there is no log yet; that nothing is missing shows from the store itself only.',
  heads: ['Request', 'System', 'Title', 'Asked', 'Due', 'Answered by', 'On', 'Outcome', 'State'],
  findingHeads: 'Finding, Request, Owner, Due, Reactions, Failed rounds, Closed, How'.split(', '),
  peopleHeads: ['Name', 'Acts', 'First', 'Last'],
  summary: 'Summary',
  paperHeads: ['Request', 'About', 'Due', 'Answered by', 'Outcome', 'State'],
  andMore: (more) => `${more} more are in report.html and csv/.`,
  onPaper:
    'The story of every duty, the tables and the evidence itself are in the dossier to which this belongs.',
  fieldsName: 'fields',
  fieldsHeads: ['Request', 'Duty', 'Step', 'What', 'Content', 'By', 'On'],
  recorded: 'What is recorded',
  leftToDo: 'What was to be done then',
  recordedHeads: ['No', 'What', 'Content'],
  decisionHeads: [
    ...['Request', 'Account', 'Name', 'Role', 'Manager', 'Last sign-in', 'Administrator'],
    ...['Decision', 'Reason or new role', 'By', 'On'],
  ],
  yes: 'yes',
  no: 'no',
  decisions: { keep: 'keep', change: 'change', remove: 'remove', unknown: 'don’t know' },
  decisionsName: 'access-decisions',
  coverageName: 'coverage',
  coverageHeads: [
    ...['Duty', 'Control', 'Asked', 'Answered', 'Late', 'With a problem', 'Open'],
    ...['Withdrawn', 'By the log', 'kind'],
  ],
  questions: 'What an auditor asks',
  questionHeads: ['Question', 'Recorded', 'Where'],
  answerHeads: ['Question', 'Answer'],
  ofMany: (count, of) => `in ${count} of ${of}`,
  audits: 'Samples and dossiers',
  auditHeads: ['When', 'What', 'By', 'About', 'Duties'],
  witnessed: (moment) =>
    `Witnessed up to ${moment}: that checkpoint stands in checkpoints.txt and, where there is an IT channel, there.`,
  notWitnessed: 'Not witnessed yet: there is no checkpoint yet.',
  none: 'None.',
  findings: 'Findings',
  story: 'The story of each duty',
  steps: ['No', 'When', 'Step', 'By', 'What', 'Evidence'],
  development:
    'This dossier comes from a trial in which nobody proves who they are. It proves nothing.',
  storeNotWhole: (count) =>
    `The store was not whole when this dossier was made: ${count} faults. They are in records.ndjson, last line.`,
  terms: (terms, removed) =>
    `Terms: ${terms}. Duties that were taken away because their term was over, by the log: ${removed}.`,
  cardsLost: (count) =>
    `Cards that the evidence names and that are no longer there or were changed: ${count}.`,
  attachmentsMissing: (count) =>
    `Attachments that the evidence names and that are no longer there or were changed: ${count}.`,
  asOf: (moment, tenant) => `As of ${moment}, organisation ${tenant}.`,
  erasedFields: 'Erased fields read “erased or unknown”.',
  readme: readmeTexts.en,
};

export const dossierTexts = { nl, en };
