import { maxFileSize } from '../../files/grid.ts';
import type { ReceivedFile, ReceivedPicture, UploadPlace } from '../../ports/files.ts';
import type { Download, FileFailure, Files } from '../../ports/files.ts';
import type { Timers } from '../../ports/clock.ts';
import { TokenError } from '../identity/tokens.ts';
import type { FileRules } from './hosts.ts';
import { fileAddress, pictureAddress } from './hosts.ts';
import { webAddress } from '../../web-address.ts';

/** How long a whole transfer may take, in seconds. */
export const transferSeconds = 15;
const mostRedirects = 3;

/** What signs a request to the Connector; undefined in development, where nobody signs. */
export type Bearer = () => Promise<string | undefined>;

/** Moves the bytes of files between this program and Teams' storage or the Connector, and nowhere else. */
export function fileTransfer(
  rules: FileRules,
  timers: Timers,
  bearer: Bearer,
): Pick<Files, 'download' | 'upload'> {
  const fetched = async (
    sent: ReceivedFile | ReceivedPicture,
    signal: AbortSignal,
  ): Promise<Response | undefined> => {
    if (sent.type === 'file') {
      const isAllowed = (address: URL) => fileAddress(address.href, rules) !== undefined;
      return get(fileAddress(sent.downloadUrl, rules), { isAllowed, headers: {} }, signal);
    }
    const { contentUrl, serviceUrl } = sent;
    const address = pictureAddress(contentUrl, serviceUrl, rules);
    const token = address && (await bearer());
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const isAllowed = (next: URL) => pictureAddress(next.href, serviceUrl, rules) !== undefined;
    return get(address, { isAllowed, headers }, signal);
  };
  return {
    download: (sent) =>
      within(timers, async (signal): Promise<Download> => {
        const response = await fetched(sent, signal);
        if (!response) return { type: 'refused' };
        if (response.status !== 200) return dropped(response, failureOf(response.status));
        const bytes = await readAtMost(response, maxFileSize);
        const name = sent.type === 'file' ? sent.name : '';
        return bytes ? { type: 'file', name, bytes } : { type: 'too-large' };
      }),
    upload: ({ uploadUrl, contentUrl }: UploadPlace, bytes) =>
      within(timers, async (signal) => {
        const address = fileAddress(uploadUrl, rules);
        if (!address || bytes.length === 0 || !isShownFrom(contentUrl, address, rules))
          return { type: 'refused' } as const;
        const response = await fetch(address, {
          ...plainly,
          signal,
          method: 'PUT',
          // One piece; the range says that it is the whole ("Upload bytes to the upload session", OneDrive API).
          headers: {
            'content-type': 'application/octet-stream',
            'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
          },
          body: Buffer.from(bytes),
        });
        const stored = response.status === 200 || response.status === 201;
        return dropped(response, stored ? { type: 'stored' } : failureOf(response.status));
      }),
  };
}

/** What is shown in the chat stands where the file was stored, or a card of ours would lead elsewhere. */
function isShownFrom(contentUrl: string, stored: URL, rules: FileRules): boolean {
  // Teams writes names with spaces and other letters as they are; only the server counts here.
  const shown = fileAddress(contentUrl.replace(/[^\x21-\x7E]/gu, '_'), rules);
  const isTeams = !rules.anonymous && !rules.origins.includes(stored.origin);
  return shown !== undefined && (!isTeams || shown.origin === stored.origin);
}

/** The address of a file is the permission: nothing of ours goes with it, and no redirect is followed unseen. */
const plainly = {
  redirect: 'manual',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
} as const;

interface Getting {
  readonly isAllowed: (address: URL) => boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Follows redirects on the same server only; undefined for one that leads elsewhere or on and on. */
async function get(
  address: URL | undefined,
  { isAllowed, headers }: Getting,
  signal: AbortSignal,
): Promise<Response | undefined> {
  if (!address) return undefined;
  let at = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await fetch(at, {
      ...plainly,
      signal,
      headers: { ...headers, 'accept-encoding': 'identity' },
    });
    if (![301, 302, 303, 307, 308].includes(response.status)) return response;
    const location = response.headers.get('location') ?? '';
    await response.body?.cancel();
    const next = webAddress(location, at);
    if (next?.origin !== address.origin || !isAllowed(next)) return undefined;
    at = next;
  }
  return undefined;
}

/** The body, or undefined as soon as it turns out to be larger, whatever its length was said to be. */
async function readAtMost(response: Response, limit: number): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.body) return new Uint8Array(0);
  const body: AsyncIterable<Uint8Array> = response.body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function dropped<T>(response: Response, outcome: T): Promise<T> {
  await response.body?.cancel();
  return outcome;
}

/** SharePoint answers 401 and 403 when the token within the address has expired. */
function failureOf(status: number): FileFailure {
  if ([401, 403, 404, 410].includes(status)) return { type: 'gone' };
  return status === 429 || status >= 500 ? { type: 'try-later' } : { type: 'refused' };
}

/** Runs a transfer that is cut off when it takes too long. No connection, or none any more: try later. */
async function within<T>(
  timers: Timers,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T | FileFailure> {
  const controller = new AbortController();
  const timer = timers.after(transferSeconds, () => {
    controller.abort();
  });
  try {
    return await run(controller.signal);
  } catch (error) {
    const passes = isNetworkError(error) || error instanceof TokenError;
    if (controller.signal.aborted || passes) return { type: 'try-later' };
    throw error;
  } finally {
    timer.cancel();
  }
}

/** Node's fetch says `fetch failed`, or `terminated` within a body, and gives the reason as the cause. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError && error.cause !== undefined;
}
