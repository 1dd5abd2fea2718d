import type { Said } from '../../views/buttons.ts';
import type { InEachLanguage } from '../../../cards/language.ts';

export type OfferedFile = Said<'file'>['file'];

const nl = {
  /** On the button that fetches a file by its link. */
  fetch: 'Bestand ophalen',
  offers: {
    'review-sheet': {
      /** The file's name; the reference of the duty comes behind it. */
      name: 'Accounts',
      description: (title: string) =>
        `De lijst met accounts bij ‘${title}’. Vul je besluiten in en stuur het bestand hier terug.`,
    },
    removals: {
      /** The file's name; the reference of the duty comes behind it. */
      name: 'Te wijzigen accounts',
      description: (title: string) =>
        `Wat er bij ‘${title}’ moet worden ingetrokken of gewijzigd, voor de beheerder.`,
    },
  },
  offered: 'Het bestand staat hieronder voor je klaar.',
  declined: 'Goed, ik bewaar het bestand niet. Je kunt het later opnieuw vragen.',
  /** Where the chat could not show the file that was stored. */
  stored: 'Het bestand staat in je OneDrive.',
  /** Nothing is on offer for this person, or not any more. */
  over: 'Dit aanbod geldt niet meer, of het is niet voor jou. Vraag het bestand opnieuw.',
  /** There is no such file for this person, or not any more. */
  notForYou: 'Dit bestand is er niet voor jou. Vraag je IT-team als dat niet klopt.',
  notStored: {
    gone: 'De plek voor het bestand is er niet meer. Heb je het nog niet, vraag het dan opnieuw.',
    refused: 'Het bestand kon niet bij je bestanden worden gezet. Vraag het opnieuw.',
    'try-later':
      'Het bestand kon nu niet worden opgeslagen. Probeer het over een paar minuten opnieuw.',
  },
  notOffered: 'Ik kon je het bestand nu niet sturen. Probeer het over een paar minuten opnieuw.',
  notRead: {
    'too-large': 'Het bestand is groter dan 5 MB. Maak een kleinere export.',
    gone: 'Het bestand is niet meer te openen. Stuur het opnieuw.',
    refused:
      'Dit bestand kan ik niet ophalen. Sleep het van je computer of uit OneDrive naar deze chat.',
    'try-later': 'Het bestand kon nu niet worden gelezen. Stuur het over een paar minuten opnieuw.',
  },
  /** One file at a time. */
  several: 'Stuur één bestand tegelijk.',
};

const en: typeof nl = {
  fetch: 'Get the file',
  offers: {
    'review-sheet': {
      name: 'Accounts',
      description: (title) =>
        `The list of accounts of “${title}”. Fill in your decisions and send the file back here.`,
    },
    removals: {
      name: 'Accounts to change',
      description: (title) =>
        `What has to be removed or changed for “${title}”, for the administrator.`,
    },
  },
  offered: 'The file is ready for you below.',
  declined: 'Fine, I do not store the file. You can ask for it again later.',
  stored: 'The file is in your OneDrive.',
  over: 'This offer no longer holds, or it is not for you. Ask for the file again.',
  notForYou: 'There is no such file for you. Ask your IT team if that is not right.',
  notStored: {
    gone: 'The place for the file is gone. If you do not have it yet, ask for it again.',
    refused: 'The file could not be put among your files. Ask for it again.',
    'try-later': 'The file could not be stored now. Try again in a few minutes.',
  },
  notOffered: 'I could not send you the file now. Try again in a few minutes.',
  notRead: {
    'too-large': 'The file is larger than 5 MB. Make a smaller export.',
    gone: 'The file can no longer be opened. Send it again.',
    refused:
      'I cannot fetch this file. Drag it into this chat from your computer or from OneDrive.',
    'try-later': 'The file could not be read now. Send it again in a few minutes.',
  },
  several: 'Send one file at a time.',
};

/** What is said about files that are sent and offered in a personal chat. */
export const offeredFileTexts: InEachLanguage<typeof nl> = { nl, en };
