import { inflateSync } from 'node:zlib';

/** The text of a PDF: its streams unpacked, and their glyphs read by the tables that its fonts bring along. */
export function onPaper(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes).toString('latin1');
  const streams = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) =>
    unpacked(Buffer.from(packed, 'latin1')),
  );
  const tables = streams.filter((stream) => stream.includes('beginbfrange')).map(tableOf);
  // Which font a text is in is not looked at: it is read in each.
  return [
    pdf,
    ...streams,
    ...tables.flatMap((table) =>
      streams.map((stream) =>
        [...stream.matchAll(/\[([^\]]*)\] TJ/g)]
          .map(([, shown = '']) => read(shown, table))
          .join(' ')
          .replace(/ +/g, ' '),
      ),
    ),
  ].join('\n');
}

function unpacked(packed: Buffer): string {
  try {
    return inflateSync(packed).toString('latin1');
  } catch {
    // A picture or a font is no text.
    return packed.toString('latin1');
  }
}

/** Which sign each glyph is: fonts of our own PDFs number theirs from 0 in ranges of 256. */
function tableOf(stream: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const [, from = '', signs = ''] of stream.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [at, [, code = '']] of [...signs.matchAll(/<(\w*)>/g)].entries())
      table.set(
        Number.parseInt(from, 16) + at,
        Buffer.from(code, 'hex').swap16().toString('utf16le'),
      );
  return table;
}

const read = (shown: string, table: ReadonlyMap<number, string>): string =>
  [...shown.matchAll(/<(\w+)>/g)]
    .flatMap(([, glyphs = '']) => glyphs.match(/.{4}/g) ?? [])
    .map((glyph) => table.get(Number.parseInt(glyph, 16)) ?? '')
    .join('');
