import { checkCapacityByHand } from './by-hand-texts.ts';
import { checkCapacityAsks } from './ask-texts.ts';
/** The words of `check-capacity`; held against its fields by `defineDuty`. */
export const checkCapacityTexts = {
  nl: {
    ...checkCapacityAsks.nl,
    name: 'Capaciteit controleren',
    ask: 'kijk na of de verbinding genoeg aankan',
    why: 'De leverancier bewaakt zijn eigen rekenkracht, opslag en verbindingen. Of een kantoor of thuiswerker genoeg capaciteit heeft, is aan de klant.',
    passage: 'Capaciteit',
    outcomes: { fulfilled: 'Voldoende', problem: 'Vraagt actie', unable: 'Niet gemeten' },
    facts: {
      intro: 'Hebben onze kantoren en thuiswerkers genoeg capaciteit om de dienst te gebruiken?',
      period: 'Periode',
      previous: 'Vorige keer',
      was: 'was',
      notMeasured: 'niet gemeten',
      changed: 'Anders dan vorige keer',
      forecast: 'Verwachting',
      perLine: 'Gebruik per lijn',
      unmeasured: 'Niet gemeten',
      inAYear: 'Over een jaar',
      withGrowth: (growth: string, percent: string) =>
        `met ${growth}% groei ${percent}% van wat is afgesproken`,
      atThisPace: (month: string, percent: string) => `op dit tempo in ${month} boven ${percent}%`,
    },
    figures: { use: 'Gebruik', useWas: (percent: string) => `Gebruik, was ${percent}%` },
    fields: {
      locations: {
        label: 'Hoe is het per locatie?',
        short: 'Locaties',
        placeholder: 'Kies',
        values: { enough: 'Voldoende', tight: 'Krap', short: 'Onvoldoende' },
      },
      contractedAt: {
        label: 'Wat is afgesproken?',
        short: 'Afgesproken',
        placeholder: 'Mbit/s',
      },
      peakAt: { label: 'Wat is de piek (95%)?', short: 'Piek', placeholder: 'Mbit/s' },
      contracted: {
        label: 'Afgesproken snelheid, drukste lijn',
        short: 'Afgesproken',
        placeholder: 'Mbit/s',
      },
      peak: { label: 'Piekgebruik van die lijn (95%)', short: 'Piek', placeholder: 'Mbit/s' },
      source: {
        label: 'Hoe weet je dat?',
        short: 'Bron',
        placeholder: 'Kies',
        values: {
          monitoring: 'Eigen monitoring',
          provider: 'Opgave van de provider',
          measurement: 'Losse meting',
          none: 'Geen meting',
        },
      },
      measuredOn: { label: 'Wanneer is dat gemeten?', short: 'Gemeten op' },
      latency: {
        label: 'Vertraging naar de dienst (mag leeg blijven)',
        short: 'Vertraging (ms)',
        placeholder: 'Milliseconden',
      },
      complained: {
        label: 'Hoeveel klachten waren er?',
        short: 'Klachten',
        placeholder: '0 als er geen waren',
      },
      growth: {
        label: 'Hoeveel groei verwacht je in een jaar? (mag leeg blijven)',
        short: 'Verwachte groei (%)',
        placeholder: 'Procent',
      },
      complaints: {
        label: 'Waren er klachten?',
        short: 'Klachten',
        placeholder: 'Kies',
        values: { no: 'Nee', yes: 'Ja' },
      },
      outcome: {
        label: 'Is er genoeg capaciteit?',
        short: 'Antwoord',
        values: {
          enough: 'Voldoende',
          tight: 'Krap (80% of meer)',
          'not-enough': 'Onvoldoende',
          'no-measurement': 'Er is geen meting',
        },
      },
      owner: { label: 'Wie pakt het op?', short: 'Wie', placeholder: 'Naam van een collega' },
      planned: { label: 'Wanneer is het klaar?', short: 'Klaar op' },
      note: {
        label: 'Wat zag je, en wat besluit je?',
        short: 'Opmerking',
        placeholder: 'Bijvoorbeeld: lijn in Breda gaat naar 1 Gbit/s',
      },
    },
    problems: {
      contracted: 'Vul de afgesproken snelheid in, in Mbit/s.',
      perLine: 'Vul voor elke lijn die is gemeten in wat is afgesproken en wat de piek was.',
      bothNumbers: (lines: string) => `Vul voor ${lines} beide getallen in, of geen van beide.`,
      lineOfNothing: (line: string) => `Vul voor ${line} de afgesproken snelheid in, in Mbit/s.`,
      complaints: 'Er waren klachten. Schrijf kort waarover, en wat ermee is gedaan.',
      peak: 'Vul het piekgebruik in, in Mbit/s.',
      source: 'Geef aan waar de cijfers vandaan komen. Zijn die er niet, kies dan ‘Geen meting’.',
      measuredOn: 'Vul in wanneer dat is gemeten.',
      measuredLater: 'Deze dag moet nog komen. Vul in wanneer er is gemeten.',
      otherPeriod: (period: string) =>
        `Deze dag valt buiten ${period}. Neem een meting uit die periode, of kies ‘Geen meting’.`,
      isEnough: (percent: string) =>
        `De piek is ${percent}% van wat is afgesproken: dat is voldoende. Ga terug en kies ‘Voldoende’, of pas de cijfers aan.`,
      isTight: (percent: string) =>
        `De piek is ${percent}% van wat is afgesproken. Bij 80% of meer is het krap: ga terug en kies ‘Krap’.`,
      isFull: (percent: string) =>
        `De piek is ${percent}% van wat is afgesproken. Vanaf 100% is het onvoldoende: ga terug en kies ‘Onvoldoende’.`,
      locationWorse: 'Een locatie is krap of onvoldoende. Kies dan niet ‘Voldoende’.',
      owner: 'Vul in wie het oppakt.',
      planned: 'Vul in wanneer het klaar is.',
      plannedInPast: 'Deze dag is al voorbij. Kies een dag vanaf vandaag.',
      decision: 'Schrijf kort wat er gaat gebeuren.',
      whyNot: 'Schrijf kort waarom er geen meting is, en wanneer die er komt.',
    },
  },
  en: {
    ...checkCapacityAsks.en,
    name: 'Check capacity',
    ask: 'check whether the connection can carry the load',
    why: 'The vendor watches its own computing power, storage and connections. Whether an office or somebody at home has enough capacity is up to the customer.',
    passage: 'Capacity',
    outcomes: { fulfilled: 'Enough', problem: 'Needs action', unable: 'Not measured' },
    facts: {
      intro: 'Do our offices and people at home have enough capacity to use the service?',
      period: 'Period',
      previous: 'Last time',
      was: 'was',
      notMeasured: 'not measured',
      changed: 'Different from last time',
      forecast: 'Expected',
      perLine: 'Use per line',
      unmeasured: 'Not measured',
      inAYear: 'In a year',
      withGrowth: (growth: string, percent: string) =>
        `with ${growth}% growth ${percent}% of what was contracted`,
      atThisPace: (month: string, percent: string) => `at this pace above ${percent}% in ${month}`,
    },
    figures: { use: 'Use', useWas: (percent: string) => `Use, was ${percent}%` },
    fields: {
      locations: {
        label: 'How is it at each location?',
        short: 'Locations',
        placeholder: 'Choose',
        values: { enough: 'Enough', tight: 'Tight', short: 'Not enough' },
      },
      contractedAt: { label: 'What was contracted?', short: 'Contracted', placeholder: 'Mbit/s' },
      peakAt: { label: 'What is the peak (95%)?', short: 'Peak', placeholder: 'Mbit/s' },
      contracted: {
        label: 'Contracted speed, busiest line',
        short: 'Contracted',
        placeholder: 'Mbit/s',
      },
      peak: { label: 'Peak use of that line (95%)', short: 'Peak', placeholder: 'Mbit/s' },
      source: {
        label: 'How do you know?',
        short: 'Source',
        placeholder: 'Choose',
        values: {
          monitoring: 'Our monitoring',
          provider: 'The provider’s figures',
          measurement: 'A single measurement',
          none: 'No measurement',
        },
      },
      measuredOn: { label: 'When was that measured?', short: 'Measured on' },
      latency: {
        label: 'Latency to the service (optional)',
        short: 'Delay (ms)',
        placeholder: 'Milliseconds',
      },
      complained: {
        label: 'How many complaints were there?',
        short: 'Complaints',
        placeholder: '0 if there were none',
      },
      growth: {
        label: 'How much growth do you expect in a year? (optional)',
        short: 'Expected growth (%)',
        placeholder: 'Per cent',
      },
      complaints: {
        label: 'Were there complaints?',
        short: 'Complaints',
        placeholder: 'Choose',
        values: { no: 'No', yes: 'Yes' },
      },
      outcome: {
        label: 'Is there enough capacity?',
        short: 'Answer',
        values: {
          enough: 'Enough',
          tight: 'Tight (80% or more)',
          'not-enough': 'Not enough',
          'no-measurement': 'There is no measurement',
        },
      },
      owner: { label: 'Who deals with it?', short: 'Who', placeholder: 'Name of a colleague' },
      planned: { label: 'When will it be done?', short: 'Done on' },
      note: {
        label: 'What did you see, and what do you decide?',
        short: 'Remark',
        placeholder: 'For example: the line in Breda goes to 1 Gbit/s',
      },
    },
    problems: {
      contracted: 'Fill in the contracted speed, in Mbit/s.',
      perLine:
        'Fill in what was contracted and what the peak was, for each line that was measured.',
      bothNumbers: (lines: string) => `Fill in both numbers for ${lines}, or neither.`,
      lineOfNothing: (line: string) => `Fill in the contracted speed of ${line}, in Mbit/s.`,
      complaints:
        'There were complaints. Describe briefly what they were about, and what was done.',
      peak: 'Fill in the peak use, in Mbit/s.',
      source: 'Say where the numbers come from. If there are none, choose “No measurement”.',
      measuredOn: 'Fill in when that was measured.',
      measuredLater: 'This day is still to come. Fill in when it was measured.',
      otherPeriod: (period: string) =>
        `This day lies outside ${period}. Take a measurement of that period, or choose “No measurement”.`,
      isEnough: (percent: string) =>
        `The peak is ${percent}% of what was contracted: that is enough. Go back and choose “Enough”, or correct the numbers.`,
      isTight: (percent: string) =>
        `The peak is ${percent}% of what was contracted. At 80% or more it is tight: go back and choose “Tight”.`,
      isFull: (percent: string) =>
        `The peak is ${percent}% of what was contracted. From 100% it is not enough: go back and choose “Not enough”.`,
      locationWorse: 'A location is tight or not enough. Then do not choose “Enough”.',
      owner: 'Fill in who deals with it.',
      planned: 'Fill in when it will be done.',
      plannedInPast: 'This day has passed. Choose today or a later day.',
      decision: 'Describe briefly what is going to happen.',
      whyNot: 'Describe briefly why there is no measurement, and when there will be one.',
    },
  },
  byHand: checkCapacityByHand,
} as const;
