import type { InEachLanguage } from '../../../cards/language.ts';
import type { Role } from '../../kinds/kind.ts';

const nl = {
  askedBy: (name: string) => `Gevraagd door ${name}.`,
  byRoster: (system: string) => `Het rooster van het IT-team noemt jou voor ${system}.`,
  byVendor: (vendor: string) => `${vendor} noemde jou als degene die dit kan beoordelen.`,
  byPerson: (name: string) => `${name} koos jou als degene die dit kan beoordelen.`,
  byYourself: 'Je bent hier zelf mee begonnen.',
  byPlan: 'Het IT-team heeft dit ingepland en jou gekozen.',
  follows: (reference: string) => `Dit volgt op het antwoord bij ${reference}.`,
  requester: 'Jij hebt dit zelf aangevraagd.',
  standsIn: (name: string) =>
    `${name} heeft nog niet geantwoord. Het rooster van het IT-team noemt jou als vervanger.`,
  byRole: (role: string) => `Jij kijkt mee vanwege je rol: ${role}.`,
  roles: {
    privacy: 'privacy',
    security: 'beveiliging',
    contracts: 'contracten',
    access: 'toegang',
    auditor: 'audit',
  } satisfies Record<Role, string>,
  handed: (from: string, reason: string) => `${from} droeg dit aan je over: ‘${reason}’.`,
  handedBy: (by: string, from: string, reason: string) =>
    `${by} gaf dit aan jou, in plaats van ${from}: ‘${reason}’.`,
  cannotJudge: (from: string, reason: string) =>
    `${from} kan dit niet beoordelen en denkt dat jij het kunt: ‘${reason}’.`,
  away: (name: string) => `${name} is weg. Het rooster noemt jou daarna.`,
  left: (from: string) =>
    `${from} heeft de bot niet meer. Het rooster van het IT-team noemt daarna jou.`,
  /** The same for the IT team, in one line of its card. */
  handedOver: 'Overgedragen',
  inChannel: {
    away: (from: string, to: string) => `van ${from}, die weg is, aan ${to}`,
    'hand-over': (from: string, to: string, reason: string) => `van ${from} aan ${to}: ${reason}`,
    'cannot-judge': (from: string, to: string, reason: string) =>
      `${from} kon het niet beoordelen, nu bij ${to}: ${reason}`,
    left: (from: string, to: string) => `van ${from}, die de bot niet meer heeft, aan ${to}`,
  },
  unjudgedByYou: (name: string) =>
    `Je kon dit niet beoordelen. Het ligt nu bij ${name}. Je hoeft niets meer te doen.`,
  putOff: 'Uitgesteld',
  putOffUntil: (day: string, times: number) =>
    times === 0
      ? `Uitgesteld tot ${day}. Nog eens uitstellen kan niet: draag het over als het niet lukt.`
      : `Uitgesteld tot ${day}. Uitstellen kan nog ${String(times)} keer.`,
  putOffBy: (name: string, day: string, reason: string) => `door ${name} tot ${day}: ${reason}`,
};

const en: typeof nl = {
  askedBy: (name) => `Asked by ${name}.`,
  byRoster: (system) => `The IT team’s roster names you for ${system}.`,
  byVendor: (vendor) => `${vendor} named you as the one who can judge this.`,
  byPerson: (name) => `${name} chose you as the one who can judge this.`,
  byYourself: 'You started this yourself.',
  byPlan: 'The IT team planned this and chose you.',
  follows: (reference) => `This follows from the answer to ${reference}.`,
  requester: 'You asked for this yourself.',
  standsIn: (name) =>
    `${name} has not answered yet. The IT team’s roster names you as the substitute.`,
  byRole: (role) => `You are asked too because of your role: ${role}.`,
  roles: {
    privacy: 'privacy',
    security: 'security',
    contracts: 'contracts',
    access: 'access',
    auditor: 'audit',
  },
  handed: (from, reason) => `${from} handed this over to you: “${reason}”.`,
  handedBy: (by, from, reason) => `${by} gave this to you instead of ${from}: “${reason}”.`,
  cannotJudge: (from, reason) => `${from} cannot judge this and thinks that you can: “${reason}”.`,
  left: (from) => `${from} no longer has the bot. The IT team’s roster names you next.`,
  handedOver: 'Handed over',
  away: (name) => `${name} is away. The roster names you next.`,
  inChannel: {
    away: (from, to) => `from ${from}, who is away, to ${to}`,
    'hand-over': (from, to, reason) => `by ${from} to ${to}: ${reason}`,
    'cannot-judge': (from, to, reason) => `${from} could not judge it, now with ${to}: ${reason}`,
    left: (from, to) => `from ${from}, who no longer has the bot, to ${to}`,
  },
  unjudgedByYou: (name) =>
    `You could not judge this. It is with ${name} now. There is nothing left for you to do.`,
  putOff: 'Put off',
  putOffUntil: (day, times) =>
    times === 0
      ? `Put off until ${day}. It cannot be put off again: hand it over if you cannot do it.`
      : `Put off until ${day}. You can put it off ${times === 1 ? 'once more' : `${String(times)} more times`}.`,
  putOffBy: (name, day, reason) => `by ${name} until ${day}: ${reason}`,
};

/** Why somebody gets a duty, who gave it on and who put it off. */
export const whyTexts: InEachLanguage<typeof nl> = { nl, en };
