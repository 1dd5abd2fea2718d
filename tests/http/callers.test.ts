import assert from 'node:assert/strict';
import { changeDuty } from '../../bot/casework/change-duty.ts';
import { openDuty } from '../../bot/casework/open-duty.ts';
import { parseDutyId } from '../../bot/duty/ids.ts';
import { readOpening } from '../../bot/casework/read-opening.ts';
import { anna, defined, openingFor, tenant } from '../support/duties/duties.ts';
import type { Answer, Door } from '../support/http/http.ts';
import {
  auditorKey,
  bearer,
  faultsOf,
  idOf,
  jsonOf,
  openDoor,
  otherKey,
} from '../support/http/http.ts';

const other = bearer(otherKey);
const auditor = bearer(auditorKey);
const works = { outcome: 'works' };
const broken = { outcome: 'broken', note: 'Btw klopt niet' };

/** Anna answers, as she would on her card. */
async function answer(
  door: Door,
  {
    id,
    outcome,
    formVersion = 1,
  }: {
    readonly id: string;
    readonly outcome: 'fulfilled' | 'problem';
    readonly formVersion?: number | undefined;
  },
) {
  const values = outcome === 'fulfilled' ? works : broken;
  const event = { type: 'answered', by: anna, outcome, values, formVersion, via: 'card' } as const;
  await changeDuty(door.services, { tenant, id: defined(parseDutyId(id)) }, event);
}
const idsOf = (page: Answer): readonly unknown[] =>
  (jsonOf(page)['duties'] as readonly { id: string }[]).map(({ id }) => id);
const react = (
  door: Door,
  {
    id,
    body,
    headers = bearer(),
  }: {
    readonly id: string;
    readonly body: unknown;
    readonly headers?: { authorization: string } | undefined;
  },
): Promise<Answer> => door.api(`/api/v1/duties/${id}/reaction`, body, headers);

describe('a key of a vendor', () => {
  let door: Door;
  let own: string;
  let foreign: string;
  let byHand: string;
  before(async () => {
    door = await openDoor();
    own = await idOf(door.open('own', openingFor('verify-change')));
    const body = openingFor('verify-change', { reference: 'VREEMD-1' });
    foreign = await idOf(
      door.api('/api/v1/duties', body, { ...other, 'idempotency-key': 'foreign' }),
    );
    const read = readOpening(openingFor('verify-change', { reference: 'HAND-1' }));
    assert.ok(read.ok);
    const openedBy = { type: 'person', person: anna } as const;
    const opened = await openDuty(door.services, {
      tenant,
      opening: read.opening,
      asking: {
        openedBy,
        sender: 'person',
        key: 'by-hand',
      },
    });
    assert.equal(opened.type, 'opened');
    byHand = opened.type === 'opened' ? opened.duty.id : '';
  });
  after(() => door.stop());

  it('sees, lists, exports and withdraws nothing that others opened', async () => {
    for (const id of [foreign, byHand]) {
      faultsOf(await door.api(`/api/v1/duties/${id}`), 404);
      faultsOf(await door.api(`/api/v1/duties/${id}/withdraw`, { reason: 'x' }), 404);
      faultsOf(await react(door, { id, body: { status: 'working', text: 'x' } }), 404);
    }

    assert.deepEqual(idsOf(await door.api('/api/v1/duties')), [own]);
    assert.deepEqual(idsOf(await door.api('/api/v1/duties?status=open')), [own]);
    const { text } = await door.api('/api/v1/evidence');
    assert.ok(text.includes(own));
    for (const hidden of [foreign, byHand, 'VREEMD-1', 'HAND-1'])
      assert.ok(!text.includes(hidden), hidden);
  });

  it('gets a 404 for what others opened that is the same as for what does not exist', async () => {
    const nothing = await door.api('/api/v1/duties/d000000000000000000000000');

    assert.equal((await door.api(`/api/v1/duties/${foreign}`)).text, nothing.text);
  });

  it('reads everything and changes nothing where it is an auditor’s', async () => {
    for (const id of [own, foreign, byHand])
      assert.equal((await door.api(`/api/v1/duties/${id}`, undefined, auditor)).status, 200);
    assert.equal(idsOf(await door.api('/api/v1/duties', undefined, auditor)).length, 3);
    assert.ok((await door.api('/api/v1/evidence', undefined, auditor)).text.includes('HAND-1'));

    const opening = openingFor('verify-change');
    for (const [path, body] of [
      ['/api/v1/duties', opening],
      [`/api/v1/duties/${own}/withdraw`, { reason: 'x' }],
      [`/api/v1/duties/${own}/reaction`, { status: 'solved', text: 'x' }],
      ['/api/v1/duties/x/reaction', {}],
    ] as const)
      faultsOf(await door.api(path, body, { ...auditor, 'idempotency-key': 'a' }), 403);
    assert.equal(jsonOf(await door.api(`/api/v1/duties/${own}`))['status'], 'open');
  });

  it('finds its own among many of others, page by page', async () => {
    const big = await openDoor();
    for (let at = 0; at < 120; at += 1) {
      const body = openingFor('verify-change', {
        dueOn: `2027-01-${String((at % 28) + 1).padStart(2, '0')}`,
      });
      const headers = at % 10 === 0 ? bearer() : other;
      await big.api('/api/v1/duties', body, { ...headers, 'idempotency-key': String(at) });
    }

    const page = await big.api('/api/v1/duties?status=open');

    assert.equal(idsOf(page).length, 12);
    assert.equal(jsonOf(page)['nextCursor'], undefined);
    await big.stop();
  });

  for (const [path, named] of [
    ['/api/v1/duties?dutyId=x', ['dutyId']],
    ['/api/v1/duties?Status=open&limit=5', ['Status', 'limit']],
    ['/api/v1/duties?status=open&status=problem', ['status']],
    ['/api/v1/evidence?dutyId=x&from=2026-01-01', ['dutyId']],
    ['/api/v1/openapi.json?expand=all', ['expand']],
    ['/api/v1/duties/d000000000000000000000000?expand=all', ['expand']],
  ] as const)
    it(`is told which parameters ${path} does not have`, async () => {
      const faults = faultsOf(await door.api(path), 400);

      assert.deepEqual(
        faults.map((fault) => fault.path),
        named,
      );
    });
});

describe('a reaction of the vendor', () => {
  let door: Door;
  let id: string;
  beforeEach(async () => {
    door = await openDoor();
    id = await idOf(door.open('found', openingFor('verify-change')));
    await answer(door, { id, outcome: 'problem' });
  });
  afterEach(() => door.stop());
  const findings = async () =>
    jsonOf(await door.api(`/api/v1/duties/${id}`))['findings'] as readonly {
      status: string;
      reactions: readonly Readonly<Record<string, unknown>>[];
    }[];

  it('that says solved asks for verification, and what is verified closes the finding', async () => {
    const said = { status: 'solved', text: 'Patch 12 is geplaatst', reference: 'INC-9' };

    const reply = jsonOf(await react(door, { id, body: said }));

    assert.equal(reply['status'], 'problem');
    const { solved, ...reaction } = defined((await findings())[0]?.reactions[0]);
    assert.deepEqual(
      [solved, reaction['status'], reaction['text'], reaction['reference']],
      [true, 'solved', said.text, 'INC-9'],
    );
    await answer(door, { id, outcome: 'fulfilled', formVersion: 2 });
    const closed = jsonOf(await door.api(`/api/v1/duties/${id}`));
    assert.equal(closed['status'], 'fulfilled');
    faultsOf(await react(door, { id, body: said }), 409);
  });

  it('is recorded once however often it is sent, also when something else was said in between', async () => {
    const said = { status: 'working', text: 'Wij zoeken het uit' };

    await react(door, { id, body: said });
    assert.equal((await react(door, { id, body: said })).status, 200);
    assert.equal((await findings())[0]?.reactions.length, 1);
    await react(door, { id, body: { status: 'rejected', text: 'Dit hoort zo' } });

    assert.equal((await findings())[0]?.reactions.length, 2);
    const { text } = await door.api('/api/v1/evidence');
    assert.equal(text.match(/"type":"replied"/g)?.length, 2);
    assert.ok(text.includes('"vendor":"unit4"'));
  });

  it('is no way to withdraw: the IT team closes the finding', async () => {
    faultsOf(await door.api(`/api/v1/duties/${id}/withdraw`, { reason: 'Toch niet' }), 409);

    assert.equal((await findings())[0]?.status, 'open');
  });

  it('needs an open finding', async () => {
    const quiet = await idOf(door.open('quiet', openingFor('verify-change')));
    faultsOf(await react(door, { id: quiet, body: { status: 'solved', text: 'Klaar' } }), 409);
    await door.api(`/api/v1/duties/${quiet}/withdraw`, { reason: 'Toch niet' });
    faultsOf(await react(door, { id: quiet, body: { status: 'solved', text: 'Klaar' } }), 409);
  });

  it('names every fault at once', async () => {
    for (const [body, paths] of [
      [{}, ['status', 'text']],
      [{ status: 'done', text: '', by: 'x' }, ['status', 'text', 'by']],
      [{ status: 'solved', text: 'a\u0000', reference: '' }, ['text', 'reference']],
      [[], ['']],
    ] as const) {
      const faults = faultsOf(await react(door, { id, body }), 400);
      assert.deepEqual([...new Set(faults.map(({ path }) => path))].sort(), [...paths].sort());
    }
    assert.equal((await findings())[0]?.reactions.length, 0);
  });
});

describe('a vendor that gets no names', () => {
  it('gets roles in duties, lists and evidence, and an auditor the names', async () => {
    const door = await openDoor({ vendorSeesNames: false });
    const opening = openingFor('verify-change', {
      assignees: [{ aadObjectId: anna.aadObjectId, name: anna.name }],
    });
    const id = await idOf(door.open('nameless', opening));
    await answer(door, { id, outcome: 'problem' });
    const ref = { tenant, id: defined(parseDutyId(id)) };
    const accepted = { type: 'risk-accepted', by: anna, acceptedBy: 'Karin van Dijk' } as const;
    await changeDuty(door.services, ref, {
      ...accepted,
      reason: `${anna.name} kan dit dragen`,
      until: '2027-01-01',
    });

    const told = [`/api/v1/duties/${id}`, '/api/v1/duties', '/api/v1/evidence'];
    for (const path of told) {
      const { text } = await door.api(path);
      assert.ok(!text.includes(anna.name) && !text.includes('Karin'), path);
      assert.ok(text.includes('assignee'));
      assert.ok((await door.api(path, undefined, auditor)).text.includes(anna.name), path);
    }
    await door.stop();
  });
});
