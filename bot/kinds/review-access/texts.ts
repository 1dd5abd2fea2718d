import { faultWords } from '../../../cards/fields.ts';
import { plural } from '../../../cards/language.ts';

const nl = {
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
    intro: (accounts: number) =>
      plural(accounts, {
        one: 'Beoordeel of dit account nog toegang moet hebben.',
        other: `Beoordeel per account of het nog toegang moet hebben. Het zijn er ${accounts.toLocaleString('nl-NL')}.`,
      }),
    exportedAt: 'Lijst van',
    controlTotal: 'Controletotaal',
    agrees: (total: number) => `${total.toLocaleString('nl-NL')}, gelijk aan de lijst`,
    part: 'Jouw deel',
    partOf: (own: number, all: number) =>
      `${own.toLocaleString('nl-NL')} van de ${all.toLocaleString('nl-NL')} accounts`,
    file: 'Bestand',
    fileWas: (name: string, hash: string) => `${name}, SHA-256 ${hash}…`,
  },
  totals: {
    accounts: 'Accounts',
    keep: 'Houden',
    change: 'Rol wijzigen',
    remove: 'Intrekken',
    unknown: 'Weet ik niet',
    others: 'Verder',
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
    dormant: 'langer dan 90 dagen niet ingelogd',
    disabled: 'uitgeschakeld',
    shared: 'gedeeld account',
    unknown: 'onbekend wie dit is',
    new: 'nieuw sinds de vorige beoordeling',
    self: 'dat ben jij',
    'maybe-self': 'ben jij dit?',
  },
  problems: {
    self: 'Over jezelf beslis je niet. Kies ‘Weet ik niet’, dan beslist een ander.',
    'new-role': 'Vul in welke rol het moet worden.',
    reason: 'Dit account valt op. Schrijf kort de reden.',
    secret: faultWords.nl.secret,
    'too-long': 'Dit is te lang. Kort het in.',
    'not-a-choice': 'Kies een van de mogelijkheden.',
  },
  left: {
    own: (rows: number) =>
      plural(rows, {
        one: 'Eén account kon je niet beoordelen. Het IT-team ziet dit en zoekt iemand die het wel kan. Wat je besloot, blijft staan.',
        other: `${rows.toLocaleString('nl-NL')} accounts kon je niet beoordelen. Het IT-team ziet dit en zoekt iemand die het wel kan. Wat je besloot, blijft staan.`,
      }),
    channel: (rows: number) =>
      plural(rows, {
        one: 'Eén account is nog niet beoordeeld. Draag het over aan wie dat kan: de rest van de besluiten blijft staan.',
        other: `${rows.toLocaleString('nl-NL')} accounts zijn nog niet beoordeeld. Draag ze over aan wie dat kan: de rest van de besluiten blijft staan.`,
      }),
  },
  page: {
    progress: (decided: number, of: number) =>
      `${decided.toLocaleString('nl-NL')} van ${of.toLocaleString('nl-NL')} beoordeeld`,
    rows: (from: number, to: number, of: number) =>
      `Account ${String(from)} tot en met ${String(to)} van ${String(of)}`,
    lastSignIn: 'laatst ingelogd',
    noRole: 'geen rol bekend',
    decision: (name: string) => `Besluit over ${name}`,
    newRole: (name: string) => `Welke rol wordt het voor ${name}?`,
    reason: (decision: string, name: string) => `Waarom ‘${decision}’ voor ${name}?`,
    noted: (note: string) => `Opmerking: ${note}`,
    explain: 'Rol of reden opschrijven',
    explainTitle: 'Wat hoort erbij?',
    explainIntro: 'Een andere rol heeft een naam nodig, en een account dat opvalt een korte reden.',
    nothingToExplain: 'Kies eerst een besluit. Daarna kun je er een rol of reden bij schrijven.',
    choose: 'Kies',
    begin: 'Beginnen',
    goOn: 'Verder beoordelen',
    saveNext: 'Opslaan en verder',
    saveEarlier: 'Opslaan en terug',
    saveStop: 'Opslaan en later verder',
    keepRest: (rows: number) => `${rows.toLocaleString('nl-NL')} zonder bijzonderheid houden`,
    handIn: 'Vastleggen',
    lookThrough: 'Nog eens doorlopen',
    notWhole: (rows: number) =>
      plural(rows, {
        one: 'Er is nog één account te beoordelen.',
        other: `Er zijn nog ${String(rows)} accounts te beoordelen.`,
      }),
    keepAsk: (rows: number) =>
      plural(rows, {
        one: 'Houdt dit account toegang?',
        other: `Houden deze ${rows.toLocaleString('nl-NL')} accounts toegang?`,
      }),
    keepMore: (rows: number) =>
      plural(rows, {
        one: 'Daarna vraag ik nog naar één ander account zonder bijzonderheid.',
        other: `Daarna vraag ik nog naar ${rows.toLocaleString('nl-NL')} andere zonder bijzonderheid.`,
      }),
    keepHint: 'Staat er iemand bij over wie je twijfelt, beoordeel die dan eerst apart.',
    keepYes: (rows: number) =>
      plural(rows, {
        one: 'Ja, dit account houden',
        other: `Ja, deze ${rows.toLocaleString('nl-NL')} houden`,
      }),
    bulkDone: (rows: number) =>
      `${rows.toLocaleString('nl-NL')} accounts zonder bijzonderheid staan op ‘Houden’.`,
  },
};

const en: typeof nl = {
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
      plural(accounts, {
        one: 'Decide whether this account should still have access.',
        other: `Decide for each account whether it should still have access. There are ${accounts.toLocaleString('en-GB')}.`,
      }),
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
    others: 'Also',
    undecided: 'To do',
  },
  decisions: { keep: 'Keep', change: 'Change role', remove: 'Remove', unknown: 'Don’t know' },
  flags: {
    administrator: 'administrator',
    dormant: 'not signed in for over 90 days',
    disabled: 'disabled',
    shared: 'shared account',
    unknown: 'unknown who this is',
    new: 'new since the last review',
    self: 'this is you',
    'maybe-self': 'is this you?',
  },
  problems: {
    self: 'You do not decide about yourself. Choose “Don’t know”, then somebody else decides.',
    'new-role': 'Fill in what the role should become.',
    reason: 'This account stands out. Describe the reason briefly.',
    secret: faultWords.en.secret,
    'too-long': 'This is too long. Shorten it.',
    'not-a-choice': 'Choose one of the options.',
  },
  left: {
    own: (rows) =>
      plural(rows, {
        one: 'You could not judge one account. The IT team sees this and looks for somebody who can. What you decided stands.',
        other: `You could not judge ${rows.toLocaleString('en-GB')} accounts. The IT team sees this and looks for somebody who can. What you decided stands.`,
      }),
    channel: (rows) =>
      plural(rows, {
        one: 'One account has not been judged yet. Hand it over to somebody who can: the other decisions stand.',
        other: `${rows.toLocaleString('en-GB')} accounts have not been judged yet. Hand them over to somebody who can: the other decisions stand.`,
      }),
  },
  page: {
    progress: (decided, of) =>
      `${decided.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} reviewed`,
    rows: (from, to, of) => `Accounts ${String(from)} to ${String(to)} of ${String(of)}`,
    lastSignIn: 'last signed in',
    noRole: 'no role known',
    decision: (name) => `Decision about ${name}`,
    newRole: (name) => `Which role should ${name} get?`,
    reason: (decision, name) => `Why “${decision}” for ${name}?`,
    noted: (note) => `Remark: ${note}`,
    explain: 'Write a role or reason',
    explainTitle: 'What goes with it?',
    explainIntro: 'A new role needs a name, and a flagged account a short reason.',
    nothingToExplain: 'Choose a decision first. Then you can write a role or a reason with it.',
    choose: 'Choose',
    begin: 'Begin',
    goOn: 'Go on reviewing',
    saveNext: 'Save and go on',
    saveEarlier: 'Save and go back',
    saveStop: 'Save and go on later',
    keepRest: (rows) => `Keep ${rows.toLocaleString('en-GB')} unflagged`,
    handIn: 'Record',
    lookThrough: 'Look through again',
    notWhole: (rows) =>
      plural(rows, {
        one: 'One account is still to be reviewed.',
        other: `${String(rows)} accounts are still to be reviewed.`,
      }),
    keepAsk: (rows) =>
      plural(rows, {
        one: 'Does this account keep access?',
        other: `Do these ${rows.toLocaleString('en-GB')} accounts keep access?`,
      }),
    keepMore: (rows) =>
      plural(rows, {
        one: 'After that I ask about one other that is not flagged.',
        other: `After that I ask about ${rows.toLocaleString('en-GB')} others that are not flagged.`,
      }),
    keepHint: 'If you are not sure about one of them, review that account first.',
    keepYes: (rows) =>
      plural(rows, {
        one: 'Yes, keep this account',
        other: `Yes, keep these ${rows.toLocaleString('en-GB')}`,
      }),
    bulkDone: (rows) => `${rows.toLocaleString('en-GB')} unflagged accounts are set to “Keep”.`,
  },
};

/** The words of `review-access`, of its list and of its pages. */
export const reviewAccessTexts = { nl, en };
