import type { Language } from '../../cards/language.ts';
import { reviewAccessTexts } from '../kinds/review-access/texts.ts';
import type { PickProblem } from '../kinds/review-access/accounts.ts';
import type { FileProblem, ProblemCode } from './problems.ts';
import { plural } from '../../cards/language.ts';

/** The columns of a sheet on which accounts are reviewed. */
export type SheetField =
  'account' | 'name' | 'role' | 'lastSignIn' | 'flags' | 'advice' | 'decision' | 'note';

/** What a sentence about a fault may name. */
interface Said {
  readonly found: string;
  readonly column: string;
  readonly limit: string;
  readonly first: string;
}

const nl = {
  place: (line: number | undefined, column: string | undefined) =>
    placed({ line: 'Regel', column: 'kolom', quotes: ['‘', '’'] }, line, column),
  fields: {
    account: 'Account',
    name: 'Naam',
    role: 'Rol',
    lastSignIn: 'Laatst ingelogd',
    enabled: 'Actief',
    manager: 'Leidinggevende',
    privileged: 'Beheerrechten',
    firstName: 'Voornaam',
    infix: 'Tussenvoegsel',
    lastName: 'Achternaam',
    disabled: 'Geblokkeerd',
    advice: 'Advies',
    flags: 'Valt op',
    decision: 'Besluit',
    note: 'Nieuwe rol of reden',
  },
  sheet: 'Accounts',
  removals: { action: 'Wat te doen', note: 'Nieuwe rol of reden' },
  more: (problems: number) =>
    plural(problems, {
      one: 'En nog één ander punt.',
      other: `En nog ${String(problems)} andere punten.`,
    }),
  problems: {
    'too-big': ({ limit }: Said) =>
      `Het bestand is groter dan ${limit} MB. Maak een kleinere export.`,
    empty: () => 'Het bestand is leeg.',
    'no-rows': () => 'Onder de kolomnamen staat geen enkel account.',
    'too-many-rows': ({ limit }: Said) =>
      `Er staan meer dan ${limit} accounts in. Splits de lijst.`,
    'too-many-columns': ({ limit }: Said) => `Er zijn meer dan ${limit} kolommen.`,
    'too-many-cells': () => 'Er staan te veel lege of overbodige cellen in.',
    'row-too-long': () => 'Deze regel is te lang voor een lijst met accounts.',
    'not-text': () =>
      'Hier staan tekens die geen leesbare tekst zijn. Sla het bestand op als CSV UTF-8.',
    'two-encodings': () =>
      'Hier staat een teken in een andere codering dan de rest. Sla het op als CSV UTF-8.',
    quotes: () => 'Een aanhalingsteken is niet goed gesloten.',
    'unknown-extension': () => 'Dit soort bestand kan ik niet lezen. Stuur een .xlsx of .csv.',
    'holds-workbook': () => 'De naam zegt tekst, maar het is een Excel-bestand. Noem het .xlsx.',
    'holds-no-workbook': () => 'Dit is geen Excel-werkmap. Sla het opnieuw op als .xlsx.',
    'old-excel': () => 'Dit is een oud Excel-bestand (.xls). Sla het op als .xlsx.',
    password: () => 'Het bestand heeft een wachtwoord. Sla het op zonder wachtwoord.',
    'no-sheet': () => 'Er is geen zichtbaar tabblad met cellen. Zet de lijst op een eigen tabblad.',
    'took-too-long': () =>
      'Lezen duurde te lang en is gestopt. Sla alleen de lijst op als CSV, of stuur het straks nog eens.',
    'broken-workbook': () => 'Dit Excel-bestand is beschadigd. Sla het opnieuw op als .xlsx.',
    'inflates-too-far': () => 'Uitgepakt is dit bestand te groot om te lezen.',
    'missing-column': ({ column, found }: Said) =>
      `De kolom ‘${column}’ ontbreekt. Gevonden: ${found}.`,
    'ambiguous-column': ({ column, found }: Said) =>
      `Meer dan één kolom kan ‘${column}’ zijn: ${found}. Laat er één staan.`,
    'extra-cells': ({ found }: Said) => `Deze regel heeft meer cellen dan de kop: ‘${found}’.`,
    'missing-value': () => 'Hier moet iets staan.',
    'too-long': ({ limit }: Said) => `Dit is langer dan ${limit} tekens.`,
    'strange-characters': ({ found }: Said) => `Hier staat geen leesbare tekst: ‘${found}’.`,
    formula: () => 'Hier staat een formule. Plak alleen de waarde.',
    'error-value': ({ found }: Said) => `Hier staat een fout: ${found}.`,
    'date-for-text': () => 'Excel heeft hier een datum van gemaakt. Maak er weer tekst van.',
    'digits-lost': ({ found }: Said) =>
      `Excel toont hier ‘${found}’, maar er staat een ander getal. Maak er tekst van.`,
    'unreadable-date': ({ found }: Said) => `‘${found}’ is geen datum zoals 12-11-2026.`,
    'unclear-enabled': ({ found }: Said) =>
      `‘${found}’ zegt niet of het account actief is: ja of nee.`,
    'unclear-privileged': ({ found }: Said) =>
      `‘${found}’ zegt niet of het account beheerrechten heeft: ja of nee.`,
    'duplicate-account': ({ found, first }: Said) => `‘${found}’ staat ook op regel ${first}.`,
    'missing-row': ({ found }: Said) => `Het account ‘${found}’ staat niet meer in het bestand.`,
    'unknown-row': ({ found }: Said) => `Het account ‘${found}’ hoort niet bij deze lijst.`,
    'duplicate-row': ({ found, first }: Said) => `‘${found}’ staat ook op regel ${first}.`,
    'missing-decision': ({ found }: Said) => `Er is nog geen besluit over ‘${found}’.`,
    'not-a-choice': ({ found }: Said) =>
      `‘${found}’ is geen besluit. Kies een van de mogelijkheden.`,
  },
};

const en: typeof nl = {
  place: (line, column) =>
    placed({ line: 'Line', column: 'column', quotes: ['“', '”'] }, line, column),
  fields: {
    account: 'Account',
    name: 'Name',
    role: 'Role',
    lastSignIn: 'Last sign-in',
    enabled: 'Enabled',
    manager: 'Manager',
    privileged: 'Admin rights',
    firstName: 'First name',
    infix: 'Infix',
    lastName: 'Last name',
    disabled: 'Blocked',
    advice: 'Advice',
    flags: 'Stands out',
    decision: 'Decision',
    note: 'New role or reason',
  },
  sheet: 'Accounts',
  removals: { action: 'What to do', note: 'New role or reason' },
  more: (problems) =>
    plural(problems, {
      one: 'And one other point.',
      other: `And ${String(problems)} other points.`,
    }),
  problems: {
    'too-big': ({ limit }) => `The file is larger than ${limit} MB. Make a smaller export.`,
    empty: () => 'The file is empty.',
    'no-rows': () => 'There is no account below the column names.',
    'too-many-rows': ({ limit }) => `It holds more than ${limit} accounts. Split the list.`,
    'too-many-columns': ({ limit }) => `There are more than ${limit} columns.`,
    'too-many-cells': () => 'There are too many empty or needless cells in it.',
    'row-too-long': () => 'This line is too long for a list of accounts.',
    'not-text': () =>
      'There are characters here that are no readable text. Save the file as CSV UTF-8.',
    'two-encodings': () =>
      'There is a character here in another encoding than the rest. Save it as CSV UTF-8.',
    quotes: () => 'A quotation mark is not closed properly.',
    'unknown-extension': () => 'I cannot read this kind of file. Send an .xlsx or .csv.',
    'holds-workbook': () => 'The name says text, but it is an Excel file. Name it .xlsx.',
    'holds-no-workbook': () => 'This is not an Excel workbook. Save it again as .xlsx.',
    'old-excel': () => 'This is an old Excel file (.xls). Save it as .xlsx.',
    password: () => 'The file has a password. Save it without one.',
    'no-sheet': () => 'There is no visible tab with cells. Put the list on a tab of its own.',
    'took-too-long': () =>
      'Reading took too long and was stopped. Save just the list as CSV, or send it again later.',
    'broken-workbook': () => 'This Excel file is damaged. Save it again as .xlsx.',
    'inflates-too-far': () => 'Unpacked, this file is too large to read.',
    'missing-column': ({ column, found }) => `The column “${column}” is missing. Found: ${found}.`,
    'ambiguous-column': ({ column, found }) =>
      `More than one column can be “${column}”: ${found}. Leave one of them.`,
    'extra-cells': ({ found }) => `This line has more cells than the heading: “${found}”.`,
    'missing-value': () => 'This cell is empty.',
    'too-long': ({ limit }) => `This is longer than ${limit} characters.`,
    'strange-characters': ({ found }) => `This is no readable text: “${found}”.`,
    formula: () => 'This is a formula. Paste only the value.',
    'error-value': ({ found }) => `This is an error: ${found}.`,
    'date-for-text': () => 'Excel has made a date of this. Make it a text again.',
    'digits-lost': ({ found }) =>
      `Excel shows “${found}” here, but the cell holds another number. Make it a text.`,
    'unreadable-date': ({ found }) => `“${found}” is not a date such as 12-11-2026.`,
    'unclear-enabled': ({ found }) =>
      `“${found}” does not say whether the account is enabled: yes or no.`,
    'unclear-privileged': ({ found }) =>
      `“${found}” does not say whether the account has admin rights: yes or no.`,
    'duplicate-account': ({ found, first }) => `“${found}” is also on line ${first}.`,
    'missing-row': ({ found }) => `The account “${found}” is no longer in the file.`,
    'unknown-row': ({ found }) => `The account “${found}” is not on this list.`,
    'duplicate-row': ({ found, first }) => `“${found}” is also on line ${first}.`,
    'missing-decision': ({ found }) => `There is no decision about “${found}” yet.`,
    'not-a-choice': ({ found }) => `“${found}” is not a decision. Choose one of the options.`,
  },
};

/** What is said about files of accounts; the words of decisions are those of the duty itself. */
export const fileTexts = { nl, en };

/** How a place is put into words: for its line, its column, and the quotes around a name. */
type PlaceWords = {
  readonly line: string;
  readonly column: string;
  readonly quotes: readonly [string, string];
};

function placed(
  { line: lineWord, column: columnWord, quotes: [open, close] }: PlaceWords,
  line: number | undefined,
  column: string | undefined,
): string {
  const parts = [
    ...(line === undefined ? [] : [`${lineWord} ${String(line)}`]),
    ...(column === undefined ? [] : [`${columnWord} ${open}${column}${close}`]),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}

const ofPicks: readonly string[] = Object.keys({
  self: true,
  'new-role': true,
  reason: true,
  secret: true,
} satisfies Readonly<Record<PickProblem, true>>);
const isOfPick = (code: ProblemCode): code is PickProblem => ofPicks.includes(code);

/** A fault as a sentence that says where it is. What it quotes is foreign text, not yet escaped. */
export function sayProblem(problem: FileProblem, language: Language): string {
  const { place, fields, problems } = fileTexts[language];
  const { code, line, column, found = '', limit, first } = problem;
  if (isOfPick(code)) {
    return place(line, column) + reviewAccessTexts[language].problems[code];
  }
  // A column that is missing has no heading in the file: the name is ours.
  const ours = code === 'missing-column' || code === 'ambiguous-column';
  const named = Object.entries(fields).find(([field]) => ours && field === column)?.[1];
  const shown = language === 'nl' ? 'nl-NL' : 'en-GB';
  return (
    place(line, ours ? undefined : column) +
    problems[code]({
      found,
      column: named ?? column ?? '',
      limit: limit?.toLocaleString(shown) ?? '',
      first: String(first ?? ''),
    })
  );
}

/** Every sentence of a refusal, with how many points were left out. */
export function sayRefusal(
  { problems, more }: { readonly problems: readonly FileProblem[]; readonly more: number },
  language: Language,
): readonly string[] {
  const said = problems.map((problem) => sayProblem(problem, language));
  return more === 0 ? said : [...said, fileTexts[language].more(more)];
}
