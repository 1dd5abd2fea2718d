import { z } from 'zod';
import { cutText } from '../foreign.ts';

/**
 * What Teams sends, as far as the bot reads it: each member in the one shape in which it is used. Members
 * that identify something must be right; what is only told beside them is left out where it is not.
 */

const text = (most: number) => z.string().transform((given) => cutText(given, most));
/** Told beside: anything else than a text that is not empty counts as absent. */
const told = (most: number) => text(most).pipe(z.string().min(1)).optional().catch(undefined);
const identifier = z.string().min(1);

const account = z.object({ id: identifier, name: told(200), aadObjectId: told(128) });
/** Lists come from clients of every age: what is malformed in one is left out, the rest stays. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((given) =>
      given.slice(0, 1000).flatMap((one) => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );

const named = z
  .object({ id: told(512), name: told(200) })
  .optional()
  .catch(undefined);

const channelData = z
  .object({
    tenant: named,
    channel: named,
    team: named,
    eventType: told(64),
    settings: z.object({ selectedChannel: named }).optional().catch(undefined),
  })
  .catch({
    tenant: undefined,
    channel: undefined,
    team: undefined,
    eventType: undefined,
    settings: undefined,
  });

const entity = z.union([
  z.object({
    type: z.literal('clientInfo'),
    platform: told(40),
    timezone: told(60),
    country: told(10),
    locale: told(35),
  }),
  z.object({
    type: z.literal('mention'),
    text: told(400),
    mentioned: z
      .object({ id: told(512), name: told(200) })
      .catch({ id: undefined, name: undefined }),
  }),
  z.object({ type: z.literal('quotedReply'), quotedReply: z.object({ messageId: identifier }) }),
]);

const attachment = z.object({
  contentType: z.string().max(200).catch(''),
  contentUrl: told(8192),
  name: told(400),
  content: z.unknown().optional(),
});

/** What a person writes is read up to here; nothing that the bot understands is longer. */
const longestText = 4000;

const activity = z.object({
  type: identifier,
  name: told(100),
  id: told(512),
  serviceUrl: identifier,
  action: told(40),
  text: text(longestText).catch(''),
  locale: told(35),
  localTimezone: told(60),
  timestamp: told(60),
  replyToId: told(512),
  from: account,
  recipient: account,
  conversation: z.object({
    id: identifier,
    name: told(200),
    conversationType: told(40),
    tenantId: told(128),
  }),
  channelData: channelData.nullish().transform((given) => given ?? undefined),
  entities: listOf(entity),
  attachments: listOf(attachment),
  membersAdded: listOf(account),
  membersRemoved: listOf(account),
  value: z.unknown().optional(),
});

/** An activity as the bot knows it. */
export type TeamsActivity = z.output<typeof activity>;
export type Attachment = TeamsActivity['attachments'][number];

/** Reads an activity that the guard let through; undefined for what identifies nothing. */
export function parseActivity(body: unknown): TeamsActivity | undefined {
  const read = activity.safeParse(body);
  return read.success ? read.data : undefined;
}

/** What the client says of itself. */
export const clientOf = ({ entities }: TeamsActivity) =>
  entities.find((entity) => entity.type === 'clientInfo');
