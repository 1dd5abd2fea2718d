import { strToU8, zipSync } from 'fflate';

/** A cell as Excel or another program may have written it. */
export type CellSpec =
  | string
  | number
  | boolean
  | undefined
  | { readonly formula: string; readonly shows: string }
  | { readonly day: number }
  | { readonly ownDay: number }
  | { readonly error: string }
  | { readonly inline: string }
  /** A number or text under a format of its own. */
  | { readonly value: number | string; readonly format: string };

export interface WorkbookSpec {
  readonly rows: readonly (readonly CellSpec[])[];
  /** A sheet that stands before it and is not shown. */
  readonly hiddenFirst?: boolean;
  readonly from1904?: boolean;
  /** A name before every element, as some programs write: `x:row`. */
  readonly prefix?: string;
  /** Without the places of cells and rows, which are not required. */
  readonly unplaced?: boolean;
  /** Parts added or written over. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook with shared strings and date styles, as spreadsheet programs write them. */
export function workbookOf(spec: WorkbookSpec): Uint8Array {
  const strings: string[] = [];
  const formats: string[] = [];
  const written = { strings, formats, unplaced: spec.unplaced ?? false };
  const rows = spec.rows.map((cells, at) => rowXml(cells, at + 1, written));
  const hidden = spec.hiddenFirst ? '<sheet name="Kladblok" state="hidden" r:id="rId9"/>' : '';
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="${rel}"><workbookPr${spec.from1904 ? ' date1904="1"' : ''}/><sheets>${hidden}<sheet name="Blad1" r:id="rId1"/><sheet name="Blad2" r:id="rId9"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId9', 'worksheet', '/xl/worksheets/sheet2.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet2.xml':
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet1.xml': prefixed(
      `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
      spec.prefix,
    ),
    'xl/sharedStrings.xml': prefixed(
      `<sst>${strings.map((string) => `<si><t xml:space="preserve">${xml(string)}</t></si>`).join('')}</sst>`,
      spec.prefix,
    ),
    'xl/styles.xml': stylesXml(formats),
    ...spec.parts,
  };
  return zipOf(parts);
}

/** An archive of parts, each a text or bytes. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(parts).map(
    ([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(bytes), { level: 6 });
}

function relations(targets: readonly (readonly [string, string, string])[]): string {
  const each = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${each.join('')}</Relationships>`;
}

// General, Excel's short date, a date that somebody made; then what the cells ask for.
function stylesXml(formats: readonly string[]): string {
  const own = ['dd\\-mm\\-yyyy;@', ...formats];
  const codes = own.map(
    (code, at) => `<numFmt numFmtId="${String(164 + at)}" formatCode="${xml(code)}"/>`,
  );
  const styles = own.map((_, at) => `<xf numFmtId="${String(164 + at)}"/>`);
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${styles.join('')}</cellXfs></styleSheet>`;
}

interface Written {
  readonly strings: string[];
  readonly formats: string[];
  readonly unplaced: boolean;
}

function rowXml(cells: readonly CellSpec[], line: number, written: Written): string {
  const { unplaced } = written;
  const each = cells.map((cell, at) => {
    const letter = String.fromCharCode(65 + at);
    return cellXml(cell, unplaced ? '' : ` r="${letter}${String(line)}"`, written);
  });
  return `<row${unplaced ? '' : ` r="${String(line)}"`}>${each.join('')}</row>`;
}

function cellXml(cell: CellSpec, place: string, written: Written): string {
  const { strings, formats } = written;
  if (cell === undefined) return `<c${place} s="0"/>`;
  if (typeof cell === 'string') {
    return `<c${place} t="s"><v>${String(strings.push(cell) - 1)}</v></c>`;
  }
  if (typeof cell === 'number') return `<c${place}><v>${String(cell)}</v></c>`;
  if (typeof cell === 'boolean') return `<c${place} t="b"><v>${cell ? '1' : '0'}</v></c>`;
  if ('format' in cell) {
    const style = ` s="${String(formats.push(cell.format) + 2)}"`;
    if (typeof cell.value === 'number')
      return `<c${place}${style}><v>${String(cell.value)}</v></c>`;
    return `<c${place}${style} t="s"><v>${String(strings.push(cell.value) - 1)}</v></c>`;
  }
  if ('day' in cell) return `<c${place} s="1"><v>${String(cell.day)}</v></c>`;
  if ('ownDay' in cell) return `<c${place} s="2"><v>${String(cell.ownDay)}</v></c>`;
  if ('error' in cell) return `<c${place} t="e"><v>${xml(cell.error)}</v></c>`;
  if ('inline' in cell) return `<c${place} t="inlineStr"><is>${cell.inline}</is></c>`;
  return `<c${place} t="str"><f>${xml(cell.formula)}</f><v>${xml(cell.shows)}</v></c>`;
}

const prefixed = (text: string, prefix: string | undefined): string =>
  prefix === undefined ? text : text.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`);

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
