// `wachtwoord: Zomer2026!` but not `het wachtwoord is per sms verstuurd`: what follows the word has a
// digit or a sign in it.
const named =
  /\b(?:wachtwoord|password|passwd|passphrase|pwd|pincode|pin|sleutel|key|token|secret)\b\s*(?:is|=|:)\s*["'“‘]?(?=[^\s"']*[\d!@#$%^&*?])[^\s"']{4,}/iu;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY/;
const hexadecimal = /\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32,}\b/iu;
// Small and large letters and three runs of digits through each other: no name of a file looks like this.
const random = /[A-Za-z\d+/=]{24,}/g;

/** Whether a text seems to hold a password or key. It finds the usual slips, not every secret. */
export function looksLikeSecret(text: string | undefined): boolean {
  if (text === undefined) return false;
  return (
    named.test(text) ||
    privateKey.test(text) ||
    hexadecimal.test(text) ||
    (text.match(random) ?? []).some(isMixed)
  );
}

function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && (run.match(/\d+/g) ?? []).length >= 3;
}
