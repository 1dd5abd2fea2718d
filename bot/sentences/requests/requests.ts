import type { RequestName } from './words.ts';
import { requestWords } from './words.ts';
import type { Token } from '../tokens.ts';
import { nearestOf } from '../slips.ts';
import { returnDay } from '../until.ts';

/** What somebody asks of the bot, beside answering a duty. */
export type Request =
  | { readonly type: Exclude<RequestName, 'hand-over' | 'absence' | 'language'> }
  /** To whom, as it was typed; undefined where nobody is named. */
  | { readonly type: 'hand-over'; readonly to: string | undefined }
  /** The first day back, `yyyy-MM-dd`; undefined where no day can be read. */
  | { readonly type: 'absence'; readonly back: string | undefined }
  | { readonly type: 'language'; readonly language: 'nl' | 'en' };

/** No request is longer; what is longer tells a story. */
const mostWords = 25;

/** Words of courtesy, which stand around a request and change nothing of it. */
const courtesy =
  /^(?:hoi|hallo|hey|hi|hello|dag|beste|dear|bot|goedemorgen|goedemiddag|goedenavond|good morning|good afternoon|graag|alsjeblieft|alstublieft|aub|svp|please|pls|even|eens|eventjes|misschien|maar|mag ik|mogen we|kan ik|kun je|kan je|kunt u|zou je|zou u|wil je|wilt u|ik wil|ik zou|willen|weten|zien|hebben|krijgen|could you|can you|would you|will you|may i|can i|could i|i want to|i would like to|i would like|i want|see|know|have|get|tell me|vertel me|vertel|zeg|zeg me|just|bedankt|dank je|dankjewel|thanks|thank you)$/;
const twoWords = 3;

type Form = readonly [RequestName, RegExp];
const forms: readonly Form[] = Object.entries(requestWords).flatMap(([name, { said }]) =>
  said.map((pattern): Form => [name as RequestName, compiled(pattern)]),
);

// "…" stands for a few words of any kind, "a|b" for either; a space inside an alternative is an underscore.
function compiled(pattern: string): RegExp {
  const parts = pattern.split(' ').map((part) => {
    if (part === '…') return '(?: [^ ]+){0,6}?';
    const either = part.split('|').map((one) => one.replaceAll('_', ' '));
    return ` (?:${either.join('|')})`;
  });
  return new RegExp(`^${parts.join('')}$`);
}

/**
 * What a sentence asks for; undefined where it asks nothing that is known. References are tokens of their own; `today` is the
 * day on the reader's clock, `yyyy-MM-dd`, from which "until Monday" counts.
 */
export function readRequest(tokens: readonly Token[], today: string): Request | undefined {
  const thumb =
    tokens.length > 0 && tokens.every(({ type, word }) => type !== 'word' && applause.test(word));
  if (thumb) return { type: 'thumb' };
  const words = tokens.flatMap(({ type, word }) =>
    type === 'reference' ? ['REF'] : type === 'word' ? [word] : [],
  );
  if (words.length === 0 || words.length > mostWords) return undefined;
  const mended = words.map(withoutSlip);
  for (const said of [withoutCourtesy(words), words, withoutCourtesy(mended), mended]) {
    const text = said.map((word) => ` ${word}`).join('');
    const found = forms.find(([, form]) => form.test(text))?.[0];
    if (found) return requestOf(found, { words: said, tokens, today });
  }
  return undefined;
}

const known: ReadonlySet<string> = new Set(
  Object.values(requestWords).flatMap(({ said }) =>
    said.flatMap((form) => form.split(/[ |_]/).filter((word) => /^\p{L}{3,}$/u.test(word))),
  ),
);
const near = nearestOf(known);

/** The word that was meant: two letters that changed places in a short one, a slip of the finger in a longer one. */
const withoutSlip = (word: string): string =>
  known.has(word) ? word : (near(word) ?? swappedIn(word) ?? word);

function swappedIn(word: string): string | undefined {
  if (word.length < 3 || word.length > 4) return undefined;
  const ways = Array.from({ length: word.length - 1 }, (_, at) => {
    const [one, other] = [word.charAt(at), word.charAt(at + 1)];
    return `${word.slice(0, at)}${other}${one}${word.slice(at + 2)}`;
  }).filter((way) => known.has(way));
  return new Set(ways).size === 1 ? ways[0] : undefined;
}

const applause = /^(?:[👍👌✅✔🙏❤♥💪🎉😊😀🙂!.]|[👏🙌])$/u;

function withoutCourtesy(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = 0;
    for (let more = twoWords; more >= 1 && length === 0; more -= 1)
      if (courtesy.test(words.slice(at, at + more).join(' '))) length = more;
    const word = words[at];
    if (length === 0 && word !== undefined) kept.push(word);
    at += Math.max(1, length);
  }
  return kept;
}

function requestOf(
  name: RequestName,
  {
    words,
    tokens,
    today,
  }: {
    readonly words: readonly string[];
    readonly tokens: readonly Token[];
    readonly today: string;
  },
): Request {
  switch (name) {
    case 'hand-over':
      return { type: name, to: receiver(tokens) };
    case 'absence':
      return { type: name, back: returnDay(words, today) };
    case 'language':
      return {
        type: name,
        language: words.some((word) => /^(?:nederlands|dutch)/.test(word)) ? 'nl' : 'en',
      };
    default:
      return { type: name };
  }
}

/** The name behind "aan", "to" or "laat", as far as it is one: capitals, and the small words between them. */
function receiver(tokens: readonly Token[]): string | undefined {
  const at = tokens.findLastIndex(({ word }) =>
    /^(?:aan|to|naar|door|by|bij|laat|let|kan|can|moet)$/.test(word),
  );
  const named: string[] = [];
  for (const { type, raw } of at < 0 ? [] : tokens.slice(at + 1)) {
    const isName =
      /^\p{Lu}/u.test(raw) || (named.length > 0 && /^(?:de|den|der|van|von|ten|ter)$/.test(raw));
    if (type !== 'word' || !isName) break;
    named.push(raw);
  }
  return named.length > 0 ? named.join(' ') : undefined;
}
