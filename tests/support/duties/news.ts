/** What people read about what became of their answer; written out, so that a change of words is seen. */
export const newsWords = {
  proven:
    'Een nieuwe lijst laat zien dat alles is ingetrokken of gewijzigd. De bevinding is gesloten.',
  'still-there': 'Een nieuwe lijst laat zien dat nog niet alles is ingetrokken of gewijzigd.',
} as const;
