/** The words of what people are told about an answer, or about a finding that is theirs. */
const nl = {
  title: 'Wat er met je antwoord gebeurde',
  news: {
    'reply-sent': 'De leverancier heeft je bevinding gekregen.',
    unsolved: 'De leverancier heeft gereageerd. Het is nog niet opgelost.',
    'reply-refused':
      'Het systeem van de leverancier nam je antwoord niet aan. Stuur het zelf, via het portaal of een mail.',
    accepted: 'Het risico is geaccepteerd. De bevinding is gesloten.',
    withdrawn: 'De plicht is ingetrokken. Je bevinding is gesloten: je hoeft niets meer te doen.',
    proven:
      'Een nieuwe lijst laat zien dat alles is ingetrokken of gewijzigd. De bevinding is gesloten.',
    'still-there': 'Een nieuwe lijst laat zien dat nog niet alles is ingetrokken of gewijzigd.',
    owner:
      'Zorg jij ervoor dat dit wordt opgelost? Bevestig het hier, en meld het als het zover is.',
    'owner-again':
      'Bij een nieuwe controle bleek dit nog niet opgelost. Meld het hier als het zover is.',
    'risk-asked': 'Jij bent gevraagd om dit risico te accepteren.',
    'risk-ends':
      'Het risico dat je accepteerde loopt af. Draag het langer, met een reden, of doe niets: dan staat de bevinding daarna weer open.',
    'risk-ended': 'Het risico dat je accepteerde is afgelopen. De bevinding staat weer open.',
    'risk-refused': 'Het risico is niet geaccepteerd. De bevinding blijft open.',
    'owner-refused': 'Wie je als eigenaar koos, pakt dit niet op. Wijs iemand anders aan.',
    'owner-solved': 'Bij een nieuwe controle bleek dit opgelost. De bevinding is gesloten.',
  },
  vendorSaid: 'Leverancier',
  askedBy: 'Gevraagd door',
  until: 'Tot',
  mayNotBear:
    'Dit kun jij niet accepteren: je zag het probleem zelf, of je hebt er in het rooster geen rol meer voor. Zeg nee; wie het vroeg, hoort dat en kiest iemand anders.',
  dayHasPassed:
    'De dag tot wanneer dit risico zou gelden is voorbij. Zeg nee; wie het vroeg, hoort dat en kiest een nieuwe dag.',
  refused: 'Je hebt nee gezegd. Wie het vroeg, hoort dat en kiest iemand anders.',
  roles: {
    privacy: 'privacyfunctionaris',
    security: 'beveiligingsfunctionaris',
    contracts: 'contracteigenaar',
    access: 'toegangsbeheerder',
    auditor: 'auditor',
  },
  forRole: (role: string) => `Voor de ${role}`,
  forItTeam: 'Voor het IT-team',
  found: 'Gezien',
  show: 'Bekijken',
};

const en: typeof nl = {
  title: 'What came of your answer',
  news: {
    'reply-sent': 'The vendor has your finding.',
    unsolved: 'The vendor has reacted. It is not solved yet.',
    'reply-refused':
      'The vendor’s system did not accept your reply. Send it yourself, through the portal or by email.',
    accepted: 'The risk was accepted. The finding is closed.',
    withdrawn:
      'The duty was withdrawn. Your finding is closed: there is nothing left for you to do.',
    proven: 'A new list shows that everything was removed or changed. The finding is closed.',
    'still-there': 'A new list shows that not everything has been removed or changed yet.',
    owner: 'Will you see to it that this is solved? Confirm it here, and report it once it is.',
    'owner-again':
      'A new verification showed that this is not solved yet. Report it here once it is.',
    'risk-asked': 'You are asked to accept this risk.',
    'risk-ends':
      'The risk that you accepted is about to end. Bear it longer, with a reason, or do nothing: then the finding is open again.',
    'risk-ended': 'The risk that you accepted has ended. The finding is open again.',
    'risk-refused': 'The risk was not accepted. The finding stays open.',
    'owner-refused': 'The owner you picked will not take this on. Name somebody else.',
    'owner-solved': 'A new verification showed that this is solved. The finding is closed.',
  },
  vendorSaid: 'Vendor',
  askedBy: 'Asked by',
  until: 'Until',
  mayNotBear:
    'You cannot accept this: you saw the problem yourself, or you no longer hold a role for it in the roster. Say no; whoever asked is told and picks somebody else.',
  dayHasPassed:
    'The day until which this risk would be accepted has passed. Say no; whoever asked is told and picks a new day.',
  refused: 'You said no. Whoever asked is told and picks somebody else.',
  roles: {
    privacy: 'privacy officer',
    security: 'security officer',
    contracts: 'contract owner',
    access: 'access administrator',
    auditor: 'auditor',
  },
  forRole: (role) => `For the ${role}`,
  forItTeam: 'For the IT team',
  found: 'Seen',
  show: 'Show',
};

export const newsTexts = { nl, en };
