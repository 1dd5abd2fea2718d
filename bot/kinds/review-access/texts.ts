import type { InEachLanguage } from '../../../cards/language.ts';
import type { Decision, Flag, PickProblem } from './accounts.ts';
import type { KindWords } from '../kind.ts';

interface ReviewWords extends KindWords {
  readonly facts: {
    readonly intro: (accounts: number) => string;
    readonly exportedAt: string;
    readonly controlTotal: string;
    readonly agrees: (total: number) => string;
    readonly part: string;
    readonly partOf: (own: number, all: number) => string;
    readonly file: string;
    readonly fileWas: (name: string, hash: string) => string;
  };
  readonly totals: Readonly<Record<Decision | 'accounts' | 'undecided', string>>;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly flags: Readonly<Record<Flag, string>>;
  readonly problems: Readonly<Record<PickProblem | 'too-long' | 'not-a-choice', string>>;
  /** Rows that the reviewer did not judge and gave to nobody: for himself, and for the IT team. */
  readonly left: Readonly<Record<'own' | 'channel', (rows: number) => string>>;
  readonly page: {
    readonly progress: (decided: number, of: number) => string;
    readonly rows: (from: number, to: number, of: number) => string;
    readonly lastSignIn: string;
    readonly noRole: string;
    readonly decision: (name: string) => string;
    readonly note: (name: string) => string;
    readonly choose: string;
    readonly begin: string;
    readonly goOn: string;
    readonly saveNext: string;
    readonly saveEarlier: string;
    readonly saveStop: string;
    readonly keepRest: (rows: number) => string;
    readonly handIn: string;
    readonly lookThrough: string;
    readonly notWhole: (rows: number) => string;
    readonly bulkDone: (rows: number) => string;
  };
}

/** The words of `review-access`, of its list and of its pages. */
export const reviewAccessTexts: InEachLanguage<ReviewWords> = {
  nl: {
    name: 'Toegang beoordelen',
    ask: 'beoordeel wie toegang heeft',
    why: 'De leverancier verwacht dat een klant zelf regelmatig nagaat wie toegang heeft tot zijn gegevens.',
    passage: 'Toegang tot gegevens',
    outcomes: {
      fulfilled: 'Toegang beoordeeld',
      problem: 'Toegang aan te passen',
      unable: 'Nog niet alles beoordeeld',
    },
    facts: {
      intro: (accounts) =>
        accounts === 1
          ? 'Beoordeel of dit account nog toegang moet hebben.'
          : `Beoordeel per account of het nog toegang moet hebben. Het zijn er ${accounts.toLocaleString('nl-NL')}.`,
      exportedAt: 'Lijst van',
      controlTotal: 'Controletotaal',
      agrees: (total) => `${total.toLocaleString('nl-NL')}, gelijk aan de lijst`,
      part: 'Jouw deel',
      partOf: (own, all) =>
        `${own.toLocaleString('nl-NL')} van de ${all.toLocaleString('nl-NL')} accounts`,
      file: 'Bestand',
      fileWas: (name, hash) => `${name}, SHA-256 ${hash}…`,
    },
    totals: {
      accounts: 'Accounts',
      keep: 'Houden',
      change: 'Rol wijzigen',
      remove: 'Intrekken',
      unknown: 'Weet ik niet',
      undecided: 'Nog te doen',
    },
    decisions: {
      keep: 'Houden',
      change: 'Rol wijzigen',
      remove: 'Intrekken',
      unknown: 'Weet ik niet',
    },
    flags: {
      administrator: 'beheerder',
      dormant: '90 dagen niet ingelogd',
      disabled: 'uitgeschakeld',
      shared: 'gedeeld account',
      unknown: 'onbekend wie dit is',
      new: 'nieuw sinds de vorige beoordeling',
      self: 'dat ben jij',
    },
    problems: {
      self: 'Over jezelf beslis je niet. Kies ‘Weet ik niet’, dan beslist een ander.',
      'new-role': 'Vul in welke rol het moet worden.',
      reason: 'Dit account valt op. Schrijf kort de reden.',
      'too-long': 'Dit is te lang. Kort het in.',
      'not-a-choice': 'Kies een van de mogelijkheden.',
    },
    left: {
      own: (rows) =>
        rows === 1
          ? 'Eén account kon je niet beoordelen. Het IT-team ziet dit en zoekt iemand die het wel kan. Wat je besloot, blijft staan.'
          : `${rows.toLocaleString('nl-NL')} accounts kon je niet beoordelen. Het IT-team ziet dit en zoekt iemand die het wel kan. Wat je besloot, blijft staan.`,
      channel: (rows) =>
        rows === 1
          ? 'Eén account heeft nog niemand beoordeeld. Draag het over aan wie dat kan: de rest van de besluiten blijft staan.'
          : `${rows.toLocaleString('nl-NL')} accounts heeft nog niemand beoordeeld. Draag ze over aan wie dat kan: de rest van de besluiten blijft staan.`,
    },
    page: {
      progress: (decided, of) =>
        `${decided.toLocaleString('nl-NL')} van ${of.toLocaleString('nl-NL')} beoordeeld`,
      rows: (from, to, of) => `Account ${String(from)} tot en met ${String(to)} van ${String(of)}`,
      lastSignIn: 'laatst ingelogd',
      noRole: 'geen rol bekend',
      decision: (name) => `Besluit over ${name}`,
      note: (name) => `Rol of reden: ${name}`,
      choose: 'Kies',
      begin: 'Beginnen',
      goOn: 'Verder beoordelen',
      saveNext: 'Opslaan en verder',
      saveEarlier: 'Opslaan en terug',
      saveStop: 'Opslaan en later verder',
      keepRest: (rows) => `${rows.toLocaleString('nl-NL')} zonder bijzonderheid houden`,
      handIn: 'Inleveren',
      lookThrough: 'Nog eens doorlopen',
      notWhole: (rows) =>
        rows === 1
          ? 'Er is nog één account te beoordelen.'
          : `Er zijn nog ${String(rows)} accounts te beoordelen.`,
      bulkDone: (rows) =>
        `${rows.toLocaleString('nl-NL')} accounts zonder bijzonderheid staan op ‘Houden’.`,
    },
  },
  en: {
    name: 'Review access',
    ask: 'review who has access',
    why: 'The vendor expects a customer to check regularly who has access to its data.',
    passage: 'Access to data',
    outcomes: {
      fulfilled: 'Access reviewed',
      problem: 'Access to be changed',
      unable: 'Not all reviewed yet',
    },
    facts: {
      intro: (accounts) =>
        accounts === 1
          ? 'Decide whether this account should still have access.'
          : `Decide of each account whether it should still have access. There are ${accounts.toLocaleString('en-GB')}.`,
      exportedAt: 'List of',
      controlTotal: 'Control total',
      agrees: (total) => `${total.toLocaleString('en-GB')}, equal to the list`,
      part: 'Your part',
      partOf: (own, all) =>
        `${own.toLocaleString('en-GB')} of the ${all.toLocaleString('en-GB')} accounts`,
      file: 'File',
      fileWas: (name, hash) => `${name}, SHA-256 ${hash}…`,
    },
    totals: {
      accounts: 'Accounts',
      keep: 'Keep',
      change: 'Change role',
      remove: 'Remove',
      unknown: 'Don’t know',
      undecided: 'To do',
    },
    decisions: { keep: 'Keep', change: 'Change role', remove: 'Remove', unknown: 'Don’t know' },
    flags: {
      administrator: 'administrator',
      dormant: 'not signed in for 90 days',
      disabled: 'disabled',
      shared: 'shared account',
      unknown: 'unknown who this is',
      new: 'new since the last review',
      self: 'this is you',
    },
    problems: {
      self: 'You do not decide about yourself. Choose “Don’t know”, then somebody else decides.',
      'new-role': 'Fill in which role it should become.',
      reason: 'This account stands out. Describe the reason briefly.',
      'too-long': 'This is too long. Shorten it.',
      'not-a-choice': 'Choose one of the options.',
    },
    left: {
      own: (rows) =>
        rows === 1
          ? 'One account you could not judge. The IT team sees it and looks for somebody who can. What you decided stands.'
          : `${rows.toLocaleString('en-GB')} accounts you could not judge. The IT team sees it and looks for somebody who can. What you decided stands.`,
      channel: (rows) =>
        rows === 1
          ? 'One account nobody has judged yet. Hand it over to somebody who can: the other decisions stand.'
          : `${rows.toLocaleString('en-GB')} accounts nobody has judged yet. Hand them over to somebody who can: the other decisions stand.`,
    },
    page: {
      progress: (decided, of) =>
        `${decided.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} reviewed`,
      rows: (from, to, of) => `Accounts ${String(from)} to ${String(to)} of ${String(of)}`,
      lastSignIn: 'last signed in',
      noRole: 'no role known',
      decision: (name) => `Decision about ${name}`,
      note: (name) => `Role or reason: ${name}`,
      choose: 'Choose',
      begin: 'Begin',
      goOn: 'Go on reviewing',
      saveNext: 'Save and go on',
      saveEarlier: 'Save and go back',
      saveStop: 'Save and go on later',
      keepRest: (rows) => `Keep ${rows.toLocaleString('en-GB')} without remarks`,
      handIn: 'Hand in',
      lookThrough: 'Look through again',
      notWhole: (rows) =>
        rows === 1
          ? 'One account is still to be reviewed.'
          : `${String(rows)} accounts are still to be reviewed.`,
      bulkDone: (rows) =>
        `${rows.toLocaleString('en-GB')} accounts without remarks are set to “Keep”.`,
    },
  },
};
