import { namesChosen } from './secrets/named.ts';
import { isBasic, knownShapes } from './secrets/shapes.ts';

/*
 * What people type by mistake. Three things tell it: a word that names a secret with what was chosen beside it
 * (`named.ts`), a shape that somebody's keys have (`shapes.ts`), and letters that nobody would choose (here).
 */
const hexadecimal = /\b(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[\da-f]{32,}\b/giu;
const isHash =
  /(?:hash|sha-?\d{0,3}|md5|checksum|controlesom|controlegetal|commit|digest|thumbprint|vingerafdruk|etag|trace ?id|request ?id|guid|uuid|revisie|revision)(?:[^\p{L}\d]{0,12}|[ -](?:[\p{Ll}-]{1,16} ){0,7}[\p{L}-]{1,20} ?(?:[:=]|is|was) ?)$|\b[\da-f]{2}-$/iu;
/** Git names a commit by so many; a key of this length is not usual. */
const commitLength = 40;
const webAddress = /\bhttps?:\/\/\S+/giu;
const guid = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/giu;
const mailAddress = /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}$/;
const random = /[A-Za-z\d+/=_-]{20,}(?:\.[a-z]{2,4}\d?\b)?/g;
/** Of one kind of letter and digits only. */
const oneCase = /\b(?:[a-z\d]{24,}|[A-Z\d]{24,})\b/g;
/** The length of Amazon's secret keys, which have slashes in them. */
const fortySigns = /(?<![\w/+])[A-Za-z\d/+]{40}(?![\w/+])/g;
const withSigns = /(?<![^\s:/(|])[\p{L}\d!@#$%^&*?+~_-]{10,64}(?![^\s.,;)"'|])/gu;
/** "w a c h t w o o r d", "p.a.s.s.w.o.r.d". */
const spelt = /(?<![\p{L}\d])(?:\p{L}[ ._*-]){5,20}\p{L}(?![\p{L}\d])/gu;
const longest = 10_000;

// A card asks it of the same texts for each of its buttons. Only such as hold no secret are remembered, and few.
const free = new Set<string>();
const mostKnown = 200;
const longestKnown = 5000;

/**
 * Whether a text seems to hold a password, key or token. It finds the usual slips, not every secret; ids, hashes
 * that are called so, numbers of tickets, names of files and web addresses are none.
 */
export function looksLikeSecret(text: string | undefined): boolean {
  if (text === undefined || text === '' || free.has(text)) return false;
  const found = holdsSecret(text);
  if (!found && text.length <= longestKnown) {
    if (free.size >= mostKnown) free.clear();
    free.add(text);
  }
  return found;
}

function holdsSecret(text: string): boolean {
  if (namesSecret(text)) return true;
  const read = onOneLine(readable(text)).replace(webAddress, ' ').replace(guid, ' ');
  return (
    [...read.matchAll(hexadecimal)].some(
      ({ index, 0: found }) => found.length !== commitLength && !isCalledHash(read, index),
    ) ||
    (read.match(random) ?? []).some(isMixed) ||
    (read.match(fortySigns) ?? []).some((run) => classes(run).size === 3 && turns(run) >= 10) ||
    [...read.matchAll(oneCase)].some(
      ({ index, 0: run }) =>
        !/^[\da-f]+$/i.test(run) && turns(run) >= 8 && !isCalledHash(read, index),
    ) ||
    (read.match(withSigns) ?? []).some(isFullOfSigns)
  );
}

/**
 * The same for what names something, such as a file, a system or an account: only what is called a secret, or has
 * the shape of one, is one there. Names are as random as their givers like.
 */
export function namesSecret(text: string | undefined): boolean {
  if (text === undefined) return false;
  const lines = readable(text);
  const whole = onOneLine(lines);
  return (
    knownShapes.some((shape) => shape.test(whole)) ||
    isBasic(whole) ||
    namesChosen(lines.replace(webAddress, ' '))
  );
}

// Letters of other scripts that look like ours.
const foreign = 'асеорхуікАВСЕНКМОРТХΑΒΕΗΙΚΜΝΟΡΤΧο';
const latin = 'aceopxyikABCEHKMOPTXABEHIKMNOPTXo';
const twins = new Map(Array.from(foreign, (letter, at) => [letter, latin.charAt(at)] as const));

// Full-width letters and what nobody sees between letters hide no word.
const readable = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{DI}\u0300-\u036f]/gu, '')
    .replace(/[\u0370-\u04FF]/g, (letter) => twins.get(letter) ?? letter)
    .replace(spelt, (letters) => letters.replace(/[ ._*-]/g, ''));

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ');

const isCalledHash = (read: string, at: number): boolean =>
  isHash.test(read.slice(Math.max(0, at - 120), at));

const kindOf = (sign: string): string =>
  /\d/.test(sign)
    ? 'digit'
    : /\p{Ll}/u.test(sign)
      ? 'small'
      : /\p{L}/u.test(sign)
        ? 'large'
        : 'sign';
const kindsOf = (run: string): readonly string[] =>
  (run.match(/[\p{L}\d]/gu) ?? []).map((sign) => kindOf(sign));
const classes = (run: string): ReadonlySet<string> => new Set(kindsOf(run));
const changes = (kinds: readonly string[]): number =>
  kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
const turns = (run: string): number => changes(kindsOf(run));

/** Small and large letters and digits in turn: words and numbers of a name change seldom from one to the other. */
function isMixed(run: string): boolean {
  if (/\.[a-z]{2,4}\d?$/.test(run)) return false;
  const kinds = kindsOf(run);
  return new Set(kinds).size === 3 && changes(kinds) >= (kinds.length - 1) * 0.4;
}

/** As a vault makes them: letters of both kinds, digits and signs in turn. */
function isFullOfSigns(run: string): boolean {
  if (mailAddress.test(run)) return false;
  const kinds = Array.from(run, kindOf);
  return new Set(kinds).size === 4 && changes(kinds) >= (kinds.length - 1) * 0.6;
}
