import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fileAddress, pictureAddress } from '../../bot/teams/files/hosts.ts';

const hosts = new Set<string>();
const teams = { anonymous: false, hosts, origins: [] };
const development = { anonymous: true, hosts, origins: [] };

describe('the address of a file', () => {
  const good = [
    'https://contoso-my.sharepoint.com/personal/anna/_layouts/15/download.aspx?UniqueId=1&tempauth=eyJ0.a-b_c',
    'https://contoso.sharepoint.com/personal/anna/_api/v2.0/drive/items/01/uploadSession?guid=%271%27',
    'HTTPS://Contoso.SharePoint.com/a',
    'https://a.sharepoint.com/',
  ];
  for (const address of good) {
    it(`may be ${address.slice(0, 60)}`, () => {
      assert.equal(fileAddress(address, teams)?.hostname.endsWith('.sharepoint.com'), true);
    });
  }

  const hostile: readonly (readonly [string, string])[] = [
    ['plain http', 'http://contoso.sharepoint.com/a'],
    ['another scheme', 'ftp://contoso.sharepoint.com/a'],
    ['a file of this machine', 'file:///etc/passwd'],
    ['data within the address', 'data:text/csv,account'],
    ['this machine', 'https://127.0.0.1/a'],
    ['this machine by name', 'http://localhost:3978/api/v1/duties'],
    ['the metadata of the cloud', 'http://169.254.169.254/metadata/identity/oauth2/token'],
    ['an IPv6 address', 'https://[::1]/a'],
    ['a number as address', 'https://2130706433/a'],
    ['a user before the host', 'https://contoso.sharepoint.com@evil.example/a'],
    ['a user before the right host', 'https://user:pass@contoso.sharepoint.com/a'],
    ['a port', 'https://contoso.sharepoint.com:8443/a'],
    ['even the usual port', 'https://contoso.sharepoint.com:443/a'],
    ['a dot at the end', 'https://contoso.sharepoint.com./a'],
    ['the name within another', 'https://contoso.sharepoint.com.evil.example/a'],
    ['the name without a dot before it', 'https://evilsharepoint.com/a'],
    ['the bare name', 'https://sharepoint.com/a'],
    ['a deeper name', 'https://a.b.sharepoint.com/a'],
    ['the name in the path', 'https://evil.example/.sharepoint.com/a'],
    ['the name in the query', 'https://evil.example?.sharepoint.com/a'],
    ['the name in the fragment', 'https://evil.example#.sharepoint.com/a'],
    ['a backslash for a slash', 'https://evil.example\\.sharepoint.com/a'],
    ['a backslash further on', 'https://contoso.sharepoint.com/a\\b'],
    ['a fullwidth dot', 'https://contoso.sharepoint．com/a'],
    ['an ideographic dot', 'https://contoso.sharepoint。com/a'],
    ['a letter that looks the same', 'https://contoso.sharepоint.com/a'],
    ['an escaped dot', 'https://contoso.sharepoint%2ecom/a'],
    ['an escaped slash', 'https://evil.example%2f.sharepoint.com/a'],
    ['a tab that parsers drop', 'https://evil.exam\tple/.sharepoint.com/a'],
    ['a line break', 'https://contoso.sharepoint.com/a\r\nHost: evil.example'],
    ['a space in front', ' https://contoso.sharepoint.com/a'],
    ['a soft hyphen', 'https://con\u00ADtoso.sharepoint.com/a'],
    ['no slashes', 'https:contoso.sharepoint.com/a'],
    ['three slashes', 'https:///contoso.sharepoint.com/a'],
    ['no path', 'https://contoso.sharepoint.com'],
    ['another cloud', 'https://contoso.sharepoint.us/a'],
    ['nothing', ''],
    ['an address without end', `https://contoso.sharepoint.com/${'a'.repeat(9000)}`],
  ];
  for (const [what, address] of hostile) {
    it(`is refused with ${what}`, () => {
      assert.equal(fileAddress(address, teams), undefined);
    });
  }

  it('is one of the organisation where its hosts are named, and nobody else’s', () => {
    const own = {
      ...teams,
      hosts: new Set(['contoso-my.sharepoint.com', 'contoso.sharepoint.com']),
    };
    const others = ['https://evil-my.sharepoint.com/a', 'https://contoso-my2.sharepoint.com/a'];

    assert.ok(good.slice(0, 3).every((address) => fileAddress(address, own)));
    assert.ok(others.every((address) => fileAddress(address, teams)));
    assert.deepEqual(
      others.filter((address) => fileAddress(address, own)),
      [],
    );
  });

  it('never leads to another host, whatever is written before and behind the name', () => {
    const part = fc.string({ unit: 'binary', maxLength: 20 });
    const written = fc
      .tuple(part, part, fc.constantFrom('', 'https://', 'https://a'))
      .map(([before, behind, scheme]) => `${scheme}${before}.sharepoint.com${behind}`);

    fc.assert(
      fc.property(written, (address) => {
        const read = fileAddress(address, teams);
        if (!read) return;
        assert.match(read.origin, /^https:\/\/[a-z0-9][a-z0-9-]*\.sharepoint\.com$/);
        assert.deepEqual([read.username, read.password, read.port], ['', '', '']);
      }),
      { numRuns: 2000 },
    );
  });

  it('may be on this machine in development, and then nowhere else', () => {
    const here = [
      'http://127.0.0.1:9000/a.csv',
      'http://localhost/a',
      'http://[::1]:80/a',
      'data:text/csv,account;naam%0Ajbakker;Jan%20Bakker',
    ];
    const elsewhere = [
      'http://127.0.0.1.evil.example/a',
      'http://localhost.evil.example/a',
      'http://localhost@evil.example/a',
      'http://10.0.0.1/a',
      'http://0.0.0.0/a',
      'http://127.0.0.1:99999/a',
      'http://intranet/a',
      'blob:http://127.0.0.1/a',
      'file:///etc/passwd',
    ];

    assert.ok(here.every((address) => fileAddress(address, development)));
    assert.deepEqual(
      elsewhere.filter((address) => fileAddress(address, development)),
      [],
    );
    assert.deepEqual(
      here.filter((address) => fileAddress(address, teams)),
      [],
    );
  });
});

describe('the address of a picture within a message', () => {
  const service = 'https://smba.trafficmanager.net/emea/1234/';
  const good = 'https://smba.trafficmanager.net/emea/1234/v3/attachments/0-weu-d1-a/views/original';

  it('is that of a view of an attachment, where the message came from', () => {
    assert.equal(pictureAddress(good, service, teams)?.href, good);
  });

  for (const [what, address] of [
    ['another host', good.replace('smba.trafficmanager.net', 'evil.example')],
    ['another name of the same service', good.replace('smba', 'evil')],
    ['the host within another', good.replace('.net/', '.net.evil.example/')],
    ['a user before the host', good.replace('https://', 'https://a@')],
    ['another port', good.replace('.net/', '.net:8443/')],
    ['plain http', good.replace('https:', 'http:')],
    ['another path of the service', 'https://smba.trafficmanager.net/emea/v3/conversations'],
    ['a path that climbs out', good.replace('/views/', '/../../conversations/x/views/')],
    ['a query', `${good}?x=1`],
    ['a fragment', `${good}#x`],
    ['a backslash', good.replace('/v3', '\\v3')],
    ['a space', `${good} `],
    ['the storage of files', 'https://contoso-my.sharepoint.com/v3/attachments/1/views/original'],
    ['this machine', 'http://127.0.0.1/v3/attachments/1/views/original'],
    ['nothing', ''],
  ] as const) {
    it(`is not one with ${what}`, () => {
      assert.equal(pictureAddress(address, service, teams), undefined);
    });
  }

  it('may be on this machine or written out in development only', () => {
    assert.ok(pictureAddress('http://127.0.0.1:9000/a.png', service, development));
    assert.ok(pictureAddress('data:image/png;base64,iVBO', service, development));
    assert.equal(pictureAddress('data:image/png;base64,iVBO', service, teams), undefined);
  });
});
