import { decoded, readHtml } from './html.ts';
import type { Html } from './html.ts';
import type { TeamsActivity } from './schema.ts';

/** What a person wrote, and which message of the conversation was quoted with it. */
export interface Words {
  readonly text: string;
  readonly quoted?: string;
}

/** The HTML that Teams sends beside a text. */
export function htmlOf({ attachments }: TeamsActivity): Html | undefined {
  const beside = attachments.find(({ contentType }) => contentType === 'text/html');
  return typeof beside?.content === 'string' ? readHtml(beside.content) : undefined;
}

/**
 * Reads the writer's own words: without what is quoted, without the mention of the bot, and with signs in
 * place of HTML entities and of pictures of emoji.
 */
export function wordsOf(activity: TeamsActivity, html = htmlOf(activity)): Words {
  const quoted = quotedIn(activity) ?? html?.quoted;
  // With the older form of a quote some clients put the quoted text into `text` as well.
  const written = html?.quoted !== undefined && html.whole ? html.text : activity.text;
  const own = decoded(withoutMentions(written.replace(quotedTag, ' '), activity)).trim();
  const text = own === '' && html?.has.has('emoji') ? html.text : own;
  return { text, ...(quoted === undefined ? {} : { quoted }) };
}

/** The newer form of a quote: an entity, and an element in the text where it stands. */
const quotedTag = /<quoted\b[^<>]{0,300}>(?:<\/quoted>)?/gi;

function quotedIn({ entities, text }: TeamsActivity): string | undefined {
  const entity = entities.find(({ type }) => type === 'quotedReply');
  if (entity?.type === 'quotedReply') return entity.quotedReply.messageId.slice(0, 100);
  return /<quoted\b[^<>]{0,200}messageId="([^"<>]{1,100})"/i.exec(text)?.[1];
}

const mention = /<at\b[^<>]{0,200}>([^<>]{0,200})<\/at>/gi;

/** Takes out the mentions of the bot; of everybody else the name stays, which is part of the sentence. */
function withoutMentions(text: string, { entities, recipient }: TeamsActivity): string {
  const ours = new Set(
    entities.flatMap((entity) =>
      entity.type === 'mention' && entity.mentioned.id === recipient.id
        ? [entity.mentioned.name, entity.text?.replace(/<[^<>]{0,200}>/g, '')]
        : [],
    ),
  );
  ours.add(recipient.name);
  const names = new Set(
    [...ours].flatMap((name) => (name === undefined ? [] : [name.trim().toLowerCase()])),
  );
  return text.replace(mention, (_, name: string, at: number) => {
    const known = names.size === 0 ? at === 0 : names.has(decoded(name).trim().toLowerCase());
    return known ? ' ' : name;
  });
}
