import type { IncomingFile } from '../../ports/incoming.ts';
import type { UploadPlace } from '../../ports/files.ts';
import type { Incoming } from '../../ports/incoming.ts';
import { memberOf, textIn } from '../foreign.ts';
import type { Html } from './html.ts';
import type { Attachment, TeamsActivity } from './schema.ts';

// A person can drop ten files at a time; whatever is beyond that is not read.
const mostFiles = 10;
const longestName = 200;

/**
 * The attachments that somebody sent. A file in Teams' storage carries the address from which it can be
 * fetched ("Send and receive files using bot", Microsoft Teams documentation); everything else is named by
 * what it is. The text itself comes along as HTML, which is no file, and so do the pictures of emoji.
 */
export function readFiles(
  { attachments, text, serviceUrl }: Pick<TeamsActivity, 'attachments' | 'text' | 'serviceUrl'>,
  html: Html | undefined,
): readonly IncomingFile[] {
  const files = attachments
    .filter((attachment) => attachment.contentType !== 'text/html')
    .filter((attachment) => !isEmoji(attachment, html))
    .slice(0, mostFiles)
    .map((attachment) => pictureIn(attachment, serviceUrl) ?? readFile(attachment));
  if (files.length > 0 || !html) return files;
  // What stands in the HTML only: a picture to laugh at beside words is no more than that.
  if (html.has.has('file')) return [{ type: 'other', what: 'file' }];
  if (html.has.has('image')) return [{ type: 'other', what: 'picture' }];
  if (text.trim() !== '') return [];
  if (html.has.has('voice')) return [{ type: 'other', what: 'voice' }];
  return html.has.has('sticker') ? [{ type: 'other', what: 'sticker' }] : [];
}

/** Emoji come along as pictures of Teams' own, beside the HTML that names them. */
function isEmoji({ contentType, contentUrl = '' }: Attachment, html: Html | undefined): boolean {
  if (!contentType.startsWith('image/')) return false;
  if (/^https:\/\/statics\.teams\.cdn\.office\.net\//i.test(contentUrl)) return true;
  return html !== undefined && html.has.has('emoji') && !html.has.has('image');
}

/**
 * A picture within the message, of a phone or pasted: its bytes are fetched from the Connector ("Receive inline
 * images", Microsoft Teams documentation). Which of the two, and of what type, the bytes themselves say.
 */
function pictureIn(
  { contentType, contentUrl }: Attachment,
  serviceUrl: string,
): IncomingFile | undefined {
  const isPicture = /^image\//i.test(contentType) && contentUrl !== undefined;
  return isPicture ? { type: 'picture', contentUrl, serviceUrl } : undefined;
}

function readFile(attachment: Attachment): IncomingFile {
  const { contentType, content } = attachment;
  const downloadUrl = textIn(content, 'downloadUrl');
  const isStored = contentType === 'application/vnd.microsoft.teams.file.download.info';
  if (!isStored || downloadUrl === undefined) return { type: 'other', what: whatOf(contentType) };
  const name = (attachment.name ?? '').trim();
  const extension = `.${textIn(content, 'fileType') ?? ''}`;
  const whole = name.includes('.') || extension.length > 10 ? name : `${name}${extension}`;
  // What kind of file it is stands at the end.
  return { type: 'file', name: whole.slice(-longestName).toWellFormed(), downloadUrl };
}

function whatOf(contentType: string): Extract<IncomingFile, { type: 'other' }>['what'] {
  if (/^image\//i.test(contentType)) return 'picture';
  if (/^audio\/|card\.audio$/i.test(contentType)) return 'voice';
  if (/^video\/|card\.video$/i.test(contentType)) return 'video';
  return /card\.[a-z]{1,40}$/i.test(contentType) ? 'card' : 'file';
}

type Consent = Pick<Extract<Incoming, { type: 'file-consent' }>, 'accepted' | 'upload' | 'offer'>;

/** What a person said to a file that was offered. */
export function readConsent({ value }: TeamsActivity): Consent {
  return {
    accepted: memberOf(value, 'action') === 'accept',
    upload: readPlace(memberOf(value, 'uploadInfo')),
    offer: textIn(memberOf(value, 'context'), 'o'),
  };
}

/**
 * Teams makes the place at the moment in which somebody accepts ("Send and receive files using bot", Microsoft
 * Teams documentation), so that no offer can hold it: it is the one thing of a consent that is taken from the
 * activity. Whoever carries the file holds both addresses to one host of Teams' storage; the name is the offer's.
 */
function readPlace(info: unknown): UploadPlace | undefined {
  const uploadUrl = textIn(info, 'uploadUrl');
  const contentUrl = textIn(info, 'contentUrl');
  const uniqueId = textIn(info, 'uniqueId');
  return uploadUrl !== undefined && contentUrl !== undefined && uniqueId !== undefined
    ? { uploadUrl, contentUrl, uniqueId }
    : undefined;
}
