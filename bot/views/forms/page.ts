import type { Card, Element } from '../../../cards/card.ts';
import { text } from '../../../cards/elements.ts';
import type { FieldForm } from '../../../cards/form/field-form.ts';
import type { Pages } from '../../../cards/form/pages.ts';
import { keptElsewhere, laterAreFilled, partsOfPage } from '../../../cards/form/pages.ts';
import type { AnyWords, FieldMessage } from '../../../cards/fields.ts';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import { cardBytes, maxCardBytes } from '../../../cards/limits.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { typedText } from '../../../cards/read-fields.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import { words } from '../texts.ts';

/** One card of a form: its questions, what the buttons carry, and where it may go. */
export interface FormPage {
  readonly elements: readonly Element[];
  /** What was typed on the other cards. */
  readonly kept: Readonly<Record<string, string>>;
  readonly at: number;
  readonly isLast: boolean;
  /** Nothing that is needed is still to come: it can be sent from here. */
  readonly mayFinish: boolean;
}

/** A form as it stands on its card number `at`, counted from 1. */
export function formPage(form: FieldForm, pages: Pages, at: number): FormPage {
  const here = Math.min(Math.max(1, at), pages.length);
  const { language, messages } = form;
  const asked = pages[here - 1] ?? [];
  const about = messages.filter(({ field }) => !asked.includes(field));
  return {
    elements: [
      ...(pages.length > 1
        ? [text(words[language].stepOf(here, pages.length), { isSubtle: true, spacing: 'none' })]
        : []),
      ...about.map(({ message }) =>
        text(`⚠ ${message}`, { color: 'attention', weight: 'bolder', spacing: 'small' }),
      ),
      ...renderFields({ ...form, parts: partsOfPage(pages, here) }),
    ],
    kept: keptElsewhere(form, pages, here),
    at: here,
    isLast: here === pages.length,
    mayFinish: laterAreFilled(form, pages, here),
  };
}

/** What was typed in a form, and what is wrong with it. */
interface FormTyped {
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
}

/** Said of a question whose answer did not fit on a card. */
export const tooLong: InEachLanguage<(question: string) => string> = {
  nl: (question) => `‘${question}’ was te lang om mee te nemen. Vul het opnieuw in.`,
  en: (question) => `“${question}” was too long to carry along. Fill it in again.`,
};

/** Teams refuses what is too large: the longest text falls away until the card fits, and the card says which. */
export function formThatFits<T extends FormTyped>(
  shown: T,
  make: (shown: T) => Card,
  { labels, language }: { readonly labels: AnyWords; readonly language: Language },
): Card {
  const made = make(shown);
  if (cardBytes(made) <= maxCardBytes) return made;
  const texts = Object.entries(shown.typed).map(([id, raw]) => [id, typedText(raw) ?? ''] as const);
  const [longest] = texts.toSorted(([, one], [, other]) => other.length - one.length);
  if (!longest || longest[1] === '') return made;
  const [field] = longest;
  const { [field]: _, ...typed } = shown.typed;
  const message = tooLong[language](labels[field]?.label ?? field);
  const messages = [...shown.messages, { field, message }];
  return formThatFits({ ...shown, typed, messages }, make, { labels, language });
}
