import { domainToASCII } from 'node:url';
import type { Policy } from '../kind.ts';

/** How sensitive data is, the least first. */
export const dataClasses = ['public', 'internal', 'confidential', 'special'] as const;
export type DataClass = (typeof dataClasses)[number];

/** The ways by which data can go. */
export const dataRoutes = ['portal', 'secure-mail', 'encrypted-file', 'other'] as const;
export type DataRoute = (typeof dataRoutes)[number];

const safe: readonly DataRoute[] = ['portal', 'secure-mail', 'encrypted-file'];

/** The routes for a class where the IT team has laid down none: a way of one's own only where it does no harm. */
export const usualRoutes = (dataClass: DataClass): readonly DataRoute[] =>
  dataClass === 'public' || dataClass === 'internal' ? dataRoutes : safe;

/** The routes that are allowed for a class; personal data never takes a way of one's own. */
export function allowedRoutes(
  dataClass: DataClass,
  personalData: boolean,
  policy: Policy | undefined,
): readonly DataRoute[] {
  const laid = policy?.routes[dataClass];
  const routes = laid ? dataRoutes.filter((route) => laid.includes(route)) : usualRoutes(dataClass);
  return personalData ? routes.filter((route) => route !== 'other') : routes;
}

// An address or the site of a page; what follows the host does not matter. Bounded, so that no text is slow.
const hosts =
  /(?:https?:\/\/|[^\s<>()"',;:@]{1,64}@)((?:[\p{L}\p{N}_-]{1,63}\.){0,10}[\p{L}\p{N}_-]{1,63})/giu;

/** The domains of the addresses in a text, as the network writes them. */
export function domainsIn(text: string): readonly string[] {
  return [...text.normalize('NFC').matchAll(hosts)].map(([, host = '']) => asDomain(host));
}

/** A domain as the network writes it; empty for what cannot be one. */
export function asDomain(written: string): string {
  const ascii = domainToASCII(written.trim().toLowerCase().replace(/\.$/, ''));
  return /^(?=.{1,253}$)(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(ascii) ? ascii : '';
}

/** Whether a domain is one of those that are known, or lies within one. */
export const isKnownDomain = (domain: string, known: readonly string[]): boolean =>
  known.some((one) => domain === one || domain.endsWith(`.${one}`));
