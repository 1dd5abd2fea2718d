import assert from 'node:assert/strict';
import { publicFetch, publicLookup } from '../../bot/http/public-fetch.ts';
import { isPublicAddress, isPublicWebAddress } from '../../bot/web-address.ts';

describe('an address of a vendor', () => {
  for (const address of [
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'ff02::1',
    '2001:db8::1',
    '198.18.0.1',
    '192.0.0.170',
    '64:ff9b:1::1',
    '2001:0:808:808::',
    '2620:4f:8000::1',
    'fec0::1',
    '100::1',
    '::8.8.8.8',
    '::ffff:8.8.8.8',
    'fe80::1%eth0',
    '2606:4700::1111%eth0',
    'x',
  ])
    it(`is not ${address}`, () => assert.ok(!isPublicAddress(address)));
  for (const address of [
    '20.50.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '2a01:111:f100::1',
    '2606:4700::1111',
  ])
    it(`may be ${address}`, () => assert.ok(isPublicAddress(address)));

  for (const url of [
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://8.8.8.8/',
    'https://localhost/',
    'https://localhost./',
    'https://intern/',
    'https://x.local/',
    'https://metadata.google.internal/',
    'https://x.internal./',
    'https://dc.corp/',
    'https://u@vendor.example/',
    'https://u:p@vendor.example/',
    'http://vendor.example/',
    'ftp://vendor.example/',
    'vendor.example',
    'https:///x',
    'https://127.1/',
    'https://017700000001/',
    'https://0/',
    'https://127.0.0.1./',
    'https://①②⑦.⓪.⓪.①/',
    'https://ⓛocalhost/',
    'https://%31%32%37.0.0.1/',
    'https://[fd00::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://x.LOCALHOST./',
    'https://kubernetes.default.svc/',
    'https://host.docker.internal/',
    'https://10.0.0.1.nip.io/',
    'https://127.0.0.1@vendor.example/',
    'https://vendor.example@127.0.0.1/',
    'https://-vendor.example/',
    'https://vendor..example/',
    'https://vendor_x.example/',
    'https:vendor.example',
    'https:\\\\vendor.example/',
    ' https://vendor.example/',
    'https://ven\tdor.example/',
    'https://vendor.example/a\nb',
  ])
    it(`is not written ${JSON.stringify(url)}`, () => assert.ok(!isPublicWebAddress(url)));
  for (const url of [
    'https://vendor.example/hook?a=b',
    'https://Vendor.Example:8443/',
    'https://xn--mller-kva.example/',
  ])
    it(`may be written ${url}`, () => assert.ok(isPublicWebAddress(url)));

  it('is looked at again when its name is resolved', async () => {
    const problem = await new Promise<Error | null>((resolve) => {
      publicLookup('localhost', {}, (error) => resolve(error));
    });

    assert.match(String(problem), /not public/);
  });

  it('that is none is never called', async () => {
    for (const url of ['https://127.0.0.1/', 'http://vendor.example/', 'https://localhost/'])
      await assert.rejects(publicFetch(url, { method: 'POST', body: '{}' }), TypeError);
  });
});
