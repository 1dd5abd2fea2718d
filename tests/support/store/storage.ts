import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Circumstances, Person } from '../teams/activities.ts';
import type { TestApp } from '../app.ts';
import { listenOnLoopback } from '../teams/keys.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A file that the bot stored. */
export type StoredFile = { readonly bytes: Buffer; readonly headers: IncomingMessage['headers'] };

/** Stands in for the OneDrive of Teams' users: files at an address, and places to store one. */
export async function startStorage() {
  const answers = new Map<string, Answer>();
  const stored = new Map<string, StoredFile>();
  const seen: { readonly method: string; readonly path: string; readonly headers: object }[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, path: url, headers });
    const answer = answers.get(url);
    if (answer) void answer(request, response);
    else end(response, { status: 404 });
  });
  const { origin, close } = await listenOnLoopback(server);
  const at = (path: string, answer: Answer): string => {
    answers.set(path, answer);
    return `${origin}${path}`;
  };
  return {
    origin,
    close,
    requests: seen as readonly (typeof seen)[number][],
    stored: stored as ReadonlyMap<string, StoredFile>,
    /** Answers at a path as the test says; returns the address. */
    at,
    /** A file to be fetched; returns its address. */
    file: (path: string, bytes: Uint8Array | string) =>
      at(path, (_request, response) => end(response, { status: 200, body: bytes })),
    status: (path: string, status: number, headers: Readonly<Record<string, string>> = {}) =>
      at(path, (_request, response) => end(response, { status, body: '', headers })),
    /** A place where a file can be stored; returns its address. */
    place: (path: string, status = 201) =>
      at(path, async (request, response) => {
        const bytes = await buffer(request);
        if (status < 300) stored.set(path, { bytes, headers: request.headers });
        end(response, { status });
      }),
  };
}
export type Storage = Awaited<ReturnType<typeof startStorage>>;

// Two statements: restify replaces writeHead in the whole process by one that returns nothing.
function end(
  response: ServerResponse,
  {
    status,
    body = '',
    headers = {},
  }: {
    readonly status: number;
    readonly body?: Uint8Array | string | undefined;
    readonly headers?: Readonly<Record<string, string>> | undefined;
  },
): void {
  response.writeHead(status, headers);
  response.end(body);
}

const stored = 'application/vnd.microsoft.teams.file.download.info';

/** The attachment with which Teams tells of a file that somebody dropped in a personal chat. */
export function droppedFile(name: string, downloadUrl: string) {
  const fileType = name.split('.').at(-1) ?? '';
  const content = { downloadUrl, uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType };
  const contentUrl = `https://contoso-my.sharepoint.com/personal/anna/Documents/${name}`;
  return { contentType: stored, contentUrl, name, content };
}

/** Drops files in a chat, with a text if one is given. */
export function dropFiles(
  app: TestApp,
  {
    person,
    files,
    text = '',
    when = {},
  }: {
    readonly person: Person;
    readonly files: readonly object[];
    readonly text?: string | undefined;
    readonly when?: Circumstances | undefined;
  },
) {
  const message = app.teams.message(person, text, when);
  return app.post({ ...message, attachments: [...files, ...message.attachments] });
}

/** Where Teams lets the bot store a file once somebody accepted it. */
export function uploadInfo(uploadUrl: string, name = 'Accounts CHG-4711.xlsx') {
  const contentUrl = `https://contoso-my.sharepoint.com/personal/anna/Documents/${name}`;
  return { contentUrl, name, uploadUrl, uniqueId: '1150D938', fileType: name.split('.').at(-1) };
}

/** What the client sends when somebody presses a button of the card with which a file is offered. */
export function answerOffer(
  app: TestApp,
  {
    person,
    value,
    replyToId,
  }: {
    readonly person: Person;
    readonly value: { action: string; context: unknown; uploadInfo?: unknown };
    readonly replyToId?: string | undefined;
  },
) {
  const base = app.teams.execute(person, { verb: '', data: {} }, replyToId ? { replyToId } : {});
  const said = { type: 'fileUpload', ...value };
  return app.post({ ...base, name: 'fileConsent/invoke', value: said });
}
