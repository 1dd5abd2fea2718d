import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Incoming } from '../../bot/ports/incoming.ts';
import { readIncoming, teamsClient } from '../support/teams/activities.ts';
import { annaInTeams } from '../support/teams/cast.ts';
import { tenant } from '../support/duties/duties.ts';
import { workOf } from '../support/worked.ts';

const teams = teamsClient({
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  appId: 'app',
  tenantId: tenant,
  botName: 'Plichtbot',
});
const channel = {
  id: '19:plichten@thread.tacv2',
  name: 'Plichten',
  team: { id: '19:team@thread.tacv2', name: 'Team', aadGroupId: 'g' },
};
const base = teams.message(annaInTeams, '');
const message = (more: object) => readIncoming({ ...base, attachments: [], ...more });
const html = (content: string) => ({ contentType: 'text/html', content });
const schema = (name: string) => `itemtype="http://schema.skype.com/${name}"`;
const mention = (text?: string) => ({
  type: 'mention',
  mentioned: { id: teams.bot.id, name: teams.bot.name },
  ...(text === undefined ? {} : { text }),
});

function written(incoming: Incoming) {
  assert.equal(incoming.type, 'message');
  return incoming;
}
const words = (more: object) => written(message(more)).text;
const what = (more: object) =>
  written(message(more)).files.map((file) => (file.type === 'other' ? file.what : file.type));

describe('the words of a message as Teams really sends it', () => {
  const cases: Readonly<Record<string, readonly [object, string]>> = {
    'a mention as the clients of today write it': [
      { text: '<at>Plichtbot</at> overzicht', entities: [mention('<at>Plichtbot</at>')] },
      'overzicht',
    ],
    'a mention between line ends': [
      { text: '\r\n<at>Plichtbot</at> overzicht\r\n', entities: [mention('<at>Plichtbot</at>')] },
      'overzicht',
    ],
    'two mentions': [
      { text: '<at>Plichtbot</at> overzicht <at>Plichtbot</at>', entities: [mention(), mention()] },
      'overzicht',
    ],
    'a mention entity without text': [
      { text: '<at>Plichtbot</at> overzicht', entities: [mention()] },
      'overzicht',
    ],
    'a mention entity without whom': [
      { text: '<at>Plichtbot</at> overzicht', entities: [{ type: 'mention', text: 7 }] },
      'overzicht',
    ],
    'a colleague who is named': [
      { text: 'geef dit aan <at>Bram Prins</at>', entities: [] },
      'geef dit aan Bram Prins',
    ],
    'a no-break space as letters': [{ text: 'overzicht&nbsp;' }, 'overzicht'],
    'a no-break space': [{ text: '\u00A0overzicht' }, 'overzicht'],
    'signs written as entities': [
      { text: 'btw &amp; factuur &lt;3 &#233;&#xE9;' },
      'btw & factuur <3 éé',
    ],
    'an entity of an entity, decoded once': [{ text: '&amp;lt;' }, '&lt;'],
    'an entity that is none': [{ text: 'R&D &onzin; &#xD800;' }, 'R&D &onzin;'],
    'a quote in the newer form': [
      {
        text: '<quoted messageId="17"/> het werkt',
        entities: [{ type: 'quotedReply', quotedReply: { messageId: '17' } }],
      },
      'het werkt',
    ],
    'two quotes': [
      { text: '<quoted messageId="17"/> eerst <quoted messageId="18"/> dan' },
      'eerst   dan',
    ],
    'a quote in the older form, also within the text': [
      {
        text: 'Plicht 12 wacht op u\r\n\r\nhet werkt',
        attachments: [
          html(
            `<blockquote itemscope="" ${schema('Reply')} itemid="17"><p itemprop="preview">Plicht 12 wacht op u</p></blockquote><p>het werkt</p>`,
          ),
        ],
      },
      'het werkt',
    ],
    'an emoji that comes as a picture': [
      {
        text: '',
        attachments: [
          { contentType: 'image/*', contentUrl: 'https://statics.teams.cdn.office.net/x/20_f.png' },
          html(`<p><img ${schema('Emoji')} itemid="yes" alt="👍"></p>`),
        ],
      },
      '👍',
    ],
    'a text of nothing': [{ text: null }, ''],
    'half an emoji where the text is cut': [{ text: `${'a'.repeat(3999)}👍` }, 'a'.repeat(3999)],
    'half an emoji in between': [{ text: 'a\uD83Db' }, 'a\uFFFDb'],
  };
  for (const [name, [more, expected]] of Object.entries(cases)) {
    it(`leave out what the person did not write: ${name}`, () => {
      assert.equal(words(more), expected);
    });
  }

  it('say which message was quoted, in both forms', () => {
    const entity = { type: 'quotedReply', quotedReply: { messageId: '17' } };
    const older = html(
      `<blockquote itemscope ${schema('Reply')} itemid="17"></blockquote><p>ja</p>`,
    );

    assert.equal(written(message({ text: 'ja', entities: [entity] })).quoted, '17');
    assert.equal(written(message({ text: '<quoted messageId="17"/> ja' })).quoted, '17');
    assert.equal(written(message({ text: 'ja', attachments: [older] })).quoted, '17');
    assert.equal(written(message({ text: 'ja' })).quoted, undefined);
  });

  it('are cut once at the door, before anything looks at them', () => {
    assert.equal(words({ text: '.'.repeat(28_000) }).length, 4000);
  });

  it('are read in no time, whatever is opened and never closed', () => {
    const long = [
      '<at'.repeat(80_000),
      `<at>${'<at >'.repeat(40_000)}`,
      '<quoted '.repeat(30_000),
      '&#'.repeat(100_000),
      '<'.repeat(240_000),
      `<at>${'a'.repeat(240_000)}`,
    ];

    const worked = workOf(() => {
      for (const text of long) {
        words({ text });
        words({ text: '', attachments: [html(text)] });
        words({ text: 'x', attachments: [html(`<blockquote ${schema('Reply')} ${text}`)] });
      }
    });

    assert.ok(worked < 500, String(worked));
  });
});

describe('what comes with a message', () => {
  const cases: Readonly<Record<string, readonly [object, readonly string[]]>> = {
    'a picture that was pasted': [
      {
        text: undefined,
        attachments: [
          {
            contentType: 'image/*',
            contentUrl: 'https://smba.trafficmanager.net/v3/attachments/1',
          },
          html(`<p><img ${schema('AMSImage')} src="x"></p>`),
        ],
      },
      ['picture'],
    ],
    'a picture in the HTML only': [
      { text: 'kijk', attachments: [html(`<p>kijk<img ${schema('AMSImage')} src="x"></p>`)] },
      ['picture'],
    ],
    'a voice note': [
      {
        text: null,
        attachments: [
          { ...html(`<div><span ${schema('InputExtension')}></span></div>`), contentUrl: null },
        ],
      },
      ['voice'],
    ],
    'a video': [
      { text: null, attachments: [{ contentType: 'application/vnd.microsoft.card.video' }] },
      ['video'],
    ],
    'a sticker': [
      { text: '', attachments: [html(`<img ${schema('Sticker')} alt="x">`)] },
      ['sticker'],
    ],
    'a moving picture': [
      { text: '', attachments: [html(`<img ${schema('Giphy')}>`)] },
      ['sticker'],
    ],
    'a sticker beside words': [
      { text: 'dank', attachments: [html(`dank <img ${schema('Sticker')}>`)] },
      [],
    ],
    'a card of another app': [
      { text: '', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
      ['card'],
    ],
    'a file in a channel': [
      { text: 'status', attachments: [html('<p>status</p><attachment id="1"></attachment>')] },
      ['file'],
    ],
    'only the text as HTML': [{ text: 'hulp', attachments: [html('<p>hulp</p>')] }, []],
    'attachments of any shape': [{ text: 'hulp', attachments: [null, 7, [], {}] }, ['file']],
  };
  for (const [name, [more, expected]] of Object.entries(cases)) {
    it(`is named by what it is: ${name}`, () => {
      // The guard refuses attachments that are no objects; the reading does not rely on that.
      assert.deepEqual(what(more), expected);
    });
  }
});

describe('an event as Teams really sends it', () => {
  const bare = { id: annaInTeams.id, aadObjectId: annaInTeams.aadObjectId };

  it('names nobody at an install: the object id says so', () => {
    const incoming = readIncoming({ ...teams.installation(annaInTeams, 'add'), from: bare });

    assert.ok(incoming.type === 'installed' && incoming.from?.name === bare.aadObjectId);
  });

  for (const [action, type, upgrade] of [
    ['add', 'installed', undefined],
    ['Add', 'installed', undefined],
    ['add-upgrade', 'installed', true],
    ['remove', 'uninstalled', undefined],
    ['remove-upgrade', 'uninstalled', undefined],
    ['REMOVE', 'uninstalled', undefined],
    ['renew', 'nothing', undefined],
    [undefined, 'nothing', undefined],
  ] as const) {
    it(`reads the action ${String(action)} as ${type}`, () => {
      const incoming = readIncoming({ ...teams.installation(annaInTeams, 'add'), action });

      assert.equal(incoming.type, type);
      assert.equal('upgrade' in incoming ? incoming.upgrade : undefined, upgrade);
    });
  }

  for (const [eventType, change] of [
    ['channelDeleted', 'channel-deleted'],
    ['channelRenamed', 'channel-renamed'],
    ['channelRestored', 'channel-restored'],
    ['teamArchived', 'team-archived'],
    ['teamUnarchived', 'team-unarchived'],
    ['teamDeleted', 'team-deleted'],
    ['teamHardDeleted', 'team-deleted'],
    ['teamrestored', 'team-restored'],
  ] as const) {
    it(`tells of ${eventType}`, () => {
      const event = teams.membersAdded(annaInTeams, [], { in: channel });
      const channelData = {
        ...event.channelData,
        eventType,
        channel: { id: channel.id, name: 'Nieuw' },
      };
      const incoming = readIncoming({ ...event, from: { id: '29:x' }, channelData });

      assert.ok(incoming.type === 'team-changed');
      assert.equal(incoming.change, change);
      assert.deepEqual(
        [incoming.at.channelId, incoming.at.channelName, incoming.at.teamId],
        [channel.id, 'Nieuw', channel.team.id],
      );
    });
  }

  it('tells that the bot was taken out of a team', () => {
    const event = teams.membersAdded(annaInTeams, [], { in: channel });
    const channelData = { ...event.channelData, eventType: 'teamMemberRemoved' };

    const ours = readIncoming({ ...event, channelData, membersRemoved: [{ id: teams.bot.id }] });
    const theirs = readIncoming({ ...event, channelData, membersRemoved: [bare] });

    assert.deepEqual([ours.type, theirs.type], ['uninstalled', 'nothing']);
  });

  it('gives the edited words of a message under its old id, and none when it came back', () => {
    const edited = { ...base, type: 'messageUpdate', text: 'toch niet' };
    const eventOf = (eventType: string) =>
      readIncoming({ ...edited, channelData: { ...base.channelData, eventType } });
    const incoming = written(eventOf('editMessage'));

    assert.deepEqual(
      [incoming.text, incoming.edited, incoming.messageId],
      ['toch niet', true, base.id],
    );
    assert.equal(eventOf('undeleteMessage').type, 'nothing');
    assert.equal(readIncoming({ ...base, type: 'messageDelete' }).type, 'nothing');
  });

  it('of a bot is left alone, and of a stranger is answered', () => {
    const bot = readIncoming({ ...base, text: 'hulp', from: { id: '28:other' } });
    const guest = readIncoming({ ...base, text: 'hulp', from: { id: '29:anonymous' } });
    const press = teams.execute(annaInTeams, { verb: 'answer', data: {} });
    const click = readIncoming({ ...press, from: { id: '29:anonymous' } });

    assert.equal(bot.type, 'nothing');
    assert.ok(guest.type === 'stranger' && guest.by === 'message');
    assert.ok(click.type === 'stranger' && click.by === 'click');
  });

  it('in a channel is meant for the bot only where it is mentioned', () => {
    const said = { ...teams.message(annaInTeams, 'status', { in: channel }), attachments: [] };

    assert.equal(readIncoming({ ...said, text: 'status', entities: [] }).type, 'nothing');
    assert.equal(readIncoming(said).type, 'message');
  });

  it('messageBack with a button of ours is a click, with anything else a sentence', () => {
    const said = { ...base, text: 'Antwoord' };

    assert.equal(readIncoming({ ...said, value: { do: 'answer' } }).type, 'click');
    assert.equal(readIncoming({ ...said, value: '{"do":"answer"}' }).type, 'click');
    assert.equal(readIncoming({ ...said, value: { duty: 'd-1' } }).type, 'message');
    assert.equal(readIncoming({ ...base, text: '', value: { duty: 'd-1' } }).type, 'click');
  });

  it('without a kind of conversation is placed by its id', () => {
    const at = (conversation: object) => {
      const incoming = readIncoming({ ...base, text: '<at>x</at> a', conversation });
      return incoming.type === 'message' ? incoming.at.type : incoming.type;
    };

    assert.equal(at({ id: 'a:1x' }), 'personal');
    assert.equal(at({ id: '19:meeting_x@thread.v2' }), 'group');
  });
});
