const nl = {
  verifier: (names: string, day: string) =>
    `De oplossing is nog niet nagegaan. Dat kon tot ${day}. Het wacht op ${names}.`,
  owner: (names: string, day: string) =>
    `De bevinding is nog niet opgelost. Dat kon tot ${day}. Eigenaar is ${names}.`,
  sender: (names: string, day: string) =>
    `De leverancier weet nog niet van de bevinding. Dat kon tot ${day}. ${names === '' ? 'Het IT-team' : `${names} of het IT-team`} stuurt het antwoord.`,
  vendor: (_names: string, day: string) =>
    `De leverancier zou dit voor ${day} oplossen. Er is nog niets gemeld. Vraag de leverancier hoe het staat.`,
  'finds-judge': () => 'Niemand die is gevraagd, kan dit beoordelen. Wijs iemand anders aan.',
  'names-owner': (names: string) =>
    `De bevinding heeft nog geen eigenaar. ${names === '' ? 'Het IT-team' : `${names} of het IT-team`} wijst er een aan.`,
  'owner-asked': (names: string, day: string) =>
    `${names} is gevraagd om de bevinding op te pakken en heeft dat nog niet bevestigd. Dat kon tot ${day}.`,
  'risk-asked': (names: string, day: string) =>
    `${names} is gevraagd om het risico te accepteren en heeft nog niet geantwoord. Dat kon tot ${day}.`,
  decides: () =>
    'De leverancier lost de bevinding niet op. Spreek de leverancier aan, of accepteer het risico op de kaart hierboven.',
  'bears-risk': (_names: string, day: string) =>
    `Het risico is geaccepteerd tot ${day}. Daarna staat de bevinding weer open.`,
  passedOn: {
    owner: (name: string) =>
      `${name} heeft niet laten weten of de bevinding wordt opgepakt. Het IT-team wijst iemand anders aan.`,
    risk: (name: string) =>
      `${name} heeft niet laten weten of dit wordt geaccepteerd. De bevinding blijft open; het IT-team kiest iemand anders of zorgt dat het wordt opgelost.`,
  },
  riskEnded: 'Het geaccepteerde risico is afgelopen. De bevinding staat weer open.',
};

const en: typeof nl = {
  verifier: (names, day) =>
    `The solution was not verified yet. That was due by ${day}. It waits for ${names}.`,
  owner: (names, day) => `The finding is not solved yet. That was due by ${day}. ${names} owns it.`,
  sender: (names, day) =>
    `The vendor does not know of the finding yet. That was due by ${day}. ${names === '' ? 'The IT team' : `${names} or the IT team`} sends the reply.`,
  vendor: (_names, day) =>
    `The vendor was to solve this by ${day}. Nothing has been reported yet. Ask the vendor how it stands.`,
  'finds-judge': () => 'Nobody who was asked can judge this. Name somebody else.',
  'names-owner': (names) =>
    `The finding has no owner yet. ${names === '' ? 'The IT team' : `${names} or the IT team`} names one.`,
  'owner-asked': (names, day) =>
    `${names} was asked to take on the finding and has not confirmed it yet. That was due by ${day}.`,
  'risk-asked': (names, day) =>
    `${names} was asked to accept the risk and has not answered yet. That was due by ${day}.`,
  decides: () =>
    'The vendor does not solve the finding. Speak to the vendor, or accept the risk on the card above.',
  'bears-risk': (_names, day) =>
    `The risk is accepted until ${day}. After that the finding is open again.`,
  passedOn: {
    owner: (name) =>
      `${name} has not said whether they take on the finding. The IT team names somebody else.`,
    risk: (name) =>
      `${name} has not said whether they accept this. The finding stays open; the IT team picks somebody else or sees that it is solved.`,
  },
  riskEnded: 'The accepted risk has ended. The finding is open again.',
};

/** What is said in a duty's thread where somebody has the turn and nothing happens. */
export const turnWords = { nl, en };
