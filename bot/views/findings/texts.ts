import type { InEachLanguage } from '../../../cards/language.ts';

interface FindingWords {
  readonly plan: string;
  readonly report: string;
  readonly noOwner: string;
  readonly solution: string;
  readonly notReported: string;
  readonly vendor: string;
  readonly reported: (name: string, when: string) => string;
  readonly verifyOwn: (name: string, text: string) => string;
  readonly escalated: (rounds: number) => string;
  readonly lastTime: string;
}

/** The words of a finding that the customer solves, and of looking again. */
export const findingTexts: InEachLanguage<FindingWords> = {
  nl: {
    plan: 'Eigenaar en datum',
    report: 'Opgelost melden',
    noOwner: 'nog geen eigenaar',
    solution: 'Oplossing',
    notReported: 'nog niet gemeld',
    vendor: 'de leverancier',
    reported: (name, when) => `gemeld door ${name} op ${when}, wordt opnieuw nagegaan`,
    verifyOwn: (name, text) => `Ga het opnieuw na. ${name} meldt dat het is opgelost: ${text}`,
    escalated: (rounds) =>
      `Dit is nu ${String(rounds)} keer nagegaan en nog niet opgelost. Spreek de eigenaar aan, wijs er een aan of accepteer het risico, op de kaart hierboven.`,
    lastTime: 'Vorige keer gezien',
  },
  en: {
    plan: 'Owner and date',
    report: 'Report as solved',
    noOwner: 'no owner yet',
    solution: 'Solution',
    notReported: 'not reported yet',
    vendor: 'the vendor',
    reported: (name, when) => `reported by ${name} on ${when}, is verified again`,
    verifyOwn: (name, text) => `Verify it again. ${name} reports that it is solved: ${text}`,
    escalated: (rounds) =>
      `This was verified ${String(rounds)} times and is still not solved. Speak to the owner, name one or accept the risk, on the card above.`,
    lastTime: 'Seen last time',
  },
};
