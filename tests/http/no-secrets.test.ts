import assert from 'node:assert/strict';
import { secretFaults } from '../../bot/http/api/no-secrets.ts';
import { dutyKinds } from '../../bot/kinds/index.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { detailsOf, openingFor } from '../support/duties/duties.ts';
import type { Door } from '../support/http/http.ts';
import { faultsOf, idOf, jsonOf, openDoor } from '../support/http/http.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}
type Schemas = Readonly<Record<string, Schema>>;
type Place = readonly (string | 0)[];

/** Every text that a schema takes, by where it stands; what is one of a few words is none. */
function textsIn(schema: Schema, all: Schemas, at: Place = []): readonly Place[] {
  if (schema.$ref !== undefined) {
    const named = all[schema.$ref.replace('#/components/schemas/', '')];
    assert.ok(named, schema.$ref);
    return textsIn(named, all, at);
  }
  if (schema.enum !== undefined || schema.const !== undefined) return [];
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  return [
    ...(schema.type === 'string' ? [at] : []),
    ...parts.flatMap((one) => textsIn(one, all, at)),
    ...(schema.items ? textsIn(schema.items, all, [...at, 0]) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      textsIn(one, all, [...at, name]),
    ),
  ];
}

/** What a text stands for that nobody could hide a secret in, as the schema holds it to a shape. */
const shaped = new Set(['aadObjectId', 'url', 'dueOn', 'sha256', 'id']);
const secret = 'ww: Ab1!xyz';

function withSecret(body: unknown, [step, ...rest]: Place): unknown {
  if (step === undefined) return secret;
  if (step === 0) return [withSecret(Array.isArray(body) ? body[0] : undefined, rest)];
  const members: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  return { ...members, [step]: withSecret(members[step], rest) };
}
const written = (place: Place): string =>
  place.map((step, at) => (step === 0 ? '[0]' : `${at === 0 ? '' : '.'}${step}`)).join('');
const isShaped = (place: Place): boolean => place.some((step) => shaped.has(String(step)));

describe('a password in any text that the API takes', () => {
  let door: Door;
  let schemas: Schemas;
  before(async () => {
    door = await openDoor();
    const described = jsonOf(await door.send('/api/v1/openapi.json'));
    schemas = (described['components'] as { schemas: Schemas }).schemas;
  });
  after(() => door.stop());

  let key = 0;
  const refused = async (path: string, body: unknown, place: Place): Promise<boolean> => {
    const headers = { 'idempotency-key': `s${String((key += 1))}` };
    const answer = await door.api(path, withSecret(body, place), headers);
    assert.ok(!answer.text.includes('Ab1!xyz'), written(place));
    return (
      answer.status === 400 &&
      faultsOf(answer, 400).some(
        (one) => one.path === written(place) && one.message.includes('password vault'),
      )
    );
  };
  const open = async (): Promise<string> =>
    `/api/v1/duties/${await idOf(door.open(`o${String((key += 1))}`, openingFor('verify-change')))}`;

  it('is not told back where it stands as a name that nobody knows', async () => {
    const body = openingFor('verify-change');
    const [inside, outside, asked] = [
      await door.open('n1', { ...body, details: { summary: 'x', [secret]: 'x' } }),
      await door.open('n2', { ...body, [secret]: 'x' }),
      await door.api(`/api/v1/duties?${new URLSearchParams({ [secret]: 'x' }).toString()}`),
    ];

    for (const answer of [inside, outside, asked]) {
      assert.equal(answer.status, 400);
      assert.ok(!answer.text.includes('Ab1!xyz'), answer.text);
    }
  });

  it('is refused by its path when a duty is opened, whatever the kind', async () => {
    const places = new Map<string, readonly [KindName, Place]>();
    for (const place of textsIn(schemas['Opening'] ?? {}, schemas))
      places.set(written(place), ['verify-change', place]);
    for (const { kind } of dutyKinds)
      for (const place of textsIn(schemas[`Details-${kind}`] ?? {}, schemas))
        places.set(`${kind} ${written(place)}`, [kind, ['details', ...place]]);
    const wrong: string[] = [];
    for (const [name, [kind, place]] of places) {
      if (isShaped(place)) continue;
      const body = openingFor(kind, { details: detailsOf[kind] });
      if (!(await refused('/api/v1/duties', body, place))) wrong.push(name);
    }

    assert.deepEqual(wrong, []);
    assert.ok(places.size > 40, String(places.size));
  });

  it('is refused within the address of a page, where a token opens what it leads to', async () => {
    const withUrl = (url: string) =>
      openingFor('read-agreement', { details: { ...detailsOf['read-agreement'], url } });
    const sent = async (url: string) =>
      (await door.open(`u${String((key += 1))}`, withUrl(url))).status;

    for (const url of [
      'https://x.blob.core.windows.net/c/a.pdf?sv=2022-11-02&sig=abcdEFGH1234%2B',
      'https://x.example/a?access_token=abcdef123456',
    ])
      assert.equal(await sent(url), 400, url);
    for (const url of [
      'https://contoso.sharepoint.com/:w:/s/Team/EaBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789?e=4%3aAbCdEf',
      'https://x.example/wachtwoord-beleid?token=no&v=2',
    ])
      assert.equal(await sent(url), 201, url);
  });

  for (const [route, name, body] of [
    ['withdraw', 'Withdrawal', { reason: 'Vervallen' }],
    ['reaction', 'Reaction', { status: 'working', text: 'Wij kijken' }],
  ] as const)
    it(`is refused by its path when a vendor sends a ${name.toLowerCase()}`, async () => {
      const path = `${await open()}/${route}`;
      const places = textsIn(schemas[name] ?? {}, schemas);
      const wrong: string[] = [];
      for (const place of places)
        if (!(await refused(path, body, place))) wrong.push(written(place));

      assert.deepEqual(wrong, []);
      assert.ok(places.length > 0);
    });

  it('is looked for with turns for others in between, however much there is', async () => {
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    const texts = Array.from(
      { length: 40 },
      (_, at) => `${'wachtwoord '.repeat(300)}${String(at)}`,
    );

    const faults = await secretFaults({ summary: texts });
    done = true;

    assert.deepEqual(faults, []);
    assert.ok(turns > 1, `${String(turns)} turns`);
  });
});
