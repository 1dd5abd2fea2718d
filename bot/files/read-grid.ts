import type { Format, Grid, GridWanted } from './grid.ts';
import { cut } from '../../cards/plain-text.ts';
import { maxFileSize } from './grid.ts';
import { Unreadable } from './problems.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

const formats: Readonly<Record<string, Format>> = {
  csv: 'csv',
  txt: 'csv',
  tsv: 'csv',
  xlsx: 'xlsx',
};

/** The format of a file, which its name and its content must agree on. */
export function formatOf(bytes: Uint8Array, name: string): Format {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  const content = contentOf(bytes);
  const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (format === content) return content;
  if (format === undefined) {
    throw new Unreadable({ code: 'unknown-extension', found: cut(extension, 20) });
  }
  throw new Unreadable({ code: content === 'xlsx' ? 'holds-workbook' : 'holds-no-workbook' });
}

/** What the first bytes show; refuses a file that can never be read. */
function contentOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new Unreadable({ code: 'empty' });
  if (bytes.length > maxFileSize) {
    throw new Unreadable({ code: 'too-big', limit: maxFileSize / (1024 * 1024) });
  }
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'xlsx';
  if (start === 'd0cf11e0a1b11ae1') {
    // Excel keeps an encrypted workbook in the same container as its format before 2007.
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new Unreadable({ code: encrypted ? 'password' : 'old-excel' });
  }
  return 'csv';
}

/** The filled rows of a file of accounts. */
export async function readGrid(
  bytes: Uint8Array,
  format: Format,
  wanted: GridWanted,
): Promise<Grid> {
  return format === 'xlsx' ? readWorkbook(bytes, wanted) : readCsv(bytes, wanted);
}
