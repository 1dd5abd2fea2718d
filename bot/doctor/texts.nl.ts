import type { StorageFailure } from '../store/azure/probe.ts';
import type { TokenFailure } from '../teams/probe.ts';
import { attachmentTexts, containerTexts } from './texts-backups.ts';
import { plural } from '../../cards/language.ts';

/** What was seen, and how to mend it. */
type Told = readonly [says: string, mend: string];

export const nl = {
  verdicts: { ok: 'goed', wrong: 'fout', open: 'open' },
  mend: 'Herstel',
  allWell: 'Alles wat kon worden nagegaan, is goed.',
  wrong: (count: number) =>
    plural(count, {
      one: 'Eén ding is niet goed.',
      other: `${String(count)} dingen zijn niet goed.`,
    }),
  settings: {
    what: 'Instellingen',
    ok: 'ze zijn volledig',
    mend: 'zet de instelling goed op de host of in .env; .env.example legt elke instelling uit',
  },
  kept: {
    what: 'Bewaren',
    ok: (terms: string, container: string | undefined) =>
      `${terms}; bijlagen ${container === undefined ? 'worden niet bewaard (ATTACHMENT_CONTAINER)' : `in de container ${container}`}`,
  },
  token: {
    what: 'Token voor Teams',
    ok: 'de bot krijgt een token voor de Bot Connector',
    anonymous: 'ontwikkeling: er is geen token nodig',
    audience: (audience: string): Told => [
      `het token is voor een andere dienst (${audience || 'niets'})`,
      'gebruik de identiteit van de Azure Bot en geen eigen aanmelding ervoor; het token moet voor https://api.botframework.com zijn',
    ],
    otherApp: (seen: string, wanted: string): Told => [
      `het token is van app ${seen || 'zonder id'}, niet van ${wanted}`,
      'zet MicrosoftAppId op de client-id van de identiteit die bij de Azure Bot hoort (niet de object-id)',
    ],
    otherTenant: (seen: string, wanted: string): Told => [
      `het token is van tenant ${seen || 'zonder id'}, niet van ${wanted}`,
      'zet MicrosoftAppTenantId op de tenant van de app-registratie',
    ],
    failed: {
      'wrong-secret': [
        'het clientgeheim is onjuist',
        'zet in MicrosoftAppPassword de waarde van het geheim, niet de id ervan',
      ],
      'expired-secret': [
        'het clientgeheim is verlopen',
        'maak een nieuw geheim bij de app-registratie, zet het in MicrosoftAppPassword en start opnieuw',
      ],
      'unknown-app': [
        'Entra kent deze app niet in deze tenant',
        'vergelijk MicrosoftAppId en MicrosoftAppTenantId met de Azure Bot (Configuratie)',
      ],
      'unknown-tenant': [
        'Entra kent deze tenant niet',
        'zet in MicrosoftAppTenantId de id van de tenant, zoals Entra die bij Overzicht toont',
      ],
      disabled: [
        'de app is uitgeschakeld in Entra',
        'zet de app aan bij Bedrijfstoepassingen, Eigenschappen, of vraag iemand die dat mag',
      ],
      blocked: [
        'voorwaardelijke toegang houdt de app tegen',
        'geef de identiteit van de bot een uitzondering in het beleid voor workloads',
      ],
      'no-identity': [
        'de host heeft de beheerde identiteit niet',
        'wijs de door de gebruiker toegewezen identiteit toe aan de host (Identiteit, Toegewezen door gebruiker) en zet haar client-id in MicrosoftAppId',
      ],
      'not-reached': [
        'Entra is niet te bereiken',
        'laat verkeer toe naar login.microsoftonline.com, poort 443, en kijk naar DNS en de proxy',
      ],
      busy: ['Entra vraagt om te wachten', 'voer dit over een paar minuten opnieuw uit'],
      other: [
        'er kwam geen token',
        'zoek het nummer AADSTS op bij Microsoft en kijk naar de identiteit',
      ],
    } satisfies Readonly<Record<TokenFailure, Told>>,
  },
  storage: {
    tables: {
      what: 'Tabellen',
      ok: 'schrijven, lezen en weghalen lukt',
      role: 'Storage Table Data Contributor',
    },
    attachments: attachmentTexts.nl,
    queue: {
      what: 'Wachtrij',
      ok: 'een bericht plaatsen, tellen en weghalen lukt',
      role: 'Storage Queue Data Contributor',
    },
    failed: {
      'no-role': (role) => [
        'de identiteit mag hier niet bij',
        `geef de identiteit de rol ${role} op het opslagaccount; is dat net gebeurd, wacht dan tien minuten: zo lang duurt het voordat een rol geldt`,
      ],
      'no-identity': () => [
        'de host heeft geen identiteit waarmee hij bij de opslag kan',
        'wijs de identiteit toe aan de host, of zet op je eigen machine AZURE_STORAGE_CONNECTION_STRING',
      ],
      'keys-off': () => [
        'dit account neemt geen sleutels aan',
        'zet AZURE_STORAGE_ACCOUNT (de naam) in plaats van AZURE_STORAGE_CONNECTION_STRING',
      ],
      'wrong-key': () => [
        'de sleutel of het token wordt geweigerd',
        'kopieer de verbindingsreeks opnieuw, en kijk of de klok van de host gelijk loopt',
      ],
      firewall: () => [
        'de firewall van het opslagaccount houdt de host tegen',
        'laat het netwerk van de host toe bij Netwerken van het opslagaccount',
      ],
      'no-account': () => [
        'dit opslagaccount bestaat niet',
        'vergelijk AZURE_STORAGE_ACCOUNT met de naam in Azure',
      ],
      'no-container': () => [
        'deze container bestaat niet',
        'vergelijk BACKUP_CONTAINER met de naam in Azure, of rol het sjabloon opnieuw uit: dat maakt hem aan',
      ],
      'not-reached': () => [
        'de opslag is niet te bereiken',
        'start Azurite (npm run demo) of kijk naar het netwerk van de host',
      ],
      'not-kept': () => [
        'wat geschreven werd, kwam niet terug',
        'kijk in Azure bij Servicestatus, en voer dit opnieuw uit',
      ],
      other: (role) => [
        'de opslag weigerde',
        `kijk naar het account, het netwerk en de rol ${role}`,
      ],
    } satisfies Readonly<Record<StorageFailure, (role: string) => Told>>,
  },
  ...containerTexts.nl,
  endpoint: {
    what: 'Berichtadres',
    ok: (url: string) => `${url} antwoordt en laat alleen Teams binnen`,
    anonymous: (url: string) => `ontwikkeling: ${url} antwoordt`,
    notStarted: (url: string): Told => [
      `op ${url} antwoordt nog niets`,
      'start de bot (npm start) en voer dit daarna opnieuw uit',
    ],
    onlyHere: (url: string): Told => [
      `de bot antwoordt op deze machine (${url}); of Teams hem bereikt, is niet nagegaan`,
      'zet MESSAGING_ENDPOINT op het openbare adres, https://…/api/messages',
    ],
    notReached: (url: string): Told => [
      `${url} is niet te bereiken`,
      'kijk of de bot draait, of de ingress van buitenaf de poort van PORT bereikt, en of de naam klopt',
    ],
    certificate: (url: string): Told => [
      `het certificaat van ${url} klopt niet`,
      'geef het adres een geldig certificaat van een bekende instantie; Teams neemt geen ander',
    ],
    other: (url: string, status: number): Told => [
      `op ${url} antwoordt iets anders (/healthz geeft ${String(status)})`,
      'kijk of de naam naar deze bot wijst en niet naar een ander programma of een proxy',
    ],
    noMessages: (url: string, status: number): Told => [
      `${url} neemt geen berichten aan (${status === 0 ? 'geen antwoord' : String(status)})`,
      'het adres eindigt op /api/messages; kijk of een proxy POST doorlaat',
    ],
    unguarded: (url: string): Told => [
      `${url} neemt berichten aan van iedereen`,
      'zet ALLOW_ANONYMOUS op false en start de bot opnieuw',
    ],
  },
  app: {
    what: 'App-pakket',
    ok: 'het is voor deze bot',
    anonymous: 'ontwikkeling: er is geen pakket nodig',
    none: [
      'er is geen pakket in dist/, dus niet nagegaan',
      'maak het met npm run manifest, of wijs het aan met --package BESTAND',
    ] satisfies Told as Told,
    otherBot: (seen: string, wanted: string): Told => [
      `het pakket is voor bot ${seen}, niet voor ${wanted}`,
      'maak het opnieuw met deze MicrosoftAppId (npm run manifest) en laad het opnieuw in het Teams-beheercentrum',
    ],
  },
  registration: {
    what: 'Registratie',
    ok: 'de Azure Bot zegt hetzelfde als instellingen en pakket',
    mend: 'pas de Azure Bot of de instellingen aan, zodat beide hetzelfde zeggen',
    otherApp: (seen: string, wanted: string) =>
      `de Azure Bot heeft app ${seen}, de instellingen ${wanted}`,
    otherTenant: (seen: string, wanted: string) =>
      `de Azure Bot hoort bij tenant ${seen}, de instellingen bij ${wanted}`,
    otherEndpoint: (seen: string, wanted: string) =>
      `de Azure Bot stuurt berichten naar ${seen}, de bot staat op ${wanted}`,
  },
  people: {
    what: 'Mensen',
    ok: (count: number) =>
      plural(count, {
        one: 'één persoon is te bereiken',
        other: `${String(count)} mensen zijn te bereiken`,
      }),
    nobody: (anonymous: boolean): Told => [
      'niemand heeft de app, dus geen enkele plicht komt aan',
      anonymous
        ? 'open de pagina van de Playground: dat installeert de bot'
        : 'installeer de app voor de mensen met een installatiebeleid of met manifest/azure/install-for-group.sh',
    ],
    notAuthorized: [
      'Teams weigert het token van de bot',
      'kijk of het Teams-kanaal van de Azure Bot aanstaat en of MicrosoftAppId daarbij hoort',
    ] satisfies Told as Told,
    notAllowed: (count: number): Told => [
      `een beheerder heeft de app geblokkeerd (${String(count)} van de bekeken chats)`,
      'sta de app toe in het Teams-beheercentrum: Apps beheren, en het machtigingsbeleid van deze mensen',
    ],
    lost: (count: number): Told => [
      `${String(count)} van de bekeken chats zijn niet meer open voor de bot`,
      'wie de app verwijderde of blokkeerde, moet die weer toevoegen; het overzicht in het IT-kanaal noemt ze',
    ],
    missing: (names: readonly string[]): Told => [
      `in het rooster, maar zonder app: ${names.join(', ')}`,
      'installeer de app voor deze mensen, of zet iemand anders in het rooster',
    ],
  },
  channel: {
    what: 'IT-kanaal',
    ok: 'de bot kan er schrijven',
    states: {
      none: [
        'er is nog geen IT-kanaal',
        'voeg de app toe aan het team van de IT-afdeling en typ daar “gebruik dit kanaal”',
      ],
      gone: [
        'de bot is uit het team van het IT-kanaal gehaald',
        'voeg de app weer toe aan het team, of maak een ander kanaal het IT-kanaal',
      ],
      'not-installed': [
        'de bot mag niet meer in het IT-kanaal',
        'voeg de app weer toe aan het team; is het kanaal weg, maak dan een ander het IT-kanaal',
      ],
      'not-allowed': [
        'een beheerder heeft de app geblokkeerd',
        'sta de app toe in het Teams-beheercentrum',
      ],
      later: ['Teams antwoordt nu niet', 'voer dit over een paar minuten opnieuw uit'],
    } satisfies Readonly<Record<string, Told>>,
  },
};
