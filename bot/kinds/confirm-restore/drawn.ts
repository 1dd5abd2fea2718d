import type { Language } from '../../../cards/language.ts';
import { confirmRestoreTexts } from './texts.ts';

// A duty's id is longer than what people choose: it stands in the first record, and says nothing to whoever looks.
const longestSaid = 20;

/** What the bot drew from, and with which number where somebody chose it: enough to draw it again is in the evidence. */
export function drawnInWords(
  { from, to }: { readonly from: number; readonly to: number },
  seed: string,
  language: Language,
): string {
  const said = confirmRestoreTexts[language];
  const number = seed === '' || seed.length > longestSaid ? [] : [said.startNumber(seed)];
  return [said.drawnFrom(from, to), ...number].join(', ');
}
