import { kindOf } from '../../kinds/index.ts';
import type { Duty } from '../../duty/duty.ts';
import type { ReaderNow } from '../reader.ts';
import { dueDay } from '../reader.ts';
import { words } from '../texts.ts';

/** One line that says what the card is about: the notification and the text where cards do not show. */
export function summaryOf(duty: Duty, reader: ReaderNow): string {
  const { ask } = kindOf(duty.kind).words(reader.language);
  return words[reader.language].notification(ask, duty.title, dueDay(duty.dueOn, reader));
}
