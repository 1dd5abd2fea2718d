import { builtInCode, maxFormatCode } from './number-format.ts';
import { folderOf, partPath } from './part-path.ts';
import { cut } from '../../../cards/plain-text.ts';
import { Unreadable } from '../problems.ts';
import type { Parts } from './unzip.ts';
import { readXml } from './xml.ts';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** A tab that people see and that holds cells: no chart, no dialogue, nothing hidden. */
export interface Tab {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What is needed to read a workbook's visible worksheets. */
export interface WorkbookParts {
  readonly tabs: readonly Tab[];
  readonly strings: readonly string[];
  /** The format code of each cell style. */
  readonly formats: readonly string[];
  /** Workbooks of old Macs count days from 1904. */
  readonly from1904: boolean;
}

/** No text that is read has a right to be this long; the rest is not kept. */
export const maxText = 2000;
/** Unique cell formats in a workbook, by Excel's specifications. */
const maxStyles = 65_490;

export async function workbookParts(parts: Parts): Promise<WorkbookParts> {
  const root = await relationsOf(parts, '');
  const book = root.find(({ type }) => type === 'officeDocument');
  if (book === undefined) throw new Unreadable({ code: 'holds-no-workbook' });
  const { shown, from1904 } = await readBook(await required(parts, book.path));
  const relations = await relationsOf(parts, book.path);
  const optional = async (kind: string): Promise<Uint8Array | undefined> => {
    const relation = relations.find(({ type }) => type === kind);
    return relation && (await parts(relation.path));
  };
  const tabs = shown.flatMap(({ id, name }): Tab[] => {
    const sheet = relations.find((one) => one.id === id);
    if (sheet === undefined) throw new Unreadable({ code: 'broken-workbook' });
    return sheet.type === 'worksheet' ? [{ name, read: () => required(parts, sheet.path) }] : [];
  });
  if (tabs.length === 0) throw new Unreadable({ code: 'no-sheet' });
  return {
    tabs,
    strings: await readStrings(await optional('sharedStrings')),
    formats: await readFormats(await optional('styles')),
    from1904,
  };
}

async function required(parts: Parts, path: string): Promise<Uint8Array> {
  const found = await parts(path);
  if (found === undefined) throw new Unreadable({ code: 'broken-workbook' });
  return found;
}

async function relationsOf(parts: Parts, path: string): Promise<readonly Relation[]> {
  const folder = folderOf(path);
  const bytes = await parts(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  await readXml(bytes, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return;
      const kind = type.slice(type.lastIndexOf('/') + 1);
      relations.push({ id, type: kind, path: partPath(target, folder) });
    },
  });
  return relations;
}

interface Book {
  readonly shown: readonly { readonly id: string; readonly name: string }[];
  readonly from1904: boolean;
}

async function readBook(bytes: Uint8Array): Promise<Book> {
  const shown: { readonly id: string; readonly name: string }[] = [];
  let from1904 = false;
  await readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = relationId(attributes);
      if (id !== undefined) shown.push({ id, name: (attributes['name'] ?? '').slice(0, 100) });
    },
  });
  if (shown.length === 0) throw new Unreadable({ code: 'holds-no-workbook' });
  return { shown, from1904 };
}

/** `r:id`, under whatever prefix the writer chose. */
function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

async function readStrings(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  const text = createTextReader();
  await readXml(bytes, {
    open: text.open,
    text: text.text,
    close: (name) => {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

interface TextReader {
  readonly open: (name: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** The text since the last time, without escapes. */
  readonly take: () => string;
}

/** Collects the text of `t` elements, wherever fonts change in it; not how it is pronounced. */
export function createTextReader(): TextReader {
  let collected = '';
  let inText = false;
  let pronounced = false;
  return {
    open: (name) => {
      if (name === 'rPh') pronounced = true;
      if (name === 't') inText = true;
    },
    text: (text) => {
      if (inText && !pronounced && collected.length < maxText) collected += text.slice(0, maxText);
    },
    close: (name) => {
      if (name === 'rPh') pronounced = false;
      if (name === 't') inText = false;
    },
    take: () => {
      const taken = cut(collected, maxText);
      collected = '';
      return unescaped(taken);
    },
  };
}

/** Excel writes what XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .toWellFormed();

async function readFormats(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  const formats: string[] = [];
  if (bytes === undefined) return formats;
  const own = new Map<number, string>();
  let inCells = false;
  await readXml(bytes, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      const code = attributes['formatCode'] ?? '';
      // Not even Excel opens a longer one.
      if (code.length >= maxFormatCode) throw new Unreadable({ code: 'broken-workbook' });
      if (name === 'numFmt') own.set(id, code);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtInCode(id));
      if (formats.length > maxStyles) throw new Unreadable({ code: 'inflates-too-far' });
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
