import type { InEachLanguage } from '../../../../cards/language.ts';
import { plural } from '../../../../cards/language.ts';

const accountsNl = (count: number): string => count.toLocaleString('nl-NL');
const accountsEn = (count: number): string => count.toLocaleString('en-GB');

const nl = {
  list: {
    title: 'Een lijst met accounts',
    file: 'Bestand',
    accounts: 'Accounts',
    hash: 'Vingerafdruk',
    total: 'Controletotaal',
    totalIs: (accounts: number, roles: number, managers: number) =>
      [
        plural(accounts, { one: '1 account', other: `${accountsNl(accounts)} accounts` }),
        plural(roles, { one: '1 rol', other: `${accountsNl(roles)} rollen` }),
        plural(managers, {
          one: '1 leidinggevende',
          other: `${accountsNl(managers)} leidinggevenden`,
        }),
      ].join(', '),
    intro: 'Laat deze lijst beoordelen. Er wordt pas iets vastgelegd als je dit verstuurt.',
    system: 'Van welk systeem is deze lijst?',
    controlTotal: 'Hoeveel accounts noemt het systeem zelf?',
    controlTotalWrong: (accounts: number) =>
      `Op de lijst staan ${accountsNl(accounts)} accounts. Is de export wel volledig?`,
    person: 'Wie beoordeelt?',
    second: 'Wie nog meer?',
    third: 'En wie nog?',
    divide: 'Over meer mensen verdelen',
    split: 'Hoe wordt de lijst verdeeld?',
    splits: {
      none: 'Niet: een van hen beoordeelt alles',
      manager: 'Per leidinggevende, de rest gaat naar wie je als eerste koos',
      role: 'Per rol, over wie je hier kiest',
    },
    noManagers: 'Geen van de leidinggevenden op de lijst ken ik. Kies anders.',
    tooMany: (people: number) =>
      `Dat zijn meer dan ${String(people)} leidinggevenden. Verdeel de lijst in delen of kies anders.`,
    oneRole: 'Kies nog iemand, anders valt er niets te verdelen.',
    samePerson: 'Deze collega heb je al gekozen.',
    dueOn: 'Uiterlijk wanneer?',
    pastDay: 'Kies een dag na vandaag.',
    open: 'Laten beoordelen',
    opened: (people: string) => `De beoordeling is geopend. De kaart gaat naar ${people}.`,
    gone: 'Deze lijst is er niet meer. Sleep het bestand opnieuw in deze chat.',
    titleOf: (system: string) => `Wie heeft toegang tot ${system}?`,
    what: 'Waarvoor is deze lijst?',
    comparesIt:
      'Is dit de nieuwe export nadat de toegang is aangepast, dan vergelijk ik hem met de lijst die is beoordeeld.',
    belongsTo: (reference: string) => `Voor ${reference}`,
    asNew: 'Nieuwe beoordeling',
  },
  columns: {
    title: 'Welke kolom is wat?',
    intro:
      'Ik ken niet elke kolom van deze lijst. Zeg welke kolom wat is, dan lees ik hem. Ik onthoud het voor dit systeem.',
    introMore:
      'Staat er in een andere kolom nog iets dat bij de beoordeling helpt, zeg dan welke. Ik onthoud het voor dit systeem.',
    which: (field: string) => `Welke kolom is ‘${field}’?`,
    whichMaybe: (field: string) => `En ‘${field}’, als dat erin staat?`,
    choose: 'Kies een kolom',
    system: 'Van welk systeem is deze lijst?',
    read: 'Zo lezen',
    otherwise: 'Kolommen kiezen',
    noSuchColumn: 'Deze kolom staat niet in de lijst.',
    chosenTwice: 'Deze kolom heb je al gekozen.',
    asBefore: 'Gelezen zoals eerder voor',
    readFrom: 'Kolommen',
    unused: 'Kolommen die ik niet gebruik',
    passedOver: 'Overgeslagen regels',
    otherSheets: 'Tabbladen die ik niet las',
  },
  refused: {
    title: (name: string) => `${name} kan ik zo niet gebruiken`,
    nothing: 'Er is niets vastgelegd.',
    retry: 'Pas het bestand aan en sleep het opnieuw in deze chat.',
    noReview: 'Dit is een ingevulde beoordeling, maar er staat er geen voor je open.',
  },
  proof: {
    title: 'Nieuwe lijst vergeleken',
    proven: (accounts: number) =>
      plural(accounts, {
        one: 'Het account dat moest wijzigen, is weg of gewijzigd. De bevinding is gesloten.',
        other: `${accounts === 2 ? 'Beide' : `Alle ${accountsNl(accounts)}`} accounts zijn weg of gewijzigd. De bevinding is gesloten.`,
      }),
    stillThere: (accounts: number, of: number) =>
      `Nog niet uitgevoerd, ${accountsNl(accounts)} van ${accountsNl(of)}:`,
    doubt: (accounts: number) =>
      plural(accounts, {
        one: 'Eén account dat mocht blijven, staat niet op deze lijst. Is de export volledig?',
        other: `${accountsNl(accounts)} accounts die mochten blijven, staan niet op deze lijst. Is de export volledig?`,
      }),
    isWhole: 'Ja, deze lijst is volledig',
    alike: (accounts: number) =>
      plural(accounts, {
        one: 'Eén account is weg, maar er is een nieuw account dat er op lijkt. Is dat hetzelfde?',
        other: `${accountsNl(accounts)} accounts zijn weg, maar er zijn nieuwe die er op lijken. Zijn dat dezelfde?`,
      }),
    areSame: 'Zelfde account',
    areOthers: 'Ander account',
    notSure:
      'Is er één hetzelfde of weet je het niet, kies dan ‘Zelfde account’: de bevinding blijft dan open. Er is nog niets vastgelegd.',
    notWhole:
      'Is dat niet zo, sleep dan een volledige lijst in deze chat. Er is nog niets vastgelegd.',
    before: 'Beoordeelde lijst',
    after: 'Nieuwe lijst',
    hashed: (hash: string, rows: number) =>
      `${accountsNl(rows)} accounts (vingerafdruk ${hash.slice(0, 8)}…)`,
    added: 'Nieuw op de lijst',
    noFinding: 'Voor deze beoordeling is geen nieuwe lijst meer nodig.',
    again: 'Deze lijst had je al gestuurd. Er is niets veranderd.',
  },
};

const en: typeof nl = {
  list: {
    title: 'A list of accounts',
    file: 'File',
    accounts: 'Accounts',
    hash: 'Fingerprint',
    total: 'Control total',
    totalIs: (accounts, roles, managers) =>
      [
        plural(accounts, { one: '1 account', other: `${accountsEn(accounts)} accounts` }),
        plural(roles, { one: '1 role', other: `${accountsEn(roles)} roles` }),
        plural(managers, { one: '1 manager', other: `${accountsEn(managers)} managers` }),
      ].join(', '),
    intro: 'Have this list reviewed. Nothing is recorded until you send this.',
    system: 'Which system is this list from?',
    controlTotal: 'How many accounts does the system itself report?',
    controlTotalWrong: (accounts) =>
      `There are ${accountsEn(accounts)} accounts on the list. Is the export complete?`,
    person: 'Who reviews?',
    second: 'Who else?',
    third: 'And who else?',
    divide: 'Share among more people',
    split: 'How is the list divided?',
    splits: {
      none: 'Not at all: one of them reviews everything',
      manager: 'By manager, the rest goes to whoever you chose first',
      role: 'By role, among those you choose here',
    },
    noManagers: 'I do not know any of the managers on the list. Choose another way.',
    tooMany: (people) =>
      `That is more than ${String(people)} managers. Split the list or choose another way.`,
    oneRole: 'Choose somebody else too, or there is nothing to divide.',
    samePerson: 'You have chosen this colleague already.',
    dueOn: 'By when?',
    pastDay: 'Choose a day after today.',
    open: 'Have it reviewed',
    opened: (people) => `The review is open. The card goes to ${people}.`,
    gone: 'This list is no longer there. Drop the file in this chat again.',
    titleOf: (system) => `Who has access to ${system}?`,
    what: 'What is this list for?',
    comparesIt:
      'If this is the new export after access was changed, I compare it with the list that was reviewed.',
    belongsTo: (reference) => `For ${reference}`,
    asNew: 'New review',
  },
  columns: {
    title: 'Which column is what?',
    intro:
      'I do not know every column of this list. Say which column is what, and I will read it. I will remember it for this system.',
    introMore:
      'If another column says something that helps the review, say which. I will remember it for this system.',
    which: (field) => `Which column is “${field}”?`,
    whichMaybe: (field) => `And “${field}”, if it is there?`,
    choose: 'Choose a column',
    system: 'Which system is this list from?',
    read: 'Read it like this',
    otherwise: 'Choose columns',
    noSuchColumn: 'This column is not on the list.',
    chosenTwice: 'You have chosen this column already.',
    asBefore: 'Read as before for',
    readFrom: 'Columns',
    unused: 'Columns I do not use',
    passedOver: 'Lines skipped',
    otherSheets: 'Tabs I did not read',
  },
  refused: {
    title: (name) => `I cannot use ${name} like this`,
    nothing: 'Nothing was recorded.',
    retry: 'Change the file and drop it in this chat again.',
    noReview: 'This is a review that was filled in, but none is open for you.',
  },
  proof: {
    title: 'New list compared',
    proven: (accounts) =>
      plural(accounts, {
        one: 'The account that had to change is gone or changed. The finding is closed.',
        other: `${accounts === 2 ? 'Both' : `All ${accountsEn(accounts)}`} accounts are gone or changed. The finding is closed.`,
      }),
    stillThere: (accounts, of) => `Not done yet, ${accountsEn(accounts)} of ${accountsEn(of)}:`,
    doubt: (accounts) =>
      plural(accounts, {
        one: 'One account that was to stay is not on this list. Is the export complete?',
        other: `${accountsEn(accounts)} accounts that were to stay are not on this list. Is the export complete?`,
      }),
    isWhole: 'Yes, this list is complete',
    alike: (accounts) =>
      plural(accounts, {
        one: 'One account is gone, but a new one looks like it. Is it the same?',
        other: `${accountsEn(accounts)} accounts are gone, but new ones look like them. Are they the same?`,
      }),
    areSame: 'Same account',
    areOthers: 'Another account',
    notSure:
      'If one is the same or you do not know, choose “Same account”: the finding then stays open. Nothing was recorded yet.',
    notWhole: 'If it is not, drop a complete list in this chat. Nothing was recorded yet.',
    before: 'Reviewed list',
    after: 'New list',
    hashed: (hash, rows) => `${accountsEn(rows)} accounts (fingerprint ${hash.slice(0, 8)}…)`,
    added: 'New on the list',
    noFinding: 'No new list is needed for this review any more.',
    again: 'You have sent this list before. Nothing has changed.',
  },
};

/** What is said about lists that are dropped in the chat and about what they prove. */
export const listTexts: InEachLanguage<typeof nl> = { nl, en };
