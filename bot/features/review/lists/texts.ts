import type { InEachLanguage } from '../../../../cards/language.ts';

interface ListWords {
  readonly list: {
    readonly title: string;
    readonly file: string;
    readonly accounts: string;
    readonly hash: string;
    readonly total: string;
    readonly totalIs: (accounts: number, roles: number, managers: number) => string;
    readonly intro: string;
    readonly system: string;
    readonly controlTotal: string;
    readonly controlTotalWrong: (accounts: number) => string;
    readonly person: string;
    readonly second: string;
    readonly third: string;
    readonly split: string;
    readonly splits: Readonly<Record<'none' | 'manager' | 'role', string>>;
    readonly noManagers: string;
    readonly tooMany: (people: number) => string;
    readonly oneRole: string;
    readonly samePerson: string;
    readonly dueOn: string;
    readonly pastDay: string;
    readonly open: string;
    readonly opened: (people: string) => string;
    readonly gone: string;
    readonly titleOf: (system: string) => string;
    readonly what: string;
    readonly compareWith: (reference: string) => string;
    readonly asNew: string;
  };
  readonly refused: {
    readonly title: (name: string) => string;
    readonly nothing: string;
    readonly retry: string;
    readonly noReview: string;
  };
  readonly proof: {
    readonly title: string;
    readonly proven: (accounts: number) => string;
    readonly stillThere: (accounts: number, of: number) => string;
    readonly until: (day: string) => string;
    readonly doubt: (accounts: number) => string;
    readonly isWhole: string;
    readonly notWhole: string;
    readonly before: string;
    readonly after: string;
    readonly hashed: (hash: string, rows: number) => string;
    readonly added: string;
    readonly noFinding: string;
    readonly again: string;
  };
}

const nl = (count: number): string => count.toLocaleString('nl-NL');
const en = (count: number): string => count.toLocaleString('en-GB');

/** What is said about lists that are dropped in the chat and about what they prove. */
export const listTexts: InEachLanguage<ListWords> = {
  nl: {
    list: {
      title: 'Een lijst met accounts',
      file: 'Bestand',
      accounts: 'Accounts',
      hash: 'SHA-256',
      total: 'Controletotaal',
      totalIs: (accounts, roles, managers) =>
        `${nl(accounts)} accounts, ${nl(roles)} rollen, ${nl(managers)} leidinggevenden`,
      intro: 'Laat deze lijst beoordelen. Er wordt pas iets vastgelegd als je dit verstuurt.',
      system: 'Van welk systeem is deze lijst?',
      controlTotal: 'Hoeveel accounts noemt het systeem zelf?',
      controlTotalWrong: (accounts) =>
        `Op de lijst staan ${nl(accounts)} accounts. Is de export wel volledig?`,
      person: 'Wie beoordeelt?',
      second: 'Wie nog meer?',
      third: 'En wie nog?',
      split: 'Hoe wordt de lijst verdeeld?',
      splits: {
        none: 'Niet: een van hen beoordeelt alles',
        manager: 'Per leidinggevende, de rest gaat naar wie je hierboven kiest',
        role: 'Per rol, over wie je hier kiest',
      },
      noManagers: 'Geen van de leidinggevenden op de lijst ken ik. Kies anders.',
      tooMany: (people) =>
        `Dat zijn meer dan ${String(people)} leidinggevenden. Verdeel de lijst in delen of kies anders.`,
      oneRole: 'Kies nog iemand, anders valt er niets te verdelen.',
      samePerson: 'Deze collega heb je al gekozen.',
      dueOn: 'Uiterlijk wanneer?',
      pastDay: 'Kies een dag na vandaag.',
      open: 'Laten beoordelen',
      opened: (people) => `De beoordeling is geopend. De kaart gaat naar ${people}.`,
      gone: 'Deze lijst is er niet meer. Sleep het bestand opnieuw in deze chat.',
      titleOf: (system) => `Wie heeft toegang tot ${system}?`,
      what: 'Waarvoor is deze lijst?',
      compareWith: (reference) => `Vergelijken met ${reference}`,
      asNew: 'Nieuwe beoordeling',
    },
    refused: {
      title: (name) => `${name} kan ik zo niet gebruiken`,
      nothing: 'Er is niets vastgelegd.',
      retry: 'Pas het bestand aan en sleep het opnieuw in deze chat.',
      noReview: 'Dit is een ingevulde beoordeling, maar er staat er geen voor je open.',
    },
    proof: {
      title: 'Nieuwe lijst vergeleken',
      proven: (accounts) =>
        accounts === 1
          ? 'Het account dat moest wijzigen, is weg of gewijzigd. De bevinding is gesloten.'
          : `Alle ${nl(accounts)} accounts zijn weg of gewijzigd. De bevinding is gesloten.`,
      stillThere: (accounts, of) => `Nog niet uitgevoerd, ${nl(accounts)} van ${nl(of)}:`,
      until: (day) => `De bevinding blijft open, ${day}.`,
      doubt: (accounts) =>
        accounts === 1
          ? 'Eén account dat mocht blijven, staat niet op deze lijst. Is de export volledig?'
          : `${nl(accounts)} accounts die mochten blijven, staan niet op deze lijst. Is de export volledig?`,
      isWhole: 'Ja, deze lijst is volledig',
      notWhole:
        'Is dat niet zo, sleep dan een volledige lijst in deze chat. Er is nog niets vastgelegd.',
      before: 'Beoordeelde lijst',
      after: 'Nieuwe lijst',
      hashed: (hash, rows) => `SHA-256 ${hash.slice(0, 8)}…, ${nl(rows)} accounts`,
      added: 'Nieuw op de lijst',
      noFinding: 'Voor deze beoordeling is geen nieuwe lijst meer nodig.',
      again: 'Deze lijst had je al gestuurd. Er is niets veranderd.',
    },
  },
  en: {
    list: {
      title: 'A list of accounts',
      file: 'File',
      accounts: 'Accounts',
      hash: 'SHA-256',
      total: 'Control total',
      totalIs: (accounts, roles, managers) =>
        `${en(accounts)} accounts, ${en(roles)} roles, ${en(managers)} managers`,
      intro: 'Have this list reviewed. Nothing is recorded until you send this.',
      system: 'Which system is this list of?',
      controlTotal: 'How many accounts does the system itself name?',
      controlTotalWrong: (accounts) =>
        `There are ${en(accounts)} accounts on the list. Is the export complete?`,
      person: 'Who reviews?',
      second: 'Who else?',
      third: 'And who else?',
      split: 'How is the list divided?',
      splits: {
        none: 'Not: one of them reviews everything',
        manager: 'By manager, the rest goes to whom you chose above',
        role: 'By role, among those you choose here',
      },
      noManagers: 'I know none of the managers on the list. Choose otherwise.',
      tooMany: (people) =>
        `Those are more than ${String(people)} managers. Cut the list in parts or choose otherwise.`,
      oneRole: 'Choose somebody else too, or there is nothing to divide.',
      samePerson: 'You have chosen this colleague already.',
      dueOn: 'By when?',
      pastDay: 'Choose a day after today.',
      open: 'Have it reviewed',
      opened: (people) => `The review is open. The card goes to ${people}.`,
      gone: 'This list is no longer there. Drop the file in this chat again.',
      titleOf: (system) => `Who has access to ${system}?`,
      what: 'What is this list for?',
      compareWith: (reference) => `Compare with ${reference}`,
      asNew: 'New review',
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
        accounts === 1
          ? 'The account that had to change is gone or changed. The finding is closed.'
          : `All ${en(accounts)} accounts are gone or changed. The finding is closed.`,
      stillThere: (accounts, of) => `Not done yet, ${en(accounts)} of ${en(of)}:`,
      until: (day) => `The finding stays open, ${day}.`,
      doubt: (accounts) =>
        accounts === 1
          ? 'One account that was to stay is not on this list. Is the export complete?'
          : `${en(accounts)} accounts that were to stay are not on this list. Is the export complete?`,
      isWhole: 'Yes, this list is complete',
      notWhole: 'If it is not, drop a complete list in this chat. Nothing was recorded yet.',
      before: 'Reviewed list',
      after: 'New list',
      hashed: (hash, rows) => `SHA-256 ${hash.slice(0, 8)}…, ${en(rows)} accounts`,
      added: 'New on the list',
      noFinding: 'No new list is needed for this review any more.',
      again: 'You had sent this list before. Nothing has changed.',
    },
  },
};
