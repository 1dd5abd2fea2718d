/** Why something came to be, of words that the program writes into the evidence. */
export const reasonTexts = {
  nl: {
    because: {
      verified: 'door bewijs',
      corrected: 'antwoord verbeterd',
      accepted: 'risico geaccepteerd',
      prolonged: 'risico langer gedragen',
      dropped: 'risico niet langer gedragen',
      withdrawn: 'ingetrokken',
      outdated: 'een nieuwere versie kwam ervoor in de plaats',
      'second-person': 'er zijn twee mensen nodig',
      'hand-over': 'overgedragen',
      'cannot-judge': 'kon het niet beoordelen',
      left: 'vertrokken',
      away: 'afwezig',
      'too-late': 'er was al geantwoord',
    },
    /** Who bears what was found, instead of an owner. */
    bearer: (name: string, until: string | undefined) =>
      until === undefined
        ? `${name} (accepteerde het)`
        : `${name} (draagt het risico, tot en met ${until})`,
    /** Why a card was not delivered, or what the bot itself gives as a reason. */
    reasons: {
      'not-installed': 'heeft de app niet',
      blocked: 'heeft de bot geblokkeerd',
      refused: 'Teams nam het niet aan',
      retention: 'de bewaartermijn was voorbij',
    },
  },
  en: {
    because: {
      verified: 'by proof',
      corrected: 'answer corrected',
      accepted: 'risk accepted',
      prolonged: 'risk borne longer',
      dropped: 'risk borne no longer',
      withdrawn: 'withdrawn',
      outdated: 'a newer version took its place',
      'second-person': 'two people are needed',
      'hand-over': 'handed over',
      'cannot-judge': 'could not judge it',
      left: 'left',
      away: 'away',
      'too-late': 'it had been answered before',
    },
    bearer: (name: string, until: string | undefined) =>
      until === undefined ? `${name} (accepted it)` : `${name} (bears the risk, until ${until})`,
    reasons: {
      'not-installed': 'does not have the app',
      blocked: 'blocked the bot',
      refused: 'Teams did not take it',
      retention: 'the term was over',
    },
  },
};
