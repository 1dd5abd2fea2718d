export const checkpointTexts = {
  nl: {
    title: 'Controlepunt van het bewijs',
    why: 'Bewaar dit bericht. Met deze regels is later te zien dat er tot nu toe niets in het bewijs is veranderd: evidence -- verify BESTAND --against deze regels.',
  },
  en: {
    title: 'Checkpoint of the evidence',
    why: 'Keep this message. These lines show later that nothing in the evidence was changed up to now: evidence -- verify FILE --against these lines.',
  },
} as const;
