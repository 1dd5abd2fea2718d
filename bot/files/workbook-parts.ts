import { cut } from '../../cards/plain-text.ts';
import { Unreadable } from './problems.ts';
import type { Parts } from './unzip.ts';
import { readXml } from './xml.ts';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** What is needed to read a workbook's first visible sheet. */
export interface WorkbookParts {
  readonly sheet: Uint8Array;
  readonly strings: readonly string[];
  /** Per cell style whether it shows a date. */
  readonly dateStyles: readonly boolean[];
  /** Workbooks of old Macs count days from 1904. */
  readonly from1904: boolean;
}

/** No text that is read has a right to be this long; the rest is not kept. */
export const maxText = 2000;

export async function workbookParts(parts: Parts): Promise<WorkbookParts> {
  const root = await relationsOf(parts, '');
  const book = root.find(({ type }) => type === 'officeDocument');
  if (book === undefined) throw new Unreadable({ code: 'holds-no-workbook' });
  const { sheetId, from1904 } = await readBook(await required(parts, book.path));
  const relations = await relationsOf(parts, book.path);
  const sheet = relations.find(({ id, type }) => id === sheetId && type === 'worksheet');
  const optional = async (kind: string): Promise<Uint8Array | undefined> => {
    const relation = relations.find(({ type }) => type === kind);
    return relation && (await parts(relation.path));
  };
  return {
    sheet: await required(parts, sheet?.path ?? ''),
    strings: await readStrings(await optional('sharedStrings')),
    dateStyles: await readDateStyles(await optional('styles')),
    from1904,
  };
}

async function required(parts: Parts, path: string): Promise<Uint8Array> {
  const found = await parts(path);
  if (found === undefined) throw new Unreadable({ code: 'broken-workbook' });
  return found;
}

async function relationsOf(parts: Parts, path: string): Promise<readonly Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const bytes = await parts(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  await readXml(bytes, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return;
      const at = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: at });
    },
  });
  return relations;
}

async function readBook(bytes: Uint8Array): Promise<{ sheetId: string; from1904: boolean }> {
  let sheetId: string | undefined;
  let from1904 = false;
  await readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      const shown = (attributes['state'] ?? 'visible') === 'visible';
      if (name === 'sheet' && shown) sheetId ??= relationId(attributes);
    },
  });
  if (sheetId === undefined) throw new Unreadable({ code: 'holds-no-workbook' });
  return { sheetId, from1904 };
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
      if (inText && !pronounced && collected.length < maxText) collected += text;
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
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .toWellFormed();

const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

async function readDateStyles(bytes: Uint8Array | undefined): Promise<readonly boolean[]> {
  const styles: boolean[] = [];
  if (bytes === undefined) return styles;
  const own = new Map<number, boolean>();
  let inCells = false;
  await readXml(bytes, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') own.set(id, showsDate(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(own.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** A format code with a day, month, year or hour outside quotes, escapes and colour names. */
function showsDate(code: string): boolean {
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\[(?!h|m|s)[^\]]*\]/gi, ''));
}
