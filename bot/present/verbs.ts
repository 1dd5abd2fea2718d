/** What a button can ask. The verb and the keys are looked up again; nothing else of a card is believed. */
export const verbs = [
  'answer',
  'correct',
  'form',
  'form-send',
  'reply',
  'reply-sent',
  'show',
  'bring',
  'my-duties',
  'overview',
  'help',
  'new-duty',
  'new-duty-form',
  'new-duty-open',
  'review',
  'review-save',
  'review-keep-rest',
  'review-hand-in',
] as const;
export type Verb = (typeof verbs)[number];

export function parseVerb(raw: unknown): Verb | undefined {
  return verbs.find((verb) => verb === raw);
}
