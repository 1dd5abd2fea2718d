import fc from 'fast-check';
import { buttons } from '../../bot/views/buttons.ts';
import { openingFor } from '../support/duties/duties.ts';
import { nastyTexts } from '../support/nasty.ts';

/** One request to the bot, whatever is in it. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface FuzzKeys {
  readonly vendor: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** Duties that are somebody else’s. */
  readonly duties: readonly string[];
  readonly tokens: readonly string[];
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(...nastyTexts),
  fc.constantFrom(
    '<at'.repeat(2000),
    '.'.repeat(5000),
    '['.repeat(5000),
    '\\u'.repeat(2000),
    '('.repeat(3000),
  ),
);
const anything = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 4 }),
  fc.double(),
  fc.constantFrom(null, -0, 1e308),
);

/** What is right but for a few members is the likeliest to get far. */
const nearly = (right: object): fc.Arbitrary<object> => {
  const names = [...Object.keys(right), '__proto__', 'constructor'];
  return fc
    .dictionary(fc.constantFrom(...names), anything, { maxKeys: 3 })
    .map((wrong) => ({ ...right, ...wrong }));
};

const structures = fc.constantFrom(
  '['.repeat(200_000),
  '{"a":'.repeat(100_000),
  `{"kind":"review-access","details":{"accounts":[${'{},'.repeat(100_000)}{}]}}`,
  `{${Array.from({ length: 50_000 }, (_, at) => `"m${String(at)}":1`).join(',')}}`,
  `{"assignees":[${'{"aadObjectId":"a"},'.repeat(50_000)}{}]}`,
  '"\\u'.repeat(100_000),
);

const activity = ({ tenantId, serviceUrl }: FuzzKeys): object => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl,
  text: 'hulp',
  from: { id: '29:fuzz', aadObjectId: '22222222-aaaa-4bbb-8ccc-0000000000f1', name: 'Fuzz' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:fuzz', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  locale: 'nl-NL',
});

const verbs = Object.values(buttons).map(({ verb }) => verb);

const click = (keys: FuzzKeys) =>
  fc
    .record({
      verb: fc.oneof(
        { weight: 1, arbitrary: text },
        { weight: 4, arbitrary: fc.constantFrom(...verbs) },
      ),
      duty: fc.oneof(anything, fc.constantFrom(...keys.duties)),
      data: fc.dictionary(
        fc.oneof(
          fc.string({ maxLength: 8 }),
          fc.constantFrom(
            'd',
            'f',
            'g',
            'p',
            'to',
            'n',
            'a',
            'k',
            'e',
            'outcome',
            'person',
            'reason',
          ),
        ),
        anything,
        { maxKeys: 6 },
      ),
    })
    .map(({ verb, duty, data }) => ({
      ...activity(keys),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', verb, data: { d: duty, ...data, do: verb } },
        trigger: 'manual',
      },
    }));

/** What somebody says to a file that was offered, or never was. */
const consent = (keys: FuzzKeys) =>
  fc
    .record({
      context: anything,
      action: fc.constantFrom('accept', 'decline', 'x'),
      place: anything,
    })
    .map(({ context, action, place }) => ({
      ...activity(keys),
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', action, context, uploadInfo: place },
    }));

const file = (keys: FuzzKeys) =>
  fc.record({ name: text, content: anything, contentUrl: text }).map((attachment) => ({
    ...activity(keys),
    text: '',
    attachments: [
      { contentType: 'application/vnd.microsoft.teams.file.download.info', ...attachment },
    ],
  }));

/** Header values that Node’s client lets through; what it refuses never leaves a machine. */
const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 300 });

/** Everything that comes in over HTTP: activities, clicks, files, bodies of the API, addresses and headers. */
function everything(keys: FuzzKeys): fc.Arbitrary<FuzzRequest> {
  const json = { 'content-type': 'application/json' };
  const key = { authorization: `Bearer ${keys.vendor}` };
  const asJson = (body: unknown): string => JSON.stringify(body);
  const toBot = fc
    .oneof(
      nearly(activity(keys)).map(asJson),
      click(keys).map(asJson),
      file(keys).map(asJson),
      consent(keys).map(asJson),
      text.map((said) => asJson({ ...activity(keys), text: said })),
    )
    .map((body): FuzzRequest => ({ method: 'POST', path: '/api/messages', headers: json, body }));
  const [of] = keys.duties;
  const paths = fc.constantFrom(
    `/api/v1/duties/${String(of)}/withdraw`,
    `/api/v1/duties/${String(of)}/reaction`,
    '/api/v1/duties',
    '/api/v1/duties/d000000000000000000000000/withdraw',
    '/api/v1/duties/d000000000000000000000000/reaction',
    '/dev/clock',
    '/api/messages',
  );
  const small = fc.oneof(
    nearly(openingFor('verify-change')).map(asJson),
    nearly(openingFor('review-access')).map(asJson),
    fc.jsonValue({ maxDepth: 5 }).map(asJson),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    text,
  );
  // Half a megabyte of the same six each: often enough to stall what can be stalled, seldom enough for the others.
  const bodies = fc.oneof({ weight: 20, arbitrary: small }, { weight: 1, arbitrary: structures });
  const toApi = fc
    .record({ path: paths, body: bodies, id: fc.uuid() })
    .map(({ path, body, id }): FuzzRequest => ({
      method: 'POST',
      path,
      headers: { ...json, ...key, 'idempotency-key': id },
      body,
    }));
  const odd = fc
    .record({
      method: fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'POST'),
      path: fc.oneof(
        fc.webPath(),
        fc.constantFrom('/api/v1/evidence?from=', '/api/v1/duties?cursor=', '/files/x', '/healthz'),
      ),
      query: fc.webQueryParameters(),
      header: headerText,
    })
    .map(({ method, path, query, header }): FuzzRequest => ({
      method,
      path: `/${path.replace(/^\/+/, '')}${path.includes('?') ? '' : `?${query}`}`,
      headers: {
        ...key,
        'x-forwarded-for': header,
        'accept-encoding': header,
        cookie: header,
        ...(header.length % 3 === 0 ? { host: header } : {}),
      },
    }));
  return fc.oneof(
    { weight: 3, arbitrary: toBot },
    { weight: 3, arbitrary: toApi },
    { weight: 1, arbitrary: odd },
  );
}

/** With the key of a vendor, and activities that are believed. */
export const byKnown = (keys: FuzzKeys): fc.Arbitrary<FuzzRequest> => everything(keys);

/** By nobody: without a key or with a wrong one, and activities without a token or with a forged one. */
export function byStrangers(keys: FuzzKeys): fc.Arbitrary<FuzzRequest> {
  const bearer = fc.oneof(
    headerText.map((said) => `Bearer ${said}`),
    headerText,
    fc.constantFrom('', 'Bearer', 'Bearer ', `Bearer ${'x'.repeat(9000)}`, 'Basic eDp4'),
  );
  // A token in a hundred thousand is none of these twice: some of its letters are others.
  const forged = fc
    .record({
      token: fc.constantFrom(...keys.tokens),
      at: fc.nat(),
      by: fc.constantFrom('A', 'q', '_', '-', '9', '.'),
    })
    .map(({ token, at, by }) => {
      const place = at % (token.length * 2);
      return place < token.length ? token.slice(0, place) + by + token.slice(place + 1) : token;
    });
  const asForged = fc
    .record({ request: everything(keys), token: forged })
    .map(({ request, token }): FuzzRequest => ({
      ...request,
      method: 'POST',
      path: '/api/messages',
      body: request.body ?? JSON.stringify(activity(keys)),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-forged': 'yes',
      },
    }));
  const asNobody = fc
    .record({ request: everything(keys), authorization: bearer })
    .map(({ request, authorization }): FuzzRequest => ({
      ...request,
      headers: { ...request.headers, authorization },
    }));
  return fc.oneof({ weight: 1, arbitrary: asForged }, { weight: 7, arbitrary: asNobody });
}
