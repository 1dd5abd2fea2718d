import type { InEachLanguage } from '../../../cards/language.ts';

const nl = {
  plan: 'Eigenaar en datum',
  report: 'Opgelost melden',
  noOwner: 'nog geen eigenaar',
  solution: 'Oplossing',
  notReported: 'nog niet gemeld',
  vendor: 'de leverancier',
  reported: (name: string, when: string) =>
    `gemeld door ${name} op ${when}, wordt opnieuw gecontroleerd`,
  verifyOwn: (name: string, text: string) =>
    `Controleer het opnieuw. ${name} meldt dat het is opgelost: ${text}`,
  escalated: (rounds: number) =>
    `Dit is nu ${String(rounds)} keer gecontroleerd en nog niet opgelost. Spreek de eigenaar aan, wijs er een aan of accepteer het risico, op de kaart hierboven.`,
  lastTime: 'Vorige keer gezien',
};

const en: typeof nl = {
  plan: 'Owner and date',
  report: 'Report as solved',
  noOwner: 'no owner yet',
  solution: 'Solution',
  notReported: 'not reported yet',
  vendor: 'the vendor',
  reported: (name, when) => `reported by ${name} on ${when}, to be verified again`,
  verifyOwn: (name, text) => `Verify it again. ${name} reports that it is solved: ${text}`,
  escalated: (rounds) =>
    `This was verified ${String(rounds)} times and is still not solved. Speak to the owner, name one or accept the risk, on the card above.`,
  lastTime: 'Seen last time',
};

/** The words of a finding that the customer solves, and of looking again. */
export const findingTexts: InEachLanguage<typeof nl> = { nl, en };
