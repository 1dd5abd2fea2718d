/**
 * The subset of Adaptive Cards 1.5 that we use: no badges and no nested cards. A table is for a grid of short
 * signs only, as it stays one on a phone.
 */
export type Style = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
export type Color = 'default' | 'good' | 'warning' | 'attention' | 'accent';
export type Size = 'small' | 'default' | 'medium' | 'large' | 'extraLarge';
export type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';

interface Common {
  readonly id?: string;
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly isVisible?: boolean;
}

export interface TextBlock extends Common {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'bolder';
  readonly size?: Size;
  readonly color?: Color;
  readonly isSubtle?: boolean;
  readonly style?: 'heading';
}

export interface RichTextBlock extends Common {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly { readonly type: 'TextRun'; readonly text: string }[];
}

export interface Fact {
  readonly title: string;
  readonly value: string;
}

export interface FactSet extends Common {
  readonly type: 'FactSet';
  readonly facts: readonly Fact[];
}

export interface Container extends Common {
  readonly type: 'Container';
  readonly style?: Style;
  readonly bleed?: boolean;
  readonly items: readonly Element[];
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'stretch' | 'auto';
  readonly verticalContentAlignment?: 'top' | 'center' | 'bottom';
  readonly items: readonly Element[];
}

export interface ColumnSet extends Common {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
}

/** A grid with a head row; what a cell says is short. */
export interface Table extends Common {
  readonly type: 'Table';
  /** Each column's share of the width. */
  readonly columns: readonly { readonly width: number }[];
  readonly firstRowAsHeaders: true;
  readonly showGridLines: boolean;
  readonly rows: readonly {
    readonly type: 'TableRow';
    readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly TextBlock[] }[];
  }[];
}

export type ChartColor = 'good' | 'warning' | 'attention' | 'neutral';

/**
 * Bars of several parts, as Teams draws them (Microsoft Teams documentation, "Charts in Adaptive Cards").
 * It is no part of 1.5: a client that does not know it shows the fallback, which says the same in text.
 */
export interface StackedBars extends Common {
  readonly type: 'Chart.HorizontalBar.Stacked';
  readonly data: readonly {
    readonly title: string;
    readonly data: readonly {
      readonly legend: string;
      readonly value: number;
      readonly color: ChartColor;
    }[];
  }[];
  readonly fallback: FactSet | Container;
}

export interface ActionSet extends Common {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

interface Input extends Common {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

export interface TextInput extends Input {
  readonly type: 'Input.Text';
  readonly isMultiline?: boolean;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly value?: string;
}

export interface NumberInput extends Input {
  readonly type: 'Input.Number';
  readonly min: number;
  readonly max: number;
  readonly placeholder?: string;
  readonly value?: number;
}

export interface DateInput extends Input {
  readonly type: 'Input.Date';
  readonly value?: string;
}

export interface TimeInput extends Input {
  readonly type: 'Input.Time';
  readonly value?: string;
}

export interface ChoiceInput extends Input {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact' | 'expanded' | 'filtered';
  readonly wrap: true;
  /** What was chosen comes back as one text, separated by commas. */
  readonly isMultiSelect?: true;
  readonly placeholder?: string;
  readonly value?: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Choices that the client looks up itself. */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
}

export type InputElement = TextInput | NumberInput | DateInput | TimeInput | ChoiceInput;
export type Element =
  | TextBlock
  | RichTextBlock
  | FactSet
  | Container
  | ColumnSet
  | Table
  | ActionSet
  | StackedBars
  | InputElement;

/** What a button carries back: the verb and keys to look things up with, never a fact to trust. */
export type ActionData = Readonly<Record<string, string | number>>;

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  /** What is read out in the place of the title: it tells equal buttons apart. */
  readonly tooltip?: string;
  readonly verb: string;
  readonly data: ActionData;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
  readonly fallback: SubmitAction;
}

export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly tooltip?: string;
  readonly data: ActionData;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
}

/**
 * Opens what it leads to in a dialog, where the client has them (Microsoft Teams documentation, "Use dialogs with bots");
 * any other client sends it as a submit, and what it leads to is a card.
 */
export interface DialogAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly tooltip?: string;
  readonly data: Readonly<Record<string, string | number | OpensDialog>>;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
}

interface OpensDialog {
  readonly type: 'task/fetch';
}

export interface ToggleAction {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
}

export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

export type Action = ExecuteAction | SubmitAction | DialogAction | ToggleAction | OpenUrlAction;

/** Somebody whom a text of the card names as `<at>name</at>`: Teams tells that person. */
export interface Mention {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly msteams?: { readonly entities: readonly Mention[] };
}
