import type { InEachLanguage } from '../../cards/language.ts';
import type { Status, Undeliverable } from '../lifecycle/duty.ts';

interface Words {
  readonly todo: string;
  readonly withdrawn: string;
  readonly send: string;
  readonly why: string;
  readonly correct: string;
  readonly answerAfterAll: string;
  readonly myDuties: string;
  readonly help: string;
  readonly open: string;
  readonly more: string;
  readonly newDuty: string;
  readonly overview: string;
  readonly by: string;
  readonly evidence: (hash: string) => string;
  readonly askedBy: (name: string) => string;
  readonly assigned: string;
  readonly requestedBy: string;
  readonly reason: string;
  readonly finding: string;
  readonly findingOpen: string;
  readonly source: (passage: string, control: string) => string;
  readonly due: (day: string) => string;
  readonly dueToday: string;
  readonly noWorkdayLeft: string;
  readonly workdaysLeft: (days: number) => string;
  readonly workdaysLate: (days: number) => string;
  readonly late: string;
  readonly answeredBy: (name: string, when: string) => string;
  readonly tooLate: string;
  readonly noLonger: string;
  readonly unableNote: string;
  readonly problemNote: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly delivery: Readonly<Record<'pending' | 'delivered' | Undeliverable, string>>;
  readonly nobodyAsked: string;
  readonly notification: (ask: string, title: string, due: string) => string;
}

/** The words that every kind of duty shares. */
export const words: InEachLanguage<Words> = {
  nl: {
    todo: 'Te doen',
    withdrawn: 'Ingetrokken',
    send: 'Antwoord versturen',
    why: 'Waarom ik?',
    correct: 'Antwoord verbeteren',
    answerAfterAll: 'Toch beantwoorden',
    myDuties: 'Mijn plichten',
    help: 'Hulp',
    open: 'Openen',
    more: 'Volgende',
    newDuty: 'Nieuwe plicht',
    overview: 'Overzicht',
    by: 'Door',
    evidence: (hash) => `Vastgelegd als bewijs ${hash}`,
    askedBy: (name) => `Gevraagd door ${name}.`,
    assigned: 'Gevraagd aan',
    requestedBy: 'Gevraagd door',
    reason: 'Reden',
    finding: 'Bevinding',
    findingOpen: 'open, wordt gevolgd tot het is opgelost',
    source: (passage, control) =>
      `Gedeelde verantwoordelijkheid, ‘${passage}’ · ISO 27001 ${control}`,
    due: (day) => `uiterlijk ${day}`,
    dueToday: 'vandaag',
    noWorkdayLeft: 'geen werkdag meer',
    workdaysLeft: (days) => (days === 1 ? 'nog 1 werkdag' : `nog ${String(days)} werkdagen`),
    workdaysLate: (days) =>
      days === 1 ? '1 werkdag te laat' : `${String(days)} werkdagen te laat`,
    late: 'te laat',
    answeredBy: (name, when) => `${name}, ${when}`,
    tooLate: 'Er was al geantwoord. Jouw antwoord is bewaard naast het antwoord dat telt.',
    noLonger: 'Deze plicht is ingetrokken. Je hoeft niets meer te doen.',
    unableNote:
      'Je kon hier geen oordeel over geven. Het IT-team ziet dit en zoekt iemand die het wel kan.',
    problemNote: 'Het IT-team volgt dit tot het is opgelost.',
    statuses: { open: 'open', problem: 'probleem', fulfilled: 'voldaan', withdrawn: 'ingetrokken' },
    delivery: {
      pending: 'kaart onderweg',
      delivered: 'kaart ontvangen',
      'not-installed': 'heeft de bot nog niet geïnstalleerd, kaart volgt dan vanzelf',
      blocked: 'heeft de bot geblokkeerd',
      refused: 'Teams weigert de kaart',
    },
    nobodyAsked: 'nog niemand',
    notification: (ask, title, due) => `${title}: ${ask}, ${due}`,
  },
  en: {
    todo: 'To do',
    withdrawn: 'Withdrawn',
    send: 'Send answer',
    why: 'Why me?',
    correct: 'Correct answer',
    answerAfterAll: 'Answer after all',
    myDuties: 'My duties',
    help: 'Help',
    open: 'Open',
    more: 'Next',
    newDuty: 'New duty',
    overview: 'Status',
    by: 'By',
    evidence: (hash) => `Recorded as evidence ${hash}`,
    askedBy: (name) => `Asked by ${name}.`,
    assigned: 'Asked of',
    requestedBy: 'Asked by',
    reason: 'Reason',
    finding: 'Finding',
    findingOpen: 'open, followed until it is solved',
    source: (passage, control) => `Shared responsibility, “${passage}” · ISO 27001 ${control}`,
    due: (day) => `before the end of ${day}`,
    dueToday: 'today',
    noWorkdayLeft: 'no working day left',
    workdaysLeft: (days) => (days === 1 ? 'in 1 working day' : `in ${String(days)} working days`),
    workdaysLate: (days) =>
      days === 1 ? '1 working day late' : `${String(days)} working days late`,
    late: 'late',
    answeredBy: (name, when) => `${name}, ${when}`,
    tooLate: 'This was answered already. Your answer is kept beside the answer that counts.',
    noLonger: 'This duty was withdrawn. There is nothing left for you to do.',
    unableNote:
      'You could not give a judgement. The IT team sees it and looks for somebody who can.',
    problemNote: 'The IT team follows this until it is solved.',
    statuses: { open: 'open', problem: 'problem', fulfilled: 'fulfilled', withdrawn: 'withdrawn' },
    delivery: {
      pending: 'card on its way',
      delivered: 'card received',
      'not-installed': 'has not installed the bot yet, the card follows by itself',
      blocked: 'has blocked the bot',
      refused: 'Teams refuses the card',
    },
    nobodyAsked: 'nobody yet',
    notification: (ask, title, due) => `${title}: ${ask}, ${due}`,
  },
};
