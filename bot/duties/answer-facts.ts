import type { Fact } from '../../cards/card.ts';
import { foreignMoment } from '../../cards/dates.ts';
import type { AnyWords, Field, Fields, FieldValue, Values } from '../../cards/fields.ts';
import type { Reader } from './kind.ts';

/** The answered fields as title and value: what was answered first, the rest in the order of the form. */
export function answerFacts(
  fields: Fields,
  words: AnyWords,
  values: Values,
  reader: Reader,
): readonly Fact[] {
  const { outcome, ...others } = fields;
  const ordered = Object.entries({ ...(outcome ? { outcome } : {}), ...others });
  return ordered.flatMap(([name, field]) => {
    const value = values[name];
    const { short = name, values: valueWords } = words[name] ?? {};
    if (value === undefined) return [];
    return factsOf(field, short, value, valueWords ?? {}, reader);
  });
}

function factsOf(
  field: Field,
  title: string,
  value: FieldValue,
  valueWords: Readonly<Record<string, string>>,
  { language, zone }: Reader,
): readonly Fact[] {
  if (typeof value === 'object') {
    // One fact a result, so that what was wrong is not lost among what was right.
    const results = field.type === 'lines' ? field.values : [];
    return results.flatMap((result) => {
      const found = value.filter((line) => line.value === result).map(({ line }) => line);
      const named = `${title}: ${(valueWords[result] ?? result).toLowerCase()}`;
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
          .split(/\s*\n\s*/)
          .join('; '),
      },
    ];
  }
  return [{ title, value: valueWords[String(value)] ?? String(value) }];
}
