import { transferSecurelyAsks } from './ask-texts.ts';
import { byHandTexts, fieldTexts, routeTexts } from './field-texts.ts';
import type { DataRoute } from './rules.ts';

/** Codes of routes, with commas between them, as a list in words. */
function listed(codes: string, words: Readonly<Record<DataRoute, string>>, or: string): string {
  const named = codes.split(',').map((code) => words[code as DataRoute].toLowerCase());
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} ${or} ${last}`;
}

/** The words of `transfer-securely`; held against its fields by `defineDuty`. */
export const transferSecurelyTexts = {
  nl: {
    ...transferSecurelyAsks.nl,
    name: 'Gegevens veilig versturen',
    ask: 'kies hoe je de gegevens veilig verstuurt',
    why: 'Ook onderweg moeten gegevens veilig zijn. De leverancier vraagt klanten zoveel mogelijk een portaal, beveiligde mail of versleuteling te gebruiken. Twijfel je, dan helpt zijn supportdesk.',
    passage: 'Overdracht van gegevens',
    outcomes: {
      fulfilled: 'Veilige weg gekozen',
      problem: 'Niet langs een toegestane weg',
      unable: 'Twijfel',
    },
    facts: {
      recipient: 'Ontvanger',
      personalData: 'Persoonsgegevens',
      personalDataNote: '⚠ Ja. Kies een weg die daarvoor mag, en zet de gegevens niet hier.',
      allowed: 'Mag',
      noRoute: 'geen weg in de huisregels, kies ‘Ik twijfel, help me’',
      desk: 'Hulp bij twijfel',
    },
    deletion: {
      title: (what: string) => `Is de kopie gewist: ${what}`,
      task: (data: string, whom: string) =>
        `Laat zien dat de kopie is gewist, ook bij wie hem kreeg${whom === '' ? '' : ` (${whom})`}. Het gaat om: ${data}`,
    },
    incident: {
      title: (what: string) => `Onveilig verstuurd: ${what}`,
      task: 'Gegevens zijn onveilig verstuurd. Ga na wie ze heeft, laat ze daar wissen en beoordeel of het een datalek is. Meld een datalek binnen 72 uur.',
      alert: (what: string, personal: boolean) =>
        `Er zijn ${personal ? 'persoonsgegevens' : 'gegevens'} onveilig verstuurd: ${what}. Beoordeel of dit een datalek is.`,
    },
    fields: fieldTexts.nl,
    problems: {
      what: 'Schrijf in een paar woorden wat je verstuurt.',
      personalData: 'Geef aan of het persoonsgegevens zijn.',
      class: 'Kies hoe gevoelig de gegevens zijn.',
      notPublic: 'Persoonsgegevens zijn niet openbaar. Kies een andere gevoeligheid.',
      route: 'Kies langs welke weg je verstuurt.',
      notThisWay: (codes: string) =>
        codes === ''
          ? 'De huisregels noemen voor deze gegevens geen weg. Kies ‘Ik twijfel, help me’, of kies hieronder wie een uitzondering goedkeurt.'
          : `Voor deze gegevens mag: ${listed(codes, routeTexts.nl, 'of')}. Kan dat niet, kies dan ‘Ik twijfel, help me’, of kies hieronder wie een uitzondering goedkeurt.`,
      unknownDomain: (domain: string) =>
        `${domain} staat niet in de huisregels. Controleer het adres. Klopt het, kies dan ‘Ik twijfel, help me’, of kies hieronder wie een uitzondering goedkeurt.`,
      whichAddress: 'Vul het mailadres van de ontvanger in.',
      approver: 'Kies wie de uitzondering goedkeurt.',
      alternative: 'Schrijf hoe je het risico dan beperkt.',
      deletePast: 'Kies vandaag of een dag daarna.',
      keyApart: 'Stuur de sleutel langs een andere weg dan het bestand, bijvoorbeeld via sms.',
      whichRoute: 'Schrijf langs welke weg je verstuurt.',
      recipient: 'Vul in aan wie je verstuurt.',
      secret:
        'Hier lijkt een wachtwoord of sleutel in te staan. Dat hoort niet op een kaart: de tekst is weggehaald. Schrijf het zonder.',
      whatDoubt: 'Schrijf kort waarover je twijfelt. Dan kan iemand je helpen.',
      whatHappened:
        'Schrijf wat er wanneer aan wie is verstuurd. Daarmee is de schade te beperken.',
    },
  },
  en: {
    ...transferSecurelyAsks.en,
    name: 'Transfer data securely',
    ask: 'choose how to send the data securely',
    why: 'Data must be safe on its way too. The vendor asks its customers to use a portal, secure mail or encryption as much as possible. If you are not sure, its support desk helps.',
    passage: 'Transfer of data',
    outcomes: {
      fulfilled: 'Secure route chosen',
      problem: 'Not by an allowed route',
      unable: 'Not sure',
    },
    facts: {
      recipient: 'Recipient',
      personalData: 'Personal data',
      personalDataNote:
        '⚠ Yes. Choose a route that is allowed for it, and do not put the data here.',
      allowed: 'Allowed',
      noRoute: 'no route in the house rules: choose “Not sure, help me”',
      desk: 'Help if you are not sure',
    },
    deletion: {
      title: (what: string) => `Is the copy deleted: ${what}`,
      task: (data: string, whom: string) =>
        `Show that the copy was deleted, also where it was received${whom === '' ? '' : ` (${whom})`}. It is about: ${data}`,
    },
    incident: {
      title: (what: string) => `Sent insecurely: ${what}`,
      task: 'Data was sent insecurely. Find out who has it, have it deleted there and judge whether it is a data breach. Report a data breach within 72 hours.',
      alert: (what: string, personal: boolean) =>
        `${personal ? 'Personal data' : 'Data'} was sent insecurely: ${what}. Judge whether it is a data breach.`,
    },
    fields: fieldTexts.en,
    problems: {
      what: 'Write in a few words what you are sending.',
      personalData: 'Say whether it is personal data.',
      class: 'Choose how sensitive the data is.',
      notPublic: 'Personal data is not public. Choose another sensitivity.',
      route: 'Choose which route it goes by.',
      notThisWay: (codes: string) =>
        codes === ''
          ? 'The house rules name no route for this data. Choose “Not sure, help me”, or choose below who approves an exception.'
          : `For this data you may use: ${listed(codes, routeTexts.en, 'or')}. If that is impossible, choose “Not sure, help me”, or choose below who approves an exception.`,
      unknownDomain: (domain: string) =>
        `${domain} is not in the house rules. Check the address. If it is right, choose “Not sure, help me”, or choose below who approves an exception.`,
      whichAddress: 'Fill in the email address of the recipient.',
      approver: 'Choose who approves the exception.',
      alternative: 'Write how you will limit the risk.',
      deletePast: 'Choose today or a later day.',
      keyApart: 'Send the key by another channel than the file, by text message for example.',
      whichRoute: 'Write which route it goes by.',
      recipient: 'Fill in whom you are sending it to.',
      secret:
        'This seems to contain a password or key. That does not belong on a card: the text was removed. Write it without.',
      whatDoubt: 'Describe briefly what you are not sure about. Then somebody can help you.',
      whatHappened: 'Write what was sent when and to whom. That helps to limit the damage.',
    },
  },
  byHand: byHandTexts,
} as const;
