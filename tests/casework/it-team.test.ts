import assert from 'node:assert/strict';
import { createItTeam } from '../../bot/casework/it-team/members.ts';
import { isOverseer } from '../../bot/casework/it-team/overseers.ts';
import type { Directory, MemberLookup } from '../../bot/ports/messenger.ts';
import type { Place } from '../../bot/ports/incoming.ts';
import { anna, bram, tenant } from '../support/duties/duties.ts';
import type { Known } from '../support/rights.ts';
import { anItChannel, knowing } from '../support/rights.ts';

const member: MemberLookup = { type: 'member', name: 'Anna', userId: '29:anna' };
const guest: MemberLookup = { ...member, guest: true };
const minutes = (count: number): number => count * 60_000;

function asking(...says: readonly MemberLookup[]) {
  const asked: unknown[] = [];
  let now = 0;
  const memberIn = (at: object, person: string) => {
    asked.push([at, person]);
    return Promise.resolve(says[Math.min(asked.length, says.length) - 1]);
  };
  const team = createItTeam({ memberIn } as unknown as Directory, () => now, 20);
  return { asked, has: team.has, pass: (ms: number) => (now += ms) };
}

describe('whether somebody is of the IT team', () => {
  for (const [says, is] of [
    [member, true],
    [guest, false],
    [{ type: 'no-member' }, false],
    [{ type: 'not-told' }, false],
    [{ type: 'try-later', reason: 'busy' }, false],
  ] as const satisfies readonly (readonly [MemberLookup, boolean])[])
    it(`is ${is ? 'so' : 'not so'} where Teams says ${JSON.stringify(says)}`, async () => {
      const { has, asked } = asking(says);

      assert.equal(await has(anItChannel, '29:anna'), is);
      const { serviceUrl, teamId } = anItChannel;
      assert.deepEqual(asked, [[{ conversationId: teamId, serviceUrl }, '29:anna']]);
    });

  it('is asked of the channel where no team is known', async () => {
    const { teamId: _, ...teamless } = anItChannel;
    const { has, asked } = asking(member);
    await has(teamless, '29:anna');

    const at = { conversationId: teamless.channelId, serviceUrl: teamless.serviceUrl };
    assert.deepEqual(asked, [[at, '29:anna']]);
  });

  it('is asked once in three minutes, of each person, team and tenant', async () => {
    const { has, asked, pass } = asking(member, member, member, member, { type: 'no-member' });
    await has(anItChannel, '29:anna');
    pass(minutes(3) - 1);
    assert.equal(await has(anItChannel, '29:anna'), true);
    assert.equal(asked.length, 1);

    await has(anItChannel, '29:bram');
    await has({ ...anItChannel, teamId: '19:other' }, '29:anna');
    await has({ ...anItChannel, tenantId: 'other' }, '29:anna');
    assert.equal(asked.length, 4);

    pass(1);
    assert.equal(await has(anItChannel, '29:anna'), false);
    assert.equal(asked.length, 5);
    assert.equal(await has(anItChannel, '29:anna'), false);
    assert.equal(asked.length, 5);
  });

  for (const silence of [{ type: 'not-told' }, { type: 'try-later', reason: 'busy' }] as const)
    it(`is what it was while Teams says ${silence.type}, and is asked again each time`, async () => {
      const { has, asked, pass } = asking(member, silence);
      await has(anItChannel, '29:anna');
      pass(minutes(10));

      assert.equal(await has(anItChannel, '29:anna'), true);
      assert.equal(await has(anItChannel, '29:anna'), true);
      assert.equal(asked.length, 3);
    });

  it('is remembered of so many people, and then forgotten of whoever was asked about longest ago', async () => {
    const { has, asked, pass } = asking(member);
    for (let at = 0; at < 20; at += 1) await has(anItChannel, String(at));
    assert.equal(asked.length, 20);
    await has(anItChannel, '0');
    assert.equal(asked.length, 20);
    // Asked about anew, it is the newest again.
    pass(minutes(3));
    await has(anItChannel, '0');
    await has(anItChannel, 'new');
    assert.equal(asked.length, 22);

    await has(anItChannel, '0');
    await has(anItChannel, 'new');
    assert.equal(asked.length, 22);
    // Whoever was asked about longest ago is asked about again.
    await has(anItChannel, '1');
    assert.equal(asked.length, 23);
  });
});

describe('who may see how everything stands', () => {
  const personal = { type: 'personal', tenant } as Place;
  const elsewhere = { type: 'channel', tenant, channelId: '19:x' } as Place;
  const sees = (known: Known, { at = personal, inItChannel = false } = {}) =>
    isOverseer({
      services: knowing(known),
      from: { ...anna, userId: '29:anna' },
      at,
      actor: { person: anna, inItChannel },
    });
  const rights: Readonly<Record<string, Known>> = {
    'an administrator': { administrators: [anna] },
    'a member of the IT team': { channel: anItChannel, members: ['29:anna'] },
    'whoever chose the channel of a team that the bot has left': {
      channel: { ...anItChannel, installed: false, madeBy: anna },
    },
    'the auditor of the roster': { roster: { roles: { auditor: anna } } },
  };
  for (const [who, known] of Object.entries(rights))
    it(`is ${who}, in the own chat only`, async () => {
      assert.equal(await sees(known), true);
      assert.equal(await sees(known, { at: elsewhere }), false);
    });

  const none: Readonly<Record<string, Known>> = {
    'somebody of whom nothing is known': {},
    'no administrator': { administrators: [bram] },
    'no member': { channel: anItChannel, members: ['29:bram'] },
    'whoever chose a channel that the bot is still in': {
      channel: { ...anItChannel, madeBy: anna },
    },
    'somebody else than chose it': { channel: { ...anItChannel, installed: false, madeBy: bram } },
    'somebody where nobody is known to have chosen it': {
      channel: { ...anItChannel, installed: false },
    },
    'not the auditor': { roster: { roles: { auditor: bram } } },
    'another role': { roster: { roles: { privacy: anna } } },
  };
  for (const [who, known] of Object.entries(none))
    it(`is not ${who}`, async () => {
      assert.equal(await sees(known), false);
    });

  it('is everybody in the IT channel whom Teams told to be of its team', async () => {
    assert.equal(await sees({}, { at: elsewhere, inItChannel: true }), true);
  });
});
