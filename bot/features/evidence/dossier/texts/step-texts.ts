/** What a step of a duty says beside who and when. */
const nl = {
  due: 'uiterlijk',
  until: 'tot en met',
  toVendor: 'aan de leverancier',
  from: { vendor: 'van de leverancier', customer: 'van wie het oplost' },
  solved: 'gemeld als opgelost',
  unsolved: 'nog niet opgelost',
  owner: 'eigenaar',
  acceptedBy: 'gedragen door',
  riskAskedOf: 'gevraagd het risico te dragen',
  lossAskedOf: 'gevraagd het verlies te aanvaarden',
  exceptionAskedOf: 'gevraagd de uitzondering goed te keuren',
  refused: 'geweigerd',
  taken: 'neemt het op zich',
  declined: 'neemt het niet op zich',
  failed: (count: number) => `hercontroles die mislukten: ${count}`,
  stillThere: (count: number) => `nog aanwezig op de nieuwe lijst: ${count}`,
  moved: (from: string, to: string) => `van ${from} naar ${to}`,
};

const en: typeof nl = {
  due: 'due',
  until: 'until',
  toVendor: 'to the vendor',
  from: { vendor: 'from the vendor', customer: 'from whoever solves it' },
  solved: 'reported as solved',
  unsolved: 'not solved yet',
  owner: 'owner',
  acceptedBy: 'borne by',
  riskAskedOf: 'asked to bear the risk',
  lossAskedOf: 'asked to accept the loss',
  exceptionAskedOf: 'asked to approve the exception',
  refused: 'refused',
  taken: 'takes it',
  declined: 'does not take it',
  failed: (count) => `checks that failed again: ${count}`,
  stillThere: (count) => `still on the new list: ${count}`,
  moved: (from, to) => `from ${from} to ${to}`,
};

export const stepTexts = { nl, en };
