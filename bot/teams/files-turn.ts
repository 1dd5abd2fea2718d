import type { UploadPlace } from '../ports/files.ts';
import type { Activity } from 'botbuilder';
import type { Incoming, IncomingFile } from '../ports/incoming.ts';
import { isObject, memberOf, textIn } from './foreign.ts';

// A person can drop ten files at a time; whatever is beyond that is not read.
const mostFiles = 10;
const longestName = 200;

/**
 * The attachments that somebody sent. A file in Teams' storage carries the address from which it can be
 * fetched ("Send and receive files using bot", Microsoft Teams documentation); pictures that were pasted,
 * cards and everything malformed are `other`. The text itself comes along as HTML, which is no file.
 */
export function readFiles(
  attachments: readonly unknown[] | null | undefined,
): readonly IncomingFile[] {
  return (attachments ?? [])
    .filter((attachment) => textIn(attachment, 'contentType') !== 'text/html')
    .slice(0, mostFiles)
    .map(readFile);
}

function readFile(attachment: unknown): IncomingFile {
  const content = memberOf(attachment, 'content');
  const downloadUrl = textIn(content, 'downloadUrl');
  const isStored =
    textIn(attachment, 'contentType') === 'application/vnd.microsoft.teams.file.download.info';
  if (!isStored || downloadUrl === undefined) return { type: 'other' };
  const name = (textIn(attachment, 'name') ?? '').trim();
  const extension = `.${textIn(content, 'fileType') ?? ''}`;
  const whole = name.includes('.') || extension.length > 10 ? name : `${name}${extension}`;
  // What kind of file it is stands at the end.
  return { type: 'file', name: whole.slice(-longestName), downloadUrl };
}

type Consent = Pick<
  Extract<Incoming, { type: 'file-consent' }>,
  'accepted' | 'upload' | 'keys' | 'offer'
>;

/** What a person said to a file that was offered. */
export function readConsent({ value, replyToId, conversation, serviceUrl }: Activity): Consent {
  const keys = memberOf(value, 'context');
  const at = { conversationId: conversation.id, serviceUrl };
  return {
    accepted: memberOf(value, 'action') === 'accept',
    upload: readPlace(memberOf(value, 'uploadInfo')),
    keys: isObject(keys) ? keys : {},
    offer: replyToId ? { ...at, activityId: replyToId } : undefined,
  };
}

function readPlace(info: unknown): UploadPlace | undefined {
  const uploadUrl = textIn(info, 'uploadUrl');
  const contentUrl = textIn(info, 'contentUrl');
  const name = textIn(info, 'name');
  const uniqueId = textIn(info, 'uniqueId');
  const fileType = textIn(info, 'fileType') ?? '';
  const known = uploadUrl !== undefined && contentUrl !== undefined && uniqueId !== undefined;
  return known && name !== undefined
    ? { uploadUrl, contentUrl, name: name.slice(0, longestName), uniqueId, fileType }
    : undefined;
}
