/*
 * The words that name a secret, as they are written, misspelt and disguised.
 */
const password =
  /(?:w[a4@](?:cht?|tch|gt|ht|ct|tc)w[o0]{0,2}r[dt](?:en)?|w8w[o0]{1,2}rd|wachtzin|p[a4@][s$5]{1,2}w[o0]{0,2}r[dt]s?|passwd|passphrase|passcode|inlogcode|toegangscode|seedphrase|recoveryphrase|mnemonic|herstelzin|kennwort|motdepasse|contrase[ñn]a|wachtwurd)$|(?:^|[_-])(?:pwd?|pswd|psswrd|pswrd|pwrd|mdp|wwoord|ww|psk)$/;
/** A word of everyday English too: only with a sign, or beside somebody's name. */
const pass = /(?:^|[_-])pass$/;
const phrase = /(?:passphrase|wachtzin|seedphrase|recoveryphrase|mnemonic|herstelzin)$/;
const key =
  /(?:client[_-]?secret|(?:access|refresh|auth|bearer)[_-]?token|(?:api|account|access|private|shared|subscription|secret)[_-]?(?:key|sleutel))$/;
// Less sure of themselves: a key also opens a door, and a "key user" is a person.
const weak = /^(?:(?:[\p{L}-]*)sleutel|key|token|secret|geheim)$/u;
const kinds = { password, pass, key, weak } as const;
export type Kind = keyof typeof kinds;

export const isPassword = (word: string): boolean => password.test(word);
export const isPhraseWord = (word: string): boolean => phrase.test(word);

/** What kind of secret a word names; undefined for every other word. */
export function kindOf(written: string): Kind | undefined {
  // "password1: …, password2: …".
  const word = written.replace(/(?<=\p{L}{2})\d{1,2}$/u, '');
  for (const kind of ['password', 'pass', 'key', 'weak'] as const)
    if (kinds[kind].test(word)) return kind;
  return undefined;
}
