import type { Language } from '../../cards/language.ts';
import type { DrawRequest } from '../features/samples/read-draw.ts';
import { readDraw } from '../features/samples/read-draw.ts';

/** What a person wants by writing to the bot. */
export type Intent =
  | {
      readonly type:
        | 'help'
        | 'my-duties'
        | 'overview'
        | 'use-channel'
        | 'new-duty'
        | 'roster'
        | 'plans'
        | 'house-rules'
        | 'send-data'
        | 'greeting'
        | 'thanks';
    }
  | { readonly type: 'language'; readonly language: Language }
  /** A sample of duties, for an auditor. */
  | { readonly type: 'draw'; readonly wanted: DrawRequest | 'incomplete' }
  | { readonly type: 'unknown' };

// Localized commands of the app package come back as text in the client's language, so both
// languages are always understood.
const words: Readonly<
  Record<Exclude<Intent['type'], 'language' | 'draw' | 'unknown'>, readonly string[]>
> = {
  help: ['help', 'hulp', 'info', '?', 'wat kun je', 'wat kan je', 'what can you do'],
  'my-duties': ['my duties', 'mijn plichten', 'duties', 'plichten', 'list', 'lijst'],
  overview: ['status', 'overzicht', 'overview'],
  'use-channel': ['use this channel', 'gebruik dit kanaal'],
  'new-duty': ['new duty', 'nieuwe plicht'],
  roster: ['roster', 'rooster'],
  plans: ['plans', 'plannen'],
  'house-rules': ['house rules', 'afspraken', 'huisregels'],
  'send-data': [
    'ik moet gegevens sturen',
    'ik moet gegevens versturen',
    'ik wil gegevens sturen',
    'gegevens sturen',
    'gegevens versturen',
    'i have to send data',
    'i need to send data',
    'send data',
  ],
  greeting: [
    'hi',
    'hello',
    'hey',
    'hoi',
    'hallo',
    'dag',
    'goedemorgen',
    'goedemiddag',
    'goedenavond',
    'good morning',
    'good afternoon',
    'good evening',
  ],
  thanks: ['thanks', 'thank you', 'dank', 'bedankt', 'dank je', 'dank je wel', 'dankjewel'],
};

const byWord: ReadonlyMap<string, Intent> = new Map(
  Object.entries(words).flatMap(([type, list]) =>
    list.map((word): [string, Intent] => [word, { type } as Intent]),
  ),
);

const languageWord = /^(?:language|taal) (nl|en|nederlands|dutch|engels|english)$/;

/** Reads the words of the contract in both languages; case, accents and punctuation do not matter. */
export function understand(text: string): Intent {
  const said = normalised(text);
  const known = byWord.get(said);
  if (known) return known;
  const wanted = readDraw(text);
  if (wanted !== undefined) return { type: 'draw', wanted };
  const language = languageWord.exec(said)?.[1];
  if (language === undefined) return { type: 'unknown' };
  return { type: 'language', language: /^(nl|ned|dut)/.test(language) ? 'nl' : 'en' };
}

function normalised(text: string): string {
  // Nothing that we understand is longer; a pasted book need not be read.
  const short = text.trim().slice(0, 200);
  if (short === '?') return short;
  return short
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
