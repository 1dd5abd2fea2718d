import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readIncoming } from '../support/teams/activities.ts';
import { teamsClient } from '../support/teams/activities.ts';
import { annaInTeams } from '../support/teams/cast.ts';
import { tenant } from '../support/duties/duties.ts';
import { droppedFile, uploadInfo } from '../support/store/storage.ts';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const teams = teamsClient({ serviceUrl, appId: 'app', tenantId: tenant });
const address = 'https://contoso-my.sharepoint.com/personal/anna/download.aspx?UniqueId=1';
const stored = 'application/vnd.microsoft.teams.file.download.info';

// The guard lets any object pass as an attachment; this is what it lets pass.
const read = (activity: object) => readIncoming(activity);

function filesIn(attachments: readonly object[] | null | undefined) {
  const turn = read({ ...teams.message(annaInTeams, ''), attachments });
  assert.equal(turn.type, 'message');
  return turn.files;
}

describe('the files of a message', () => {
  it('are read with name and address; the text that comes along as HTML is none', () => {
    const html = { contentType: 'text/html', content: '<div></div>' };

    const files = filesIn([droppedFile('lijst.csv', address), html]);

    assert.deepEqual(files, [{ type: 'file', name: 'lijst.csv', downloadUrl: address }]);
  });

  it('get the ending that Teams tells where the name has none', () => {
    const named = { ...droppedFile('lijst.xlsx', address), name: 'lijst' };

    assert.deepEqual(filesIn([named]), [
      { type: 'file', name: 'lijst.xlsx', downloadUrl: address },
    ]);
  });

  it('keep the end of a name without end', () => {
    const [file] = filesIn([droppedFile(`${'a'.repeat(5000)}.csv`, address)]);

    assert.ok(file?.type === 'file' && file.name.length === 200 && file.name.endsWith('a.csv'));
  });

  const malformed: readonly (readonly [string, object])[] = [
    ['a picture without an address', { contentType: 'image/png', name: 'a.png' }],
    ['a card', { contentType: 'application/vnd.microsoft.card.adaptive', content: {} }],
    ['no address', { contentType: stored, name: 'a.csv', content: {} }],
    ['an empty address', { contentType: stored, name: 'a.csv', content: { downloadUrl: '' } }],
    ['an address that is a number', { contentType: stored, content: { downloadUrl: 7 } }],
    ['an address that is a list', { contentType: stored, content: { downloadUrl: [address] } }],
    ['content that is a text', { contentType: stored, content: address }],
    ['no content', { contentType: stored, name: 'a.csv' }],
    ['content that is nothing', { contentType: stored, content: null }],
    ['a type that is a number', { contentType: 5, content: { downloadUrl: address } }],
    [
      'a type in capitals',
      { contentType: stored.toUpperCase(), content: { downloadUrl: address } },
    ],
    ['nothing at all', {}],
  ];
  const kinds: Readonly<Record<string, string>> = {
    'a picture without an address': 'picture',
    'a card': 'card',
  };
  for (const [what, attachment] of malformed) {
    it(`are something else with ${what}`, () => {
      assert.deepEqual(filesIn([attachment]), [
        { type: 'other', what: what in kinds ? kinds[what] : 'file' },
      ]);
    });
  }

  it('tell where a picture came from, so that it is fetched from there only', () => {
    const contentUrl = 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original';

    assert.deepEqual(filesIn([{ contentType: 'image/*', contentUrl, name: 'a.png' }]), [
      { type: 'picture', contentUrl, serviceUrl: 'https://smba.trafficmanager.net/emea/' },
    ]);
  });

  it('are still files with names and kinds of the wrong type', () => {
    const content = { downloadUrl: address, fileType: {} };

    assert.deepEqual(filesIn([{ contentType: stored, name: 9, content }]), [
      { type: 'file', name: '.', downloadUrl: address },
    ]);
  });

  it('are ten of fifty', () => {
    const fifty = Array.from({ length: 50 }, (_, at) => droppedFile(`${String(at)}.csv`, address));

    assert.equal(filesIn(fifty).length, 10);
  });

  it('are none where there are no attachments', () => {
    assert.deepEqual([filesIn([]), filesIn(undefined), filesIn(null)], [[], [], []]);
  });
});

describe('what a person said to a file that was offered', () => {
  const base = teams.execute(annaInTeams, { verb: '', data: {} }, { replyToId: '17' });
  const consent = (value: unknown) => {
    const turn = read({ ...base, name: 'fileConsent/invoke', value });
    assert.equal(turn.type, 'file-consent');
    return turn;
  };
  const context = { o: 'offer-1' };

  it('is read with the id of the offer and the place for the file', () => {
    const place = uploadInfo('https://contoso-my.sharepoint.com/up');

    const said = consent({ type: 'fileUpload', action: 'accept', context, uploadInfo: place });

    assert.equal(said.accepted, true);
    const { uploadUrl, contentUrl, uniqueId } = place;
    assert.deepEqual(said.upload, { uploadUrl, contentUrl, uniqueId });
    assert.equal(said.offer, 'offer-1');
    assert.equal(said.from.aadObjectId, annaInTeams.aadObjectId);
  });

  it('is no without a place', () => {
    const said = consent({ type: 'fileUpload', action: 'decline', context });

    assert.deepEqual([said.accepted, said.upload], [false, undefined]);
  });

  for (const value of [
    undefined,
    null,
    'accept',
    [],
    7,
    {},
    { action: ['accept'] },
    { action: 1 },
  ]) {
    it(`is no when it is ${JSON.stringify(value) ?? 'nothing'}`, () => {
      const said = consent(value);

      assert.deepEqual([said.accepted, said.offer, said.upload], [false, undefined, undefined]);
    });
  }

  const whole = uploadInfo('https://contoso-my.sharepoint.com/up');
  for (const lost of ['uploadUrl', 'contentUrl', 'uniqueId'] as const) {
    it(`names no place without ${lost}`, () => {
      const broken = consent({ action: 'accept', context, uploadInfo: { ...whole, [lost]: 7 } });

      assert.deepEqual([broken.accepted, broken.upload], [true, undefined]);
    });
  }
});
