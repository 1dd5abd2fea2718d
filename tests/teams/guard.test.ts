import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { GuardRules, Verdict } from '../../bot/teams/guard.ts';
import { guardActivity, mayAnswerAt, refusedToken } from '../../bot/teams/guard.ts';
import { teamsClient } from '../support/teams/activities.ts';
import { workOf } from '../support/worked.ts';

const appId = '11111111-2222-4333-8444-555555555555';
const issuer = 'https://api.botframework.com';
const tenantId = 'aaaaaaaa-0000-4000-8000-00000000000a';
const otherTenant = 'bbbbbbbb-0000-4000-8000-00000000000b';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const sanne = {
  id: '29:1sanne',
  aadObjectId: '00000000-0000-4000-8000-000000000001',
  name: 'Sanne',
};
const team = { id: '19:general@thread.tacv2', name: 'ICT', aadGroupId: 'group-1' };

const rules: GuardRules = {
  anonymous: false,
  issuer,
  appId,
  allowedTenants: new Set([tenantId]),
  serviceHosts: [],
};
const anonymously: GuardRules = { ...rules, anonymous: true, issuer: '', allowedTenants: 'any' };

const teams = teamsClient({ serviceUrl, appId, tenantId });
const message = teams.message(sanne, 'mijn plichten');
const genuine = bearer({ alg: 'RS256', kid: 'k' }, { iss: issuer, aud: appId });
const tenantless = {
  ...message,
  conversation: { ...message.conversation, tenantId: null },
  channelData: {},
};

describe('the guard before the SDK', () => {
  describe('lets through', () => {
    const channel = { id: '19:duties@thread.tacv2', name: 'Plichten', team };
    const welcome: Record<string, object> = {
      'a message': message,
      'a message in a channel': teams.message(sanne, 'status', { in: channel }),
      'a card’s answer': teams.execute(sanne, { verb: 'answer', data: { duty: 'd-1' } }),
      'a card’s answer from an old client': teams.submit(sanne, { duty: 'd-1' }),
      'an installation': teams.installation(sanne, 'add', { in: channel }),
      'new members': teams.membersAdded(sanne, [teams.bot], { in: channel }),
      'a kind of activity nobody knows yet': { ...message, type: 'somethingNew' },
      'an activity without an id or an object id': without(message, 'id', 'text'),
      'members that are null': { ...message, text: null, entities: null, replyToId: null },
      'a tenant named once': { ...message, channelData: {} },
      'a tenant in other letters': inTenant(tenantId.toUpperCase(), tenantId),
    };
    for (const [what, body] of Object.entries(welcome)) {
      it(what, () => {
        assert.deepEqual(guard(body), { ok: true });
      });
    }

    for (const host of [
      'https://smba.trafficmanager.net/teams/',
      'https://smba.trafficmanager.net',
      'https://SMBA.trafficmanager.net:443/emea/',
      'https://smba.infra.gcc.teams.microsoft.com/teams',
      'https://smba.trafficmanager.net/emea/36e74103-c9d1-46fc-a2cf-e2d12acceec1/',
      'https://canary.botapi.skype.com/amer/',
      'https://webchat.botframework.com/',
    ]) {
      it(`the service address ${host}`, () => {
        assert.deepEqual(guard(serving(host)), { ok: true });
      });
    }

    it('a host that was added, an added family of hosts, and an added origin on any port', () => {
      const serviceHosts = ['connector.example', '*.teams.example', 'http://127.0.0.1:9000'];
      const added = { ...rules, serviceHosts };

      for (const host of [
        'https://connector.example/',
        'https://a.teams.example/x/',
        'http://127.0.0.1:9000/teams/',
      ]) {
        assert.deepEqual(guard(serving(host), { rules: added }), { ok: true });
      }
      refuses(403, {
        reason: 'foreign-service',
        body: serving('http://127.0.0.1:9001/'),
        how: { rules: added },
      });
      refuses(403, {
        reason: 'foreign-service',
        body: serving('https://connector.example.evil/'),
        how: { rules: added },
      });
      refuses(403, {
        reason: 'foreign-service',
        body: serving('https://evilteams.example/'),
        how: { rules: added },
      });
    });

    it('an allowed tenant that the settings write in other letters', () => {
      const loud = { ...rules, allowedTenants: new Set([tenantId.toUpperCase()]) };

      assert.deepEqual(guard(message, { rules: loud }), { ok: true });
    });

    it('a token that names one of our own tenants', () => {
      const authorization = token({ tid: tenantId });

      assert.deepEqual(guard(message, { authorization }), { ok: true });
    });
  });

  describe('answers 401 to', () => {
    const forgeries: readonly (readonly [
      what: string,
      reason: string,
      token: string | undefined,
    ])[] = [
      ['no token at all', 'no-bearer-token', undefined],
      ['an empty header', 'no-bearer-token', ''],
      ['another scheme', 'no-bearer-token', 'Basic c2FubmU6Z2VoZWlt'],
      ['a scheme in other letters, which the SDK does not take', 'no-bearer-token', 'bearer a.b.c'],
      ['a token of two parts', 'malformed-token', 'Bearer e30.e30'],
      ['a second token after a space', 'malformed-token', `${genuine} x`],
      ['a token that is no base64url', 'malformed-token', 'Bearer e30=.e30=.x'],
      ['a token whose claims are no JSON', 'malformed-token', 'Bearer e30.eA.x'],
      ['a token whose claims are a list', 'malformed-token', 'Bearer e30.W10.x'],
      ['a token of 9 kB', 'malformed-token', token({ padding: 'x'.repeat(9000) })],
      [
        'an unsigned token',
        'foreign-algorithm',
        bearer({ alg: 'none' }, { iss: issuer, aud: appId }),
      ],
      ['HS256', 'foreign-algorithm', bearer({ alg: 'HS256' }, { iss: issuer, aud: appId })],
      ['an algorithm that is no text', 'foreign-algorithm', bearer({ alg: ['RS256'] }, {})],
      ['an Entra token for our own app', 'foreign-issuer', token({ iss: entra() })],
      [
        'an issuer that only begins like the channel’s',
        'foreign-issuer',
        token({ iss: `${issuer}/` }),
      ],
      ['a list of issuers', 'foreign-issuer', token({ iss: [issuer] })],
      ['no issuer', 'foreign-issuer', token({ iss: undefined })],
      ['a token for another bot', 'foreign-audience', token({ aud: 'another-bot' })],
      ['a list of audiences', 'foreign-audience', token({ aud: [appId] })],
      [
        'a tenant that the SDK would remember for ever',
        'foreign-token-tenant',
        token({ tid: 'x' }),
      ],
      ['a tenant in other letters', 'foreign-token-tenant', token({ tid: tenantId.toUpperCase() })],
      ['a tenant that is no text', 'foreign-token-tenant', token({ tid: [tenantId] })],
    ];
    for (const [what, reason, authorization] of forgeries) {
      it(what, () => {
        refuses(401, { reason, body: message, how: { authorization } });
      });
    }

    it('everybody, as long as no app or issuer is set', () => {
      const nobody = { authorization: token({ iss: '', aud: '' }) };

      refuses(401, {
        reason: 'foreign-issuer',
        body: message,
        how: { ...nobody, rules: { ...rules, issuer: '' } },
      });
      refuses(401, {
        reason: 'foreign-audience',
        body: message,
        how: {
          authorization: token({ aud: '' }),
          rules: { ...rules, appId: '' },
        },
      });
    });

    it('a token with any tenant, where every tenant is allowed', () => {
      const open = { ...rules, allowedTenants: 'any' as const };

      refuses(401, {
        reason: 'foreign-token-tenant',
        body: message,
        how: {
          authorization: token({ tid: 'x' }),
          rules: open,
        },
      });
    });

    it('an unknown caller before it looks at the body', () => {
      refuses(401, {
        reason: 'no-bearer-token',
        body: deep(100_000),
        how: { authorization: undefined },
      });
    });
  });

  describe('answers 400 to', () => {
    const { conversation } = message;
    const malformed: readonly (readonly [what: string, reason: string, body: unknown])[] = [
      ['no body', 'not-an-object', undefined],
      ['null', 'not-an-object', null],
      ['a text', 'not-an-object', 'hallo'],
      ['a list', 'not-an-object', [message]],
      ['an activity without a type', 'malformed-type', without(message, 'type')],
      ['a type that is a number', 'malformed-type', { ...message, type: 5 }],
      ['no channel', 'malformed-channel', without(message, 'channelId')],
      ['a blank channel', 'malformed-channel', { ...message, channelId: ' ' }],
      ['an id that is no text', 'malformed-id', { ...message, id: {} }],
      ['an id with a line break', 'malformed-id', { ...message, id: '1\n2' }],
      ['an id with half a character', 'malformed-id', { ...message, id: '\ud800' }],
      ['no sender', 'malformed-sender', without(message, 'from')],
      ['a sender without an id', 'malformed-sender', { ...message, from: { name: 'Sanne' } }],
      ['an object id that is no text', 'malformed-sender', sentBy(7)],
      ['no conversation', 'malformed-conversation', without(message, 'conversation')],
      [
        'a conversation that is a list',
        'malformed-conversation',
        { ...message, conversation: ['x'] },
      ],
      ['no recipient', 'malformed-recipient', without(message, 'recipient')],
      ['a tenant that is no text', 'malformed-tenant', inTenant({ id: tenantId }, tenantId)],
      ['an empty tenant', 'malformed-tenant', inTenant('', tenantId)],
      [
        'a conversation’s tenant that is no text',
        'malformed-tenant',
        { ...message, conversation: { ...conversation, tenantId: 1 } },
      ],
      ['entities that are no list', 'malformed-content', { ...message, entities: {} }],
      ['an entity that is null', 'malformed-content', { ...message, entities: [null] }],
      ['channel data that are a list', 'malformed-content', { ...message, channelData: [] }],
      [
        '100,000 lists in each other',
        'too-deep-or-too-large',
        { ...message, value: deep(100_000) },
      ],
      ['100,000 members', 'too-deep-or-too-large', { ...message, value: wide(100_000) }],
      ['100,000 entries', 'too-deep-or-too-large', { ...message, value: Array(100_000).fill(0) }],
      [
        'a member called __proto__',
        'too-deep-or-too-large',
        JSON.parse('{ "type": "message", "value": { "__proto__": { "admin": true } } }'),
      ],
    ];
    for (const [what, reason, body] of malformed) {
      it(what, () => {
        refuses(400, { reason, body });
      });
    }

    for (const address of [
      '',
      'smba.trafficmanager.net',
      'ftp://smba.trafficmanager.net/',
      'https://somebody@smba.trafficmanager.net/',
      'https://smba.trafficmanager.net@evil.example/',
      'https://smba.trafficmanager.net\\@evil.example/',
      'https://smba.trafficmanager.net/?to=x',
      'https://smba.trafficmanager.net/#x',
      ' https://smba.trafficmanager.net/',
      'https://smba.traffic manager.net/',
      'https://smba.trafficmanager.net:99999/',
      'https://[::1/',
      `https://smba.trafficmanager.net/${'x'.repeat(512)}`,
    ]) {
      it(`the service address "${address.slice(0, 60)}"`, () => {
        refuses(400, { reason: 'malformed-service-url', body: serving(address) });
      });
    }

    const longest: readonly (readonly [
      name: string,
      most: number,
      write: (x: string) => object,
    ])[] = [
      ['type', 64, (type) => ({ ...message, type })],
      ['id', 512, (id) => ({ ...message, id })],
      ['sender', 512, (id) => ({ ...message, from: { ...sanne, id } })],
      ['object id', 128, sentBy],
      ['conversation', 512, (id) => ({ ...message, conversation: { ...conversation, id } })],
      ['service address', 512, (x) => serving(serviceUrl + x.slice(serviceUrl.length))],
    ];
    for (const [name, most, write] of longest) {
      it(`a longer ${name} than ${most} characters`, () => {
        assert.deepEqual(guard(write('x'.repeat(most))), { ok: true });
        const verdict = guard(write('x'.repeat(most + 1)));
        assert.ok(!verdict.ok && verdict.status === 400);
      });
    }

    it('a longer recipient than 512 characters', () => {
      refuses(400, {
        reason: 'malformed-recipient',
        body: { ...message, recipient: { id: 'x'.repeat(513) } },
      });
    });

    it('a channel or tenant too long to be one', () => {
      refuses(400, {
        reason: 'malformed-channel',
        body: { ...message, channelId: 'x'.repeat(65) },
      });
      refuses(400, { reason: 'malformed-tenant', body: inTenant('x'.repeat(129), tenantId) });
      refuses(400, { reason: 'malformed-tenant', body: inTenant(tenantId, 'x'.repeat(129)) });
    });

    for (const name of ['text', 'name', 'locale', 'replyToId', 'action']) {
      it(`a ${name} that is a number`, () => {
        refuses(400, { reason: 'malformed-content', body: { ...message, [name]: 1 } });
      });
    }

    for (const name of ['attachments', 'entities', 'membersAdded', 'membersRemoved']) {
      it(`${name} that hold a text`, () => {
        refuses(400, { reason: 'malformed-content', body: { ...message, [name]: ['x'] } });
      });
    }

    it('a hundred bombs within a second', () => {
      const body = { ...message, value: [deep(10_000), Array(100_000).fill([])] };

      const worked = workOf(() => {
        for (let round = 0; round < 100; round += 1)
          refuses(400, { reason: 'too-deep-or-too-large', body });
      });

      assert.ok(worked < 1000, String(worked));
    });
  });

  describe('answers 403 to', () => {
    const foreign: readonly (readonly [what: string, reason: string, body: unknown])[] = [
      ['another channel', 'foreign-channel', { ...message, channelId: 'webchat' }],
      ['the emulator', 'foreign-channel', { ...message, channelId: 'emulator' }],
      [
        'the channel the SDK checks less',
        'foreign-channel',
        { ...message, channelId: 'AseChannel' },
      ],
      ['Teams in other letters', 'foreign-channel', { ...message, channelId: 'MSTeams' }],
      ['no tenant', 'no-tenant', tenantless],
      ['another tenant', 'foreign-tenant', inTenant(otherTenant, otherTenant)],
      ['two tenants that disagree', 'tenants-disagree', inTenant(tenantId, otherTenant)],
      [
        'two tenants that disagree the other way',
        'tenants-disagree',
        inTenant(otherTenant, tenantId),
      ],
    ];
    for (const [what, reason, body] of foreign) {
      it(what, () => {
        refuses(403, { reason, body });
      });
    }

    for (const address of [
      'https://smba.infra.gov.teams.microsoft.us/teams',
      'https://smba.infra.dod.teams.microsoft.us/teams',
      'http://smba.trafficmanager.net/',
      'https://smba.trafficmanager.net:8443/',
      'https://smba.trafficmanager.net.evil.example/',
      'https://smba.trafficmanager.net./',
      'https://evil.trafficmanager.net/',
      'https://evilteams.microsoft.com/',
      'https://teams.microsoft.com.evil.example/',
      'https://169.254.169.254/metadata/',
      'https://127.0.0.1/',
      'http://127.0.0.1:9000/',
      'http://localhost:56150/_connector',
    ]) {
      it(`the service address ${address}`, () => {
        refuses(403, { reason: 'foreign-service', body: serving(address) });
      });
    }

    it('every tenant, as long as none is allowed', () => {
      refuses(403, {
        reason: 'foreign-tenant',
        body: message,
        how: { rules: { ...rules, allowedTenants: new Set() } },
      });
    });

    it('an activity for another bot', () => {
      const recipient = { id: '28:99999999-2222-4333-8444-555555555555' };

      refuses(403, { reason: 'foreign-recipient', body: { ...message, recipient } });
      assert.deepEqual(guard({ ...message, recipient: { id: `28:${appId.toUpperCase()}` } }), {
        ok: true,
      });
    });

    it('what happens in one channel and names another', () => {
      const said = teams.message(sanne, 'status', {
        in: { id: '19:duties@thread.tacv2', name: 'Plichten', team },
      });
      const elsewhere = { ...said.channelData, channel: { id: '19:other@thread.tacv2' } };

      refuses(403, { reason: 'channels-disagree', body: { ...said, channelData: elsewhere } });
    });
  });

  describe('in development, without authentication', () => {
    const local = serving('http://localhost:56150/_connector');

    it('asks for no token and takes any tenant, or none', () => {
      assert.deepEqual(guardActivity({ body: local, authorization: undefined }, anonymously), {
        ok: true,
      });
      const body = { ...tenantless, serviceUrl: 'http://127.0.0.1:9000/' };
      assert.deepEqual(guard(body, { rules: anonymously }), { ok: true });
    });

    it('still keeps to the tenants it is given', () => {
      const given = { ...anonymously, allowedTenants: new Set([otherTenant]) };

      refuses(403, { reason: 'foreign-tenant', body: local, how: { rules: given } });
    });

    for (const address of ['http://127.1:80/', 'http://127.255.0.1:5/', 'http://[::1]:9000/x/']) {
      it(`answers this machine at ${address}`, () => {
        assert.deepEqual(guard(serving(address), { rules: anonymously }), { ok: true });
      });
    }

    for (const address of [
      serviceUrl,
      'https://localhost/',
      'http://192.168.1.10:9000/',
      'http://127.evil.example/',
      'http://localhost.evil.example/',
      'http://0.0.0.0/',
    ]) {
      it(`answers nobody at ${address}`, () => {
        refuses(403, {
          reason: 'foreign-service',
          body: serving(address),
          how: {
            rules: { ...anonymously, serviceHosts: ['192.168.1.10'] },
          },
        });
      });
    }

    it('still keeps to Teams and to the shape of an activity', () => {
      const emulator = { ...message, channelId: 'emulator' };

      refuses(403, { reason: 'foreign-channel', body: emulator, how: { rules: anonymously } });
      refuses(400, { reason: 'not-an-object', body: undefined, how: { rules: anonymously } });
    });
  });

  describe('whatever comes', () => {
    it('decides without an error', () => {
      fc.assert(
        fc.property(
          fc.anything({ withNullPrototype: true }),
          fc.string(),
          (body, authorization) => {
            decides(guardActivity({ body, authorization }, rules));
            decides(guardActivity({ body, authorization: genuine }, rules));
            decides(guardActivity({ body, authorization: undefined }, anonymously));
          },
        ),
        { numRuns: 2000 },
      );
    });

    it('decides without an error when one part of an activity is anything', () => {
      const part = fc.constantFrom(...Object.keys(message), 'value', 'membersAdded', 'name');
      fc.assert(
        fc.property(part, fc.jsonValue(), (name, value) => {
          decides(guard({ ...message, [name]: value }));
        }),
        { numRuns: 2000 },
      );
    });

    it('lets no token through that names another issuer, bot or algorithm', () => {
      const text = fc.string();
      fc.assert(
        fc.property(text, text, text, fc.jsonValue(), (alg, iss, aud, tid) => {
          fc.pre(alg !== 'RS256' || iss !== issuer || aud !== appId);
          const verdict = guard(message, { authorization: bearer({ alg }, { iss, aud, tid }) });
          assert.ok(!verdict.ok && verdict.status === 401);
        }),
      );
    });
  });
});

describe('a token alone', () => {
  const wrong = bearer({ alg: 'RS256' }, { iss: issuer, aud: 'another-bot' });

  it('decides before the body is read: a wrong one and none are refused, a right one goes on', () => {
    assert.equal(refusedToken(genuine, rules), undefined);
    assert.deepEqual([refusedToken(wrong, rules), refusedToken(undefined, rules)], [401, 401]);
  });

  it('is not asked for in development', () => {
    assert.deepEqual(
      [wrong, undefined].map((one) => refusedToken(one, anonymously)),
      [undefined, undefined],
    );
  });

  it('is not read where it stands behind something else', () => {
    const beside = genuine.replace('Bearer ', 'Bearer x Bearer ');

    assert.equal(refusedToken(beside, rules), 401);
  });
});

describe('an answer', () => {
  it('goes to the service addresses of Teams and nowhere else', () => {
    assert.equal(mayAnswerAt(serviceUrl, rules), true);
    for (const address of ['https://evil.example/', 'not an address', 'http://127.0.0.1:1/'])
      assert.equal(mayAnswerAt(address, rules), false, address);
  });

  it('is for a bot whose id is written in other letters', () => {
    const other = { ...rules, appId: 'abcdef00-2222-4333-8444-555555555555' };
    const token = bearer({ alg: 'RS256' }, { iss: issuer, aud: other.appId });
    const recipient = { id: `28:${other.appId.toUpperCase()}` };

    const verdict = guardActivity({ body: { ...message, recipient }, authorization: token }, other);

    assert.deepEqual(verdict, { ok: true });
  });
});

type Circumstances = { readonly authorization?: string | undefined; readonly rules?: GuardRules };

function guard(body: unknown, how: Circumstances = {}): Verdict {
  const authorization = 'authorization' in how ? how.authorization : genuine;
  return guardActivity({ body, authorization }, how.rules ?? rules);
}

function refuses(
  status: number,
  {
    reason,
    body,
    how = {},
  }: { readonly reason: string; readonly body: unknown; readonly how?: Circumstances | undefined },
): void {
  assert.deepEqual(guard(body, how), { ok: false, status, reason });
}

function decides(verdict: Verdict): void {
  assert.ok(verdict.ok || [400, 401, 403].includes(verdict.status));
}

function bearer(header: object, claims: object): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  return `Bearer ${part(header)}.${part(claims)}.c2ln`;
}

function token(claims: object): string {
  return bearer({ alg: 'RS256', kid: 'k' }, { iss: issuer, aud: appId, ...claims });
}

function entra(): string {
  return `https://sts.windows.net/${otherTenant}/`;
}

function without(activity: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(activity).filter(([name]) => !names.includes(name)));
}

function serving(address: string): object {
  return { ...message, serviceUrl: address };
}

function sentBy(aadObjectId: unknown): object {
  return { ...message, from: { ...sanne, aadObjectId } };
}

function inTenant(channel: unknown, conversation: unknown): object {
  return {
    ...message,
    channelData: { tenant: { id: channel } },
    conversation: { ...message.conversation, tenantId: conversation },
  };
}

function deep(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels));
}

function wide(members: number): object {
  return Object.fromEntries(Array.from({ length: members }, (_, index) => [`m${index}`, index]));
}
