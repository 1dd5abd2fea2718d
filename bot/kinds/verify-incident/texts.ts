import { verifyIncidentAsks } from './ask-texts.ts';
/** The words of `verify-incident`; held against its fields by `defineDuty`. */
export const verifyIncidentTexts = {
  nl: {
    ...verifyIncidentAsks.nl,
    name: 'Oplossing controleren',
    ask: 'kijk na of het incident is opgelost',
    why: 'De leverancier heeft dit incident afgehandeld. Of de oplossing werkt, ziet alleen wie ermee werkt. Daarom vraagt hij klanten de oplossing te controleren en terug te koppelen.',
    passage: 'Afhandeling van (security) incidenten',
    outcomes: { fulfilled: 'Opgelost', problem: 'Niet opgelost', unable: 'Niet te beoordelen' },
    reply: {
      expected: 'de fout komt niet meer voor en de gegevens kloppen',
      please:
        'Wil je de melding heropenen en laten weten wanneer het is opgelost? Dan controleren wij opnieuw.',
    },
    facts: {
      summary: 'Incident',
      cause: 'Oorzaak',
      security: 'Beveiliging',
      securityNote: 'Dit is een beveiligingsincident. De oorzaak moet duidelijk zijn of gevraagd.',
      personalData: 'Privacy',
      personalDataNote:
        '⚠ Er zijn persoonsgegevens bij betrokken. Laat iemand van informatiebeveiliging meekijken. Is het niet opgelost, dan hoort de privacyfunctionaris het meteen.',
      fourEyesNote:
        '⚠ Er zijn persoonsgegevens bij betrokken. Iemand van informatiebeveiliging kijkt ook en antwoordt zelf. Is het niet opgelost, dan hoort de privacyfunctionaris het meteen.',
      earlier: 'Eerdere meldingen',
    },
    alerts: {
      personalData:
        'Een incident met persoonsgegevens is niet opgelost. Ga na of het een datalek is dat gemeld moet worden.',
      security:
        'Een beveiligingsincident is niet opgelost. Ga na of er persoonsgegevens bij betrokken zijn.',
    },
    fields: {
      recurs: {
        label: 'Doet de fout zich nog voor?',
        short: 'Fout doet zich nog voor',
        placeholder: 'Kies',
        values: { no: 'Nee', yes: 'Ja' },
      },
      complete: {
        label: 'Zijn de gegevens juist en volledig?',
        short: 'Gegevens juist en volledig',
        placeholder: 'Kies',
        values: { yes: 'Ja', no: 'Nee', na: 'Niet van toepassing' },
      },
      workaround: {
        label: 'Is de tijdelijke oplossing weg?',
        short: 'Tijdelijke oplossing',
        placeholder: 'Kies',
        values: { gone: 'Weg', left: 'Nog nodig', na: 'Die was er niet' },
      },
      cause: {
        label: 'Is de oorzaak duidelijk?',
        short: 'Oorzaak duidelijk',
        placeholder: 'Kies',
        values: { yes: 'Ja', asked: 'Nee, gevraagd', no: 'Nee' },
      },
      testedAt: { label: 'Wanneer heb je het zelf getest?', short: 'Zelf getest' },
      secondPerson: {
        label: 'Wie van informatiebeveiliging keek mee?',
        short: 'Meegekeken',
        placeholder: 'Naam van een collega',
      },
      outcome: {
        label: 'Is het incident opgelost?',
        short: 'Antwoord',
        values: {
          solved: 'Opgelost',
          partly: 'Deels opgelost',
          'not-solved': 'Niet opgelost',
          'comes-back': 'Komt steeds terug',
          'cannot-judge': 'Ik kan dit niet beoordelen',
        },
      },
      tickets: {
        label: 'Welke meldingen waren er eerder?',
        short: 'Eerdere meldingen',
        placeholder: 'Bijvoorbeeld: INC-3001 en INC-3044',
      },
      note: {
        label: 'Wat zag je?',
        short: 'Opmerking',
        placeholder: 'Bijvoorbeeld: loonstrook van mei klopt, die van juni nog niet',
      },
    },
    problems: {
      whenTested: 'Vul in wanneer je het zelf hebt getest.',
      notYet: 'Dit moment moet nog komen. Vul in wanneer je hebt getest.',
      beforeSolution: 'Dit was voor de oplossing. Test het opnieuw en vul in wanneer je dat deed.',
      stillThere:
        'Vink ‘De fout doet zich niet meer voor’ aan, of ga terug en kies een ander antwoord.',
      notWhole: 'Er is nog iets niet in orde. Kies ‘Deels opgelost’ of ‘Niet opgelost’.',
      askCause:
        'Bij een beveiligingsincident hoort een oorzaak. Vraag ernaar en kies ‘Nee, gevraagd’.',
      secondPerson:
        'Er zijn persoonsgegevens bij betrokken. Vul in wie van informatiebeveiliging meekeek.',
      whatIsLeft: 'Schrijf kort wat er nog niet in orde is. Daarmee kan de leverancier verder.',
      whatIsWrong: 'Schrijf kort wat je deed en wat je zag. Daarmee kan de leverancier verder.',
      earlierTickets: 'Vul de nummers in van de eerdere meldingen. Zonder nummer: wanneer het was.',
      whenBack:
        'Schrijf kort wanneer het terugkwam en wat je zag. Daarmee kan de leverancier verder.',
      whyNot: 'Schrijf kort waarom je het niet kunt beoordelen, en wie het wel kan.',
    },
  },
  en: {
    ...verifyIncidentAsks.en,
    name: 'Verify a solution',
    ask: 'check whether the incident is solved',
    why: 'The vendor has handled this incident. Only those who work with it see whether the solution works. That is why it asks its customers to verify the solution and to report back.',
    passage: 'Handling of (security) incidents',
    outcomes: { fulfilled: 'Solved', problem: 'Not solved', unable: 'Could not be judged' },
    reply: {
      expected: 'the fault no longer occurs and the data is right',
      please:
        'Please reopen the ticket and let us know when it is solved. We will then verify it again.',
    },
    facts: {
      summary: 'Incident',
      cause: 'Cause',
      security: 'Security',
      securityNote:
        'This is a security incident. Its cause must be known, or you must have asked for it.',
      personalData: 'Privacy',
      personalDataNote:
        '⚠ Personal data is involved. Have somebody from security look as well. If it is not solved, the privacy officer is told at once.',
      fourEyesNote:
        '⚠ Personal data is involved. Somebody from security looks as well and answers too. If it is not solved, the privacy officer is told at once.',
      earlier: 'Earlier tickets',
    },
    alerts: {
      personalData:
        'An incident with personal data is not solved. Find out whether it is a data breach that has to be reported.',
      security: 'A security incident is not solved. Find out whether personal data is involved.',
    },
    fields: {
      recurs: {
        label: 'Does the fault still occur?',
        short: 'Fault still occurs',
        placeholder: 'Choose',
        values: { no: 'No', yes: 'Yes' },
      },
      complete: {
        label: 'Is the data right and complete?',
        short: 'Data right and complete',
        placeholder: 'Choose',
        values: { yes: 'Yes', no: 'No', na: 'Not applicable' },
      },
      workaround: {
        label: 'Is the workaround gone?',
        short: 'Workaround',
        placeholder: 'Choose',
        values: { gone: 'Gone', left: 'Still needed', na: 'There was none' },
      },
      cause: {
        label: 'Is the cause clear?',
        short: 'Cause clear',
        placeholder: 'Choose',
        values: { yes: 'Yes', asked: 'No, but I asked', no: 'No' },
      },
      testedAt: { label: 'When did you test it yourself?', short: 'Own test' },
      secondPerson: {
        label: 'Who from security looked as well?',
        short: 'Second person',
        placeholder: 'Name of a colleague',
      },
      outcome: {
        label: 'Is the incident solved?',
        short: 'Answer',
        values: {
          solved: 'Solved',
          partly: 'Partly solved',
          'not-solved': 'Not solved',
          'comes-back': 'Keeps coming back',
          'cannot-judge': 'I cannot judge this',
        },
      },
      tickets: {
        label: 'Which tickets were there before?',
        short: 'Earlier tickets',
        placeholder: 'For example: INC-3001 and INC-3044',
      },
      note: {
        label: 'What did you see?',
        short: 'Remark',
        placeholder: 'For example: the payslip of May is right, that of June not yet',
      },
    },
    problems: {
      whenTested: 'Fill in when you tested it yourself.',
      notYet: 'This moment is still to come. Fill in when you tested.',
      beforeSolution: 'This was before the solution. Test it again and fill in when you did.',
      stillThere: 'Tick “The fault no longer occurs”, or go back and choose another answer.',
      notWhole: 'Something is not in order yet. Choose “Partly solved” or “Not solved”.',
      askCause: 'A security incident needs a cause. Ask for it and choose “No, but I asked”.',
      secondPerson: 'Personal data is involved. Fill in who from security looked as well.',
      whatIsLeft: 'Describe briefly what is not in order yet. The vendor needs that to continue.',
      whatIsWrong: 'Describe briefly what you did and saw. The vendor needs that to continue.',
      earlierTickets: 'Fill in the numbers of the earlier tickets. Without a number: when it was.',
      whenBack:
        'Describe briefly when it came back and what you saw. The vendor needs that to continue.',
      whyNot: 'Describe briefly why you cannot judge it, and who can.',
    },
  },
  byHand: {
    nl: {
      solution: {
        label: 'Wat is er gedaan om het op te lossen?',
        short: 'Oplossing',
        placeholder: 'Bijvoorbeeld: de koppeling is opnieuw gestart',
      },
      summary: { label: 'Wat was er aan de hand?', short: 'Incident' },
      cause: { label: 'Wat was de oorzaak?', short: 'Oorzaak' },
      security: {
        label: 'Is het een beveiligingsincident?',
        short: 'Beveiliging',
        placeholder: 'Kies',
        values: { no: 'Nee', yes: 'Ja' },
      },
      personalData: {
        label: 'Zijn er persoonsgegevens bij betrokken?',
        short: 'Persoonsgegevens',
        placeholder: 'Kies',
        values: { no: 'Nee', yes: 'Ja' },
      },
    },
    en: {
      solution: {
        label: 'What was done to solve it?',
        short: 'Solution',
        placeholder: 'For example: the connection was restarted',
      },
      summary: { label: 'What went wrong?', short: 'Incident' },
      cause: { label: 'What was the cause?', short: 'Cause' },
      security: {
        label: 'Is it a security incident?',
        short: 'Security',
        placeholder: 'Choose',
        values: { no: 'No', yes: 'Yes' },
      },
      personalData: {
        label: 'Is personal data involved?',
        short: 'Personal data',
        placeholder: 'Choose',
        values: { no: 'No', yes: 'Yes' },
      },
    },
  },
} as const;
