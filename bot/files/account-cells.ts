import type { Account } from '../kinds/review-access/accounts.ts';
import { accountSchema } from '../kinds/review-access/accounts.ts';
import type { Column, Columns } from './columns.ts';
import type { Cell, GridRow } from './grid.ts';
import { squashed } from './grid.ts';
import type { FileProblem } from './problems.ts';
import { quoted } from './problems.ts';
import { readDay } from './read-day.ts';

export const accountFields = [
  'account',
  'name',
  'role',
  'lastSignIn',
  'enabled',
  'manager',
] as const satisfies readonly (keyof Account)[];
export type AccountField = (typeof accountFields)[number];

const list = (names: string): readonly string[] => names.trim().split(/\s+/);

/** The headings that applications give these columns, squashed. */
export const accountHeadings: Readonly<Record<AccountField, readonly string[]>> = {
  account: list(`
    account accountnaam accountname gebruiker gebruikersnaam gebruikernaam gebruikerscode gebruikersid
    user username userid usercode login loginnaam loginname logincode inlognaam inlogcode
    userprincipalname upn`),
  name: list(`
    naam name volledigenaam fullname displayname weergavenaam medewerker medewerkernaam employee
    employeename`),
  role: list(`
    role roles rol rollen functie profiel profile autorisatieprofiel gebruikersrol userrole
    gebruikersprofiel userprofile`),
  lastSignIn: list(`
    lastsignin lastlogin lastlogon lastlogindate lastsignindate laatstingelogd laatsteinlog
    laatsteinlogdatum laatstelogin laatsteaanmelding laatstaangemeld datumlaatsteinlog
    ingelogdop`),
  enabled: list(
    'enabled isenabled actief isactief active isactive status accountstatus ingeschakeld',
  ),
  manager: list('manager managername leidinggevende leidinggevendenaam chef supervisor'),
};

const enabledWords = list('ja j yes y true waar 1 actief active enabled ingeschakeld aan on open');
const disabledWords = list(`
  nee n no false onwaar 0 inactief inactive nietactief disabled uitgeschakeld uit off geblokkeerd
  blocked gesloten closed vervallen`);
/** An account that never signed in: kept as written, so that it stands out as dormant. */
const neverWords = list('nooit never nogniet notyet');

type RowRead = { readonly account: Account } | { readonly problems: readonly FileProblem[] };

/** Reads one account from its row, or names what is wrong with every cell of it. */
export function readAccountRow(row: GridRow, columns: Columns<AccountField>): RowRead {
  const problems: FileProblem[] = [];
  const values: Partial<Record<AccountField, string | boolean>> = {};
  for (const field of accountFields) {
    const column = columns[field];
    if (column === undefined) continue;
    const read = readCell(field, row.cells[column.at]);
    if (typeof read === 'object') problems.push(placed(read, row, column));
    else if (read !== undefined) values[field] = read;
  }
  const parsed = accountSchema.safeParse(values);
  if (problems.length > 0) return { problems };
  if (parsed.success) return { account: parsed.data };
  const named = accountFields.filter((field) =>
    parsed.error.issues.some(({ path }) => path[0] === field),
  );
  return {
    problems: named.flatMap((field) => {
      const column = columns[field];
      const fault: FileProblem = {
        code: 'strange-characters',
        found: quoted(String(values[field])),
      };
      return column === undefined ? [] : [placed(fault, row, column)];
    }),
  };
}

const placed = (problem: FileProblem, { line }: GridRow, { heading }: Column): FileProblem => ({
  ...problem,
  line,
  column: heading,
});

type Value = string | boolean | undefined;

function readCell(field: AccountField, cell: Cell | undefined): Value | FileProblem {
  const needed = field === 'account' || field === 'name';
  const text = cell === undefined ? '' : cell.text.trim().normalize('NFC');
  if (cell?.kind === 'formula') return { code: 'formula' };
  if (cell?.kind === 'error') return { code: 'error-value', found: quoted(cell.text) };
  if (text === '') return needed ? { code: 'missing-value' } : undefined;
  if (field === 'lastSignIn') return readLastSignIn(text);
  if (field === 'enabled') return readEnabled(text);
  // Excel turns a code such as 1-2 into a date by itself; what it said is then lost.
  if (cell?.kind === 'date') return { code: 'date-for-text' };
  return text.length > 100 ? { code: 'too-long', limit: 100, found: quoted(text) } : text;
}

function readLastSignIn(text: string): string | FileProblem {
  if (neverWords.includes(squashed(text))) return text;
  return readDay(text) ?? { code: 'unreadable-date', found: quoted(text) };
}

function readEnabled(text: string): boolean | FileProblem {
  const word = squashed(text);
  if (enabledWords.includes(word)) return true;
  if (disabledWords.includes(word)) return false;
  return { code: 'unclear-enabled', found: quoted(text) };
}
