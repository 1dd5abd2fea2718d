const newline = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
// The manifest is the longest line, about a hundred bytes a duty; V8 holds no string beyond 512 MiB.
const longestLine = 256 * 1024 * 1024;

/** A line without its end, or what cannot be read as one. */
export type Line = Buffer | 'too-long';

/**
 * The lines of a file. Not by `node:readline`, which also ends a line at U+2028 and U+2029, and those
 * may stand in the text of a record. Line ends of Windows and a byte order mark are no part of a line.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let first = true;
  const close = (part: Buffer): Buffer => {
    const line = bare(parts.length === 0 ? part : Buffer.concat([...parts, part]), first);
    parts = [];
    length = 0;
    first = false;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      yield close(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from === chunk.length) continue;
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) {
      yield 'too-long';
      return;
    }
  }
  if (parts.length > 0) yield close(Buffer.alloc(0));
}

function bare(line: Buffer, first: boolean): Buffer {
  const marked = first && line.subarray(0, byteOrderMark.length).equals(byteOrderMark);
  const end = line.at(-1) === carriageReturn ? -1 : line.length;
  return line.subarray(marked ? byteOrderMark.length : 0, end);
}
