/**
 * A pattern that finds a text as it is written, in any case: the only one that is made while the bot runs, as it
 * has nothing that repeats and so costs no more than the length of what it reads.
 */
export const literally = (text: string): RegExp =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`), 'giu');
