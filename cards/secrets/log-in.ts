import { isOrdinary, isProduct } from './ordinary.ts';
import type { Piece } from './tokens.ts';
import { isChosen, isPlain, isTypical, isWordAndNumber } from './values.ts';

const login =
  /^(?:login|inlog|inloggen|ingelogd|inloggegevens|aanmelden|aangemeld|credentials|creds|gebruikersnaam|username|user|usr)$/;
const logIn = /^(?:log|logged|sign|signed|meld)$/;
const filler =
  /^(?:[:=→]|gaat|kan|kon|lukt|lukte|doe|doet|via|door|je|met|with|as|als|in|aan|gebruiker|user|account|de|het|the|pass)$/;
/** Accounts that everybody knows the name of. */
const wellKnown = /^(?:admin|administrator|root|sa|sysadmin|test|demo|guest|gast|beheerder)$/;
const introduces = /^(?:met|with|als|as|via|gebruik|use|eerst|first)$/;
const inTurn =
  /^(?:[,;/+&|→–-]|en|and|dan|then|daarna|vervolgens|gevolgd|door|followed|by|plus|met|with)$/;
const besideMail = /^(?:[:;,/|→+–-]|\n|en|and|met|with)$/;
const mail = /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}$/;
const role =
  /^(?:user|users|gebruiker|gebruikers|beheerder|admin|editor|viewer|owner|eigenaar|lezer|vs|rol|role)$/;

export const isWellKnown = (name: string): boolean => wellKnown.test(name);

/** "inloggen met admin / geheim1", "login: jan / Welkom01", "admin / admin": a name and what goes with it. */
export const logsIn = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ lower }, at) => {
    if (
      login.test(lower) ||
      (logIn.test(lower) && /^(?:in|aan)$/.test(pieces[at + 1]?.lower ?? ''))
    ) {
      let name = at + 1;
      while (name < at + 6 && filler.test(pieces[name]?.lower ?? '')) name += 1;
      return isPair(pieces.slice(name, name + 4), true);
    }
    if (mail.test(lower) || lower === 'account') {
      const name = lower === 'account' ? at + 1 : at;
      // An address of mail and what goes with it, "jan@x.nl Welkom01"; of an account more has to be said.
      const joins = name === at ? besideMail : /^(?:met|with)$/;
      const [joint, next] = [pieces[name + 1]?.lower ?? '', pieces[name + 2]?.text ?? ''];
      const value = joins.test(joint) ? next : name === at ? (pieces[name + 1]?.text ?? '') : '';
      return isTypical(value) && !isProduct(value);
    }
    if (/^(?:ge)?reset$/.test(lower) && /^(?:naar|to)$/.test(pieces[at + 1]?.lower ?? ''))
      return isTypical(pieces[at + 2]?.text ?? '') && !isProduct(pieces[at + 2]?.text ?? '');
    return (
      wellKnown.test(lower) &&
      (isPair(pieces.slice(at, at + 4), false) ||
        (introduces.test(pieces[at - 1]?.lower ?? '') && isNext(pieces.slice(at + 1, at + 4))))
    );
  });

/** "met admin en dan Welkom01", "as root, then Welkom01": one after the other, as they are typed. */
function isNext(after: readonly Piece[]): boolean {
  const value = after.find(({ lower }) => !inTurn.test(lower));
  return (
    value !== undefined && value !== after[0] && isTypical(value.text) && !isProduct(value.text)
  );
}

function isPair(
  [name, joint, first, second]: readonly (Piece | undefined)[],
  told: boolean,
): boolean {
  const value = first?.lower === 'pass' ? second : first;
  if (!name || !joint || !value || (isOrdinary(name.text) && !wellKnown.test(name.lower)))
    return false;
  const mixed = isChosen(value.text) && isWordAndNumber(value.text) && !isProduct(value.text);
  if (joint.text === '/') {
    if (mixed) return value.text.length > 5;
    const same = value.lower === name.lower && wellKnown.test(name.lower);
    const plain = isPlain(value.text) && !role.test(value.lower);
    return told && wellKnown.test(name.lower) ? same || plain : false;
  }
  if (/^[-–]$/.test(joint.text)) return told && isTypical(value.text) && !isProduct(value.text);
  if (told && isTypical(joint.text) && !isProduct(joint.text)) return true;
  if (joint.text === ':') return told && mixed && value.text.length > 5;
  if (!told || !/^(?:,|en|and|with|met)$/.test(joint.lower)) return false;
  return isTypical(value.text) || (mixed && wellKnown.test(name.lower));
}
