/**
 * Places on a list as ranges such as `0-49` and `52`: what a reviewer has of it. A list of thousands so
 * stands in a duty's row with a few words.
 */
export function rangesOf(places: readonly number[]): readonly string[] {
  const ranges: string[] = [];
  const sorted = [...new Set(places)].sort((one, other) => one - other);
  let start = sorted[0];
  for (const [at, place] of sorted.entries()) {
    const next = sorted[at + 1];
    if (start === undefined || next === place + 1) continue;
    ranges.push(start === place ? String(place) : `${String(start)}-${String(place)}`);
    start = next;
  }
  return ranges;
}

/** The places that ranges name; all of a list of this length where there are none. */
export function placesOf(part: readonly string[] | undefined, length: number): readonly number[] {
  if (part === undefined) return Array.from({ length }, (_, at) => at);
  return part.flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}
