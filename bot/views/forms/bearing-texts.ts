/** The words of a field of a form. */
export const titled = (label: string, placeholder?: string) => ({
  label,
  short: label,
  ...(placeholder === undefined ? {} : { placeholder }),
});

/** The forms of whoever bears a risk: for longer, or no longer. */
export const bearingForms = {
  nl: {
    prolong: {
      title: 'Risico langer dragen',
      intro:
        'De bevinding blijft dicht tot de nieuwe datum. De bot vraagt het je weer voordat die er is.',
      send: 'Vastleggen',
      fields: {
        until: titled('Tot wanneer?'),
        reason: titled('Waarom is het nog aanvaardbaar?'),
      },
    },
    'drop-risk': {
      title: 'Risico niet langer dragen',
      intro: 'De bevinding staat meteen weer open en het IT-team hoort het.',
      send: 'Bevinding weer openen',
      fields: { reason: titled('Waarom niet langer?') },
    },
  },
  en: {
    prolong: {
      title: 'Bear the risk longer',
      intro: 'The finding stays closed until the new date. The bot asks you again before it comes.',
      send: 'Record',
      fields: {
        until: titled('Until when?'),
        reason: titled('Why is it still acceptable?'),
      },
    },
    'drop-risk': {
      title: 'Stop bearing the risk',
      intro: 'The finding is open again at once, and the IT team hears of it.',
      send: 'Open the finding again',
      fields: { reason: titled('Why no longer?') },
    },
  },
} as const;
