/**
 * Draws the two icons of the app: two circles, the vendor's side and the customer's side, and a tick in
 * the part that they share. `npx tsx manifest/icons.ts` writes `color.png` and `outline.png` again,
 * byte for byte the same.
 *
 * Rules of the Teams store for icons: the colour icon is 192x192 on a solid background with its symbol
 * inside the middle 96x96; the outline icon is 32x32, pure white on transparent, without padding; both
 * show the same symbol.
 */
import { encode } from 'fast-png';
import { realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Color = readonly [red: number, green: number, blue: number, alpha: number];
type Shape = (x: number, y: number) => boolean;
interface Layer {
  readonly shape: Shape;
  readonly color: Color;
}
interface Drawing {
  readonly size: number;
  readonly zoom: number;
  readonly layers: readonly Layer[];
}

const petrol: Color = [15, 61, 76, 255];
const mint: Color = [84, 190, 176, 255];
const amber: Color = [244, 184, 74, 255];
const white: Color = [255, 255, 255, 255];
const clear: Color = [255, 255, 255, 0];

// Only + - * / below: they give the same bits everywhere, which powers and sines do not promise.

/** Samples along one side of a pixel; their mean is the smooth edge. */
const samples = 8;

// The symbol is described once, with its middle at 0, 0 and in pixels of the colour icon: 96 wide.
const radius = 36;
const offset = 12;
const vendor = disc(-offset, 0, radius);
const customer = disc(offset, 0, radius);
const shared = both(vendor, customer);

/** The colour icon as PNG. */
export function drawColorIcon(): Uint8Array {
  return render({
    size: 192,
    zoom: 1,
    layers: [
      { shape: tick(8), color: petrol },
      { shape: shared, color: white },
      { shape: vendor, color: mint },
      { shape: customer, color: amber },
      { shape: () => true, color: petrol },
    ],
  });
}

/** The outline icon as PNG: the same symbol at a third of its size, the two sides as lines. */
export function drawOutlineIcon(): Uint8Array {
  const line = 5.4;
  const sides = either(vendor, customer);
  const inside = either(disc(-offset, 0, radius - line), disc(offset, 0, radius - line));
  return render({
    size: 32,
    zoom: 1 / 3,
    layers: [
      { shape: tick(7.5), color: clear },
      { shape: shared, color: white },
      { shape: inside, color: clear },
      { shape: sides, color: white },
    ],
  });
}

function disc(centerX: number, centerY: number, r: number): Shape {
  return (x, y) => {
    const [dx, dy] = [x - centerX, y - centerY];
    return dx * dx + dy * dy <= r * r;
  };
}

function both(one: Shape, other: Shape): Shape {
  return (x, y) => one(x, y) && other(x, y);
}

function either(one: Shape, other: Shape): Shape {
  return (x, y) => one(x, y) || other(x, y);
}

function tick(width: number): Shape {
  return either(stroke([-13, 1, -4, 10], width), stroke([-4, 10, 13, -10], width));
}

function stroke([x1, y1, x2, y2]: readonly [number, number, number, number], width: number): Shape {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return (x, y) => {
    const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
    const nearest = Math.min(1, Math.max(0, along));
    return disc(x1 + nearest * dx, y1 + nearest * dy, width / 2)(x, y);
  };
}

function render({ size, zoom, layers }: Drawing): Uint8Array {
  const rgba = new Uint8Array(size * size * 4);
  const unit = 1 / samples / zoom;
  const middle = size / 2 / zoom;
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const seen: Color[] = [];
    for (let sample = 0; sample < samples * samples; sample += 1) {
      const x = ((pixel % size) * samples + (sample % samples) + 0.5) * unit - middle;
      const y =
        (Math.floor(pixel / size) * samples + Math.floor(sample / samples) + 0.5) * unit - middle;
      seen.push(layers.find(({ shape }) => shape(x, y))?.color ?? clear);
    }
    rgba.set(mean(seen), pixel * 4);
  }
  // The packer of fast-png gives the same bytes everywhere; that of node:zlib differs between versions.
  return encode(
    { width: size, height: size, data: rgba, depth: 8, channels: 4 },
    { zlib: { level: 9 } },
  );
}

function mean(colors: readonly Color[]): number[] {
  return [0, 1, 2, 3].map((channel) =>
    Math.round(colors.reduce((sum, color) => sum + (color[channel] ?? 0), 0) / colors.length),
  );
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('color.png', import.meta.url), drawColorIcon());
  writeFileSync(new URL('outline.png', import.meta.url), drawOutlineIcon());
}
