import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { exportJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

/** The issuer of genuine Bot Connector tokens (learn.microsoft.com, "Authentication with the Bot Connector API"). */
export const channelIssuer = 'https://api.botframework.com';

/** The seven parameters of ConfigurationBotFrameworkAuthentication: all or none of them (botbuilder 4.23.3). */
export type AuthSettings = {
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly OAuthUrl: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly CallerId: string;
};

export type TokenWishes = {
  readonly appId: string;
  /** Byte for byte the activity's `serviceUrl`, or the SDK refuses it; left out: no such claim. */
  readonly serviceUrl?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; below -300 the SDK finds it expired. */
  readonly expiresIn?: number;
  /** Leaves the end of the token out. */
  readonly endless?: true;
  readonly kid?: string;
  readonly alg?: 'RS256' | 'RS384' | 'RS512' | 'PS256';
  readonly claims?: JWTPayload;
};

/** Stands in for login.botframework.com: publishes a key, signs tokens with it, and forges some. */
export type Keys = {
  /** The metadata's address: new for each instance, because the SDK keeps it for 24 hours by address. */
  readonly url: string;
  readonly authSettings: AuthSettings;
  token(wishes: TokenWishes): Promise<string>;
  /** Signed with a key nobody published, under the published key's name. */
  forged(wishes: TokenWishes): Promise<string>;
  /** Algorithm "none": what anybody can write down. */
  unsigned(wishes: TokenWishes): string;
  /** HS256 with the public key as the secret: the classic confusion of keys. */
  hs256(wishes: TokenWishes): Promise<string>;
  /** How often a document was asked for. */
  fetches(document: 'metadata' | 'keys' | 'emulator/metadata' | 'emulator/keys'): number;
  /** Publishes a new key instead of the old one. */
  rotate(): void;
  /** Publishes these in the place of its keys, until called with none. */
  publish(keys?: readonly unknown[]): void;
  /** Answers every read with this status until called with 200. */
  answerWith(status: number): void;
  close(): Promise<void>;
};

type KeysWishes = {
  /** The channels the key speaks for; `none` leaves the member out, as Entra's keys do. */
  readonly endorsements?: readonly string[] | 'none';
  /** What is published beside the key. */
  readonly beside?: readonly unknown[];
};

/** Starts the key server on a free loopback port. */
export async function startKeys({
  endorsements = ['msteams'],
  beside = [],
}: KeysWishes = {}): Promise<Keys> {
  let key = newKey();
  let status = 200;
  let stranger: Key | undefined;
  let published: readonly unknown[] | undefined;
  const reads = new Map<string, number>();
  const documents = new Map<string, () => unknown>([
    ['metadata', () => ({ jwks_uri: `${origin}/keys` })],
    [
      'keys',
      async () => ({
        keys: published ?? [...beside, ...(await keySet(key, endorsements)).keys],
      }),
    ],
    ['emulator/metadata', () => ({ jwks_uri: `${origin}/emulator/keys` })],
    ['emulator/keys', () => keySet(key, 'none')],
  ]);
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    reads.set(name, (reads.get(name) ?? 0) + 1);
    const document = documents.get(name);
    void send(response, document === undefined ? 404 : status, document?.());
  });
  const { origin, close } = await listenOnLoopback(server);

  return {
    url: `${origin}/metadata`,
    authSettings: authSettingsFor(origin),
    token: (wishes) =>
      sign(wishes, { alg: wishes.alg ?? 'RS256', key: key.privateKey, kid: key.kid }),
    forged: (wishes) =>
      sign(wishes, {
        alg: wishes.alg ?? 'RS256',
        key: (stranger ??= newKey()).privateKey,
        kid: key.kid,
      }),
    unsigned: (wishes) => new UnsecuredJWT(claimsOf(wishes)).encode(),
    hs256: (wishes) => sign(wishes, { alg: 'HS256', key: publicText(key), kid: key.kid }),
    fetches: (document) => reads.get(document) ?? 0,
    rotate: () => {
      key = newKey();
    },
    publish: (next) => {
      published = next;
    },
    answerWith: (next) => {
      status = next;
    },
    close,
  };
}

/** Listens on a free port; closing cuts connections that are kept alive. */
export async function listenOnLoopback(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { origin: `http://127.0.0.1:${address.port}`, close };
}

type Key = {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
};

function newKey(): Key {
  return { kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

function publicText({ publicKey }: Key): Buffer {
  return Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }));
}

async function keySet({ kid, publicKey }: Key, endorsements: readonly string[] | 'none') {
  const endorsed = endorsements === 'none' ? {} : { endorsements };
  return { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', ...endorsed }] };
}

function sign(
  wishes: TokenWishes,
  {
    alg,
    key,
    kid,
  }: { readonly alg: string; readonly key: KeyObject | Buffer; readonly kid: string },
) {
  const header = { alg, kid: wishes.kid ?? kid, typ: 'JWT' };
  return new SignJWT(claimsOf(wishes)).setProtectedHeader(header).sign(key);
}

function claimsOf(wishes: TokenWishes) {
  const { appId, serviceUrl, issuer, audience, expiresIn, endless, claims } = wishes;
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer ?? channelIssuer,
    aud: audience ?? appId,
    nbf: now - 600,
    ...(endless ? {} : { exp: now + (expiresIn ?? 3600) }),
    ...(serviceUrl === undefined ? {} : { serviceurl: serviceUrl }),
    ...claims,
  };
}

function authSettingsFor(origin: string): AuthSettings {
  return {
    ToChannelFromBotLoginUrl: `${origin}/login`,
    ToChannelFromBotOAuthScope: channelIssuer,
    ToBotFromChannelTokenIssuer: channelIssuer,
    OAuthUrl: `${origin}/oauth`,
    ToBotFromChannelOpenIdMetadataUrl: `${origin}/metadata`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/emulator/metadata`,
    CallerId: 'urn:botframework:azure',
  };
}

// Two statements: restify replaces writeHead in the whole process by one that returns nothing.
async function send(response: ServerResponse, status: number, body: unknown): Promise<void> {
  const text = JSON.stringify((await body) ?? {});
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(text);
}
