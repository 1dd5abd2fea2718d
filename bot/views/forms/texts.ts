import type { AnyWords } from '../../../cards/fields.ts';
import type { InEachLanguage } from '../../../cards/language.ts';
import { bearingForms, titled } from './bearing-texts.ts';

/** The small forms that a card opens in its place, each for one thing that can be done with a duty. */
export const formNames = [
  'cannot-judge',
  'hand-over',
  'second-person',
  'later',
  'finding',
  'reaction',
  'solved',
  'accept',
  'prolong',
  'drop-risk',
  'withdraw',
] as const;
export type FormName = (typeof formNames)[number];

export interface FormWords {
  readonly title: string;
  readonly intro: string;
  /** Where the form can also be sent without naming anybody. */
  readonly introAlone?: string;
  /** Where it can be done so many times still. */
  readonly introLeft?: (left: number) => string;
  readonly send: string;
  readonly fields: AnyWords;
}

/** The words of the small forms on a duty's card. */
export const formTexts: InEachLanguage<Readonly<Record<FormName, FormWords>>> = {
  nl: {
    'cannot-judge': {
      title: 'Wie kan dit wel beoordelen?',
      intro: 'De plicht gaat naar deze collega. Jouw kaart laat dan zien bij wie die is.',
      introAlone:
        'De plicht gaat naar deze collega. Weet je niemand, laat de naam dan leeg: het IT-team zoekt iemand.',
      send: 'Doorgeven',
      fields: {
        person: { ...titled('Wie kan dit beoordelen?', 'Kies'), values: {} },
        reason: titled(
          'Waarom kun jij het niet beoordelen?',
          'Bijvoorbeeld: ik werk niet met de bankkoppeling',
        ),
      },
    },
    'hand-over': {
      title: 'Overdragen',
      intro: 'De plicht gaat naar deze collega. Wie wat overdroeg, blijft te zien in het bewijs.',
      send: 'Overdragen',
      fields: {
        person: { ...titled('Aan wie draag je over?', 'Kies'), values: {} },
        reason: titled('Waarom draag je over?', 'Bijvoorbeeld: ik ben er die week niet'),
      },
    },
    'second-person': {
      title: 'Wie kijkt er mee?',
      intro:
        'Twee verschillende mensen antwoorden. Deze collega krijgt de kaart ook en antwoordt zelf.',
      send: 'Vragen',
      fields: { person: { ...titled('Wie antwoordt er ook?', 'Kies'), values: {} } },
    },
    later: {
      title: 'Later doen',
      intro: '',
      introLeft: (left) =>
        left === 1
          ? 'Je kunt deze plicht nog 1 keer uitstellen.'
          : `Je kunt deze plicht ${String(left)} keer uitstellen.`,
      send: 'Uitstellen',
      fields: {
        until: titled('Tot wanneer?'),
        reason: titled('Waarom later?', 'Bijvoorbeeld: de factuurrun is pas vrijdag'),
      },
    },
    finding: {
      title: 'Eigenaar en datum',
      intro: 'Wie zorgt ervoor dat dit wordt opgelost, en uiterlijk wanneer?',
      send: 'Vastleggen',
      fields: {
        person: { ...titled('Wie is eigenaar?', 'Kies'), values: {} },
        until: titled('Uiterlijk wanneer?'),
      },
    },
    reaction: {
      title: 'Reactie van de leverancier',
      intro:
        'Leg vast wat de leverancier antwoordde. Is het opgelost, dan controleert degene die het meldde opnieuw.',
      send: 'Vastleggen',
      fields: {
        solved: {
          label: 'Zegt de leverancier dat het is opgelost?',
          short: 'Opgelost',
          values: { yes: 'Ja', no: 'Nog niet' },
        },
        text: titled(
          'Wat schreef de leverancier?',
          'Bijvoorbeeld: opgelost in 2026.4.1, vannacht doorgevoerd',
        ),
      },
    },
    solved: {
      title: 'Opgelost melden',
      intro: 'Leg vast wat er is gedaan. Wie het meldde, controleert daarna of het is opgelost.',
      send: 'Opgelost melden',
      fields: {
        text: titled('Wat is er gedaan?', 'Bijvoorbeeld: de avondploeg kreeg maandag uitleg'),
      },
    },
    accept: {
      title: 'Risico accepteren',
      intro:
        'Wie je kiest, krijgt de vraag op een eigen kaart. Pas een ja van die collega sluit de bevinding, zonder dat is aangetoond dat het werkt.',
      send: 'Vragen',
      fields: {
        person: { ...titled('Wie accepteert het risico?', 'Kies'), values: {} },
        reason: titled('Waarom is dit aanvaardbaar?'),
        until: titled('Tot wanneer?'),
      },
    },
    ...bearingForms.nl,
    withdraw: {
      title: 'Intrekken',
      intro:
        'Niemand hoeft hier dan nog op te antwoorden. De reden staat op elke kaart en in het bewijs.',
      send: 'Intrekken',
      fields: { reason: titled('Waarom vervalt dit?', 'Bijvoorbeeld: per ongeluk begonnen') },
    },
  },
  en: {
    'cannot-judge': {
      title: 'Who can judge this?',
      intro: 'The duty goes to this colleague. Your card then shows who has it.',
      introAlone:
        'The duty goes to this colleague. If you know nobody, leave the name empty: the IT team looks for somebody.',
      send: 'Pass on',
      fields: {
        person: { ...titled('Who can judge this?', 'Choose'), values: {} },
        reason: titled(
          'Why can’t you judge it?',
          'For example: I do not work with the bank interface',
        ),
      },
    },
    'hand-over': {
      title: 'Hand over',
      intro: 'The duty goes to this colleague. The evidence keeps who handed over what.',
      send: 'Hand over',
      fields: {
        person: { ...titled('Whom do you hand it over to?', 'Choose'), values: {} },
        reason: titled('Why do you hand it over?', 'For example: I am away that week'),
      },
    },
    'second-person': {
      title: 'Who else should look?',
      intro: 'Two different people answer. This colleague gets the card too and answers it.',
      send: 'Ask',
      fields: { person: { ...titled('Who else answers?', 'Choose'), values: {} } },
    },
    later: {
      title: 'Do it later',
      intro: '',
      introLeft: (left) =>
        left === 1
          ? 'You can put this duty off once more.'
          : `You can put this duty off ${left === 2 ? 'twice' : `${String(left)} times`}.`,
      send: 'Put it off',
      fields: {
        until: titled('Until when?'),
        reason: titled('Why later?', 'For example: the invoice run is on Friday'),
      },
    },
    finding: {
      title: 'Owner and date',
      intro: 'Who sees to it that this is solved, and by when?',
      send: 'Record',
      fields: {
        person: { ...titled('Who owns it?', 'Choose'), values: {} },
        until: titled('By when?'),
      },
    },
    reaction: {
      title: 'Vendor’s reaction',
      intro: 'Record what the vendor replied. If it is solved, whoever reported it verifies again.',
      send: 'Record',
      fields: {
        solved: {
          label: 'Does the vendor say that it is solved?',
          short: 'Solved',
          values: { yes: 'Yes', no: 'Not yet' },
        },
        text: titled(
          'What did the vendor write?',
          'For example: solved in 2026.4.1, deployed last night',
        ),
      },
    },
    solved: {
      title: 'Report as solved',
      intro: 'Record what was done. Whoever reported it then verifies whether it is solved.',
      send: 'Report as solved',
      fields: {
        text: titled('What was done?', 'For example: the evening shift was told on Monday'),
      },
    },
    accept: {
      title: 'Accept the risk',
      intro:
        'Whoever you pick is asked on a card of their own. Only their yes closes the finding, without proof that it works.',
      send: 'Ask',
      fields: {
        person: { ...titled('Who accepts the risk?', 'Choose'), values: {} },
        reason: titled('Why is it acceptable?'),
        until: titled('Until when?'),
      },
    },
    ...bearingForms.en,
    withdraw: {
      title: 'Withdraw',
      intro:
        'Nobody has to answer this any more. The reason is shown on every card and in the evidence.',
      send: 'Withdraw',
      fields: { reason: titled('Why is this no longer needed?', 'For example: begun by mistake') },
    },
  },
};
