/** A piece of a sentence: a word, a mark that ends or divides, the reference of a duty, or a sign that is none of these. */
export interface Token {
  readonly type: 'word' | 'mark' | 'sign' | 'reference';
  /** Plain: no capitals, no accents. */
  readonly word: string;
  /** As it was typed. */
  readonly raw: string;
  /** What ties it to the token before it without a space, such as the dash of CHG-4711; '' where nothing does. */
  readonly tie: string;
}

/** Nothing beyond this is read: who writes more tells a story, and a story is no clear answer. */
const longestRead = 4000;

// A word with its apostrophes, a run of dots, a face made of marks, or any other single sign.
const pieces =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘`´][\p{L}\p{N}]+)*|['’‘`´][tsnm](?![\p{L}\p{N}])|\.{2,}|…|[:;=]['-]?[()DPp|\\](?![\p{L}\p{N}])|\s+|\p{Extended_Pictographic}|[^]/gu;
const ties = new Set(['-', '‐', '‑', '_', '/', '.', '#']);
const marks = new Set(['.', ',', ';', ':', '!', '–', '—', '-', '(', ')', '\n', '•', '*']);
// Shades of skin, joiners and invisible marks say nothing.
const silent = /[\p{Cf}\u{FE00}-\u{FE0F}\u{1F3FB}-\u{1F3FF}]/gu;

/** What an apostrophe shortens; "can't" is two words, of which one denies. */
const endings: Readonly<Record<string, string>> = {
  s: 'is',
  m: 'am',
  re: 'are',
  ve: 'have',
  ll: 'will',
  d: 'would',
};
const leading: Readonly<Record<string, string>> = { t: 'het', s: 'des', n: 'een', m: 'hem' };
const irregular: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };
// Typed without its apostrophe.
const unmarked =
  /^(do|does|did|is|are|was|were|ca|wo|has|have|had|could|should|would|must|need|ai)nt$/;
/** As it is spoken, or typed in haste. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  nie: ['niet'],
  ut: ['het'],
  da: ['dat'],
  ff: ['even'],
  gwn: ['gewoon'],
  its: ['it', 'is'],
  thats: ['that', 'is'],
  theres: ['there', 'is'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
  gonna: ['going', 'to'],
  wanna: ['want', 'to'],
  dunno: ['do', 'not', 'know'],
};
const pronouns =
  /^(it|that|there|what|who|where|how|he|she|everything|everyone|everybody|this|here|let)$/;

/** What stands in a list for a word; every object has a "constructor" that is no word of ours. */
const inList = <T>(list: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(list, word) ? list[word] : undefined;

/** Reads a sentence piece by piece; what it takes grows with the length of the text and no faster. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let tie = '';
  let near = false;
  const found =
    text.slice(0, longestRead).normalize('NFKC').replace(silent, '').match(pieces) ?? [];
  for (const [at, raw] of found.entries()) {
    const next = found[at + 1] ?? ' ';
    if (/^\s/u.test(raw)) {
      if (raw.includes('\n')) tokens.push({ type: 'mark', word: '.', raw: '\n', tie: '' });
      near = false;
      tie = '';
    } else if (/^[\p{L}\p{N}]/u.test(raw) || /^['’‘`´]./u.test(raw)) {
      tokens.push(...wordsIn(raw, near ? tie : ''));
      near = true;
      tie = '';
    } else if (/^[/|]$/.test(raw) && !near && /^\s/u.test(next)) {
      // "inloggen ok / factuurrun ok"
      tokens.push({ type: 'mark', word: ',', raw, tie: '' });
    } else if (near && isTie(raw, found[at - 1] ?? '', next)) tie = raw;
    else {
      tokens.push(signOf(raw, next));
      near = raw === '#';
      tie = '';
    }
  }
  return tokens;
}

function isTie(sign: string, before: string, after: string): boolean {
  if (!ties.has(sign) || !/^[\p{L}\p{N}]/u.test(after)) return false;
  if (sign === '.') return /\p{N}$/u.test(before) && /^\p{N}/u.test(after);
  if (sign === '/') return /\p{N}/u.test(before) || /\p{N}/u.test(after);
  return true;
}

function signOf(raw: string, next: string): Token {
  // "!werkt" says the contrary where people write code.
  if (marks.has(raw) && !(raw === '!' && /^[\p{L}\p{N}]/u.test(next))) {
    const word = raw === '\n' ? '.' : raw;
    return { type: 'mark', word, raw, tie: '' };
  }
  // "- dit" and "* dit" are lists; a sign against a word is part of something else.
  const word = /^(\.{2,}|…)$/u.test(raw) ? '…' : /^[:=]['-]?[)D]$/.test(raw) ? '😊' : raw;
  return { type: 'sign', word, raw, tie: /^\s/u.test(next) ? '' : raw };
}

const plain = (raw: string): string => raw.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function wordsIn(raw: string, tie: string): readonly Token[] {
  const [first = '', ...rest] = plain(raw).split(/['’‘`´]/u);
  const words = rest.length === 0 ? unshortened(first) : joined(first, rest.join(''));
  return words.map((word, at) => ({ type: 'word', word, raw, tie: at === 0 ? tie : '' }));
}

function unshortened(word: string): readonly string[] {
  const verb = unmarked.exec(word)?.[1];
  if (verb !== undefined) return [inList(irregular, verb) ?? verb, 'not'];
  return word === 'cannot' ? ['can', 'not'] : (inList(spoken, word) ?? [word]);
}

function joined(first: string, rest: string): readonly string[] {
  if (first === '') return [inList(leading, rest) ?? rest];
  if (rest === 't' && first.endsWith('n')) {
    const verb = first.slice(0, -1);
    return [inList(irregular, verb) ?? verb, 'not'];
  }
  const long = inList(endings, rest);
  // "collega's" is a plural, "it's" are two words.
  if (long === undefined || (rest === 's' && !pronouns.test(first))) return [`${first}${rest}`];
  return [first, long];
}
