// What follows the word has a digit or a sign in it: `wachtwoord: Zomer2026!`, but not `het wachtwoord is per
// sms verstuurd`.
const named =
  /\b(?:wachtwoord|wachtzin|password|passwd|passphrase|passcode|pass|pwd|pw|ww|psk|pincode|pin|sleutel|key|token|secret|geheim|toegangscode|client[ _-]?secret|api[ _-]?key)\b\s*(?:is|was|wordt|=|:)\s*["'“‘`]?(?=[^\s"']*[\d!@#$%^&*?])[^\s"']{4,}/iu;
// `pw=geheim`: written as a setting, any word will do.
const assigned =
  /\b(?:wachtwoord|password|passwd|passphrase|pwd|pw|ww|secret|client[_-]?secret|api[_-]?key|access[_-]?token|AccountKey|SharedAccessKey|sig)=["']?[^\s"'&;,]{4,}/iu;
const pinCode = /\bpin(?:code)?\b\D{0,12}\b\d{4,8}\b/iu;
// `het wachtwoord Welkom01 werkt`: the word itself, and then what has letters and digits in it.
const besideWord =
  /\b(?:wachtwoord|password)\b\s+["'“‘`]?(?=[^\s"']*\d)(?=[^\s"']*\p{L})[^\s"'.,]{6,}/iu;
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY|PuTTY-User-Key-File/;
/** Shapes that their makers chose so that they are recognised. */
const known =
  /\beyJ[\w-]{8,}\.[\w-]{8,}|\b(?:ghp|gho|ghs|ghu)_[A-Za-z\d]{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bxox[abprs]-[\w-]{10,}|\bAKIA[A-Z\d]{16}\b|\bAIza[\w-]{30,}|\bsk-[\w-]{20,}|\bwhsec_[\w+/=]{20,}|\b[a-z]{3,10}:\/\/[^\s/:@]{1,100}:[^\s/:@]{3,100}@/iu;
const hexadecimal = /\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32,}\b/giu;
const isHash =
  /(?:hash|sha-?\d*|md5|checksum|controlegetal|commit|digest|thumbprint|vingerafdruk|etag)\W{0,12}$/iu;
const webAddress = /\bhttps?:\/\/\S+/giu;
// Small and large letters and three runs of digits through each other: no name of a file looks like this.
const random = /[A-Za-z\d+/=]{20,}/g;
const longest = 10_000;

/**
 * Whether a text seems to hold a password, key or token. It finds the usual slips, not every secret; ids, hashes
 * that are called so, numbers of tickets, names of files and web addresses are none.
 */
export function looksLikeSecret(text: string | undefined): boolean {
  if (text === undefined) return false;
  const read = text.slice(0, longest);
  return (
    [named, assigned, pinCode, besideWord, privateKey, known].some((shape) => shape.test(read)) ||
    [...read.matchAll(hexadecimal)].some(({ index }) => !isHash.test(read.slice(0, index))) ||
    (read.replaceAll(webAddress, ' ').match(random) ?? []).some(isMixed)
  );
}

function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && (run.match(/\d+/g) ?? []).length >= 3;
}
