import type { Incoming, Response } from '../ports/incoming.ts';
import type { TeamsActivity } from './activity/schema.ts';
import { dialogBody, isDialog, lineOf } from './dialog.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** What an invoke is answered with that the bot has no answer for, as Microsoft's SDKs do it. */
export function unknownInvoke({ name }: TeamsActivity): Reply {
  // A like or dislike under a message wants an empty answer ("Feedback buttons", Microsoft Teams documentation).
  return name === 'message/submitAction' ? { status: 200 } : { status: 501 };
}

/** The answer to an invoke: Teams wants a body for a card's button and for a dialog. */
export function invokeReply(
  activity: TeamsActivity,
  { incoming, response }: { readonly incoming: Incoming; readonly response: Response },
  nothing: string,
): Reply {
  if (isDialog(activity)) return { status: 200, body: dialogBody(response, nothing) };
  return incoming.type === 'file-consent'
    ? { status: 200 }
    : { status: 200, body: invokeBody(response, nothing) };
}

/** The body of the answer to a click ("Universal Action Model"): a card, or a line of text. */
function invokeBody(response: Response, nothing: string): unknown {
  const { inPlace } = response;
  if (inPlace === undefined) {
    // What has no words of its own must not look as if something was recorded.
    return {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: lineOf(response, nothing),
    };
  }
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: inPlace,
  };
}
