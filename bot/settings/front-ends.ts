import { isIP } from 'node:net';

/**
 * Reads the addresses of machines in front of the bot, such as a load balancer, with commas; puts what is
 * wrong with the problems. Only their `x-forwarded-for` is believed.
 */
export function readFrontEnds(written: string, problems: string[]): readonly string[] {
  const addresses = written
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  if (addresses.some((address) => isIP(address) === 0))
    problems.push('FRONT_ENDS must be IP addresses with commas between them.');
  return addresses;
}
