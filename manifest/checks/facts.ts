/**
 * A JSON document as its leaves, each under its path. Paths are written as in the language files of a
 * Teams package (`bots[0].commandLists[0].commands[0].title`), so both kinds of file compare directly,
 * and a document of a wrong shape lacks a path instead of breaking a check.
 */
export type Facts = ReadonlyMap<string, unknown>;

/** Takes a JSON value apart. */
export function factsOf(content: unknown): Facts {
  return new Map(leaves(content, ''));
}

/** The text at a path, empty when there is none. */
export function textAt(facts: Facts, path: string): string {
  const value = facts.get(path);
  return typeof value === 'string' ? value : '';
}

function leaves(value: unknown, path: string): [string, unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => leaves(item, `${path}[${String(index)}]`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      leaves(item, path === '' ? key : `${path}.${key}`),
    );
  }
  return [[path, value]];
}
