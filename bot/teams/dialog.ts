import { verbIn } from '../../cards/action.ts';
import type { Action, Card, Element, SubmitAction } from '../../cards/card.ts';
import { cut, shorten, visible } from '../../cards/plain-text.ts';
import type { Response } from '../ports/incoming.ts';
import type { TeamsActivity } from './activity/schema.ts';

const longestLine = 200;

/** What is said in one line where no card is shown: of what can be seen, as a client shows it as it is. */
export function lineOf({ toast, messages }: Response, nothing: string): string {
  const [first] = messages;
  const line = toast ?? (first ? cut(first.summary, longestLine) : nothing);
  return visible(line).toWellFormed();
}

/** Whether something came from a dialog: it is opened, or a button in it was pressed. */
export const isDialog = ({ name }: TeamsActivity): boolean =>
  name === 'task/fetch' || name === 'task/submit';

const longestTitle = 60;

/**
 * The body of the answer to a dialog (Microsoft Teams documentation, "Use dialogs with bots"): the card that stands in it
 * from now on, or the line with which it ends.
 */
export function dialogBody(response: Response, nothing: string): unknown {
  const { inPlace, toast } = response;
  if (inPlace === undefined || toast !== undefined)
    return { task: { type: 'message', value: lineOf(response, nothing) } };
  const content = forDialog(inPlace);
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  const title = shorten(inPlace.fallbackText, longestTitle);
  return { task: { type: 'continue', value: { title, height: 'large', width: 'medium', card } } };
}

/** A card as it stands in a dialog: Teams knows no Action.Execute there, and opens no dialog from one. */
const forDialog = (card: Card): Card =>
  withActions(card, (action) =>
    action.type === 'Action.Execute' ? action.fallback : (submitOf(action) ?? action),
  );

/** The same card for the Agents Playground, which does nothing with a button that asks for a dialog: the form is a card. */
export const withoutDialogs = (card: Card): Card =>
  withActions(card, (action) => {
    const submit = submitOf(action);
    const verb = submit && verbIn(submit.data);
    if (!submit || typeof verb !== 'string') return action;
    return { ...submit, type: 'Action.Execute', verb, fallback: submit };
  });

/** A button that asks for a dialog, without that wish; undefined for any other. */
function submitOf(action: Action): SubmitAction | undefined {
  if (action.type !== 'Action.Submit' || !('msteams' in action.data)) return undefined;
  const carried = Object.entries(action.data).flatMap(([key, value]) =>
    typeof value === 'object' ? [] : [[key, value] as const],
  );
  return { ...action, data: Object.fromEntries(carried) };
}

/** The card with each of its buttons changed. */
function withActions(card: Card, change: (action: Action) => Action): Card {
  const changed = (element: Element): Element => {
    switch (element.type) {
      case 'ActionSet':
        return { ...element, actions: element.actions.map(change) };
      case 'Container':
        return { ...element, items: element.items.map(changed) };
      case 'ColumnSet':
        return {
          ...element,
          columns: element.columns.map((one) => ({ ...one, items: one.items.map(changed) })),
        };
      default:
        return element;
    }
  };
  return { ...card, body: card.body.map(changed) };
}
