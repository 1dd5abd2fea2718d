/** A value of a template: JSON, or the function that a `lambda` makes. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [key: string]: Value }
  | ((argument: Value) => Value);

/** What an expression can ask for by name. */
export type Functions = Readonly<Record<string, (...values: readonly Value[]) => Value>>;

/**
 * Evaluates an expression of an Azure Resource Manager template ("Template functions"), without its brackets.
 * Whatever is misspelt, a function or a member, is an error that names it.
 */
export function evaluate(written: string, functions: Functions): Value {
  const tokens = tokensOf(written);
  let at = 0;
  const peek = (): string => tokens[at] ?? '';
  const take = (wanted?: string): string => {
    const token = peek();
    if (token === '' || (wanted !== undefined && token !== wanted))
      throw new Error(`${written}: expected ${wanted ?? 'more'}, found "${token}"`);
    at += 1;
    return token;
  };

  const expression = (bound: Functions): Value => {
    let value = primary(bound);
    while (peek() === '.' || peek() === '[') {
      if (take() === '.') value = member(value, take());
      else {
        value = member(value, expression(bound));
        take(']');
      }
    }
    return value;
  };

  const primary = (bound: Functions): Value => {
    const token = take();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^-?\d+$/.test(token)) return Number(token);
    take('(');
    if (token === 'lambda') return lambda(bound);
    const values: Value[] = [];
    while (peek() !== ')') {
      values.push(expression(bound));
      if (peek() === ',') take(',');
    }
    take(')');
    const called = bound[token];
    if (!called) throw new Error(`${written}: there is no function ${token}`);
    return called(...values);
  };

  /** Its body is read once for each value, as the values are only known then. */
  const lambda = (bound: Functions): Value => {
    const name = take().slice(1, -1);
    take(',');
    const begin = at;
    const bodyWith = (value: Value): Value => {
      const back = at;
      at = begin;
      const inner: Functions = {
        ...bound,
        lambdaVariables: (wanted) =>
          wanted === name ? value : (bound['lambdaVariables']?.(wanted ?? null) ?? null),
      };
      const result = expression(inner);
      end = at;
      at = back;
      return result;
    };
    let end = begin;
    bodyWith('');
    at = end;
    take(')');
    return bodyWith;
  };

  const value = expression(functions);
  if (at < tokens.length) throw new Error(`${written}: "${peek()}" is too much`);
  return value;
}

function tokensOf(written: string): readonly string[] {
  const tokens = written.match(/'(?:[^']|'')*'|-?\d+|\w+|[()[\],.]/g) ?? [];
  if (tokens.join('') !== written.replaceAll(/\s+(?=(?:[^']*'[^']*')*[^']*$)/g, ''))
    throw new Error(`${written}: is not an expression`);
  return tokens;
}

function member(value: Value, name: Value): Value {
  const found =
    typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, Value>>)[String(name)]
      : undefined;
  if (found === undefined) throw new Error(`${JSON.stringify(value)} has no ${String(name)}`);
  return found;
}
