import type { Fact } from '../../cards/card.ts';
import { foreignMoment } from '../../cards/dates.ts';
import type { AnyWords, Field, Fields, FieldValue, Values } from '../../cards/fields.ts';
import type { LineName, LinesOf } from '../../cards/read-fields.ts';
import { lineKey, lineLabel } from '../../cards/read-fields.ts';
import type { Reader } from './kind.ts';

/** The answered fields as title and value: what was answered first, the rest in the order of the form. */
export function answerFacts(
  fields: Fields,
  {
    words,
    values,
    lines = {},
  }: { readonly words: AnyWords; readonly values: Values; readonly lines?: LinesOf | undefined },
  reader: Reader,
): readonly Fact[] {
  const { outcome, ...others } = fields;
  const ordered = Object.entries({ ...(outcome ? { outcome } : {}), ...others });
  return ordered.flatMap(([name, field]) => {
    const value = values[name];
    const { short = name, values: valueWords } = words[name] ?? {};
    if (value === undefined) return [];
    return factsOf(field, {
      title: short,
      value: called(value, lines[name] ?? []),
      valueWords: valueWords ?? {},
      reader,
    });
  });
}

/** Each field of an answer in words, by its name: the title beside it, and all that was said of it. */
export function fieldsInWords(
  fields: Fields,
  given: Parameters<typeof answerFacts>[1],
  reader: Reader,
): ReadonlyMap<string, Fact> {
  const told = Object.entries(fields).flatMap(([name, field]): readonly [string, Fact][] => {
    const facts = answerFacts({ [name]: field }, given, reader);
    const title = given.words[name]?.short ?? name;
    const said = facts.map((fact) => {
      const value = field.type === 'number' ? inFigures(fact.value, reader) : fact.value;
      return fact.title === title ? value : `${fact.title}: ${value}`;
    });
    return said.length === 0 ? [] : [[name, { title, value: said.join(' · ') }]];
  });
  return new Map(told);
}

const inFigures = (digits: string, { language }: Reader): string =>
  Number(digits).toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');

/** The lines of a value as the reader calls them. */
function called(value: FieldValue, lines: readonly LineName[]): FieldValue {
  if (typeof value !== 'object') return value;
  return value.map((found) => {
    const known = lines.find((line) => lineKey(line) === found.line);
    return known ? { ...found, line: lineLabel(known) } : found;
  });
}

/** A word within a line of text; "OK" stays as it is. */
const inRunning = (word: string): string =>
  word === word.toUpperCase() ? word : word.toLowerCase();

function factsOf(
  field: Field,
  {
    title,
    value,
    valueWords,
    reader: { language, zone },
  }: {
    readonly title: string;
    readonly value: FieldValue;
    readonly valueWords: Readonly<Record<string, string>>;
    readonly reader: Reader;
  },
): readonly Fact[] {
  if (typeof value === 'object' && field.type === 'amounts') {
    const said = value.map((one) => `${one.line} ${inFigures(one.value, { language, zone })}`);
    return [{ title, value: said.join(', ') }];
  }
  if (typeof value === 'object') {
    // One fact a result, so that what was wrong is not lost among what was right.
    const results = field.type === 'lines' ? field.values : [];
    return results.flatMap((result) => {
      const found = value.filter((line) => line.value === result).map(({ line }) => line);
      const named = `${title}, ${inRunning(valueWords[result] ?? result)}`;
      return found.length === 0 ? [] : [{ title: named, value: found.join(', ') }];
    });
  }
  if (field.type === 'moment' || field.type === 'day') {
    return [{ title, value: foreignMoment(String(value), language, zone) }];
  }
  if (field.type === 'text' && field.list) {
    return [
      {
        title,
        value: String(value)
          .split('\n')
          .map((said) => said.trim())
          .filter((said) => said !== '')
          .join('; '),
      },
    ];
  }
  // A text such as `constructor` is no name of a value.
  const named = Object.hasOwn(valueWords, String(value)) ? valueWords[String(value)] : undefined;
  return [{ title, value: named ?? String(value) }];
}
