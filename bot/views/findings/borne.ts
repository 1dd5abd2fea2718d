import type { InEachLanguage, Language } from '../../../cards/language.ts';
import type { Duty } from '../../duty/duty.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Borne } from '../../kinds/kind.ts';

/** The words of what somebody is asked to take upon them once and for all. */
interface BorneWords {
  readonly asked: string;
  readonly accepted: string;
  readonly refused: string;
  readonly notOwn: string;
  readonly by: string;
  /** How the duty stands while it waits for the yes, after it, and after a no. */
  readonly state: { readonly waits: string; readonly borne: string; readonly refused: string };
  readonly yes: string;
  readonly no: string;
}

const nl: Readonly<Record<Borne, BorneWords>> = {
  loss: {
    asked: 'Jij bent gevraagd om dit verlies te accepteren.',
    accepted: 'Het verlies is geaccepteerd. De bevinding is gesloten.',
    refused: 'Het verlies is niet geaccepteerd. De bevinding blijft open.',
    notOwn: 'Kies iemand anders: wie het verlies zag, accepteert het niet zelf.',
    by: 'Verlies geaccepteerd door',
    state: {
      waits: 'Verlies nog niet geaccepteerd',
      borne: 'Verlies geaccepteerd',
      refused: 'Verlies niet geaccepteerd',
    },
    yes: 'Ik accepteer het verlies',
    no: 'Niet accepteren',
  },
  exception: {
    asked:
      'Jij bent gevraagd om deze uitzondering goed te keuren. Zonder jouw ja mogen de gegevens zo niet weg.',
    accepted: 'De uitzondering is goedgekeurd. De gegevens mogen zo weg.',
    refused: 'De uitzondering is niet goedgekeurd. Kies een andere weg, of vraag hulp.',
    notOwn: 'Een uitzondering keur je niet zelf goed. Kies welke collega dat doet.',
    by: 'Uitzondering goedgekeurd door',
    state: {
      waits: 'Uitzondering wacht op goedkeuring',
      borne: 'Uitzondering goedgekeurd',
      refused: 'Uitzondering niet goedgekeurd',
    },
    yes: 'Ik keur dit goed',
    no: 'Niet goedkeuren',
  },
};

const en: typeof nl = {
  loss: {
    asked: 'You are asked to accept this loss.',
    accepted: 'The loss was accepted. The finding is closed.',
    refused: 'The loss was not accepted. The finding stays open.',
    notOwn: 'Pick somebody else: whoever saw the loss does not accept it.',
    by: 'Loss accepted by',
    state: {
      waits: 'Loss not accepted yet',
      borne: 'Loss accepted',
      refused: 'Loss not accepted',
    },
    yes: 'I accept the loss',
    no: 'Do not accept',
  },
  exception: {
    asked:
      'You are asked to approve this exception. Without your yes the data may not be sent this way.',
    accepted: 'The exception was approved. The data may be sent this way.',
    refused: 'The exception was not approved. Choose another route, or ask for help.',
    notOwn: 'You cannot approve an exception yourself. Choose which colleague does.',
    by: 'Exception approved by',
    state: {
      waits: 'Exception waits for approval',
      borne: 'Exception approved',
      refused: 'Exception not approved',
    },
    yes: 'I approve this',
    no: 'Do not approve',
  },
};

const borneTexts: InEachLanguage<typeof nl> = { nl, en };

/** The words of what an answer of this kind leaves to somebody else's yes. */
export const borneWords = ({ kind }: Pick<Duty, 'kind'>, language: Language): BorneWords =>
  borneTexts[language][kindOf(kind).bears ?? 'loss'];
