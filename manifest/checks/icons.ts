import { decode, hasPngSignature } from 'fast-png';

/** A picture as rows of pixels, each red, green, blue and, with four channels, alpha. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
}

interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly rgba: readonly number[];
}

// The sizes, the middle 96x96 for the symbol and pure white on transparent are rules of the Teams store.
const colorSize = 192;
const safeFrom = 48;
const safeTo = 144;
const outlineSize = 32;

/** What is wrong with the colour icon. */
export function colorIconFaults(file: Uint8Array): string[] {
  return iconFaults(file, colorSize, (pixels) => {
    const [first] = pixels;
    const isSame = (pixel: Pixel): boolean => String(pixel.rgba) === String(first?.rgba);
    return [
      ...(pixels.every((pixel) => isInTheMiddle(pixel) || isSame(pixel))
        ? []
        : ['must keep its symbol in the middle 96x96, on a background of one colour']),
      ...(pixels.every(isSame) ? ['shows nothing'] : []),
    ];
  });
}

/** What is wrong with the outline icon. */
export function outlineIconFaults(file: Uint8Array): string[] {
  return iconFaults(file, outlineSize, (pixels) => {
    const visible = pixels.filter(({ rgba }) => rgba[3] !== 0);
    return [
      ...(visible.every(
        ({ rgba: [red, green, blue] }) => red === 255 && green === 255 && blue === 255,
      )
        ? []
        : ['must be pure white']),
      ...(visible.length < pixels.length ? [] : ['must have a transparent background']),
      ...(visible.length > 0 ? [] : ['shows nothing']),
    ];
  });
}

function iconFaults(
  file: Uint8Array,
  size: number,
  judge: (pixels: readonly Pixel[]) => string[],
): string[] {
  const picture = readPng(file);
  if (typeof picture === 'string') return [picture];
  const { width, height } = picture;
  if (width !== size || height !== size) {
    return [`is ${String(width)}x${String(height)} but must be ${String(size)}x${String(size)}`];
  }
  return judge(pixelsOf(picture));
}

function isInTheMiddle({ x, y }: Pixel): boolean {
  return x >= safeFrom && x < safeTo && y >= safeFrom && y < safeTo;
}

/** Reads a PNG, or says in one sentence why it cannot be judged. */
function readPng(file: Uint8Array): Picture | string {
  if (!hasPngSignature(file)) return 'is not a PNG file';
  try {
    const { depth, palette, ...picture } = decode(file, { checkCrc: true });
    return depth === 8 && palette === undefined && picture.channels >= 3
      ? picture
      : 'must be saved as 8-bit RGB or RGBA';
  } catch {
    // fast-png throws for whatever is no picture.
    return 'is a damaged PNG file';
  }
}

function pixelsOf({ width, height, channels, data }: Picture): Pixel[] {
  return Array.from({ length: width * height }, (_, index) => ({
    x: index % width,
    y: Math.floor(index / width),
    rgba: [0, 1, 2, 3].map((at) => (at < channels ? (data[index * channels + at] ?? 0) : 255)),
  }));
}
