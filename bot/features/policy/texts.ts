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
      'Hieraan houdt de bot wie gegevens verstuurt. Alleen leden van dit kanaal kunnen dit aanpassen; elke wijziging wordt als bewijs vastgelegd.',
    routesFor: (name: string) => `${name} mag langs`,
    usual: (routes: string) => `${routes} · nog niet aangepast`,
    noRoute: 'geen enkele weg',
    domains: 'Bekende ontvangers',
    anyDomain: 'elk adres, zolang hier niets staat',
    desk: 'Supportdesk',
    noDesk: 'nog niet ingevuld',
    which: 'Wat wil je aanpassen?',
    change: 'Aanpassen',
    chooseFirst: 'Kies eerst wat je wilt aanpassen.',
    save: 'Opslaan',
    done: 'Opgeslagen. Wie nu gegevens verstuurt, ziet dit op de kaart.',
    changedSince: 'Iemand anders heeft dit net aangepast. Hieronder staat hoe het nu is.',
    routesTitle: (name: string) => `Langs welke weg mag ‘${name}’?`,
    routesIntro:
      'Wat je niet aankruist, mag niet. Persoonsgegevens gaan nooit langs een andere weg.',
    domainsTitle: 'Bekende ontvangers',
    domainsIntro:
      'Eén domein per regel. Voor een ander adres is dan hulp of een uitzondering nodig. Leeg betekent dat elk adres mag.',
    deskTitle: 'Supportdesk van de leverancier',
    deskIntro: 'Wie twijfelt, ziet dit op de kaart. Is er geen supportdesk, laat dan alles leeg.',
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
    notAUrl: 'Dit adres begint niet met https://.',
  },
  en: {
    title: 'House rules',
    intro:
      'The bot holds everybody who sends data to these rules. Only members of this channel can change them; every change is recorded as evidence.',
    routesFor: (name: string) => `${name} data may go by`,
    usual: (routes: string) => `${routes} · not changed yet`,
    noRoute: 'no route at all',
    domains: 'Known recipients',
    anyDomain: 'any address, as long as this is empty',
    desk: 'Support desk',
    noDesk: 'not filled in yet',
    which: 'What do you want to change?',
    change: 'Change',
    chooseFirst: 'Choose first what you want to change.',
    save: 'Save',
    done: 'Saved. Whoever sends data now sees this on the card.',
    changedSince: 'Somebody else has just changed this. Below is how it stands now.',
    routesTitle: (name: string) => `Which routes may “${name}” data take?`,
    routesIntro: 'What you do not tick is not allowed. Personal data never goes another way.',
    domainsTitle: 'Known recipients',
    domainsIntro:
      'One domain per line. Any other address then needs help or an exception. Empty means that any address is allowed.',
    deskTitle: 'The vendor’s support desk',
    deskIntro:
      'Whoever is not sure sees this on the card. Leave everything empty if there is no support desk.',
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
      mail: titled('Email address', 'For example: help@vendor.example'),
      url: titled('Address of the portal', 'https://'),
    },
    notADomain: (row: string) =>
      `This is not a domain: ${row}. Fill in something like vendor.example.`,
    tooMany: (most: number) => `There is room for at most ${String(most)} domains.`,
    deskName: 'Fill in what the support desk is called.',
    deskReached: 'Fill in how the support desk is reached: phone, email or address.',
    notAMail: 'This is not an email address. Fill in something like help@vendor.example.',
    notAUrl: 'This address does not begin with https://.',
  },
} as const satisfies InEachLanguage<object>;
