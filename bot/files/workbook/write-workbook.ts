import { setImmediate } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A text, always stored as a text; or a day as Excel counts it. */
export type SheetCell = string | { readonly serial: number };

export interface SheetColumn {
  readonly heading: string;
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** The column whose cells take one of some values, and what is said of any other. */
  readonly choice: {
    readonly at: number;
    readonly values: readonly string[];
    readonly otherwise: string;
  };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const role = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const styles = { heading: 1, text: 2, day: 3 } as const;

/**
 * A workbook of one sheet with its heading frozen. It holds no formula: every text is only a text. Five thousand
 * rows take half a second, in which others have their turn.
 */
export async function writeWorkbook(sheet: Sheet): Promise<Uint8Array> {
  const parts: Readonly<Record<string, Iterable<string>>> = {
    '[Content_Types].xml': [
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ],
    '_rels/.rels': [relationsXml([['officeDocument', 'xl/workbook.xml']])],
    'xl/workbook.xml': [
      `<workbook xmlns="${main}" xmlns:r="${role}"><sheets><sheet name="${escaped(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    'xl/_rels/workbook.xml.rels': [
      relationsXml([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    'xl/styles.xml': [stylesXml],
    'xl/worksheets/sheet1.xml': sheetXml(sheet),
  };
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  for (const [path, pieces] of Object.entries(parts)) {
    const entry = new ZipDeflate(path);
    // A fixed date without a zone: the same list gives the same bytes everywhere.
    entry.mtime = '1980-01-02T12:00:00';
    zip.add(entry);
    entry.push(strToU8(head));
    for (const piece of pieces) {
      entry.push(strToU8(piece));
      await setImmediate();
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  return Buffer.concat(written);
}

function relationsXml(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${String(at + 1)}" Type="${role}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${relations}">${each.join('')}</Relationships>`;
}

// Format 49 is text: what is typed over a cell stays a text as well. Format 14 is the reader's own short date.
const stylesXml = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const rowsAtOnce = 200;

function* sheetXml({ columns, rows, choice }: Sheet): Generator<string> {
  const widths = columns.map(({ width }, at) => {
    const place = String(at + 1);
    return `<col min="${place}" max="${place}" width="${String(width)}" customWidth="1"/>`;
  });
  const lines = [columns.map(({ heading }) => heading), ...rows];
  const last = `${letterOf(columns.length - 1)}${String(lines.length)}`;
  const column = letterOf(choice.at);
  const checked = `${column}2:${column}${String(Math.max(2, lines.length))}`;
  const values = escaped(choice.values.join(','));
  yield [
    `<worksheet xmlns="${main}"><dimension ref="A1:${last}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData>`,
  ].join('');
  for (let from = 0; from < lines.length; from += rowsAtOnce) {
    const some = lines.slice(from, from + rowsAtOnce);
    yield some.map((cells, at) => rowXml(cells, from + at + 1)).join('');
  }
  yield [
    `</sheetData><autoFilter ref="A1:${last}"/>`,
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${escaped(choice.otherwise)}" sqref="${checked}"><formula1>"${values}"</formula1></dataValidation></dataValidations>`,
    '</worksheet>',
  ].join('');
}

function rowXml(cells: readonly SheetCell[], line: number): string {
  const written = cells.map((cell, at) => {
    const place = `${letterOf(at)}${String(line)}`;
    if (typeof cell !== 'string') {
      return `<c r="${place}" s="${String(styles.day)}"><v>${String(cell.serial)}</v></c>`;
    }
    const style = String(line === 1 ? styles.heading : styles.text);
    if (cell === '') return `<c r="${place}" s="${style}"/>`;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${String(line)}">${written.join('')}</row>`;
}

const letterOf = (at: number): string => String.fromCharCode(65 + at);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as XML; what XML cannot hold, or would change, is written as Excel does: `_x000D_`. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
    .replace(
      /[\0-\x08\v\f\x0E-\x1F\r\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
