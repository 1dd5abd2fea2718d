import { createHash, timingSafeEqual } from 'node:crypto';

/** Whose key a request carries. */
export interface Caller {
  /** A vendor sees and changes what it opened; an auditor reads everything and changes nothing. */
  readonly type: 'vendor' | 'auditor';
  readonly name: string;
}

interface Key {
  readonly name: string;
  readonly secret: string;
}

export interface Keys {
  readonly vendorKeys: readonly Key[];
  readonly auditorKeys: readonly Key[];
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Tells whose secret a request carries; undefined for none or a wrong one. Takes the same time for each. */
export function keyHolder({
  vendorKeys,
  auditorKeys,
}: Keys): (authorization: string | undefined) => Caller | undefined {
  const known = [
    ...vendorKeys.map((key) => ({ ...key, type: 'vendor' as const })),
    ...auditorKeys.map((key) => ({ ...key, type: 'auditor' as const })),
  ].map(({ type, name, secret }) => ({ caller: { type, name }, digest: digest(secret) }));
  return (authorization) => {
    const secret = /^Bearer +(\S{1,512})$/i.exec(authorization ?? '')?.[1];
    if (secret === undefined) return undefined;
    const given = digest(secret);
    const [holder] = known.filter((key) => timingSafeEqual(key.digest, given));
    return holder?.caller;
  };
}
