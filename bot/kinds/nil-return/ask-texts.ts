/** The steps after each answer in words. */
export const nilReturnAsks = {
  nl: {
    asks: {
      none: {
        title: 'Er was niets',
        button: 'Er was niets',
        labels: {
          'systems:none':
            'In deze systemen was er niets. Haal weg waar je dat niet van weet: daar vraagt de bot apart naar, bij wie erover gaat.',
        },
      },
      one: {
        title: 'Er was er een, en die is niet nagekeken',
        button: 'Wel een, niet nagekeken',
        labels: {
          'systems:one':
            'In welk systeem? Naar de andere vraagt de bot apart, bij wie erover gaat.',
          what: 'Welke was het?',
          note: 'Wat weet je ervan? (mag leeg blijven)',
        },
      },
      checked: {
        title: 'Er was er een, en die is nagekeken',
        button: 'Wel een, nagekeken',
        labels: {
          'systems:checked':
            'In welk systeem? Naar de andere vraagt de bot apart, bij wie erover gaat.',
          what: 'Welke was het?',
          note: 'Wie keek het na, en hoe?',
        },
      },
      unknown: {
        title: 'Je weet het niet',
        button: 'Dat weet ik niet',
        labels: { note: 'Wie weet het wel?' },
      },
    },
  },
  en: {
    asks: {
      none: {
        title: 'There was nothing',
        button: 'There was nothing',
        labels: {
          'systems:none':
            'There was nothing in these systems. Untick those you are not sure about: the bot asks whoever is responsible for them.',
        },
      },
      one: {
        title: 'There was one, and nobody checked it',
        button: 'One, not checked',
        labels: {
          'systems:one': 'In which system? The bot asks whoever is responsible about the others.',
          what: 'Which one was it?',
          note: 'What do you know about it? (optional)',
        },
      },
      checked: {
        title: 'There was one, and it was checked',
        button: 'One, checked',
        labels: {
          'systems:checked':
            'In which system? The bot asks whoever is responsible about the others.',
          what: 'Which one was it?',
          note: 'Who checked it, and how?',
        },
      },
      unknown: {
        title: 'You do not know',
        button: 'I do not know',
        labels: { note: 'Who might know?' },
      },
    },
  },
} as const;
