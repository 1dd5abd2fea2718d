import assert from 'node:assert/strict';
import { dutyKinds } from '../../../bot/kinds/index.ts';
import { openingFor } from '../../support/duties/duties.ts';
import type { Door } from '../../support/http/http.ts';
import { bearer, idOf, jsonOf, openDoor } from '../../support/http/http.ts';

type Part = Readonly<Record<string, unknown>>;
interface Description {
  readonly openapi: string;
  readonly info: Part;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Part>>;
    readonly securitySchemes: Part;
  };
}
interface Operation {
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
  }[];
  readonly requestBody?: Part;
  readonly responses: Readonly<Record<string, Part>>;
}

const contract = [
  ['post', '/api/v1/duties', ['200', '201', '400', '401', '403', '409', '413', '415', '429']],
  ['get', '/api/v1/duties', ['200', '400', '401', '429']],
  ['get', '/api/v1/duties/{id}', ['200', '400', '401', '404', '429']],
  [
    'post',
    '/api/v1/duties/{id}/withdraw',
    ['200', '400', '401', '403', '404', '409', '413', '415', '429'],
  ],
  [
    'post',
    '/api/v1/duties/{id}/reaction',
    ['200', '400', '401', '403', '404', '409', '413', '415', '429'],
  ],
  ['get', '/api/v1/evidence', ['200', '400', '401', '429']],
  ['get', '/api/v1/dossier', ['200', '400', '401', '403', '429']],
] as const;

const contractMembers = [
  ...['id', 'kind', 'system', 'reference', 'title', 'status', 'dueOn', 'assignees'],
  ...['answers', 'findings', 'createdAt'],
];

describe('the description of the HTTP API', () => {
  let door: Door;
  let described: Description;
  before(async () => {
    door = await openDoor();
    const answer = await door.send('/api/v1/openapi.json');
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'] ?? '', /^application\/json/);
    described = JSON.parse(answer.text) as Description;
  });
  after(() => door.stop());
  const operation = (path: string, method: string): Operation => {
    const found = described.paths[path]?.[method];
    assert.ok(found, `${method} ${path} is not described`);
    return found;
  };

  it('names the version of the standard and of the program', () => {
    assert.match(described.openapi, /^3\.1\.\d$/);
    assert.equal(described.info['version'], '0.1.0');
    assert.ok(described.info['title']);
  });

  it('describes every route with every way in which it can answer, and no other', () => {
    const known = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );

    assert.deepEqual(known.sort(), contract.map(([method, path]) => `${method} ${path}`).sort());
    for (const [method, path, statuses] of contract) {
      const { responses, summary } = operation(path, method);
      assert.deepEqual(Object.keys(responses).sort(), statuses, `${method} ${path}`);
      assert.ok(summary);
      for (const response of Object.values(responses)) assert.ok(response['description']);
    }
  });

  it('describes routes that exist', async () => {
    for (const [method, path] of contract) {
      const { status } = await door.send(path.replace('{id}', 'd000000000000000000000000'), {
        method: method.toUpperCase(),
        headers: bearer(),
      });

      // 415, 403 for a vendor and 404 of an unknown duty come from the route itself; 405 would not.
      assert.ok([200, 403, 404, 415].includes(status), `${method} ${path}: ${String(status)}`);
    }
  });

  it('declares the parameters that stand in a path, and the key that opening needs', () => {
    for (const [method, path] of contract) {
      const { parameters = [] } = operation(path, method);
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        assert.ok(parameters.some((one) => one.in === 'path' && one.name === name && one.required));
      }
    }
    const { parameters = [] } = operation('/api/v1/duties', 'post');
    assert.ok(
      parameters.some(
        (one) => one.name === 'Idempotency-Key' && one.in === 'header' && one.required,
      ),
    );
  });

  it('refers to nothing that is not there, and describes nothing that is not used', () => {
    const refs = new Set(refsIn(described));
    const names = Object.keys(described.components.schemas);

    for (const ref of refs) {
      const name = ref.replace('#/components/schemas/', '');
      assert.ok(names.includes(name), `${ref} does not exist`);
    }
    const unused = names.filter((name) => !refs.has(`#/components/schemas/${name}`));
    // What `details` holds depends on the kind: those schemas are named after it.
    assert.deepEqual(unused.sort(), dutyKinds.map(({ kind }) => `Details-${kind}`).sort());
    assert.ok(described.components.securitySchemes['key']);
  });

  it('requires of an opening and of its details what the API requires', async () => {
    const opening = described.components.schemas['Opening'];

    for (const name of ['kind', 'system', 'reference', 'title', 'dueOn', 'details']) {
      assert.ok((opening?.['required'] as readonly string[]).includes(name), name);
    }
    for (const [kind, required] of Object.entries({
      'verify-change': ['summary'],
      'confirm-restore': ['scope', 'restorePoint'],
      'review-access': ['accounts'],
    })) {
      const details = described.components.schemas[`Details-${kind}`];
      assert.deepEqual(details?.['required'], required, kind);
    }
  });

  it('names every member that the contract promises of a duty, and a duty has them', async () => {
    const opened = jsonOf(await door.open('promised', openingFor('verify-change')));

    const { required } = described.components.schemas['Duty'] ?? {};
    for (const name of contractMembers) {
      assert.ok((required as readonly string[]).includes(name), name);
      assert.ok(name in opened, name);
    }
  });

  it('names every member that a duty can have', async () => {
    const id = await idOf(door.open('described', openingFor('verify-change')));
    const path = `/api/v1/duties/${id}/withdraw`;
    const withdrawn = jsonOf(await door.api(path, { reason: 'Release uitgesteld' }));

    const { properties } = described.components.schemas['Duty'] ?? {};
    for (const name of Object.keys(withdrawn)) assert.ok(name in (properties as Part), name);
  });
});

function refsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  );
}
