/**
 * What a word or phrase does in a sentence. The first group carries a clear statement; the second bends one, so that nothing
 * it stands in is a yes. A word of no class bends as well: whatever is not known to be harmless is not.
 */
export type Saying =
  /** Says nothing: articles, politeness inside a sentence. */
  | 'filler'
  | 'hello'
  | 'bye'
  | 'thanks'
  | 'praise'
  /** How it looks: says nothing by itself, and takes nothing from what is said beside it. */
  | 'impression'
  /** That it may be closed now, which does not say how it went. */
  | 'closing'
  | 'assent'
  | 'degree'
  /** A degree that means all of it. */
  | 'wholly'
  | 'time'
  /** All there is, as a subject or before one. */
  | 'all'
  | 'it'
  | 'that'
  /** What the duty is about, as a whole. */
  | 'matter'
  /** Something that belongs to it: a part says nothing of the whole. */
  | 'part'
  | 'line'
  | 'reference'
  | 'me'
  | 'have'
  | 'be'
  /** Good together with a word that says so, and bad where it is denied: "loopt". */
  | 'moves'
  | 'works'
  /** Good, where it is clear of what: "ok" alone is no answer. */
  | 'good'
  /** Good by itself. */
  | 'strong'
  /** Good where it is said of all: "teruggezet" may be half of it. */
  | 'entire'
  | 'done'
  /** What is measured and may follow its verdict: "genoeg capaciteit". */
  | 'amount'
  | 'none'
  | 'trouble'
  /** Trouble that people also deny out of politeness: "geen probleem". */
  | 'worry'
  | 'found'
  | 'gone'
  | 'confirm'
  | 'and'
  | 'with'
  | 'sent'
  /** Good of how it went: "goed verlopen". */
  | 'went'
  /** Says yes to what follows: "akkoord met". */
  | 'consent'
  /** That it was while testing: "bij het testen". */
  | 'during'
  /** Good of trouble only: "de fout is weg". */
  | 'vanished'
  | Bending;

export type Bending =
  | 'not'
  | 'bad'
  /** Good only in a sentence that denies it. */
  | 'denied'
  /** Trouble that is over: no trouble, and no yes here either. */
  | 'cured'
  | 'still'
  | 'can'
  | 'unable'
  | 'ask'
  | 'you'
  | 'plan'
  | 'if'
  | 'hearsay'
  | 'doubt'
  | 'past'
  | 'some'
  | 'but'
  | 'unknown';

/** The phrases of a class, with commas between them. */
export type Phrases = Readonly<Partial<Record<Saying, string>>>;

export const phrasesIn = (list: string): readonly string[] =>
  list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
