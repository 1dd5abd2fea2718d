import type { Action } from '../../../cards/card.ts';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import type { Duty } from '../../duty/duty.ts';
import { isLoss, toConfirmBy } from '../../duty/findings/to-confirm.ts';
import type { PersonId } from '../../duty/ids.ts';
import { buttons } from '../buttons.ts';
import { borneWords } from './borne.ts';

const nl = {
  owner: { yes: 'Ik pak dit op', no: 'Niet van mij' },
  risk: { yes: 'Ik accepteer het risico', no: 'Niet accepteren' },
};
const en: typeof nl = {
  owner: { yes: 'I’ll take this on', no: 'Not mine' },
  risk: { yes: 'I accept the risk', no: 'Do not accept' },
};
const confirmTexts: InEachLanguage<typeof nl> = { nl, en };

/** The yes and the no of somebody who was picked for a finding; none for anybody else. */
export function confirmSteps(duty: Duty, viewer: PersonId, language: Language): readonly Action[] {
  const asked = toConfirmBy(duty, viewer);
  if (!asked) return [];
  const { what, finding } = asked;
  const said = isLoss(asked) ? borneWords(duty, language) : confirmTexts[language][what];
  const answer = (given: 'yes' | 'no') =>
    buttons.confirm.button(
      said[given],
      { duty: duty.id, language, what, finding, answer: given },
      { primary: given === 'yes', inputs: 'none' },
    );
  return [answer('yes'), answer('no')];
}
