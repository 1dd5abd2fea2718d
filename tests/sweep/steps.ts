import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { toInstant } from '../../bot/duty/time/instant.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import type { Circumstances, Person } from '../support/teams/activities.ts';
import type { TestApp } from '../support/app.ts';
import type { Answers, Card } from '../support/cards/card-reader.ts';
import { cardOf, press } from '../support/cards/card-reader.ts';
import { itChannel } from '../support/teams/cast.ts';
import { defined, openingFor, type Overrides } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';

/** An answer that a person saw accepted: status 200 and a card without a form. */
export type Acknowledged = { readonly duty: string; readonly person: string };

/** What somebody does once; done again after no answer came, it is sent again as it was. */
export type Step = {
  readonly name: string;
  readonly act: (app: TestApp) => Promise<Acknowledged | undefined>;
  /** Messages with which the turn itself answers: asked again, it may say them again. */
  readonly replies?: number;
};

/** A flow of the product: what stands before it, and what is done then. */
export type Flow = {
  readonly name: string;
  readonly setup: (app: TestApp) => Promise<(app: TestApp) => readonly Step[]>;
  readonly webhook?: true;
};

export const opens = (key: string, kind: KindName, overrides: Overrides = {}): Step => ({
  name: `opens ${kind}`,
  act: async (app) => {
    const body = openingFor(kind, overrides);
    const headers = { 'idempotency-key': key };
    const reply = await app.api('POST', '/api/v1/duties', body, headers);
    assert.ok([200, 201].includes(reply.status), reply.text);
    return undefined;
  },
});

/** A click on a card as it is seen at that moment. */
export function clicks(
  who: Person,
  {
    look,
    title,
    more = {},
  }: {
    readonly look: (app: TestApp) => Card;
    readonly title: string;
    readonly more?:
      | {
          readonly answers?: Answers;
          readonly when?: Circumstances;
          /** The duty of which the click is an answer. */
          readonly answersTo?: string;
          readonly got?: (card: Card) => void;
        }
      | undefined;
  },
): Step {
  let sent: ReturnType<typeof press> | undefined;
  return {
    name: `clicks ${title}`,
    act: async (app) => {
      sent ??= press(look(app), title, more.answers);
      const reply = await app.post(app.teams.execute(who, sent, more.when));
      assert.equal(reply.status, 200);
      const card = cardIn(reply.body);
      if (card) more.got?.(card);
      const accepted = card && more.answersTo !== undefined && !stage.offers(card, 'answer');
      return accepted ? { duty: more.answersTo, person: who.aadObjectId } : undefined;
    },
  };
}

function cardIn(body: unknown): Card | undefined {
  const { type } = (body ?? {}) as { type?: unknown };
  return type === 'application/vnd.microsoft.card.adaptive' ? cardOf(body) : undefined;
}

export const says = (
  who: Person,
  {
    text,
    when,
    replies = 1,
  }: { readonly text: string; readonly when: Circumstances; readonly replies?: number | undefined },
): Step => ({
  name: `says ${text}`,
  replies,
  act: async (app) => {
    const reply = await app.post(app.teams.message(who, text, when));
    assert.equal(reply.status, 200);
    return undefined;
  },
});

// An idle bot looks at one of 16 partitions every 40 seconds: what has no message is found by then.
const untilEveryPlaceIsSeen = 700;

/** It becomes a moment on the clock in Amsterdam; what waited for it happens. */
export const becomes = (written: string): Step => ({
  name: `becomes ${written}`,
  act: async (app) => {
    const at = toInstant(DateTime.fromISO(written, { zone: 'Europe/Amsterdam' }));
    if (app.clock.now() < at) app.clock.set(at);
    await app.pass(untilEveryPlaceIsSeen);
    return undefined;
  },
});

/** What the newest card about a duty in somebody's chat shows. */
export const shownTo = (who: Person, id: string) => (app: TestApp) => stage.shownTo(app, who, id);

/** The newest card about a reference in the IT channel. */
export const inChannel =
  (reference = 'CHG-4711') =>
  (app: TestApp) => {
    const messages = app.connector.messagesIn(itChannel.id);
    const found = messages.findLast((one) => stage.readingOf(one).includes(reference));
    return cardOf(defined(found).activity);
  };
