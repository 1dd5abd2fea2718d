/** The themes in which a client shows cards. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface Palette {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  /** The grounds of containers. */
  readonly emphasis: string;
  readonly goodGround: string;
  readonly warningGround: string;
  readonly attentionGround: string;
  readonly accentGround: string;
}

/** Colours after those of Teams (Fluent 2, brand and shared colours): the bot itself names none. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#5c5c5c',
    accent: '#4f52b2',
    good: '#0b5a08',
    warning: '#8a3707',
    attention: '#a80f22',
    emphasis: '#f0f0f0',
    goodGround: '#f1faf1',
    warningGround: '#fff9f5',
    attentionGround: '#fdf3f4',
    accentGround: '#ebeefa',
  },
  dark: {
    page: '#141414',
    card: '#292929',
    text: '#ffffff',
    subtle: '#c4c4c4',
    accent: '#a6a9f5',
    good: '#7fd67b',
    warning: '#faa06b',
    attention: '#f5a3ad',
    emphasis: '#1f1f1f',
    goodGround: '#052505',
    warningGround: '#411200',
    attentionGround: '#3b0509',
    accentGround: '#2f2f4a',
  },
};

/** The host config of a theme, for Microsoft's renderer: fonts, sizes and colours as a client has them. */
export function hostConfig(theme: Theme): object {
  const is = palettes[theme];
  const both = (color: string) => ({ default: color, subtle: color });
  const foregroundColors = {
    default: { default: is.text, subtle: is.subtle },
    accent: both(is.accent),
    good: both(is.good),
    warning: both(is.warning),
    attention: both(is.attention),
  };
  const ground = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', system-ui, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 12 },
    textBlock: { headingLevel: 3 },
    separator: { lineThickness: 1, lineColor: is.subtle },
    supportsInteractivity: true,
    actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    inputs: { label: { inputSpacing: 'small' } },
    containerStyles: {
      default: ground(is.card),
      emphasis: ground(is.emphasis),
      good: ground(is.goodGround),
      warning: ground(is.warningGround),
      attention: ground(is.attentionGround),
      accent: ground(is.accentGround),
    },
  };
}
