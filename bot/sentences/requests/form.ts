/** Who may ask it, where it is more than looking at one's own. */
export type Asker = 'anyone';
export type Place = 'personal' | 'everywhere';

export interface RequestWords {
  /** How people may put it, to show; the first one is the shortest. */
  readonly examples: Readonly<Record<'nl' | 'en', readonly string[]>>;
  readonly where: Place;
  readonly who: Asker;
  /** True where it counts although the sentence sounds like a "no": "ik ben de kaart kwijt". */
  readonly firm: boolean;
  /** Its forms: "…" is a few words of any kind, "a|b" either of them, REF the reference of a duty. */
  readonly said: readonly string[];
}

/** A request as it is declared: examples in Dutch and English, and its forms. */
export const of = (
  nl: readonly string[],
  {
    en,
    said,
    where = 'personal',
    firm = false,
  }: {
    readonly en: readonly string[];
    readonly said: readonly string[];
    readonly where?: Place;
    readonly firm?: boolean;
  },
): RequestWords => ({ examples: { nl, en }, where, who: 'anyone', firm, said });
