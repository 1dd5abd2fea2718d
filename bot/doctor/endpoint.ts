import type { Environment } from '../settings/environment.ts';
import type { EndpointReading } from './checks.ts';
import { webAddress } from '../web-address.ts';

/** Where the bot is to be found, and whether somebody said so. */
export interface Address {
  readonly url: string;
  readonly named: boolean;
}

const path = '/api/messages';

/**
 * The messaging endpoint: `MESSAGING_ENDPOINT`, else what Container Apps and App Service tell the program about
 * its own name, else the bot on this machine.
 */
export function addressOf(environment: Environment, port: number): Address {
  const given = (name: string): string => environment[name]?.trim() ?? '';
  const named = (url: string): Address => ({ url, named: true });
  if (given('MESSAGING_ENDPOINT') !== '') return named(given('MESSAGING_ENDPOINT'));
  const [app, suffix] = [given('CONTAINER_APP_NAME'), given('CONTAINER_APP_ENV_DNS_SUFFIX')];
  if (app !== '' && suffix !== '') return named(`https://${app}.${suffix}${path}`);
  if (given('WEBSITE_HOSTNAME') !== '') return named(`https://${given('WEBSITE_HOSTNAME')}${path}`);
  return { url: `http://127.0.0.1:${String(port)}${path}`, named: false };
}

const patience = 10_000;

/** Looks at the address as anybody can: does it live, and what becomes of a message that nobody signed? */
export async function readEndpoint({ url, named }: Address): Promise<EndpointReading> {
  if (!webAddress(url)) return { url, named, health: 'not-reached', unsigned: undefined };
  const ask = async (at: string, init: RequestInit): Promise<EndpointReading['health']> => {
    try {
      const signal = AbortSignal.timeout(patience);
      const answer = await fetch(at, { ...init, signal, redirect: 'manual' });
      await answer.arrayBuffer();
      return answer.status;
    } catch (error) {
      return /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY/.test(causeOf(error))
        ? 'certificate'
        : 'not-reached';
    }
  };
  const health = await ask(new URL('/healthz', url).href, {});
  if (health !== 200) return { url, named, health, unsigned: undefined };
  const unsigned = await ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(nobodysMessage),
  });
  return { url, named, health, unsigned: typeof unsigned === 'number' ? unsigned : undefined };
}

/** Of a kind to which the bot never reacts, should it let it in. */
const nobodysMessage = {
  type: 'typing',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: 'doctor' },
  conversation: { id: 'doctor' },
  recipient: { id: 'doctor' },
};

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return `${code} ${cause instanceof Error ? cause.message : ''}`;
}
