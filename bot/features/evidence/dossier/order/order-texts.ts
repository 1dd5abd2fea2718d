import type { InEachLanguage } from '../../../../../cards/language.ts';

const of = (quarter: string, control: string | undefined): string =>
  control === undefined ? quarter.replace('-', ' ') : `${control}, ${quarter.replace('-', ' ')}`;

const nl = {
  begun: (quarter: string, control: string | undefined) =>
    `Ik maak het dossier ${of(quarter, control)}. Dat kan een paar minuten duren; daarna krijg je het hier.`,
  begunElsewhere: (quarter: string, control: string | undefined) =>
    `Ik maak het dossier ${of(quarter, control)}. Dat kan een paar minuten duren; daarna krijgt wie erom vroeg het in de eigen chat met mij.`,
  incomplete:
    'Schrijf het zo: ‘dossier 2026 Q4’, of met een maatregel erbij ‘auditdossier A.5.18 Q3’. De maatregelen zijn A.5.14, A.5.18, A.5.20, A.5.26, A.5.36, A.6.3, A.8.6, A.8.13 en A.8.32.',
  stillToCome: 'Dat kwartaal moet nog beginnen. Vraag een dossier van nu of van eerder.',
  noChat:
    'Een dossier geef ik in je eigen chat met mij, en die is er nog niet. Stuur mij daar een bericht en vraag het dan opnieuw.',
  description: (quarter: string, control: string | undefined) =>
    `Het dossier ${of(quarter, control)}: verslag, verhalen, tabellen, bewijs en waarmee je het narekent.`,
  tooLarge: (quarter: string, control: string | undefined) =>
    `Het dossier ${of(quarter, control)} is te groot voor Teams. Vraag er een van één maatregel, zoals ‘dossier A.8.32 2026 Q4’, of laat de beheerder het maken.`,
};

const en: typeof nl = {
  begun: (quarter, control) =>
    `I am making the dossier ${of(quarter, control)}. That may take a few minutes; then you get it here.`,
  begunElsewhere: (quarter, control) =>
    `I am making the dossier ${of(quarter, control)}. That may take a few minutes; then whoever asked gets it in their own chat with me.`,
  incomplete:
    'Write it like this: “dossier 2026 Q4”, or with a control “auditdossier A.5.18 Q3”. The controls are A.5.14, A.5.18, A.5.20, A.5.26, A.5.36, A.6.3, A.8.6, A.8.13 and A.8.32.',
  stillToCome: 'That quarter is still to come. Ask for a dossier of now or of earlier.',
  noChat:
    'I give a dossier in your own chat with me, and there is none yet. Send me a message there and ask for it again.',
  description: (quarter, control) =>
    `The dossier ${of(quarter, control)}: report, stories, tables, evidence, and what verifies it.`,
  tooLarge: (quarter, control) =>
    `The dossier ${of(quarter, control)} is too large for Teams. Ask for one of a single control, such as “dossier A.8.32 2026 Q4”, or let your administrator make it.`,
};

/** What is said about a dossier that somebody asks for. */
export const orderTexts: InEachLanguage<typeof nl> = { nl, en };
