import type { Clicks } from '../../casework/clicks.ts';
import { onDutyClick } from '../../casework/clicks.ts';
import { openForm, sendForm, showToActor } from './duty-forms.ts';

/** The small forms of a card, and the way back to it. */
export const clicks: Clicks<'form' | 'formSend' | 'show'> = {
  show: onDutyClick('show', 'party', (clicked) => showToActor(clicked)),
  form: onDutyClick('form', 'party', (clicked) => openForm(clicked, clicked.data.form)),
  formSend: onDutyClick('formSend', 'party', (clicked) => sendForm(clicked, clicked.data.form)),
};
