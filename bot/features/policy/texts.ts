import type { InEachLanguage } from '../../../cards/language.ts';

const titled = (label: string, placeholder?: string) => ({
  label,
  short: label,
  ...(placeholder === undefined ? {} : { placeholder }),
});

/** The words of the policy: by which route data may go, to which domains, and who helps. */
export const policyTexts = {
  nl: {
    title: 'Huisregels',
    intro:
      'Hieraan houdt de bot wie gegevens verstuurt. Alleen leden van dit kanaal kunnen dit aanpassen; elke wijziging is bewijs.',
    routesFor: (name: string) => `${name} mag langs`,
    usual: (routes: string) => `${routes} (gebruikelijk)`,
    noRoute: 'geen enkele weg',
    domains: 'Bekende ontvangers',
    anyDomain: 'elk adres, zolang hier niets staat',
    desk: 'Supportdesk',
    noDesk: 'nog niet ingevuld',
    which: 'Wat wil je aanpassen?',
    change: 'Aanpassen',
    chooseFirst: 'Kies eerst wat je wilt aanpassen.',
    save: 'Opslaan',
    done: 'Opgeslagen. Wie nu gegevens verstuurt, ziet het zo op de kaart.',
    changedSince: 'Iemand anders heeft dit net aangepast. Hieronder staat hoe het nu is.',
    routesTitle: (name: string) => `Langs welke weg mag ‘${name}’?`,
    routesIntro:
      'Wat je niet aankruist, mag niet. Persoonsgegevens gaan nooit langs een eigen weg.',
    domainsTitle: 'Bekende ontvangers',
    domainsIntro:
      'Eén domein per regel. Een adres daarbuiten vraagt dan twijfel of een uitzondering. Leeg betekent dat elk adres mag.',
    deskTitle: 'Supportdesk van de leverancier',
    deskIntro: 'Wie twijfelt, ziet dit op de kaart. Alles leeg betekent geen supportdesk.',
    routes: {
      label: 'Wat mag?',
      short: 'Wegen',
      placeholder: 'Mag niet',
      choose: 'Kies',
      values: { yes: 'Mag', no: 'Mag niet' },
    },
    fields: {
      domains: titled('Domeinen', 'Bijvoorbeeld: leverancier.nl'),
      name: titled('Naam', 'Bijvoorbeeld: Supportdesk Unit4'),
      phone: titled('Telefoon', 'Bijvoorbeeld: 030 123 45 67'),
      mail: titled('Mailadres', 'Bijvoorbeeld: help@leverancier.nl'),
      url: titled('Adres van het portaal', 'https://'),
    },
    notADomain: (row: string) => `Dit is geen domein: ${row}. Vul iets in als leverancier.nl.`,
    tooMany: (most: number) => `Er passen hooguit ${String(most)} domeinen.`,
    deskName: 'Vul in hoe de supportdesk heet.',
    deskReached: 'Vul in hoe de supportdesk te bereiken is: telefoon, mail of adres.',
    notAMail: 'Dit is geen mailadres. Vul iets in als help@leverancier.nl.',
    notAUrl: 'Dit is geen adres dat met https:// begint.',
  },
  en: {
    title: 'House rules',
    intro:
      'The bot holds whoever sends data to this. Only members of this channel can change it; every change is evidence.',
    routesFor: (name: string) => `${name} may go by`,
    usual: (routes: string) => `${routes} (usual)`,
    noRoute: 'no route at all',
    domains: 'Known recipients',
    anyDomain: 'any address, as long as nothing stands here',
    desk: 'Support desk',
    noDesk: 'not filled in yet',
    which: 'What do you want to change?',
    change: 'Change',
    chooseFirst: 'Choose first what you want to change.',
    save: 'Save',
    done: 'Saved. Whoever sends data now sees it so on the card.',
    changedSince: 'Somebody else has just changed this. Below is how it stands now.',
    routesTitle: (name: string) => `By which route may “${name}” go?`,
    routesIntro:
      'What you do not tick is not allowed. Personal data never takes a way of one’s own.',
    domainsTitle: 'Known recipients',
    domainsIntro:
      'One domain a line. An address outside them then asks for doubt or an exception. Empty means that any address is allowed.',
    deskTitle: 'The vendor’s support desk',
    deskIntro: 'Whoever is in doubt sees this on the card. All empty means no support desk.',
    routes: {
      label: 'What is allowed?',
      short: 'Routes',
      placeholder: 'Not allowed',
      choose: 'Choose',
      values: { yes: 'Allowed', no: 'Not allowed' },
    },
    fields: {
      domains: titled('Domains', 'For example: vendor.example'),
      name: titled('Name', 'For example: Support desk Unit4'),
      phone: titled('Phone', 'For example: 030 123 45 67'),
      mail: titled('Mail address', 'For example: help@vendor.example'),
      url: titled('Address of the portal', 'https://'),
    },
    notADomain: (row: string) =>
      `This is no domain: ${row}. Fill in something like vendor.example.`,
    tooMany: (most: number) => `There is room for ${String(most)} domains.`,
    deskName: 'Fill in what the support desk is called.',
    deskReached: 'Fill in how the support desk is reached: phone, mail or address.',
    notAMail: 'This is no mail address. Fill in something like help@vendor.example.',
    notAUrl: 'This is no address that begins with https://.',
  },
} as const satisfies InEachLanguage<object>;
