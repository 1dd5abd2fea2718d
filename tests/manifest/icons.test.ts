import { decode, encode } from 'fast-png';
import { zlibSync } from 'fflate';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { colorIconFaults, outlineIconFaults } from '../../manifest/checks/icons.ts';
import { drawColorIcon, drawOutlineIcon } from '../../manifest/icons.ts';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const petrol: Pixel = [15, 61, 76, 255];
const white: Pixel = [255, 255, 255, 255];
const clear: Pixel = [0, 0, 0, 0];

const shipped = (name: string): Buffer =>
  readFileSync(new URL(`../../manifest/${name}`, import.meta.url));

const draw = (size: number, pixelAt: (x: number, y: number) => Pixel): Uint8Array => {
  const pixels = Array.from({ length: size ** 2 }, (_, at) =>
    pixelAt(at % size, Math.floor(at / size)),
  );
  return encode({ width: size, height: size, data: Uint8Array.from(pixels.flat()) });
};

/** A PNG of three bytes a pixel, as many drawing programs write it. */
const rgbFile = (
  [width, height]: readonly [number, number],
  lines: readonly number[],
  colorType = 2,
): Uint8Array => {
  const uint32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(name), data]);
    return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
  };
  const header = Uint8Array.of(0, 0, 0, width, 0, 0, 0, height, 8, colorType, 0, 0, 0);
  return Buffer.concat([
    encode({ width: 1, height: 1, data: new Uint8Array(4) }).subarray(0, 8),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(Uint8Array.from(lines))),
    chunk('IEND', new Uint8Array()),
  ]);
};

describe('the icons of the app', () => {
  it('are drawn again byte for byte', () => {
    assert.ok(shipped('color.png').equals(drawColorIcon()));
    assert.ok(shipped('outline.png').equals(drawOutlineIcon()));
  });

  it('keep the rules of the Teams store', () => {
    assert.deepEqual(colorIconFaults(shipped('color.png')), []);
    assert.deepEqual(outlineIconFaults(shipped('outline.png')), []);
  });

  it('have smooth edges', () => {
    const { data } = decode(shipped('outline.png'));

    const alphas = new Set(data.filter((_, at) => at % 4 === 3));
    assert.ok(alphas.has(0) && alphas.has(255) && alphas.size > 20);
  });
});

describe('a colour icon is refused', () => {
  const cases: readonly [string, Uint8Array, string[]][] = [
    ['when it has another size', draw(96, () => petrol), ['is 96x96 but must be 192x192']],
    ['when it is empty', draw(192, () => petrol), ['shows nothing']],
    [
      'when its symbol leaves the middle',
      draw(192, (x, y) => (x === 47 && y === 96 ? white : petrol)),
      ['must keep its symbol in the middle 96x96, on a background of one colour'],
    ],
    ['when it is no PNG', new TextEncoder().encode('<svg/>'), ['is not a PNG file']],
    ['when it has a palette', rgbFile([1, 1], [0, 0], 3), ['must be saved as 8-bit RGB or RGBA']],
    [
      'when its lines are stored in an unknown way',
      rgbFile([1, 1], [5, 0, 0, 0]),
      ['is a damaged PNG file'],
    ],
    ['when it was cut off', shipped('color.png').subarray(0, 900), ['is a damaged PNG file']],
  ];
  for (const [when, file, faults] of cases) {
    it(when, () => {
      assert.deepEqual(colorIconFaults(file), faults);
    });
  }

  it('when a byte of it was changed', () => {
    const file = Uint8Array.from(shipped('color.png'));
    file[1000] = (file[1000] ?? 0) ^ 1;

    assert.deepEqual(colorIconFaults(file), ['is a damaged PNG file']);
  });
});

describe('an outline icon is refused', () => {
  const cases: readonly [string, Uint8Array, string[]][] = [
    [
      'when it has no transparent background',
      draw(32, () => white),
      ['must have a transparent background'],
    ],
    ['when it is empty', draw(32, () => clear), ['shows nothing']],
    ['when it is not white', draw(32, (x) => (x > 9 ? petrol : clear)), ['must be pure white']],
  ];
  for (const [when, file, faults] of cases) {
    it(when, () => {
      assert.deepEqual(outlineIconFaults(file), faults);
    });
  }
});
