import type { Action, Card, Element } from '../../cards/card.ts';
import { shorten } from '../../cards/plain-text.ts';
import type { Response } from '../ports/incoming.ts';
import type { TeamsActivity } from './activity/schema.ts';

/** Whether something came from a dialog: it is opened, or a button in it was pressed. */
export const isDialog = ({ name }: TeamsActivity): boolean =>
  name === 'task/fetch' || name === 'task/submit';

const longestTitle = 60;
const longestLine = 200;

/**
 * The body of the answer to a dialog (Microsoft Teams documentation, "Use dialogs with bots"): the card that stands in it
 * from now on, or the line with which it ends.
 */
export function dialogBody({ inPlace, toast, messages }: Response, nothing: string): unknown {
  if (inPlace === undefined || toast !== undefined) {
    const line = toast ?? messages[0]?.summary.slice(0, longestLine) ?? nothing;
    return { task: { type: 'message', value: line.toWellFormed() } };
  }
  const content = forDialog(inPlace);
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  const title = shorten(inPlace.fallbackText, longestTitle);
  return { task: { type: 'continue', value: { title, height: 'large', width: 'medium', card } } };
}

/** A card as it stands in a dialog: Teams knows no Action.Execute there, and opens no dialog from one. */
function forDialog(card: Card): Card {
  return { ...card, body: card.body.map(elementForDialog) };
}

function elementForDialog(element: Element): Element {
  switch (element.type) {
    case 'ActionSet':
      return { ...element, actions: element.actions.map(actionForDialog) };
    case 'Container':
      return { ...element, items: element.items.map(elementForDialog) };
    case 'ColumnSet':
      return {
        ...element,
        columns: element.columns.map((one) => ({
          ...one,
          items: one.items.map(elementForDialog),
        })),
      };
    default:
      return element;
  }
}

function actionForDialog(action: Action): Action {
  if (action.type === 'Action.Execute') return action.fallback;
  if (action.type !== 'Action.Submit' || !('msteams' in action.data)) return action;
  const { msteams: _, ...data } = action.data;
  return { ...action, data };
}
