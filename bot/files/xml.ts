import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { Unreadable } from './problems.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** True when enough is known: the rest is not read. */
  readonly enough?: () => boolean;
}

const chunk = 512 * 1024;
/** More than any list of accounts needs; each costs about a microsecond. */
const maxElements = 1_000_000;
const maxDepth = 100;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part of a workbook from begin to end; other work gets its turn in between. */
export async function readXml(bytes: Uint8Array, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const broken = (cause?: Error): never => {
    throw new Unreadable({ code: 'broken-workbook' }, { cause });
  };
  parser.on('error', broken);
  // A workbook has no document type; entities defined there could grow without end.
  parser.on('doctype', () => broken());
  let elements = 0;
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    depth += 1;
    if (elements > maxElements) throw new Unreadable({ code: 'inflates-too-far' });
    if (depth > maxDepth) broken();
    handlers.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoder = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8');
  for (let at = 0; at < bytes.length; at += chunk) {
    parser.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }));
    if (handlers.enough?.() === true) return;
    await setImmediate();
  }
  parser.write(decoder.decode()).close();
}
