/** An office that the IT team gives to a person. */
export const roles = ['privacy', 'security', 'contracts', 'access', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** What the IT team lays down for the whole organisation. */
export interface Policy {
  /** By class of data the routes by which it may be sent; a class that is absent has the usual ones. */
  readonly routes: Readonly<Record<string, readonly string[]>>;
  /** Domains to which data may be sent; empty while nobody has laid them down. */
  readonly domains: readonly string[];
  /** Who helps whoever is in doubt. */
  readonly desk?: SupportDesk;
}

/** The vendor's support desk and how it is reached, as plain text. */
export interface SupportDesk {
  readonly name: string;
  readonly phone?: string;
  readonly mail?: string;
  readonly url?: string;
}
