/** The steps after each answer in words. */
export const transferSecurelyAsks = {
  nl: {
    asks: {
      secure: {
        title: 'Veilig. Wat, aan wie en hoe?',
        button: 'Veilig',
        labels: { note: 'Wat wil je erbij zeggen? Geen wachtwoord of sleutel (mag leeg blijven)' },
      },
      doubt: {
        title: 'Je twijfelt',
        button: 'Ik twijfel, help me',
        labels: { note: 'Waarover twijfel je? Geen wachtwoord of sleutel' },
      },
      'already-sent': {
        title: 'Al onveilig verstuurd. Wat is er gebeurd?',
        button: 'Al onveilig verstuurd',
        labels: { note: 'Wat ging waarheen, en wanneer? Geen wachtwoord of sleutel' },
      },
    },
  },
  en: {
    asks: {
      secure: {
        title: 'Securely. What, to whom and how?',
        button: 'Securely',
        labels: { note: 'What would you like to add? No password or key (optional)' },
      },
      doubt: {
        title: 'You are not sure',
        button: 'Not sure, help me',
        labels: { note: 'What are you not sure about? No password or key' },
      },
      'already-sent': {
        title: 'Already sent insecurely. What happened?',
        button: 'Already sent insecurely',
        labels: { note: 'What went where, and when? No password or key' },
      },
    },
  },
} as const;
