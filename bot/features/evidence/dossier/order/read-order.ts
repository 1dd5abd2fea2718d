import { cut } from '../../../../../cards/plain-text.ts';
import type { Quarter } from '../../../../duty/time/quarter.ts';
import { parseQuarter } from '../../../../duty/time/quarter.ts';
import { dossierControls } from '../controls.ts';
import { withoutEnd } from '../../../../../cards/ends.ts';

/** A dossier that somebody asks for in chat; where no year is said, the last such quarter is meant. */
export interface DossierAsked {
  readonly quarter: Quarter | { readonly number: 1 | 2 | 3 | 4 };
  readonly control?: string;
}
export type DossierRead = DossierAsked | 'incomplete';

// One word, as nobody who asks about something else begins so: “het dossier van klant X is weg” does not.
const begins = /^(?:(?:make|maak)\s+(?:an?\s+|een\s+)?)?(?:audit[ -]?)?dossier\b(?<rest>.*)$/iu;
const year = String.raw`(?<year>\d{4})`;
const number = String.raw`(?:q|kwartaal\s*|k|quarter\s*)(?<number>[1-4])`;
const ordinal = String.raw`(?<ordinal>[1-4])(?:e|de|ste|st|nd|rd|th)\s+(?:kwartaal|quarter)`;
const control = String.raw`(?<control>a\.?\s?\d{1,2}\.\d{1,2})`;
const token = new RegExp(`^(?:${year}|${number}|${ordinal}|${control})(?=$|[\\s,;/-])`, 'iu');
const between = /^(?:[\s,;:/-]+|(?:van|over|voor|for|of|het|the|in)\b)/iu;

/**
 * Reads "dossier 2026 Q4", "auditdossier A.5.18 Q3" or "dossier 4e kwartaal 2026". `incomplete` for what
 * begins so and does not go on so; undefined for any other sentence.
 */
export function readDossierOrder(text: string): DossierRead | undefined {
  let rest = begins.exec(cut(withoutEnd(text.trim(), /[.!?]/), 100))?.groups?.['rest'];
  if (rest === undefined) return undefined;
  const found: Partial<Record<string, string>> = {};
  while (rest !== '') {
    const space = between.exec(rest)?.[0];
    if (space !== undefined) {
      rest = rest.slice(space.length);
      continue;
    }
    const read = token.exec(rest);
    if (!read) return 'incomplete';
    const said = Object.entries<string | undefined>(read.groups ?? {});
    for (const [name, value] of said) {
      if (value === undefined) continue;
      if (found[name] !== undefined) return 'incomplete';
      found[name] = value;
    }
    rest = rest.slice(read[0].length);
  }
  return orderOf(found);
}

function orderOf(found: Partial<Record<string, string>>): DossierRead {
  const which = [1, 2, 3, 4] as const;
  const said = found['number'] ?? found['ordinal'];
  const quarterNumber = which.find((one) => String(one) === said);
  if (quarterNumber === undefined) return 'incomplete';
  const named = found['control'] === undefined ? undefined : controlNamed(found['control']);
  if (found['control'] !== undefined && named === undefined) return 'incomplete';
  const whole = parseQuarter(`${found['year'] ?? ''}-Q${String(quarterNumber)}`);
  return {
    quarter: whole ?? { number: quarterNumber },
    ...(named === undefined ? {} : { control: named }),
  };
}

const controlNamed = (said: string): string | undefined => {
  const digits = said.replace(/^a\.?\s?/i, '');
  return dossierControls.find((one) => one === `A.${digits}`);
};
