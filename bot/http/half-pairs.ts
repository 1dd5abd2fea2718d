interface Place {
  readonly name: string;
  readonly above: Place | undefined;
}

const mostNamed = 20;
const deepestNamed = 20;

/**
 * Where a JSON value holds half a surrogate pair, in its texts or the names of its members, as paths; 20
 * at most, each of 20 names at most. Any depth of nesting is walked.
 */
export function halfPairsIn(body: unknown): readonly string[] {
  const found: string[] = [];
  const left: { readonly value: unknown; readonly at: Place | undefined }[] = [
    { value: body, at: undefined },
  ];
  for (let next = left.pop(); next && found.length < mostNamed; next = left.pop()) {
    const { value, at } = next;
    if (typeof value === 'string' && !value.isWellFormed()) found.push(pathOf(at));
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inside] of Object.entries(value).reverse()) {
      const place = { name, above: at };
      if (!name.isWellFormed()) found.push(pathOf(place));
      left.push({ value: inside, at: place });
    }
  }
  return found;
}

function pathOf(place: Place | undefined): string {
  const names: string[] = [];
  for (let at = place; at; at = at.above) names.push(at.name.toWellFormed());
  return names.reverse().slice(0, deepestNamed).join('.');
}
