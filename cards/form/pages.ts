import type { FieldMessage, Fields } from '../fields.ts';
import type { LinesOf, Submitted } from '../read-fields.ts';
import { typedText } from '../read-fields.ts';
import { looksLikeSecret } from '../secrets.ts';
import type { FormPart } from './parts.ts';
import { partInputs } from './parts.ts';

/** More inputs than this on one card are not filled in by anybody. */
export const maxInputs = 6;

/** The fields of a form, a list a card. */
export type Pages = readonly (readonly string[])[];

/** What a button of a page says: which page it stood on, counted from 1, and where it leads. A whole form says neither. */
export interface PageTurn {
  readonly page?: number | undefined;
  readonly turn?: 'next' | 'back' | undefined;
}

/**
 * Divides the fields of a form over cards of six inputs at most. A group begins where the whole of it fits; what stands
 * side by side stays together.
 */
export function pagesOf(
  fields: Fields,
  groups: readonly (readonly string[])[],
  lines: LinesOf = {},
): Pages {
  const size = (names: readonly string[]): number =>
    names.flatMap((name) => inputsOf(name, fields, lines)).length;
  const pages: string[][] = [[]];
  for (const group of groups) {
    const known = group.filter((name) => fields[name]);
    const last = pages.at(-1) ?? [];
    const whole = size(known);
    if (last.length > 0 && whole > 0 && size(last) + whole > maxInputs) pages.push([]);
    for (const pair of inPairs(known, fields)) {
      if (size([...(pages.at(-1) ?? []), ...pair]) > maxInputs) pages.push([]);
      pages.at(-1)?.push(...pair);
    }
  }
  return pages.filter((page) => page.length > 0);
}

/** Two neighbouring half fields as one. */
function inPairs(names: readonly string[], fields: Fields): readonly (readonly string[])[] {
  const pairs: string[][] = [];
  let open = false;
  for (const name of names) {
    const half = fields[name]?.half === true;
    if (half && open) pairs.at(-1)?.push(name);
    else pairs.push([name]);
    open = half && !open;
  }
  return pairs;
}

const inputsOf = (name: string, fields: Fields, lines: LinesOf): readonly string[] =>
  partInputs({ type: 'field', field: name }, { fields, lines });

/** A page as parts of its form. */
export const partsOfPage = (pages: Pages, at: number): readonly FormPart[] =>
  (pages[at - 1] ?? []).map((field) => ({ type: 'field', field }));

/** What was typed on the other pages, by input id: the buttons of this one carry it. What must not be kept does not travel. */
export function keptElsewhere(
  { fields, typed, lines = {} }: { fields: Fields; typed: Submitted; lines?: LinesOf },
  pages: Pages,
  at: number,
): Readonly<Record<string, string>> {
  const others = pages.filter((_, index) => index !== at - 1).flat();
  return Object.fromEntries(
    others
      .flatMap((name) => inputsOf(name, fields, lines))
      .flatMap((id): readonly (readonly [string, string])[] => {
        const text = typedText(typed[id]);
        return text === undefined || looksLikeSecret(text) ? [] : [[id, text]];
      }),
  );
}

/** Whether nothing on a later page has to be filled in any more. */
export function laterAreFilled(
  { fields, typed, lines = {} }: { fields: Fields; typed: Submitted; lines?: LinesOf },
  pages: Pages,
  at: number,
): boolean {
  return pages
    .slice(at)
    .flat()
    .filter((name) => fields[name]?.required)
    .every((name) => inputsOf(name, fields, lines).every((id) => typedText(typed[id])));
}

/**
 * Which page a press leads to, with what is wrong there: the next one once those before it are right, the one before, or
 * the first with something wrong in a form that was sent. Undefined where the whole form may be taken.
 */
export function turnTo(
  pages: Pages,
  { page = pages.length, turn }: PageTurn,
  messages: readonly FieldMessage[],
): { readonly at: number; readonly messages: readonly FieldMessage[] } | undefined {
  const here = Math.min(Math.max(1, page), pages.length);
  if (turn === 'back') return { at: Math.max(1, here - 1), messages: [] };
  const pageOf = ({ field }: FieldMessage): number => {
    const at = pages.findIndex((names) => names.includes(field));
    return at < 0 ? here : at + 1;
  };
  const told = turn === 'next' ? messages.filter((one) => pageOf(one) <= here) : messages;
  if (told.length > 0) return { at: Math.min(...told.map(pageOf)), messages: told };
  return turn === 'next' && here < pages.length ? { at: here + 1, messages: [] } : undefined;
}
