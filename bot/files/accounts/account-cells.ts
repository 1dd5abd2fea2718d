import { oneLine } from '../../../cards/plain-text.ts';
import type { Account } from '../../kinds/review-access/accounts.ts';
import { accountSchema } from '../../kinds/review-access/accounts.ts';
import { namesSecret } from '../../../cards/secrets.ts';
import type { Column, Columns } from '../columns.ts';
import type { Cell, GridRow } from '../grid.ts';
import { squashed } from '../grid.ts';
import type { ExportField } from '../headings.ts';
import { exportFields } from '../headings.ts';
import type { FileProblem } from '../problems.ts';
import { quoted } from '../problems.ts';
import { commonName, readDay } from '../read-day.ts';

const list = (names: string): readonly string[] => names.trim().split(/\s+/);

const yes = list('ja j yes y true waar wahr 1');
const no = list('nee n no nein false onwaar falsch 0');
const active = list(`
  actief active aktiv aktiviert enabled ingeschakeld aan on open opened unlocked toegestaan allowed
  nietgeblokkeerd notblocked notlocked notsuspended nichtgesperrt nietvergrendeld`);
const inactive = list(`
  inactief inactive inaktiv nietactief notactive nichtaktiv disabled deactivated deaktiviert gedeactiveerd
  uitgeschakeld uit off geblokkeerd blocked gesperrt locked vergrendeld suspended geschorst opgeschort
  archived gearchiveerd gesloten closed vervallen verlopen expired terminated beeindigd parked geparkeerd
  deleted verwijderd geloscht softdeleted`);
const privileged = list(`
  privileged bevoorrecht geprivilegieerd privilegiert beheerder admin administrator superadmin superuser x`);
const ordinary = list(`
  standaard standard gewoon normaal normal ordinary gebruiker user geen none regular notprivileged`);
/** Under these headings some applications name a person who looks after the account. */
const maybePeople = list('beheerder admin administrator');
/** An account that never signed in: kept as written, so that it stands out as dormant. */
const never = list(`
  nooit never nogniet notyet nie niemals nochnie neverloggedin nooitingelogd nooitaangemeld nochnieangemeldet
  00000000 0`);

type RowRead = { readonly account: Account } | { readonly problems: readonly FileProblem[] };
type Value = string | boolean | undefined;
type Values = Partial<Record<ExportField, string | boolean>>;

/** Reads one account from its row, or names what is wrong with every cell of it. */
export function readAccountRow(row: GridRow, columns: Columns<ExportField>): RowRead {
  const problems: FileProblem[] = [];
  const values: Values = {};
  for (const field of exportFields) {
    const column = columns[field];
    if (column === undefined) continue;
    const read = readCell(field, row.cells[column.at], column);
    if (typeof read === 'object') problems.push(placed(read, row, column));
    else if (read !== undefined) values[field] = read;
  }
  const wanted = accountOf(values);
  const nameColumn = columns.name ?? columns.lastName;
  if (wanted.name === undefined && nameColumn && !problems.some(isAt(nameColumn))) {
    problems.push(placed({ code: 'missing-value' }, row, nameColumn));
  }
  if (problems.length > 0) return { problems };
  const parsed = accountSchema.safeParse(wanted);
  if (parsed.success) return { account: parsed.data };
  const strange = new Set(parsed.error.issues.map(({ path: [field] }) => field));
  return {
    problems: [...strange].flatMap((field): FileProblem[] => {
      const column = columnOf(field, columns);
      if (column === undefined) return [];
      const found = quoted(row.cells[column.at]?.text ?? '');
      return [placed({ code: 'strange-characters', found }, row, column)];
    }),
  };
}

const isAt =
  ({ heading }: Column) =>
  ({ column }: FileProblem): boolean =>
    column === heading;

function columnOf(
  field: PropertyKey | undefined,
  columns: Columns<ExportField>,
): Column | undefined {
  const known = exportFields.find((one) => one === field);
  const column = known && columns[known];
  return column ?? (field === 'name' ? columns.lastName : undefined);
}

/** The fields of an account from what its columns say. */
function accountOf({ firstName, infix, lastName, disabled, ...values }: Values): Values {
  const parts = [firstName, infix, lastName].filter((part) => part !== undefined);
  const composed = parts.length > 0 ? parts.join(' ') : undefined;
  const name = values.name ?? composed;
  // Whatever says that nobody can sign in with it counts.
  const enabled = disabled === true ? false : (values.enabled ?? (disabled === false || undefined));
  return {
    ...values,
    ...(name === undefined ? {} : { name }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}

const placed = (problem: FileProblem, { line }: GridRow, { heading }: Column): FileProblem => ({
  ...problem,
  line,
  column: heading,
});

function readCell(
  field: ExportField,
  cell: Cell | undefined,
  { heading }: Column,
): Value | FileProblem {
  const text = cell === undefined ? '' : oneLine(cell.text).trim().normalize('NFC');
  if (cell?.kind === 'formula') return { code: 'formula' };
  if (cell?.kind === 'error') return { code: 'error-value', found: quoted(cell.text) };
  if (text === '') return field === 'account' ? { code: 'missing-value' } : undefined;
  if (field === 'lastSignIn') return readLastSignIn(text);
  if (field === 'enabled') return readEnabled(text, squashed(heading));
  if (field === 'disabled') return readDisabled(text);
  if (field === 'privileged') return readPrivileged(text, squashed(heading));
  // Excel turns a code such as 1-2 into a date by itself; what it said is then lost.
  if (cell?.kind === 'date') return { code: 'date-for-text' };
  if (cell?.lossy) return { code: 'digits-lost', found: quoted(text) };
  const said = field === 'manager' ? commonName(text) : text;
  if (said.length > 100) return { code: 'too-long', limit: 100, found: quoted(said) };
  // A list is kept for years: nothing of it is quoted where it may hold a password.
  return namesSecret(said) ? { code: 'secret' } : said;
}

function readLastSignIn(text: string): string | FileProblem {
  if (text.length > 100) return { code: 'unreadable-date', found: quoted(text) };
  const word = squashed(text);
  // A dash alone stands where there is no date.
  if (word === '' || never.includes(word)) return text;
  return readDay(text) ?? { code: 'unreadable-date', found: quoted(text) };
}

function readEnabled(text: string, heading: string): boolean | FileProblem {
  const word = squashed(text);
  const unclear: FileProblem = { code: 'unclear-enabled', found: quoted(text) };
  if (heading === 'useraccountcontrol') return readAccountControl(text) ?? unclear;
  // A status of one letter is a code of its application: N is "no" here and "normal" there.
  if (heading.includes('status') && word.length === 1 && !'01'.includes(word)) return unclear;
  if (yes.includes(word) || active.includes(word)) return true;
  if (no.includes(word) || inactive.includes(word)) return false;
  return unclear;
}

function readDisabled(text: string): boolean | FileProblem {
  const word = squashed(text);
  // SAP marks a locked user with an X, or with the sum of the reasons.
  if (word === 'x' || yes.includes(word) || inactive.includes(word)) return true;
  if (no.includes(word) || active.includes(word)) return false;
  if (/^\d{1,5}$/.test(word)) return Number(word) !== 0;
  return { code: 'unclear-enabled', found: quoted(text) };
}

function readPrivileged(text: string, heading: string): Value | FileProblem {
  const word = squashed(text);
  if (yes.includes(word) || privileged.includes(word)) return true;
  // A dash alone stands where there is nothing.
  if (word === '' || no.includes(word) || ordinary.includes(word)) return false;
  if (maybePeople.includes(heading)) return undefined;
  return { code: 'unclear-privileged', found: quoted(text) };
}

/** ACCOUNTDISABLE is bit 2 of Active Directory's userAccountControl (MS-ADTS 2.2.16). */
function readAccountControl(text: string): boolean | undefined {
  return /^\d{1,10}$/.test(text) ? (Number(text) & 2) === 0 : undefined;
}
