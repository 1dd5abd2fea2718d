import type { InEachLanguage } from '../../../cards/language.ts';
import type { Role } from '../../kinds/kind.ts';
import type { CsvFaultCode, RosterColumn } from '../../tenant/roster/csv.ts';
import type { RosterVerdict } from '../../tenant/roster/change.ts';

type EntryField =
  'system' | 'kind' | 'responsible' | 'substitute' | 'fallback' | 'awayFrom' | 'awayTo';

export interface RosterWords {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly everySystem: string;
  readonly everyKind: string;
  readonly substitute: (name: string) => string;
  readonly fallback: (name: string) => string;
  readonly away: (from: string, to: string) => string;
  readonly pages: (page: number, of: number) => string;
  readonly choose: string;
  readonly which: string;
  readonly change: string;
  readonly add: string;
  readonly roleHolders: string;
  readonly list: string;
  readonly save: string;
  readonly remove: string;
  readonly entryTitle: string;
  readonly entryIntro: string;
  readonly fields: Readonly<Record<EntryField, string>>;
  readonly systemHint: string;
  readonly rolesTitle: string;
  readonly rolesIntro: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly listTitle: string;
  readonly listIntro: (columns: string) => string;
  readonly listTooLong: string;
  readonly listField: string;
  readonly modeField: string;
  readonly modes: Readonly<Record<'add' | 'replace', string>>;
  readonly read: string;
  readonly nothingChanged: (faults: number) => string;
  readonly moreFaults: (more: number) => string;
  readonly faultAt: (line: number, column: string | undefined, fault: string) => string;
  readonly faults: Readonly<Record<CsvFaultCode, (found: string) => string>>;
  readonly columns: Readonly<Record<RosterColumn, string>>;
  readonly verdicts: Readonly<Record<Exclude<RosterVerdict, 'done' | 'same'>, string>>;
  readonly done: string;
  readonly chooseFirst: string;
  readonly samePerson: string;
  readonly bothDays: string;
  readonly daysTurned: string;
}

const nlColumns = {
  system: 'systeem',
  kind: 'plicht',
  responsible: 'verantwoordelijke',
  substitute: 'vervanger',
  fallback: 'terugval',
};
const enColumns = {
  system: 'system',
  kind: 'duty',
  responsible: 'responsible',
  substitute: 'substitute',
  fallback: 'fallback',
};

/** The words of the roster's cards in the IT channel. */
export const rosterTexts: InEachLanguage<RosterWords> = {
  nl: {
    title: 'Rooster',
    intro:
      'Wie is verantwoordelijk voor welk systeem en welke plicht. De regel die het meest precies is, geldt. Elke wijziging wordt bewaard als bewijs.',
    empty: 'Er staat nog niemand in het rooster.',
    everySystem: 'alle systemen',
    everyKind: 'alle plichten',
    substitute: (name) => `vervanger ${name}`,
    fallback: (name) => `terugval ${name}`,
    away: (from, to) => `afwezig van ${from} tot en met ${to}`,
    pages: (page, of) => `Bladzijde ${String(page)} van ${String(of)}`,
    choose: 'Kies',
    which: 'Welke regel?',
    change: 'Regel wijzigen',
    add: 'Nieuwe regel',
    roleHolders: 'Rollen',
    list: 'Lijst plakken',
    save: 'Opslaan',
    remove: 'Regel verwijderen',
    entryTitle: 'Regel in het rooster',
    entryIntro:
      'Is iemand afwezig of vertrokken, dan gaat de plicht naar de vervanger, en anders naar de terugval.',
    fields: {
      system: 'Om welk systeem gaat het?',
      kind: 'Om welke plicht gaat het?',
      responsible: 'Wie is verantwoordelijk?',
      substitute: 'Wie vervangt?',
      fallback: 'Op wie vallen we terug?',
      awayFrom: 'Afwezig vanaf',
      awayTo: 'Afwezig tot en met',
    },
    systemHint: '* betekent alle systemen',
    rolesTitle: 'Rollen',
    rolesIntro: 'Wie krijgt bericht als een antwoord daarom vraagt?',
    roles: {
      privacy: 'Privacy',
      security: 'Informatiebeveiliging',
      contracts: 'Contracten',
      access: 'Toegang en accounts',
      auditor: 'Auditor (ziet het overzicht)',
    },
    listTitle: 'Rooster als lijst',
    listIntro: (columns) =>
      `Plak hier regels met de kolommen ${columns}. Mensen staan er met hun hele naam of hun object-id. Is er iets fout, dan verandert er niets.`,
    listTooLong: 'Het hele rooster past hier niet. Plak wat je wilt toevoegen of wijzigen.',
    listField: 'De lijst',
    modeField: 'Wat gebeurt er met de regels die er al staan?',
    modes: { add: 'Blijven staan', replace: 'Vervangen door deze lijst' },
    read: 'Lijst overnemen',
    nothingChanged: (faults) =>
      faults === 1
        ? 'Er is 1 fout gevonden. Het rooster is niet veranderd.'
        : `Er zijn ${String(faults)} fouten gevonden. Het rooster is niet veranderd.`,
    moreFaults: (more) => (more === 1 ? 'Nog 1 fout' : `Nog ${String(more)} fouten`),
    faultAt: (line, column, fault) =>
      `Regel ${String(line)}${column === undefined ? '' : `, ${column}`}: ${fault}`,
    faults: {
      empty: () => 'er staan geen regels onder de kop',
      'too-many': () => 'er passen niet meer regels in het rooster',
      quotes: () => 'een aanhalingsteken klopt niet',
      'missing-column': () => 'deze kolom ontbreekt',
      'unknown-column': (found) => `de kolom ‘${found}’ is niet bekend`,
      'extra-cells': () => 'er staan meer cellen dan kolommen',
      missing: () => 'is niet ingevuld',
      'too-long': () => 'is langer dan 100 tekens',
      'unknown-kind': (found) => `de plicht ‘${found}’ is niet bekend`,
      'unknown-person': (found) => `‘${found}’ is niet bekend; die heeft de bot nog niet`,
      'several-people': (found) => `er zijn er meer die ‘${found}’ heten; gebruik het object-id`,
      'same-person': () => 'dezelfde persoon staat er twee keer',
      twice: () => 'dit systeem met deze plicht staat er al',
    },
    columns: nlColumns,
    verdicts: {
      exists: 'Voor dit systeem en deze plicht is er al een regel.',
      'changed-since': 'Iemand heeft deze regel intussen veranderd. Dit staat er nu.',
      full: 'Het rooster is vol: er passen 500 regels in.',
    },
    done: 'Opgeslagen.',
    chooseFirst: 'Kies eerst een regel.',
    samePerson: 'Deze persoon staat al in deze regel.',
    bothDays: 'Vul beide dagen in, of geen van beide.',
    daysTurned: 'De laatste dag ligt voor de eerste.',
  },
  en: {
    title: 'Roster',
    intro:
      'Who is responsible for which system and which duty. The most precise entry counts. Every change is kept as evidence.',
    empty: 'Nobody is in the roster yet.',
    everySystem: 'all systems',
    everyKind: 'all duties',
    substitute: (name) => `substitute ${name}`,
    fallback: (name) => `fallback ${name}`,
    away: (from, to) => `away from ${from} to ${to}`,
    pages: (page, of) => `Page ${String(page)} of ${String(of)}`,
    choose: 'Choose',
    which: 'Which entry?',
    change: 'Change entry',
    add: 'New entry',
    roleHolders: 'Roles',
    list: 'Paste a list',
    save: 'Save',
    remove: 'Remove entry',
    entryTitle: 'Entry in the roster',
    entryIntro:
      'While somebody is away or has left, the duty goes to the substitute, and otherwise to the fallback.',
    fields: {
      system: 'Which system is it about?',
      kind: 'Which duty is it about?',
      responsible: 'Who is responsible?',
      substitute: 'Who is the substitute?',
      fallback: 'Who is the fallback?',
      awayFrom: 'Away from',
      awayTo: 'Away to (included)',
    },
    systemHint: '* means all systems',
    rolesTitle: 'Roles',
    rolesIntro: 'Who is told when an answer asks for it?',
    roles: {
      privacy: 'Privacy',
      security: 'Information security',
      contracts: 'Contracts',
      access: 'Access and accounts',
      auditor: 'Auditor (sees the status)',
    },
    listTitle: 'Roster as a list',
    listIntro: (columns) =>
      `Paste lines here with the columns ${columns}. Name people by their whole name or their object id. If anything is wrong, nothing changes.`,
    listTooLong: 'The whole roster does not fit here. Paste what you want to add or change.',
    listField: 'The list',
    modeField: 'What happens to the entries that stand already?',
    modes: { add: 'They stay', replace: 'This list takes their place' },
    read: 'Take the list over',
    nothingChanged: (faults) =>
      faults === 1
        ? '1 fault was found. The roster has not changed.'
        : `${String(faults)} faults were found. The roster has not changed.`,
    moreFaults: (more) => (more === 1 ? '1 more fault' : `${String(more)} more faults`),
    faultAt: (line, column, fault) =>
      `Line ${String(line)}${column === undefined ? '' : `, ${column}`}: ${fault}`,
    faults: {
      empty: () => 'there are no lines below the heading',
      'too-many': () => 'the roster holds no more entries',
      quotes: () => 'a quotation mark is not right',
      'missing-column': () => 'this column is missing',
      'unknown-column': (found) => `the column “${found}” is not known`,
      'extra-cells': () => 'there are more cells than columns',
      missing: () => 'is not filled in',
      'too-long': () => 'is longer than 100 characters',
      'unknown-kind': (found) => `the duty “${found}” is not known`,
      'unknown-person': (found) => `“${found}” is not known and does not have the bot yet`,
      'several-people': (found) => `several people are called “${found}”; use the object id`,
      'same-person': () => 'the same person is named twice',
      twice: () => 'this system with this duty is there already',
    },
    columns: enColumns,
    verdicts: {
      exists: 'There is an entry for this system and this duty already.',
      'changed-since': 'Somebody changed this entry in the meantime. This is how it stands now.',
      full: 'The roster is full: it holds 500 entries.',
    },
    done: 'Saved.',
    chooseFirst: 'Choose an entry first.',
    samePerson: 'This person is in this entry already.',
    bothDays: 'Fill in both days, or neither.',
    daysTurned: 'The last day lies before the first.',
  },
};
