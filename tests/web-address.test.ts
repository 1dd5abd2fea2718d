import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { webAddress } from '../bot/web-address.ts';

describe('a web address', () => {
  it('with a letter like é is one however often addresses were read', () => {
    const often = 300_000;
    const wrong = Array.from({ length: often }, (_, at) => at).filter(
      () => webAddress('https://müller.example/é') === undefined,
    );

    assert.equal(wrong.length, 0);
  });

  it('is undefined for what is none', () => {
    assert.deepEqual(
      ['', 'voorbeeld.nl', 'https://', 'https://a b', '/hier'].map((written) =>
        webAddress(written),
      ),
      [undefined, undefined, undefined, undefined, undefined],
    );
  });

  it('may be written from where one is', () => {
    assert.equal(
      webAddress('/hier?a=b', new URL('https://voorbeeld.nl/daar'))?.href,
      'https://voorbeeld.nl/hier?a=b',
    );
  });
});
