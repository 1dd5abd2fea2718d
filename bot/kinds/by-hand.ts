import type { FieldValue } from '../../cards/fields.ts';

/** A yes or no that a person picked, as the member of that name; no member where nothing was picked. */
export function yesNo(
  name: string,
  picked: FieldValue | undefined,
): Readonly<Record<string, boolean>> {
  return picked === undefined ? {} : { [name]: picked === 'yes' };
}

/** A list that a person typed, one a line, as the member of that name; no member where nothing was typed. */
export function textLines(
  name: string,
  typed: FieldValue | undefined,
): Readonly<Record<string, readonly string[]>> {
  const list = String(typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return list.length === 0 ? {} : { [name]: list };
}
