import type { InEachLanguage } from '../../cards/language.ts';
import { plural } from '../../cards/language.ts';

const inNl = (count: number): string => count.toLocaleString('nl-NL');
const inEn = (count: number): string => count.toLocaleString('en-GB');

const nl = {
  sheet: 'Lijst als Excel',
  pages: 'Hier beoordelen',
  sheetIntro: (rows: number) =>
    `Het zijn ${inNl(rows)} accounts. In Excel gaat dat sneller: vul de kolom ‘Besluit’ in en sleep het bestand terug in deze chat.`,
  sheetRead: (name: string, rows: number) =>
    `Ik las ${inNl(rows)} besluiten uit ${name}. Kloppen de aantallen, leg ze dan vast.`,
  share: {
    title: 'Wie kan dit wel beoordelen?',
    intro: (rows: number) =>
      plural(rows, {
        one: 'Bij één account koos je ‘Weet ik niet’. Dat gaat naar een collega, de rest leg je vast.',
        other: `Bij ${inNl(rows)} accounts koos je ‘Weet ik niet’. Die gaan naar een collega, de rest leg je vast.`,
      }),
    person: 'Wie kan deze accounts beoordelen?',
    choose: 'Kies',
    reason: 'Waarom kun jij het niet beoordelen?',
    reasonExample: 'Bijvoorbeeld: dit is mijn eigen account',
    send: 'Doorgeven en vastleggen',
    alone: 'Ik weet niet wie',
    aloneIntro:
      'Weet je niet wie? Dan gaat het naar wie de toegang beheert; is dat niemand, dan zoekt het IT-team iemand.',
    ownRow: (name: string) =>
      `Bij deze accounts staat ook dat van ${name}. Niemand beslist over zichzelf: kies een ander.`,
    tooFar:
      'Deze lijst is al over te veel mensen verdeeld om er nog iets van door te geven. Wat je koos is vastgelegd; voor wat je niet weet zoekt het IT-team iemand.',
    shared: (rows: number, name: string) =>
      plural(rows, {
        one: `Eén account is doorgegeven aan ${name}.`,
        other: `${inNl(rows)} accounts zijn doorgegeven aan ${name}.`,
      }),
  },
  removals: {
    title: 'Toegang aanpassen',
    show: 'Toegang aanpassen',
    intro:
      'Geef dit door aan wie de accounts beheert. Is het gedaan, sleep dan een nieuwe export in de chat met mij. Daarop moet te zien zijn dat het klopt.',
    count: (remove: number, change: number) =>
      [
        plural(remove, { one: '1 account intrekken', other: `${inNl(remove)} accounts intrekken` }),
        plural(change, { one: '1 rol wijzigen', other: `${inNl(change)} rollen wijzigen` }),
      ]
        .filter((_, at) => [remove, change][at] !== 0)
        .join(', '),
    remove: 'Intrekken',
    change: (role: string) => `Rol wijzigen naar ${role}`,
    more: (rows: number) =>
      plural(rows, { one: 'En nog één account.', other: `En nog ${inNl(rows)} accounts.` }),
    inFile: 'Ze staan allemaal in het bestand.',
    none: 'Er is niets meer in te trekken of te wijzigen.',
    waits:
      'Nog niet iedereen is klaar. Er kunnen accounts bij komen: wacht zo lang met de nieuwe export.',
    file: 'Lijst als CSV',
    owner: 'Wie',
    due: 'Uiterlijk',
    last: 'Laatste lijst',
    lastWas: (stillThere: number, when: string) =>
      plural(stillThere, {
        one: `nog 1 niet uitgevoerd, ${when}`,
        other: `nog ${inNl(stillThere)} niet uitgevoerd, ${when}`,
      }),
    noListYet: 'nog geen nieuwe lijst',
    asked: 'Stuur een nieuwe lijst',
    askedIntro:
      'De datum is voorbij. Maak een nieuwe export van de accounts en sleep die in deze chat. Dan vergelijk ik die met wat er moest gebeuren.',
  },
};

const en: typeof nl = {
  sheet: 'List as Excel',
  pages: 'Review here',
  sheetIntro: (rows) =>
    `There are ${inEn(rows)} accounts. That is faster in Excel: fill in the column “Decision” and drop the file back in this chat.`,
  sheetRead: (name, rows) =>
    `I read ${inEn(rows)} decisions from ${name}. If the totals are right, record them.`,
  share: {
    title: 'Who can judge this?',
    intro: (rows) =>
      plural(rows, {
        one: 'For one account you chose “Don’t know”. It goes to a colleague, and you record the rest.',
        other: `For ${inEn(rows)} accounts you chose “Don’t know”. They go to a colleague, and you record the rest.`,
      }),
    person: 'Who can review these accounts?',
    choose: 'Choose',
    reason: 'Why can’t you judge it?',
    reasonExample: 'For example: this is my own account',
    send: 'Pass on and record',
    alone: 'I do not know who',
    aloneIntro:
      'Not sure who? Then it goes to whoever administers access; if that is nobody, the IT team finds somebody.',
    ownRow: (name) =>
      `The account of ${name} is among them. Nobody decides about themselves: choose somebody else.`,
    tooFar:
      'This list is shared among too many people already to pass anything of it on. What you chose was recorded; for what you do not know the IT team finds somebody.',
    shared: (rows, name) =>
      plural(rows, {
        one: `One account was passed on to ${name}.`,
        other: `${inEn(rows)} accounts were passed on to ${name}.`,
      }),
  },
  removals: {
    title: 'Change access',
    show: 'Change access',
    intro:
      'Give this to whoever administers the accounts. When it is done, drop a new export in the chat with me. It has to show that it was done.',
    count: (remove, change) =>
      [
        plural(remove, { one: '1 account to remove', other: `${inEn(remove)} accounts to remove` }),
        plural(change, { one: '1 role to change', other: `${inEn(change)} roles to change` }),
      ]
        .filter((_, at) => [remove, change][at] !== 0)
        .join(', '),
    remove: 'Remove',
    change: (role) => `Change role to ${role}`,
    more: (rows) =>
      plural(rows, { one: 'And one more account.', other: `And ${inEn(rows)} more accounts.` }),
    inFile: 'All of them are in the file.',
    none: 'There is nothing left to remove or change.',
    waits: 'Not everybody is done yet. Accounts may be added: wait until then with the new export.',
    file: 'List as CSV',
    owner: 'Who',
    due: 'By when',
    last: 'Last list',
    lastWas: (stillThere, when) => `${inEn(stillThere)} not done yet, ${when}`,
    noListYet: 'no new list yet',
    asked: 'Send a new list',
    askedIntro:
      'The date has passed. Make a new export of the accounts and drop it in this chat. I then compare it with what had to be done.',
  },
};

/** What is said about sheets, sharing out and removals, beside the words of the duty itself. */
export const reviewTexts: InEachLanguage<typeof nl> = { nl, en };
