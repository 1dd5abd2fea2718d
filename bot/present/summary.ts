import { kindOf } from '../duties/index.ts';
import type { Duty } from '../lifecycle/duty.ts';
import type { ReaderNow } from './due.ts';
import { dueText } from './due.ts';
import { words } from './words.ts';

/** One line that says what the card is about: the notification and the text where cards do not show. */
export function summaryOf(duty: Duty, reader: ReaderNow): string {
  const { ask } = kindOf(duty.kind).words(reader.language);
  return words[reader.language].notification(ask, duty.title, dueText(duty.dueOn, reader));
}
