import type { InEachLanguage } from '../../../cards/language.ts';
import { plural } from '../../../cards/language.ts';

/** How often a solution was looked at and was none, as a sentence. */
const timesVerified = {
  nl: (rounds: number) =>
    plural(rounds, {
      one: 'Dit is één keer gecontroleerd en nog niet opgelost.',
      other: `Dit is nu ${String(rounds)} keer gecontroleerd en nog niet opgelost.`,
    }),
  en: (rounds: number) =>
    plural(rounds, {
      one: 'This was verified once and is still not solved.',
      other: `This was verified ${rounds === 2 ? 'twice' : `${String(rounds)} times`} and is still not solved.`,
    }),
};

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
  failed: 'Controle',
  failedVerifications: (rounds: number) =>
    plural(rounds, {
      one: '1 keer niet opgelost gebleken',
      other: `${String(rounds)} keer niet opgelost gebleken`,
    }),
  /** Where the vendor is to solve it. */
  escalatedToVendor: (rounds: number) =>
    `${timesVerified.nl(rounds)} Neem contact op met de leverancier of accepteer het risico, op de kaart hierboven.`,
  escalated: (rounds: number) =>
    `${timesVerified.nl(rounds)} Spreek de eigenaar aan, wijs er een aan of accepteer het risico, op de kaart hierboven.`,
  lastTime: 'Vorige keer gezien',
  prolong: 'Risico langer dragen',
  drop: 'Niet langer dragen',
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
  failed: 'Verification',
  failedVerifications: (rounds) =>
    plural(rounds, {
      one: 'found unsolved once',
      other: `found unsolved ${rounds === 2 ? 'twice' : `${String(rounds)} times`}`,
    }),
  escalatedToVendor: (rounds) =>
    `${timesVerified.en(rounds)} Contact the vendor or accept the risk, on the card above.`,
  escalated: (rounds) =>
    `${timesVerified.en(rounds)} Speak to the owner, name one or accept the risk, on the card above.`,
  lastTime: 'Seen last time',
  prolong: 'Bear the risk longer',
  drop: 'Stop bearing the risk',
};

/** The words of a finding that the customer solves, and of looking again. */
export const findingTexts: InEachLanguage<typeof nl> = { nl, en };
