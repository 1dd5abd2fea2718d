import type { MessageRef } from '../duty/ids.ts';
import { noteSent, sayLater } from '../features/replies/say-reply.ts';
import type { Log } from '../observability/log.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import { failedResponse, nothingDone } from './failed.ts';
import { createAddresses } from './remembered/addresses.ts';
import { noteHeard, wasHeard } from './remembered/heard.ts';
import { respond } from './respond.ts';
import { afterSlow, slowResponse } from './slow.ts';

type Click = Extract<Incoming, { type: 'click' }>;
type Written = Extract<Incoming, { type: 'message' }>;
type Said = Response['messages'][number];

interface Answered {
  readonly incoming: Incoming;
  readonly key: string;
  readonly to: Pick<MessageRef, 'conversationId' | 'serviceUrl'>;
}

/** Everything that answering in a chat takes, for whoever brings what came in. */
export function createResponder(services: Services, log: Log) {
  return {
    respond: (incoming: Incoming) => {
      const turn = services.newId();
      log.info({ turn, incoming: incoming.type }, 'turn begun');
      return respond({ ...services, turn }, incoming);
    },
    failed: (incoming: Incoming) => failedResponse(services, incoming),
    slow: (click: Click) => slowResponse(services, click),
    afterSlow: (click: Click, response: Response) => afterSlow(services, click, response),
    nothing: (incoming: Incoming) => nothingDone(services, incoming),
    wasHeard: (written: Written) => wasHeard(services, written),
    heard: (written: Written) => noteHeard(services, written),
    seen: createAddresses(services),
    said: async (incoming: Incoming, { keeps, card }: Said, at: MessageRef | undefined) => {
      if (!('at' in incoming)) return;
      await noteSent(services, { tenant: incoming.at.tenant, keeps, card }, at);
    },
    sayLater: async (
      { incoming, key, to }: Answered,
      message: Said,
      notNow: { readonly reason: string; readonly afterSeconds: number },
    ) => {
      if (!('at' in incoming)) return;
      const { tenant, type } = incoming.at;
      const from = 'from' in incoming ? incoming.from : undefined;
      const person = type === 'personal' ? from?.aadObjectId : undefined;
      const { reason, afterSeconds } = notNow;
      const unknown = reason === 'outcome-unknown';
      await sayLater(services, { key, tenant, person, to, message, afterSeconds, unknown });
    },
  };
}
