import { format, getFormatFromId, isDateFormat, isValidFormat } from 'numfmt';
import type { Cell } from '../grid.ts';

/** A format code has fewer characters than this (MS-OI29500 2.1.712). */
export const maxFormatCode = 255;
const general = 'General';

// What applications outside Office write under numbers of dates that Excel shows in the reader's own way.
const isDateOfRegion = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The code of a format that has only a number: ECMA-376 part 1, §18.8.30. */
export function builtInCode(id: number): string {
  if (isDateOfRegion(id)) return 'yyyy-mm-dd';
  return id < 50 ? getFormatFromId(id) : general;
}

/** Tells what cells show, as a spreadsheet in this language does; `undefined` where nothing is shown. */
export interface CellFormats {
  readonly number: (value: number, code: string) => Cell | undefined;
  readonly text: (text: string, code: string) => Cell | undefined;
}

export function cellFormats(language: 'nl' | 'en'): CellFormats {
  const looked = new Map<string, 'date' | 'other' | 'general'>();
  const kindOf = (code: string): 'date' | 'other' | 'general' => {
    const known = looked.get(code) ?? lookAt(code);
    looked.set(code, known);
    return known;
  };
  return {
    number: (value, code) => {
      const kind = kindOf(code);
      if (kind === 'date') return { kind: 'date', text: String(value) };
      // The general format cuts a long number short only because its column is narrow.
      const whole = kind === 'general' && Number.isInteger(value);
      const shown = whole
        ? String(value)
        : format(kind === 'other' ? code : general, value, { locale: language });
      if (shown.trim() === '') return undefined;
      return { kind: 'number', text: shown, ...(losesDigits(value, shown) ? { lossy: true } : {}) };
    },
    text: (text, code) => {
      const shown = kindOf(code) === 'other' ? format(code, text, { locale: language }) : text;
      return shown.trim() === '' ? undefined : { kind: 'text', text: shown };
    },
  };
}

function lookAt(code: string): 'date' | 'other' | 'general' {
  if (code.toLowerCase() === 'general' || code === '@' || !isValidFormat(code)) return 'general';
  return isDateFormat(code) ? 'date' : 'other';
}

/** Beyond these Excel keeps no digits: what was typed is lost. */
const exactBelow = 1e15;

/** Whether a number is shown rounded, scaled or with digits that Excel never kept. */
function losesDigits(value: number, shown: string): boolean {
  if (Math.abs(value) >= exactBelow) return true;
  const digits = digitsIn(shown);
  // A format may show a word for a number: that word then counts.
  if (digits === '') return false;
  const kept = digitsIn(String(Number(Math.abs(value).toPrecision(15))));
  return !digits.includes(withoutLeadingZeros(kept));
}

const digitsIn = (text: string): string => text.replace(/[^0-9]/g, '');

function withoutLeadingZeros(digits: string): string {
  const first = Array.from(digits).findIndex((digit) => digit !== '0');
  return first < 0 ? '' : digits.slice(first);
}
