import type {
  Action,
  ActionData,
  ActionSet,
  Card,
  Column,
  Container,
  DialogAction,
  Element,
  ExecuteAction,
  Fact,
  FactSet,
  RichTextBlock,
  StackedBars,
  Style,
  TextBlock,
} from './card.ts';
import type { Language } from './language.ts';
import { plain, visible } from './plain-text.ts';

/** A text of our own; foreign text goes through `plain` first or into `foreignText`. */
export function text(
  content: string,
  look: Partial<Omit<TextBlock, 'type' | 'text'>> = {},
): TextBlock {
  return { type: 'TextBlock', text: content, ...look, wrap: true };
}

/** A longer foreign text, shown as it was written: a TextRun knows no Markdown. */
export function foreignText(
  content: string,
  look: { spacing?: 'small' | 'medium' } = {},
): RichTextBlock {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: visible(content) }], ...look };
}

export function heading(content: string): TextBlock {
  return text(content, { weight: 'bolder', spacing: 'medium', separator: true });
}

/** Title and value pairs; both are escaped, because a FactSet applies Markdown. */
export function facts(pairs: readonly Fact[]): readonly FactSet[] {
  if (pairs.length === 0) return [];
  const escaped = pairs.map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
  return [{ type: 'FactSet', facts: escaped, spacing: 'medium' }];
}

/** A button that works in every client: `Action.Execute`, and `Action.Submit` where that is unknown. */
export function execute(
  title: string,
  {
    verb,
    data,
    look,
  }: {
    readonly verb: string;
    readonly data: ActionData;
    readonly look: {
      readonly primary?: boolean | undefined;
      readonly inputs?: 'none' | undefined;
      readonly of?: string | undefined;
    };
  },
): ExecuteAction {
  const shared = {
    title,
    ...(look.of === undefined ? {} : { tooltip: `${title}: ${visible(look.of)}` }),
    data,
    ...(look.primary ? { style: 'positive' as const } : {}),
    ...(look.inputs ? { associatedInputs: look.inputs } : {}),
  };
  return {
    type: 'Action.Execute',
    verb,
    ...shared,
    fallback: { type: 'Action.Submit', ...shared },
  };
}

/** The same button, whose answer opens in a dialog where the client has them. */
export const inDialog = ({ fallback }: ExecuteAction): DialogAction => ({
  ...fallback,
  data: { ...fallback.data, msteams: { type: 'task/fetch' } },
});

export function actions(
  list: readonly Action[],
  look: Partial<Pick<ActionSet, 'separator' | 'spacing'>> = {},
): readonly ActionSet[] {
  return list.length === 0
    ? []
    : [{ type: 'ActionSet', spacing: 'medium', ...look, actions: list }];
}

/** Buttons two a row, so that each is read whole on a phone. */
export function actionRows(list: readonly Action[]): readonly ActionSet[] {
  const rows = Array.from({ length: Math.ceil(list.length / 2) }, (_, at) =>
    list.slice(2 * at, 2 * at + 2),
  );
  return rows.flatMap((row, at) => actions(row, at === 0 ? {} : { spacing: 'small' }));
}

/** The question of a card, or of a step of it. */
export function questionText(
  content: string,
  look: Partial<Pick<TextBlock, 'separator'>> = {},
): TextBlock {
  return text(content, {
    weight: 'bolder',
    size: 'medium',
    spacing: 'medium',
    style: 'heading',
    ...look,
  });
}

export interface Band {
  readonly style: Style;
  readonly kicker: string;
  readonly title: string;
  readonly place: string;
  /** Until when, in words that stay true. */
  readonly due?: { readonly told: string; readonly late: boolean };
}

/**
 * The band across the top of a card: what it is, in which state and until when, in words and in colour. Nothing
 * stands beside the title: on a phone of 320 px a second column leaves it one word a line.
 */
export function band({ style, kicker, title, place, due }: Band): Container {
  const items: readonly Element[] = [
    text(plain(kicker), { isSubtle: true, size: 'small', spacing: 'none' }),
    text(plain(title), { weight: 'bolder', size: 'large', style: 'heading', spacing: 'none' }),
    ...(place === '' ? [] : [text(plain(place), { isSubtle: true, spacing: 'none' })]),
    ...(due ? [dueLine(due)] : []),
  ];
  return { type: 'Container', style, bleed: true, items };
}

function dueLine({ told, late }: NonNullable<Band['due']>): TextBlock {
  const line = told.charAt(0).toUpperCase() + told.slice(1);
  const color = late ? 'attention' : 'accent';
  return text(line, { color, weight: 'bolder', spacing: 'small' });
}

/** Two or three columns; the last is as wide as its content when `last` is `auto`. */
export function columns(
  contents: readonly (readonly Element[])[],
  last: 'stretch' | 'auto' = 'stretch',
): Extract<Element, { type: 'ColumnSet' }> {
  const made = contents.map((items, at): Column => ({
    type: 'Column',
    width: at === contents.length - 1 ? last : 'stretch',
    // Inputs side by side stand on one line, also when one label is longer than the other.
    verticalContentAlignment: last === 'auto' ? 'center' : 'bottom',
    items,
  }));
  return { type: 'ColumnSet', spacing: 'small', columns: made };
}

const longestFigure = 7;

/** Large numbers side by side: the figure that matters is read first. */
export function figures(
  list: readonly { readonly label: string; readonly value: string; readonly bad: boolean }[],
): readonly Element[] {
  if (list.length === 0) return [];
  // What is longer than a number breaks in the third of a phone.
  const size = list.some(({ value }) => value.length > longestFigure) ? 'medium' : 'extraLarge';
  const tiles = list.map(({ label, value, bad }): Column => ({
    type: 'Column',
    width: 'stretch',
    // The names stand on one line, also where one number takes two.
    verticalContentAlignment: 'top',
    items: [
      text(plain(label), { isSubtle: true, size: 'small' }),
      text(plain(value), {
        size,
        weight: 'bolder',
        spacing: 'none',
        ...(bad ? { color: 'attention' as const } : {}),
      }),
    ],
  }));
  return [{ type: 'ColumnSet', spacing: 'medium', columns: tiles }];
}

/** One bar in parts, each with its name and number. */
export interface Bar {
  readonly title: string;
  readonly parts: StackedBars['data'][number]['data'];
}

/**
 * Bars where the client draws them, each with its numbers in words, for the colours say nothing to everybody;
 * where it does not, the same words alone.
 */
export function bars(list: readonly Bar[]): StackedBars {
  const inWords = ({ parts }: Bar): string =>
    parts.map(({ legend, value }) => `${String(value)} ${legend}`).join(' · ');
  return {
    type: 'Chart.HorizontalBar.Stacked',
    data: list.map((bar) => ({ title: `${bar.title}: ${inWords(bar)}`, data: bar.parts })),
    fallback: {
      type: 'FactSet',
      facts: list.map((bar) => ({ title: plain(bar.title), value: plain(inWords(bar)) })),
    },
  };
}

/** A grid whose first row is its head; the columns share the width by weight. */
export function table(
  rows: readonly (readonly TextBlock[])[],
  weights: readonly number[],
): Extract<Element, { type: 'Table' }> {
  return {
    type: 'Table',
    spacing: 'small',
    columns: weights.map((width) => ({ width })),
    firstRowAsHeaders: true,
    showGridLines: false,
    rows: rows.map((cells) => ({
      type: 'TableRow',
      cells: cells.map((one) => ({ type: 'TableCell', items: [one] })),
    })),
  };
}

export function card(language: Language, fallbackText: string, body: readonly Element[]): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: visible(fallbackText),
    body,
  };
}
