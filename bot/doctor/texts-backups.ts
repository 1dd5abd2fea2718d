/** What was seen, and how to mend it. */
type Told = readonly [says: string, mend: string];

const nl = {
  what: 'Back-ups',
  role: 'Storage Blob Data Contributor',
  ok: (day: string) => `de laatste is van ${day}`,
  anonymous: 'ontwikkeling: er worden geen back-ups gemaakt',
  none: [
    'er worden geen back-ups gemaakt',
    'zet in BACKUP_CONTAINER een container van het opslagaccount die niet te wijzigen is, of maak ze zelf met npm run evidence -- backup',
  ] satisfies Told as Told,
  first: [
    'er is nog geen back-up; de eerste komt na 03:00',
    'voer dit morgen opnieuw uit',
  ] satisfies Told as Told,
  never: [
    'er is nooit een back-up gemaakt',
    'kijk in het log naar “backup put off”; de bot moet om 03:00 draaien, met deze container ingesteld',
  ] satisfies Told as Told,
  old: (day: string): Told => [
    `de laatste is van ${day}`,
    'kijk in het log naar “backup put off”; maak er nu zelf een met npm run evidence -- backup',
  ],
  changeable: [
    'wat in de container staat, kan worden gewijzigd of verwijderd',
    'geef de container een onveranderbaarheidsbeleid (az storage container immutability-policy create)',
  ] satisfies Told as Told,
};

const en: typeof nl = {
  what: 'Backups',
  role: 'Storage Blob Data Contributor',
  ok: (day) => `the last one is from ${day}`,
  anonymous: 'development: no backups are made',
  none: [
    'no backups are made',
    'set BACKUP_CONTAINER to a container of the storage account that cannot be changed, or make them yourself with npm run evidence -- backup',
  ],
  first: ['there is no backup yet; the first comes after 03:00', 'run this again tomorrow'],
  never: [
    'no backup was ever made',
    'look in the log for "backup put off"; the bot has to run at 03:00, with this container set',
  ],
  old: (day) => [
    `the last one is from ${day}`,
    'look in the log for "backup put off"; make one yourself now with npm run evidence -- backup',
  ],
  changeable: [
    'what stands in the container can be changed or deleted',
    'give the container an immutability policy (az storage container immutability-policy create)',
  ],
};

/** What is said of the container with files of people. */
export const attachmentTexts = {
  nl: {
    what: 'Bijlagen',
    ok: 'een bestand bewaren, lezen en wissen lukt',
    role: 'Storage Blob Data Contributor',
  },
  en: {
    what: 'Attachments',
    ok: 'keeping, reading and deleting a file works',
    role: 'Storage Blob Data Contributor',
  },
};

/** What is said of the container with checkpoints. */
const checkpoints = {
  nl: {
    what: 'Controlepunten',
    role: 'Storage Blob Data Contributor',
    ok: 'de container heeft er, en de bot mag erin schrijven',
    first: [
      'er staat nog geen controlepunt; het eerste komt om 06:00',
      'voer dit morgen opnieuw uit',
    ],
    changeable: nl.changeable,
  },
  en: {
    what: 'Checkpoints',
    role: 'Storage Blob Data Contributor',
    ok: 'the container has some, and the bot may write there',
    first: ['there is no checkpoint yet; the first comes at 06:00', 'run this again tomorrow'],
    changeable: en.changeable,
  },
};

/** What is said of what is written once. */
export const containerTexts = {
  nl: { backups: nl, checkpoints: checkpoints.nl },
  en: { backups: en, checkpoints: checkpoints.en },
};
