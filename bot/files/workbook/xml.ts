import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { Unreadable } from '../problems.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** True when enough is known: the rest is not read. */
  readonly enough?: () => boolean;
}

const chunk = 512 * 1024;
/** Half a million rows of empty cells; each costs about a microsecond. */
const maxElements = 4_000_000;
const maxDepth = 100;
/** The most characters that Excel keeps in a cell, and so in anything that it writes. */
const maxExcelText = 32_767;
/** Of one element: Excel's own have fewer than thirty. */
const maxAttributes = 100;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part of a workbook from begin to end; other work gets its turn in between. */
export async function readXml(bytes: Uint8Array, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const broken = (cause?: unknown): never => {
    throw new Unreadable({ code: 'broken-workbook' }, { cause });
  };
  parser.on('error', broken);
  // A workbook has no document type; entities defined there could grow without end.
  parser.on('doctype', () => broken());
  let elements = 0;
  let depth = 0;
  let attributesSeen = 0;
  parser.on('opentagstart', () => {
    attributesSeen = 0;
  });
  parser.on('attribute', ({ name, value }) => {
    attributesSeen += 1;
    if (attributesSeen > maxAttributes) broken();
    if (name.length + value.length > maxExcelText) broken();
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    depth += 1;
    if (elements > maxElements) throw new Unreadable({ code: 'inflates-too-far' });
    if (depth > maxDepth || name.length > maxExcelText) broken();
    handlers.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const decode = decoderOf(bytes, broken);
  for (let at = 0; at < bytes.length; at += chunk) {
    parser.write(decode(bytes.subarray(at, at + chunk)));
    if (handlers.enough?.() === true) return;
    await setImmediate();
  }
  parser.write(decode()).close();
}

/** The text of one chunk after the other: UTF-8 or, with a mark, UTF-16, as Open Packaging allows. */
function decoderOf(
  [first, second]: Uint8Array,
  broken: (cause: unknown) => never,
): (bytes?: Uint8Array) => string {
  const little = first === 0xff && second === 0xfe;
  const big = first === 0xfe && second === 0xff;
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      // A letter in another encoding would be read as another letter.
      if (error instanceof TypeError) return broken(error);
      throw error;
    }
  };
}
