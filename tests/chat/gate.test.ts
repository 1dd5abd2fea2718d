import assert from 'node:assert/strict';
import { askedBy, refusal, refusedHere } from '../../bot/chat/gate.ts';
import { belongs } from '../../bot/casework/rights/rights.ts';
import type { Place, Sender } from '../../bot/ports/incoming.ts';
import { noticeCard } from '../../bot/views/chat-cards.ts';
import { chatTexts } from '../../bot/views/chat-texts.ts';
import { anna, dutch, english, tenant } from '../support/duties/duties.ts';
import type { Known } from '../support/rights.ts';
import { anItChannel, knowing } from '../support/rights.ts';

const from: Sender = { ...anna, userId: '29:anna' };
const place = (more: Partial<Place>): Place => ({
  type: 'personal',
  tenant,
  tenantId: tenant,
  conversationId: 'c',
  serviceUrl: 'https://smba.example/',
  ...more,
});
const places = {
  chat: place({}),
  group: place({ type: 'group' }),
  channel: place({ type: 'channel', channelId: '19:other@thread.tacv2' }),
  'channel without an id': place({ type: 'channel' }),
  'it channel': place({ type: 'channel', channelId: anItChannel.channelId }),
};
type Where = keyof typeof places;
const withTeam: Known = { channel: anItChannel, members: ['29:anna'] };
const withStrangers: Known = { channel: anItChannel, members: [] };

const came = (where: Where, more: Partial<Sender> = {}) => ({
  from: { ...from, ...more },
  at: places[where],
  data: { said: 'x' },
});

describe('whoever asks', () => {
  it('is who the activity says, with what came along', async () => {
    const services = knowing({});
    const asked = await askedBy(services, came('chat'), dutch);

    assert.deepEqual(asked, {
      services,
      from,
      at: places.chat,
      person: { aadObjectId: anna.aadObjectId, name: anna.name },
      actor: { person: { aadObjectId: anna.aadObjectId, name: anna.name }, inItChannel: false },
      reader: dutch,
      submitted: { said: 'x' },
    });
  });

  for (const [known, who, where, inside, outsider] of [
    [withTeam, 'a member', 'it channel', true, undefined],
    [withStrangers, 'a guest', 'it channel', false, true],
    [withTeam, 'a member', 'channel', false, undefined],
    [withTeam, 'a member', 'channel without an id', false, undefined],
    [withTeam, 'a member', 'chat', false, undefined],
    [{}, 'anybody, while there is no IT channel,', 'it channel', false, undefined],
    [{}, 'anybody, while there is no IT channel,', 'chat', false, undefined],
  ] as const)
    it(`${who} in the ${where} administers ${inside ? '' : 'nothing'}`, async () => {
      const { actor, outsider: out } = await askedBy(knowing(known), came(where), dutch);

      assert.deepEqual([actor.inItChannel, out], [inside, outsider]);
    });

  for (const [where, picker] of [
    ['chat', 'organisation'],
    ['group', 'conversation'],
    ['it channel', 'conversation'],
  ] as const)
    it(`picks people of the ${picker} in a ${where}, where the client can`, async () => {
      const { actor } = await askedBy(knowing({}), came(where, { picker: true }), dutch);
      const without = await askedBy(knowing({}), came(where, { picker: false }), dutch);

      assert.deepEqual([actor.picker, 'picker' in without.actor], [picker, false]);
    });
});

/** Why a declaration does not hold in a place; what is not named is let in. */
const refused: Readonly<Record<string, Partial<Record<Where, string>>>> = {
  everybody: {},
  asked: {},
  party: {},
  ...Object.fromEntries(
    ['in-person', 'asked-in-person', 'surveyed', 'party-in-person'].map((who) => [
      who,
      {
        group: 'onlyPersonal',
        channel: 'onlyPersonal',
        'channel without an id': 'onlyPersonal',
        'it channel': 'onlyPersonal',
      },
    ]),
  ),
  'in-channel': {
    chat: 'onlyInChannel',
    group: 'onlyInChannel',
    'channel without an id': 'onlyInChannel',
  },
  'it-team': {
    chat: 'onlyInItChannel',
    group: 'onlyInItChannel',
    channel: 'onlyInItChannel',
    'channel without an id': 'onlyInItChannel',
  },
  overseer: {
    group: 'onlyOverseers',
    channel: 'onlyOverseers',
    'channel without an id': 'onlyOverseers',
  },
};

describe('what is declared for a place or a role', () => {
  for (const who of Object.keys(belongs) as readonly (keyof typeof belongs)[])
    it(`${who} holds there and nowhere else`, async () => {
      for (const where of Object.keys(places) as readonly Where[]) {
        const asked = await askedBy(knowing(withTeam), came(where), dutch);

        assert.equal(await refusedHere(who, asked), refused[who]?.[where], where);
      }
    });

  it('is told apart in the IT channel: a guest is in the right place', async () => {
    const guest = await askedBy(knowing(withStrangers), came('it channel'), dutch);

    assert.equal(await refusedHere('it-team', guest), 'onlyItTeam');
    assert.equal(await refusedHere('overseer', guest), 'onlyOverseers');
  });
});

describe('a refusal', () => {
  for (const [where, shown, inside] of [
    ['chat', 'personal', false],
    ['group', 'group', false],
    ['channel', 'group', false],
    ['it channel', 'channel', true],
  ] as const)
    it(`says why, with the ways on of a ${where}`, () => {
      for (const reader of [dutch, english]) {
        const at = places[where];
        const said = refusal(
          { at, reader, actor: { person: anna, inItChannel: inside } },
          'onlyPersonal',
        );
        const card = noticeCard(reader.language, shown, chatTexts[reader.language].onlyPersonal);

        assert.deepEqual(said, { messages: [], inPlace: card });
      }
    });
});
