import { comparable } from '../../../cards/same-text.ts';

// Letters of other scripts that look like Latin ones (after Unicode UTS #39, confusables).
const lookalikes: Readonly<Record<string, string>> = {
  ...pairs('авекмнорстухіјѕԁһԛԝ', 'abekmhopctyxijsdhqw'),
  ...pairs('αβεικνορτυχωγη', 'abeikvoptuxwyn'),
  ...pairs('ıłøđß', 'ilods'),
};

function pairs(from: string, to: string): Readonly<Record<string, string>> {
  const latin = Array.from(to);
  return Object.fromEntries(Array.from(from).map((letter, at) => [letter, latin[at] ?? letter]));
}

/** A longer name is not looked into: none that is kept is. */
const longest = 200;

const ascii = /^[ -~]*$/;

/** A text without accents, in Latin letters where others look like them. */
function plainLetters(text: string): string {
  const folded = comparable(text.slice(0, longest));
  if (ascii.test(folded)) return folded;
  const bare = folded.normalize('NFD').replace(/\p{M}/gu, '');
  return Array.from(bare, (letter) => lookalikes[letter] ?? letter).join('');
}

/** The letters and digits of a text, each number without the zeros before it. */
function lettersOf(text: string): string {
  const signs = Array.from(plainLetters(text)).filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  return signs
    .filter((sign, at) => {
      const isFirst = !/\d/.test(signs[at - 1] ?? '');
      return !(sign === '0' && startsZeros(signs, at, isFirst));
    })
    .join('');
}

/** Whether a zero stands with nothing but zeros before it and a digit somewhere behind it. */
function startsZeros(signs: readonly string[], at: number, isFirst: boolean): boolean {
  let before = at - 1;
  while (!isFirst && signs[before] === '0') before -= 1;
  const only = isFirst || !/\d/.test(signs[before] ?? '');
  return only && /\d/.test(signs[at + 1] ?? '');
}

/**
 * The spellings under which an account could stand on another list: without marks and zeros before a number,
 * without the domain before a backslash or behind an at-sign, and as the number that it may be. Two accounts
 * that share one could be the same; whether they are is for a person to say.
 */
function accountForms(account: string): readonly string[] {
  const whole = plainLetters(account);
  const behind = whole.slice(whole.lastIndexOf('\\') + 1);
  const at = behind.indexOf('@');
  const local = at < 0 ? behind : behind.slice(0, at);
  const number = numberOf(whole);
  const forms = [lettersOf(whole), lettersOf(local), ...(number === undefined ? [] : [number])];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** A text that is one number, however it is written: `1.234`, `1,234.00`, `1E+05`. */
function numberOf(text: string): string | undefined {
  const bare = text.replaceAll(' ', '');
  const asDecimal = [bare, bare.replaceAll(',', ''), bare.replaceAll('.', '').replace(',', '.')];
  const read = asDecimal.map(Number).find((number) => bare !== '' && Number.isFinite(number));
  return read === undefined ? undefined : `number ${String(read)}`;
}

// They tell people apart as little as spaces do.
const infixes = new Set(
  'van von der den de het ten ter te el al la le du di da dos zu zum of t'.split(' '),
);

/** The parts of a person's name that tell it from another: initials are one letter. */
function nameParts(name: string): readonly string[] {
  const text = plainLetters(name);
  const at = text.indexOf('@');
  const parts = (at < 0 ? text : text.slice(0, at)).split(/[^\p{L}\p{N}]/u).slice(0, 20);
  const telling = parts.filter((part) => part !== '' && !infixes.has(part));
  return [...new Set(telling)].slice(0, 6);
}

/**
 * The keys of which two names that could be one person's share at least one: a surname with a first name or
 * its initial, in either order, or a name of one word. Names with two full words that differ share none.
 */
interface NameKeys {
  /** Under which this name is found. */
  readonly held: readonly string[];
  /** Under which it looks for others. */
  readonly sought: readonly string[];
}

function nameKeys(name: string): NameKeys {
  const parts = nameParts(name);
  const full = parts.filter((part) => part.length > 1);
  const initials = parts.filter((part) => part.length === 1);
  const [only] = full;
  if (only === undefined) return { held: [], sought: [] };
  if (parts.length === 1) return { held: [`one ${only}`], sought: [`one ${only}`, `any ${only}`] };
  const both = full.flatMap((one) =>
    full.filter((other) => one < other).map((other) => `both ${one} ${other}`),
  );
  const asFull = full.flatMap((one) =>
    full.filter((other) => one !== other).map((other) => `full ${one} ${other.charAt(0)}`),
  );
  const asInitial = full.flatMap((one) => initials.map((letter) => `initial ${one} ${letter}`));
  const single = full.map((one) => `one ${one}`);
  const any = full.map((one) => `any ${one}`);
  const swap = (key: string, from: string, to: string): string => to + key.slice(from.length);
  return {
    held: [...both, ...asFull, ...asInitial, ...any],
    sought: [
      ...both,
      ...asFull.map((key) => swap(key, 'full', 'initial')),
      ...asInitial,
      ...asInitial.map((key) => swap(key, 'initial', 'full')),
      ...single,
    ],
  };
}

/**
 * Tells of one name after the other whether it could be a person's: `de Vries, Anna`, `A. de Vries`,
 * `anna.devries@…`. It proves nothing. What it needs of the person is worked out once: a list may be long.
 */
export function couldBe(person: string): (name: string) => boolean {
  const theirs = comparable(person);
  const { sought } = nameKeys(person);
  const word = asOneWord(person);
  const together = runTogether(person);
  return (name) => {
    if (comparable(name) === theirs) return true;
    const held = new Set(nameKeys(name).held);
    return (
      sought.some((key) => held.has(key)) ||
      together.includes(asOneWord(name)) ||
      (word.length >= shortestWord && runTogether(name).includes(word))
    );
  };
}

// Shorter ones belong to too many people.
const shortestWord = 4;

/** A name of one word, such as a sign-in name. */
function asOneWord(name: string): string {
  const at = name.indexOf('@');
  return lettersOf(at < 0 ? name : name.slice(0, at));
}

/** `adevries` and `devriesa` for Anna de Vries: the parts of a name in one word. */
function runTogether(name: string): readonly string[] {
  const all = plainLetters(name)
    .split(/[^\p{L}\p{N}]/u)
    .filter((part) => part !== '');
  const [first = ''] = all;
  if (all.length < 2) return [];
  const rests = [
    all.slice(1).join(''),
    all
      .slice(1)
      .filter((part) => !infixes.has(part))
      .join(''),
  ];
  return rests
    .flatMap((rest) => [first + rest, first.charAt(0) + rest, rest + first, rest + first.charAt(0)])
    .filter((joined) => joined.length >= shortestWord);
}

/** Names of one list, to ask which of them could be another's. */
export interface AlikeIndex {
  /** The first on the list that could be this one. */
  readonly find: (account: string, name: string) => number | undefined;
}

/** Builds it once for a list of thousands: asking then costs the same, however long the list is. */
export function alikeIndex(
  list: readonly { readonly account: string; readonly name: string }[],
): AlikeIndex {
  const byAccount = new Map<string, number>();
  const byName = new Map<string, number>();
  for (const [at, { account, name }] of list.entries()) {
    for (const form of accountForms(account)) if (!byAccount.has(form)) byAccount.set(form, at);
    // An account is often a name as well: anna.devries@example.com.
    for (const key of [...nameKeys(name).held, ...nameKeys(account).held]) {
      if (!byName.has(key)) byName.set(key, at);
    }
  }
  const first = (
    keys: readonly string[],
    places: ReadonlyMap<string, number>,
  ): number | undefined => keys.map((key) => places.get(key)).find((at) => at !== undefined);
  return {
    find: (account, name) =>
      first(accountForms(account), byAccount) ??
      first([...nameKeys(name).sought, ...nameKeys(account).sought], byName),
  };
}
