/*
 * What people type by mistake: a word that names a secret, and beside it what was chosen as one. A value is what
 * has a digit or a sign in it, so that "het wachtwoord is per sms verstuurd" is none; dates, times, numbers of
 * tickets and versions are no values either.
 */
const long =
  'wachtwoord|w8woord|wachtzin|password|passwd|passphrase|passcode|inlogcode|toegangscode|client[ _-]?secret|access[ _-]?token|(?:api|account|access)[ _-]?key';
const short = 'pass|pwd|pw|ww|psk';
const word = String.raw`(?:(?:${long})|\b(?:${short}))\b`;
// "wachtwoord van Jan", "password for the portal".
const whose = String.raw`(?: (?:van|voor|for|of|op|on)(?: [\p{L}\d.-]{1,30}){1,4}?)?`;
const equals = String.raw` ?(?:(?:is|was|wordt|wordt nu|is nu|is now)(?![^ ])|=>|[=:;→]) ?`;
const value = String.raw`["'“‘]?([^ "'“”‘’<>,]{4,100})`;
const named = new RegExp(String.raw`${word}["'”’]?${whose}["'”’]?${equals}${value}`, 'giu');
// Less sure of themselves: a key also opens a door, and a "key user" is a person.
const weak = new RegExp(
  String.raw`\b(?:sleutel|key|token|secret|geheim)\b["'”’]?${equals}${value}`,
  'giu',
);
const beside = new RegExp(String.raw`${word} ${value}`, 'giu');
const before =
  /(?:^|[ "'“‘(])([^ "'“”‘’()<>,]{6,100})["'”’]? (?:is|was|wordt) (?:het|mijn|ons|the|my|our) (?:nieuwe |new )?(?:wachtwoord|password|ww|pw)\b/giu;
// "login: jan / Welkom01!", "admin/Admin123!".
const pair =
  /(?:\b(?:admin|administrator|root|sa)|\b(?:login|inlog|inloggegevens|credentials) ?[:=]? ?[^ /]{2,40}) ?\/ ?([^ /,]{6,100})/giu;
// Written as a setting, any word will do: `pw=geheim`.
const assigned =
  /(?:\b(?:pwd|pw|ww|sig)|wachtwoord|password|passwd|passphrase|client[_-]?secret|secret|api[_-]?key|access[_-]?token|accountkey|sharedaccesskey)["']?=["']?[^ "'&;,=]{4}/iu;
const alone =
  /(?:wachtwoord|password|passphrase|\b(?:pwd|pw|ww)) ?[:=] ?(\p{L}{6,40})(?=$|[.,;!] |[.,;!]?$)/giu;
const quotedOne =
  /(?:wachtwoord|wachtzin|password|passphrase) ?(?:is|:|=)? ?["“‘][^"”’]{4,100}["”’]/iu;
// What happened to it, or how it comes: "wachtwoord: gewijzigd", "wachtwoord: telefonisch".
const noSecret =
  /^(?:(?:ge|ver|be|ont|her|mis|aan|op|uit|in)\p{L}+(?:d|t|en)|\p{L}+(?:ed|ing|isch|lijk|ig|ly|loos|ment))$|^(?:onbekend|unknown|volgt|follows|later|apart|werkt|niet|geen|zelfde|kluis|bitwarden|keepass|signal|missing|correct)$/iu;

const pinCode =
  /(?:\bpin(?:code|-code)? ?(?:van|voor|of|for)?(?: [\p{L}]{1,20}){0,3}? ?(?:is|was|wordt|[:=]) ?|\bpin(?:code|-code) ?|\bpin (?!(?:19|20)\d\d\b))"?\d{4,8}(?![\d-]|[.,:]\d)/iu;
const oneTimeCode =
  /(?:\b(?:otp|mfa|2fa|sms|recovery|backup|alarm|kluis|wifi|herstel|verificatie|inlog|toegangs|toegang)[ -]?code|\botp|\bcode (?:van|voor|for|of) (?:de |het |the )?(?:kluis|alarm|deur|voordeur|poort|wifi|safe|door|gate|vault|app)) ?(?:is|was|[:=])? ?["']?(?=[\p{L}-]{0,12}\d)[\p{L}\d-]{4,20}/iu;
const seedWord = /\b(?:totp|2fa|mfa|otp|authenticator)\b/iu;
const seed = /\b(?=[A-Z]{0,15}[2-7])[A-Z2-7]{16,64}\b/u;
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY|PuTTY-User-Key-File/;
/** Shapes that their makers chose so that they are recognised. */
const known = [
  /\beyJ[\w-]{8,}\.[\w-]{8,}/u,
  /\b(?:ghp|gho|ghs|ghu|ghr)_[A-Za-z\d]{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}/u,
  /\bxox[abprs]-[\w-]{10,}|\b(?:AKIA|ASIA)[A-Z\d]{16}\b|\bAIza[\w-]{30,}|\bsk-[\w-]{20,}/u,
  /\b[rs]k_(?:live|test)_\w{10,}|\bSG\.[\w-]{10,}\.[\w-]{10,}|\bwhsec_[\w+/=]{20,}|\bhf_[A-Za-z]{20,}/u,
  /\b(?:npm|dckr_pat|shpat|pypi)[_-][A-Za-z\d_-]{24,}|[\w~.-]{3}\dQ~[\w~.-]{31,34}/u,
  /\bbearer [\w.~+/-]{20,}/iu,
  /\b[a-z][a-z+]{2,20}:\/\/[^\s/:@]{1,100}:[^\s/:@]{3,100}@/iu,
  // BitLocker's recovery key, and keys of licences.
  /\b\d{6}(?:-\d{6}){7}\b|\b[A-Z\d]{5}(?:-[A-Z\d]{5}){3,}\b/u,
];

const hexadecimal = /\b(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[\da-f]{32,}\b/giu;
const isHash =
  /(?:hash|sha-?\d{0,3}|md5|checksum|controlegetal|commit|digest|thumbprint|vingerafdruk|etag|trace ?id|request ?id|guid|uuid|revisie|revision)[^\p{L}\d]{0,12}$|\b[\da-f]{2}-$/iu;
/** Git names a commit by so many; a key of this length is not usual. */
const commitLength = 40;
const webAddress = /\bhttps?:\/\/\S+/giu;
const random = /[A-Za-z\d+/=_-]{20,}(?:\.[a-z]{2,4}\d?\b)?/g;
const longest = 10_000;

/**
 * Whether a text seems to hold a password, key or token. It finds the usual slips, not every secret; ids, hashes
 * that are called so, numbers of tickets, names of files and web addresses are none.
 */
export function looksLikeSecret(text: string | undefined): boolean {
  if (text === undefined) return false;
  if (namesSecret(text)) return true;
  const read = readable(text).replace(webAddress, ' ');
  return (
    [...read.matchAll(hexadecimal)].some(
      ({ index, 0: found }) =>
        found.length !== commitLength && !isHash.test(read.slice(Math.max(0, index - 40), index)),
    ) || (read.match(random) ?? []).some(isMixed)
  );
}

/**
 * The same for what names something, such as a file, a system or an account: only what is called a secret, or has
 * the shape of one, is one there. Names are as random as their givers like.
 */
export function namesSecret(text: string | undefined): boolean {
  if (text === undefined) return false;
  const whole = readable(text);
  if (assigned.test(whole) || privateKey.test(whole)) return true;
  if (known.some((shape) => shape.test(whole))) return true;
  const read = whole.replace(webAddress, ' ');
  if ([pinCode, oneTimeCode, quotedOne].some((shape) => shape.test(read))) return true;
  if (seedWord.test(read) && seed.test(read)) return true;
  return (
    found(named, read).some(isChosen) ||
    found(weak, read).some((one) => isChosen(one) && isWordAndNumber(one)) ||
    [beside, before, pair].some((shape) =>
      found(shape, read).some((one) => one.length > 5 && isChosen(one) && isWordAndNumber(one)),
    ) ||
    // A word alone ends its line.
    found(alone, readable(text.slice(0, longest).replace(/[\r\n]+/g, '. '))).some(
      (one) => !noSecret.test(one),
    )
  );
}

// Full-width letters and what nobody sees between letters hide no word.
const readable = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ');

const found = (shape: RegExp, text: string): readonly string[] =>
  [...text.matchAll(shape)].map(([, one = '']) => one.replace(/[.)\]}]$/, ''));

const isWordAndNumber = (one: string): boolean => /\p{L}/u.test(one) && /\d/.test(one);

/** Has a digit or sign as a password does, and is no date, time, amount, ticket, version or address of mail. */
function isChosen(one: string): boolean {
  if (!/[\d!@#$%^&*?+~]/.test(one)) return false;
  return ![
    /^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?$/,
    /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/,
    /^[€$]?\d{1,3}(?:[.,]\d{1,3})*(?:%|x|e|de|ste|th|k)?$/,
    /^[\p{L}]{1,10}-\d{1,12}$/u,
    /^(?:CHG|INC|REQ|PRB|RITM|TASK|SR|WO|M)\d{3,}$/,
    /^v?\d+(?:\.\d+){1,4}$/,
    /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}$/,
    /^[?!]{1,4}$/,
  ].some((ordinary) => ordinary.test(one));
}

/** Small and large letters and digits in turn: words and numbers of a name change seldom from one to the other. */
function isMixed(run: string): boolean {
  if (/\.[a-z]{2,4}\d?$/.test(run)) return false;
  const signs = (run.match(/[A-Za-z\d]/g) ?? []).map((sign) =>
    /\d/.test(sign) ? 'digit' : /[a-z]/.test(sign) ? 'small' : 'large',
  );
  const turns = signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
  return new Set(signs).size === 3 && turns >= (signs.length - 1) * 0.4;
}
