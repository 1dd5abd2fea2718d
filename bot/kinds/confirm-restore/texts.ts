import { confirmRestoreAsks } from './ask-texts.ts';
import { cut } from '../../../cards/plain-text.ts';

const seen = (note: string | undefined): string =>
  note === undefined ? '' : `\n\n${cut(note, 700)}`;

/** The words of `confirm-restore`; held against its fields by `defineDuty`. */
export const confirmRestoreTexts = {
  nl: {
    ...confirmRestoreAsks.nl,
    name: 'Herstel bevestigen',
    ask: 'kijk na of het herstel is gelukt',
    why: 'Na een herstelactie kan alleen de klant zien of de inhoud klopt. De leverancier vraagt je daarom inhoudelijk na te gaan of het herstel is geslaagd.',
    passage: 'Back-up en herstel van gegevens',
    outcomes: {
      fulfilled: 'Herstel bevestigd',
      problem: 'Herstel mislukt',
      unable: 'Niet te beoordelen',
    },
    reply: {
      expected: 'alles van vóór het herstelpunt is terug en werkt',
      please:
        'Wil je opnieuw terugzetten, zo nodig vanaf een ander herstelpunt, en laten weten welk? Dan controleren wij opnieuw.',
    },
    facts: {
      restorePoint: 'Herstelpunt',
      restoredTo: 'Teruggezet in',
      requestedAt: 'Aangevraagd',
      look: 'Kijk naar',
      drawn: 'Steekproef',
    },
    drawnFrom: (from: number, to: number) =>
      `door de bot getrokken uit ${String(from)} tot en met ${String(to)}`,
    startNumber: (seed: string) => `startgetal ${seed}`,
    reentry: {
      title: 'Opnieuw invoeren wat na het herstel ontbreekt',
      summary: (scope: string, note: string | undefined) =>
        `Voer opnieuw in wat na het herstel ontbreekt en kijk na of het klopt. Hoeft het niet, schrijf dat dan als opmerking. Hersteld: ${scope}${seen(note)}`,
    },
    figures: { expected: 'Verwacht', found: 'Gevonden', loss: 'Verlies' },
    fields: {
      opens: {
        label: 'Gaat het open?',
        short: 'Gaat open',
        placeholder: 'Kies',
        values: { yes: 'Ja', no: 'Nee' },
      },
      works: {
        label: 'Werken rechten en koppelingen?',
        short: 'Rechten en koppelingen',
        placeholder: 'Kies',
        values: { yes: 'Werken', no: 'Werken niet', na: 'Niet van toepassing' },
      },
      expected: { label: 'Hoeveel verwachtte je?', short: 'Verwacht', placeholder: 'Aantal' },
      found: { label: 'Hoeveel vond je?', short: 'Gevonden', placeholder: 'Aantal' },
      samples: {
        label: 'Steekproeven: is het hetzelfde als voorheen?',
        short: 'Steekproef',
        placeholder: 'Nog niet',
        values: { same: 'Hetzelfde', different: 'Anders', missing: 'Ontbreekt' },
      },
      newest: { label: 'Van wanneer is het nieuwste gegeven?', short: 'Nieuwste gegeven' },
      lastGood: { label: 'En van wanneer had het moeten zijn?', short: 'Had moeten zijn van' },
      totals: {
        label: 'Sluiten de totalen aan?',
        short: 'Totalen',
        placeholder: 'Kies',
        values: { yes: 'Sluiten aan', no: 'Sluiten niet aan', na: 'Niet van toepassing' },
      },
      overwritten: {
        label: 'Is iets nieuwers overschreven?',
        short: 'Nieuwers overschreven',
        placeholder: 'Kies',
        values: { no: 'Nee', yes: 'Ja' },
      },
      outcome: {
        label: 'Is het herstel gelukt?',
        short: 'Antwoord',
        values: {
          succeeded: 'Gelukt',
          loss: 'Gelukt, met verlies',
          failed: 'Mislukt',
          'cannot-judge': 'Ik kan de inhoud niet beoordelen',
        },
      },
      acceptedBy: {
        label: 'Wie accepteert het verlies?',
        short: 'Wie accepteert',
        placeholder: 'Naam van een collega',
      },
      note: {
        label: 'Wat viel je op?',
        short: 'Opmerking',
        placeholder: 'Bijvoorbeeld: 15 projecten ontbreken, herstel naar 13 november',
      },
    },
    problems: {
      mustOpen: 'Vink ‘Het gaat open’ aan, of ga terug en kies ‘Mislukt’.',
      bothCounts: 'Vul in hoeveel je verwachtte en hoeveel je vond.',
      oneSample: 'Bekijk ten minste één hiervan en vink aan wat hetzelfde is.',
      countOrSample: 'Vul beide aantallen in of bekijk ten minste één steekproef.',
      newest: 'Vul datum en tijd in van het nieuwste gegeven dat je vond.',
      notWhole: 'Er ontbreekt iets of het is anders. Kies ‘Gelukt, met verlies’ of ‘Mislukt’.',
      nothingCounted: 'Nul van nul zegt niets. Tel iets wat er wel was of bekijk een steekproef.',
      stillToCome: 'Dit moment moet nog komen. Vul in van wanneer het nieuwste gegeven is.',
      howOld:
        'Dit is ruim voor het gevraagde moment. Vul in van wanneer het nieuwste gegeven had moeten zijn.',
      tooOld:
        'Het nieuwste gegeven is ouder dan het had moeten zijn. Kies ‘Gelukt, met verlies’ of ‘Mislukt’.',
      nothingLost:
        'Wat je invulde laat geen verlies zien. Kies ‘Gelukt’ of vul in wat er ontbreekt.',
      notRight: 'Er is iets niet in orde. Kies ‘Gelukt, met verlies’ of ‘Mislukt’.',
      until: 'Vul in van wanneer het nieuwste gegeven had moeten zijn. Daaruit volgt het verlies.',
      acceptedBy: 'Kies wie het verlies accepteert.',
      allDrawn: 'Bekijk alle getrokken nummers, of vul beide aantallen in.',
      whatIsWrong:
        'Schrijf kort wat er niet klopt en naar welk moment het opnieuw moet. Daarmee kan de leverancier verder.',
      whyNot: 'Schrijf kort waarom je het niet kunt beoordelen.',
    },
  },
  en: {
    ...confirmRestoreAsks.en,
    name: 'Confirm a restore',
    ask: 'check whether the restore succeeded',
    why: 'After a restore only the customer can see whether the content is right. The vendor therefore asks you to check that the restore succeeded in substance.',
    passage: 'Back-up and restore of data',
    outcomes: {
      fulfilled: 'Restore confirmed',
      problem: 'Restore failed',
      unable: 'Could not be judged',
    },
    reply: {
      expected: 'everything from before the restore point is back and works',
      please:
        'Please restore it again, from another restore point if necessary, and let us know which one. We will then verify it again.',
    },
    facts: {
      restorePoint: 'Restore point',
      restoredTo: 'Restored to',
      requestedAt: 'Requested',
      look: 'Look at',
      drawn: 'Sample',
    },
    drawnFrom: (from: number, to: number) =>
      `drawn by the bot from ${String(from)} to ${String(to)}`,
    startNumber: (seed: string) => `start number ${seed}`,
    reentry: {
      title: 'Enter again what is missing after the restore',
      summary: (scope: string, note: string | undefined) =>
        `Enter again what is missing after the restore and check that it is right. If that is not needed, say so as a remark. Restored: ${scope}${seen(note)}`,
    },
    figures: { expected: 'Expected', found: 'Found', loss: 'Loss' },
    fields: {
      opens: {
        label: 'Does it open?',
        short: 'Opens',
        placeholder: 'Choose',
        values: { yes: 'Yes', no: 'No' },
      },
      works: {
        label: 'Do rights and interfaces work?',
        short: 'Rights and interfaces',
        placeholder: 'Choose',
        values: { yes: 'Work', no: 'Do not work', na: 'Not applicable' },
      },
      expected: { label: 'How many did you expect?', short: 'Expected', placeholder: 'Number' },
      found: { label: 'How many did you find?', short: 'Found', placeholder: 'Number' },
      samples: {
        label: 'Samples: is it the same as before?',
        short: 'Sample',
        placeholder: 'Not yet',
        values: { same: 'Same', different: 'Different', missing: 'Missing' },
      },
      newest: { label: 'What is the date of the newest record?', short: 'Newest record' },
      lastGood: { label: 'And what should it have been?', short: 'Should have been' },
      totals: {
        label: 'Do the totals reconcile?',
        short: 'Totals',
        placeholder: 'Choose',
        values: { yes: 'Reconcile', no: 'Do not reconcile', na: 'Not applicable' },
      },
      overwritten: {
        label: 'Was anything newer overwritten?',
        short: 'Newer overwritten',
        placeholder: 'Choose',
        values: { no: 'No', yes: 'Yes' },
      },
      outcome: {
        label: 'Did the restore succeed?',
        short: 'Answer',
        values: {
          succeeded: 'Succeeded',
          loss: 'Succeeded, with loss',
          failed: 'Failed',
          'cannot-judge': 'I cannot judge the content',
        },
      },
      acceptedBy: {
        label: 'Who accepts the loss?',
        short: 'Who accepts',
        placeholder: 'Name of a colleague',
      },
      note: {
        label: 'What did you notice?',
        short: 'Remark',
        placeholder: 'For example: 15 projects missing, please restore to 13 November',
      },
    },
    problems: {
      mustOpen: 'Tick “It opens”, or go back and choose “Failed”.',
      bothCounts: 'Fill in how many you expected and how many you found.',
      oneSample: 'Look at one or more of these and tick what is the same.',
      countOrSample: 'Fill in both numbers, or look at one or more samples.',
      newest: 'Fill in the date and time of the newest record that you found.',
      notWhole: 'Something is missing or different. Choose “Succeeded, with loss” or “Failed”.',
      nothingCounted:
        'Zero out of zero proves nothing. Count something that was there, or look at a sample.',
      stillToCome: 'This moment is still to come. Fill in the date and time of the newest record.',
      howOld:
        'This is well before the moment that was asked for. Fill in the date and time that the newest record should have had.',
      tooOld:
        'The newest record is older than it should be. Choose “Succeeded, with loss” or “Failed”.',
      nothingLost:
        'What you filled in shows no loss. Choose “Succeeded” or fill in what is missing.',
      notRight: 'Something is not right. Choose “Succeeded, with loss” or “Failed”.',
      until:
        'Fill in the date and time that the newest record should have had. The loss follows from it.',
      acceptedBy: 'Choose who accepts the loss.',
      allDrawn: 'Look at all the numbers that were drawn, or fill in both counts.',
      whatIsWrong:
        'Describe briefly what is wrong and to which moment it should be restored again. The vendor needs that to continue.',
      whyNot: 'Describe briefly why you cannot judge it.',
    },
  },
} as const;
