import { lookup } from 'node:dns';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { isPublicAddress, isPublicWebAddress } from '../web-address.ts';

/**
 * Looks a name up and gives only public addresses, so that the connection is made to the very address that was
 * looked at: a name may lead elsewhere than when it was set.
 */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) {
      done(error, '');
      return;
    }
    const known = found.filter(({ address }) => isPublicAddress(address));
    const [first] = known;
    // One private address among public ones shows what the name is for.
    if (!first || known.length < found.length)
      done(new Error('The name leads to an address that is not public.'), '');
    else if (options.all) done(null, known);
    else done(null, first.address, first.family);
  });
};

/**
 * Posts to a public https address, follows no redirect and takes the part of `fetch` that webhooks need. As
 * `fetch`, it throws a `TypeError` where nobody is reached; a name that leads to a private address is one such.
 */
export const publicFetch: typeof fetch = (input, init = {}) =>
  new Promise((resolve, reject) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!isPublicWebAddress(address)) {
      reject(new TypeError('The address is not a public one.'));
      return;
    }
    const { method = 'GET', signal, headers, body } = init;
    const sending = request(
      address,
      {
        method,
        headers: Object.fromEntries(new Headers(headers)),
        lookup: publicLookup,
        ...(signal ? { signal } : {}),
      },
      (answer) => {
        const status = answer.statusCode ?? 502;
        const empty = status === 204 || status === 205 || status === 304;
        if (empty) answer.resume();
        const retry = answer.headers['retry-after'];
        resolve(
          new Response(empty ? null : Readable.toWeb(answer), {
            status: status >= 200 && status <= 599 ? status : 502,
            headers: retry === undefined ? {} : { 'retry-after': retry },
          }),
        );
      },
    );
    sending.on('error', (error) => reject(new TypeError('Nobody was reached.', { cause: error })));
    sending.end(typeof body === 'string' || body instanceof Uint8Array ? body : undefined);
  });
