import type { InEachLanguage } from '../../../cards/language.ts';

const nl = {
  title: 'Antwoord aan de leverancier',
  intro:
    'Neem dit over in het portaal of een mail aan de leverancier. Geef daarna aan dat het is verstuurd.',
  introSend: 'Lees het na. Met één klik gaat het naar het systeem van de leverancier.',
  introGood:
    'De leverancier hoort ook graag dat het goed is. Neem dit over in het portaal of een mail en geef daarna aan dat het is verstuurd.',
  introTold: 'De leverancier krijgt dit antwoord vanzelf. Je hoeft het niet zelf te versturen.',
  refused:
    'Het systeem van de leverancier nam dit niet aan. Neem het over in het portaal of een mail, of probeer het nog eens.',
  wasSent: 'Dit is verstuurd. Reageert de leverancier, dan legt het IT-team dat vast.',
  goodWasSent: (name: string, when: string) => `Dit is verstuurd door ${name}, ${when}.`,
  changed: (when: string) =>
    `Het antwoord is gewijzigd nadat het op ${when} is verstuurd. Stuur het de leverancier opnieuw.`,
  sent: 'Ik heb dit verstuurd',
  send: 'Verstuur naar leverancier',
  subject: 'Betreft',
  finding: 'Onze bevinding',
  system: 'Systeem',
  document: 'Document',
  asked: 'Gevraagd',
  claimed: 'Omschrijving',
  tested: 'Gecontroleerd op',
  expected: 'Verwacht',
  seen: 'Gezien',
  read: 'Gelezen op',
  said: 'Ons antwoord',
  please: {
    vendor: 'Laat weten wanneer dit is opgelost. Dan controleren wij opnieuw.',
    customer: 'Wij lossen dit zelf op. Kun je ons daarbij helpen, laat het dan weten.',
  },
  nothingLeft: 'Wij hebben hierover niets meer nodig.',
};

const en: typeof nl = {
  title: 'Reply to the vendor',
  intro: 'Copy this into the vendor’s portal or an email. Then say that it was sent.',
  introSend: 'Read it through. One click sends it to the vendor’s system.',
  introGood:
    'The vendor also likes to hear that all is well. Copy this into the portal or an email, then say that it was sent.',
  introTold: 'The vendor gets this answer automatically. There is no need to send it.',
  refused:
    'The vendor’s system did not accept this. Copy it into the portal or an email, or try again.',
  wasSent: 'This was sent. When the vendor reacts, the IT team records it.',
  goodWasSent: (name, when) => `This was sent by ${name}, ${when}.`,
  changed: (when) =>
    `The answer was changed after it was sent on ${when}. Send it to the vendor again.`,
  sent: 'I have sent this',
  send: 'Send to vendor',
  subject: 'Re',
  finding: 'Our finding',
  system: 'System',
  document: 'Document',
  asked: 'Asked',
  claimed: 'Description',
  tested: 'Verified on',
  expected: 'Expected',
  seen: 'Seen',
  read: 'Read on',
  said: 'Our answer',
  please: {
    vendor: 'Please let us know when this is solved. We will then verify it again.',
    customer: 'We are solving this ourselves. If you can help, please let us know.',
  },
  nothingLeft: 'We need nothing more on this.',
};

/** The words of the reply to the vendor. */
export const replyTexts: InEachLanguage<typeof nl> = { nl, en };
