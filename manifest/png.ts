/**
 * Just enough PNG for two small icons: write 8-bit RGBA, read 8-bit RGB and RGBA.
 * The format is W3C "Portable Network Graphics (PNG) Specification", sections 5, 9 and 11.
 */
import { unzlibSync, zlibSync } from 'fflate';
import { crc32 } from 'node:zlib';

/** A picture as rows of pixels, each red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const channelsByColorType: Readonly<Record<number, 3 | 4>> = { 2: 3, 6: 4 };

/**
 * Writes a picture as PNG, always the same bytes for the same picture: `node:zlib` is not used to
 * compress because its output differs between versions of Node and kinds of processor.
 */
export function encodePng({ width, height, rgba }: Picture): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 6, 0, 0, 0], 8);

  const stride = width * 4;
  const lines = new Uint8Array(height * (stride + 1));
  for (let y = 0; y < height; y += 1) {
    lines.set(rgba.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Reads a PNG, or says in one sentence why it cannot be judged. */
export function decodePng(file: Uint8Array): Picture | string {
  if (!signature.every((byte, index) => file[index] === byte)) return 'is not a PNG file';
  try {
    return readPicture(file);
  } catch {
    return 'is a damaged PNG file';
  }
}

function readPicture(file: Uint8Array): Picture | string {
  const chunks = readChunks(file);
  const header = chunks.find(({ name }) => name === 'IHDR')?.data ?? new Uint8Array();
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const channels = channelsByColorType[view.getUint8(9)];
  if (view.getUint8(8) !== 8 || channels === undefined || view.getUint8(12) !== 0) {
    return 'must be saved as 8-bit RGB or RGBA without interlacing';
  }

  const packed = chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data);
  const lines = unzlibSync(Buffer.concat(packed));
  if (lines.length !== height * (width * channels + 1)) return 'is a damaged PNG file';
  return { width, height, rgba: toRgba(unfilter(lines, width * channels, channels), channels) };
}

function readChunks(file: Uint8Array): { name: string; data: Uint8Array }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks = [];
  let at = signature.length;
  while (at < file.length) {
    const length = view.getUint32(at);
    const named = file.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== view.getUint32(at + 8 + length)) throw new RangeError('checksum');
    chunks.push({ name: String.fromCharCode(...named.subarray(0, 4)), data: named.subarray(4) });
    at += length + 12;
  }
  return chunks;
}

/** Undoes the five line filters of section 9: each byte was stored as a difference to its neighbours. */
function unfilter(lines: Uint8Array, stride: number, step: number): Uint8Array {
  const plain = new Uint8Array((lines.length / (stride + 1)) * stride);
  for (let at = 0; at < plain.length; at += 1) {
    const [row, column] = [Math.floor(at / stride), at % stride];
    const left = column < step ? 0 : (plain[at - step] ?? 0);
    const above = plain[at - stride] ?? 0;
    const corner = column < step ? 0 : (plain[at - stride - step] ?? 0);
    const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
    const guess = guesses[lines[row * (stride + 1)] ?? 0];
    if (guess === undefined) throw new RangeError('filter');
    plain[at] = (lines[row * (stride + 1) + 1 + column] ?? 0) + guess;
  }
  return plain;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [byLeft, byAbove] = [Math.abs(guess - left), Math.abs(guess - above)];
  const byCorner = Math.abs(guess - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

function toRgba(samples: Uint8Array, channels: 3 | 4): Uint8Array {
  if (channels === 4) return samples;
  const rgba = new Uint8Array((samples.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel * 3 < samples.length; pixel += 1) {
    rgba.set(samples.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return rgba;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
