import { cut } from '../../cards/plain-text.ts';
import type { DrawRequest } from '../features/samples/read-draw.ts';
import { readDraw } from '../features/samples/read-draw.ts';
import type { DossierRead } from '../features/evidence/dossier/order/read-order.ts';
import { readDossierOrder } from '../features/evidence/dossier/order/read-order.ts';
import type { ChatWordName } from '../views/chat-words.ts';
import { chatWords } from '../views/chat-words.ts';

/** What a person wants by writing to the bot. */
export type Intent =
  | { readonly type: 'word'; readonly name: ChatWordName }
  /** A sample of duties, for an auditor. */
  | { readonly type: 'draw'; readonly wanted: DrawRequest | 'incomplete' }
  /** The file that an auditor opens. */
  | { readonly type: 'dossier'; readonly wanted: DossierRead }
  | { readonly type: 'unknown' };

const byWord: ReadonlyMap<string, ChatWordName> = new Map(
  chatWords.flatMap(({ name, words }) =>
    [...words.nl, ...words.en].map((word) => [word, name] as const),
  ),
);

/** Reads the words of the contract in both languages; case, accents and punctuation do not matter. */
export function understand(text: string): Intent {
  const name = byWord.get(normalised(text));
  if (name) return { type: 'word', name };
  const wanted = readDraw(text);
  if (wanted !== undefined) return { type: 'draw', wanted };
  const dossier = readDossierOrder(text);
  return dossier === undefined ? { type: 'unknown' } : { type: 'dossier', wanted: dossier };
}

function normalised(text: string): string {
  // Nothing that we understand is longer; a pasted book need not be read.
  const short = cut(text.trim(), 200);
  if (short === '?') return short;
  return short
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
