import { createRequire } from 'node:module';
import type { Action, Card, Element } from './card.ts';

// The package's own entry does not load in Node (imports without extension); its bundle does, and the
// same under every loader only through require.
const bundle = 'adaptivecards/dist/adaptivecards.js';
const adaptivecards = createRequire(import.meta.url)(bundle) as typeof import('adaptivecards');

/** 28 KB as UTF-16: the smallest limit that any Teams client or cloud has had for a card. */
export const maxCardBytes = 28 * 1024;
/** Teams store validation: a card has six actions at most. */
export const maxActions = 6;

/** The size that Teams counts: the JSON as UTF-16. */
export function cardBytes(card: Card): number {
  return JSON.stringify(card).length * 2;
}

/** The buttons of a part of a card. */
export function actionsIn(elements: readonly Element[]): readonly Action[] {
  return elements.flatMap((element): readonly Action[] => {
    switch (element.type) {
      case 'ActionSet':
        return element.actions;
      case 'Container':
        return actionsIn(element.items);
      case 'ColumnSet':
        return element.columns.flatMap((column) => actionsIn(column.items));
      default:
        return [];
    }
  });
}

/** The card as a client of 1.5 shows it: what it does not draw it replaces by the fallback. */
function withoutCharts(card: Card): Card {
  const shown = (element: Element): Element => {
    switch (element.type) {
      case 'Chart.HorizontalBar.Stacked':
        return shown(element.fallback);
      case 'Container':
        return { ...element, items: element.items.map(shown) };
      case 'ColumnSet':
        return {
          ...element,
          columns: element.columns.map((one) => ({ ...one, items: one.items.map(shown) })),
        };
      default:
        return element;
    }
  };
  return { ...card, body: card.body.map(shown) };
}

// The parser's own limit of five is not that of Teams.
const hostConfig = new adaptivecards.HostConfig({ actions: { maxActions } });

/**
 * Every fault for which a card must not leave: what Microsoft's own parser reports, more actions
 * or bytes than Teams takes. An empty list means that the card may be sent.
 */
export function cardFaults(card: Card): readonly string[] {
  const faults: string[] = [];
  const bytes = cardBytes(card);
  if (bytes > maxCardBytes) faults.push(`${String(bytes)} bytes, ${String(maxCardBytes)} allowed`);
  const actions = actionsIn(card.body).length;
  if (actions > maxActions)
    faults.push(`${String(actions)} actions, ${String(maxActions)} allowed`);
  const context = new adaptivecards.SerializationContext(adaptivecards.Versions.v1_5);
  const parsed = new adaptivecards.AdaptiveCard();
  parsed.hostConfig = hostConfig;
  // adaptivecards 3.0.6 tests `lang` with a stateful pattern and refuses every other card that has one.
  const { lang: _, ...checked } = withoutCharts(card);
  parsed.parse(checked, context);
  for (let at = 0; at < context.eventCount; at += 1) faults.push(context.getEventAt(at).message);
  for (const event of parsed.validateProperties().validationEvents) faults.push(event.message);
  return faults;
}
