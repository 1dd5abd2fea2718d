/** What a dossier says of the cards that people were shown. */
export const cardTexts = {
  nl: {
    cardsFolder: 'kaarten',
    cards: 'Wat er getoond is',
    cardsExact:
      'Elke kaart zoals iemand hem las. Precies zoals verstuurd staat ze in het .ndjson-bestand ernaast: de SHA-256 van een regel is de hash die hieronder en in records.ndjson staat.',
    cardShown: 'de kaart',
    cardGone: 'kaart gewist',
  },
  en: {
    cardsFolder: 'cards',
    cards: 'What was shown',
    cardsExact:
      'Each card as somebody read it. Exactly as sent it stands in the .ndjson file beside this: the SHA-256 of a line is the hash that stands below and in records.ndjson.',
    cardShown: 'the card',
    cardGone: 'card erased',
  },
};
