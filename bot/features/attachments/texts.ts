import type { InEachLanguage } from '../../../cards/language.ts';

const nl = {
  /** What a picture is called that has no name of its own. */
  picture: 'afbeelding',
  title: 'Bewaren als bewijs?',
  what: (files: string) =>
    `Bij welke plicht hoort ${files}? Na je keuze kunnen het IT-team en auditors het zien en staat het in het dossier. Doe je niets, dan is het na een dag weg.`,
  whatOne: (files: string) =>
    `${files} kan als bewijs bij deze plicht worden bewaard. Het IT-team en auditors kunnen het dan zien en het staat in het dossier. Doe je niets, dan is het na een dag weg.`,
  keep: (reference: string) => `Bewaren bij ${reference}`,
  keepNot: 'Niet bewaren',
  more: 'Staat je plicht er niet bij? Stuur het opnieuw met het nummer van de plicht erbij.',
  kept: (files: string, reference: string) => `Bewaard bij ${reference}: ${files}.`,
  notKept: 'Goed, er is niets bewaard.',
  gone: 'Dit bestand is niet meer te bewaren. Stuur het opnieuw.',
  withdrawn: 'Deze plicht is ingetrokken. Het bestand is niet bewaard.',
  full: 'Bij deze plicht horen al 20 bestanden. Dit is niet bewaard.',
  unusable: (files: string) =>
    `Niet te bewaren: ${files}. Bewaren kan met een afbeelding, een pdf, een tekstbestand of een document van Office zonder macro’s, tot 5 MB.`,
  secretName:
    'De naam van een bestand lijkt een wachtwoord, sleutel of token te bevatten. Er is niets bewaard. Geef het bestand een andere naam en stuur het opnieuw; een wachtwoord geef je door met een wachtwoordkluis.',
  noPlace: 'Er staat geen plicht voor je open waar dit bij hoort. Er is niets bewaard.',
};

const en: typeof nl = {
  picture: 'picture',
  title: 'Keep this as evidence?',
  what: (files) =>
    `Which duty does ${files} belong to? Once you choose, the IT team and auditors can see it and it is in the dossier. If you do nothing it is gone after a day.`,
  whatOne: (files) =>
    `${files} can be kept as evidence with this duty. The IT team and auditors can see it then and it is in the dossier. If you do nothing it is gone after a day.`,
  keep: (reference) => `Keep with ${reference}`,
  keepNot: 'Do not keep',
  more: 'Is your duty not among them? Send it again with the number of the duty.',
  kept: (files, reference) => `Kept with ${reference}: ${files}.`,
  notKept: 'Fine, nothing was kept.',
  gone: 'This file can no longer be kept. Send it again.',
  withdrawn: 'This duty was withdrawn. The file was not kept.',
  full: '20 files belong to this duty already. This was not kept.',
  unusable: (files) =>
    `Cannot be kept: ${files}. What can be kept is a picture, a PDF, a text file or an Office document without macros, of 5 MB at most.`,
  secretName:
    'The name of a file seems to hold a password, key or token. Nothing was kept. Give the file another name and send it again; pass a password on with a password vault.',
  noPlace: 'You have no open duty that this could belong to. Nothing was kept.',
};

/** What is said of files that somebody may keep as evidence. */
export const attachmentTexts: InEachLanguage<typeof nl> = { nl, en };
