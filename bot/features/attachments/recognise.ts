/** What a file is that may be kept as evidence. */
export interface Recognised {
  readonly mime: string;
  /** With which its name ends. */
  readonly extension: string;
}

type Signature = readonly [extension: string, mime: string, isOne: (bytes: Uint8Array) => boolean];

const beginsWith =
  (hex: string, at = 0) =>
  (bytes: Uint8Array): boolean =>
    Buffer.from(bytes.subarray(at, at + hex.length / 2)).toString('hex') === hex;
const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** By their first bytes, as the formats themselves say; never by what a name or a header claims. */
const pictures: readonly Signature[] = [
  ['png', 'image/png', beginsWith('89504e470d0a1a0a')],
  ['jpg', 'image/jpeg', beginsWith('ffd8ff')],
  ['gif', 'image/gif', (bytes) => /^GIF8[79]a$/.test(textAt(bytes, 0, 6))],
  [
    'webp',
    'image/webp',
    (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP',
  ],
  // ISO/IEC 23008-12: what phones write.
  ['heic', 'image/heic', (bytes) => /^ftyp(hei[cx]|hev[cx]|mif1|msf1)$/.test(textAt(bytes, 4, 12))],
];

const isZip = beginsWith('504b0304');
const office: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const texts: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
};

const extensionOf = (name: string): string =>
  /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * Tells what a file is: a picture, a PDF, a document of Office without macros, or plain text. Undefined for
 * everything else, such as a program, an archive or a web page, which nobody should open as evidence.
 */
export function recognise(name: string, bytes: Uint8Array): Recognised | undefined {
  const picture = pictures.find(([, , isOne]) => isOne(bytes));
  if (picture) return { extension: picture[0], mime: picture[1] };
  if (textAt(bytes, 0, 5) === '%PDF-') return { extension: 'pdf', mime: 'application/pdf' };
  const extension = extensionOf(name);
  const mime = isZip(bytes) ? office[extension] : isText(bytes) ? texts[extension] : undefined;
  return mime === undefined ? undefined : { extension, mime };
}

/** Whether the name is that of a list of accounts: such a file is read as one first. */
export const mayBeList = (name: string): boolean =>
  /\.(csv|xlsx|xls|xlsm|ods|txt|tsv)$/i.test(name);

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes.length > 0 && !/[^\P{Cc}\s]/u.test(text);
  } catch {
    return false;
  }
}
