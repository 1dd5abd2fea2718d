import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Tells whose secret a request carries; undefined for none or a wrong one. Takes the same time for each. */
export function keyHolder(
  keys: readonly { readonly name: string; readonly secret: string }[],
): (authorization: string | undefined) => string | undefined {
  const known = keys.map(({ name, secret }) => ({ name, digest: digest(secret) }));
  return (authorization) => {
    const secret = /^Bearer +(\S{1,512})$/i.exec(authorization ?? '')?.[1];
    if (secret === undefined) return undefined;
    const given = digest(secret);
    const [holder] = known.filter((key) => timingSafeEqual(key.digest, given));
    return holder?.name;
  };
}
