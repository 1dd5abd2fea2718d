import type { StorageLocation } from '../store/index.ts';
import type { Environment } from './environment.ts';
import { webAddress } from '../web-address.ts';

/** What a connection string must hold: one of these sets. */
const connectionParts = [
  ['UseDevelopmentStorage'],
  ['DefaultEndpointsProtocol', 'AccountName', 'AccountKey'],
  ['TableEndpoint', 'QueueEndpoint', 'SharedAccessSignature'],
] as const;

/** Reads where the store is; puts what is wrong with the problems. Where nobody proves who they are, it is here. */
export function readStorage(
  given: Environment,
  anonymous: boolean,
  problems: string[],
): StorageLocation | undefined {
  const location = readLocation(given, problems);
  if (location && !anonymous && isReadable(location)) {
    problems.push(
      'AZURE_STORAGE_CONNECTION_STRING must have https addresses: over http anybody on the way reads along. Only an emulator on this machine, or in a container beside it, has http.',
    );
    return undefined;
  }
  if (!anonymous || !location || isEmulator(location)) return location;
  problems.push(
    'ALLOW_ANONYMOUS is for development: it needs AZURE_STORAGE_CONNECTION_STRING of an emulator, not an account in Azure.',
  );
  return undefined;
}

interface Parts {
  readonly named: ReadonlyMap<string, string>;
  /** Whichever of two that have one name counts, each is looked at. */
  readonly addresses: readonly (readonly [name: string, address: string])[];
}

function partsOf(connectionString: string): Parts {
  const parts = connectionString.split(';').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const;
  });
  return {
    named: new Map(parts),
    addresses: parts.filter(([name]) => /endpoint$|uri$/.test(name)),
  };
}

/** Whether what goes to a store, its signature and all texts, goes over http to another machine. */
function isReadable(location: StorageLocation): boolean {
  if (!('connectionString' in location)) return false;
  const { named, addresses } = partsOf(location.connectionString);
  const isMade = named.get('defaultendpointsprotocol')?.toLowerCase() === 'http';
  const isElsewhere = ([, address]: readonly [string, string]): boolean =>
    !/^https:/i.test(address) && !isHere(address);
  const told = ['tableendpoint', 'queueendpoint'].every((name) => named.has(name));
  return addresses.some(isElsewhere) || (isMade && !told);
}

/** Whether every address of a store is on this machine, or a container beside it whose name has no dot. */
function isEmulator(location: StorageLocation): boolean {
  if (!('connectionString' in location)) return false;
  const { named, addresses } = partsOf(location.connectionString);
  return (
    !named.has('endpointsuffix') &&
    addresses.every(([, address]) => isHere(address)) &&
    (named.get('usedevelopmentstorage')?.toLowerCase() === 'true' ||
      (named.has('tableendpoint') && named.has('queueendpoint')))
  );
}

function isHere(address: string): boolean {
  const hostname = webAddress(address)?.hostname ?? '';
  return /^(?:127(?:\.\d{1,3}){3}|\[::1\]|[a-z0-9-]+)$/i.test(hostname);
}

function readLocation(given: Environment, problems: string[]): StorageLocation | undefined {
  const connectionString = given['AZURE_STORAGE_CONNECTION_STRING'];
  const account = given['AZURE_STORAGE_ACCOUNT'];
  if (connectionString !== undefined && account !== undefined) {
    problems.push('Set either AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT, not both.');
    return undefined;
  }
  if (connectionString !== undefined) {
    const usable = connectionParts.some((parts) =>
      parts.every((part) => connectionString.includes(`${part}=`)),
    );
    if (!usable) {
      problems.push(
        'AZURE_STORAGE_CONNECTION_STRING is not a connection string of a storage account with tables and queues.',
      );
    }
    return usable ? { connectionString } : undefined;
  }
  if (account !== undefined) {
    const usable = /^[a-z0-9]{3,24}$/.test(account);
    if (!usable) problems.push('AZURE_STORAGE_ACCOUNT must be the name of a storage account.');
    const appId =
      given['MicrosoftAppType'] === 'UserAssignedMSI' ? given['MicrosoftAppId'] : undefined;
    return usable ? { account, ...(appId === undefined ? {} : { clientId: appId }) } : undefined;
  }
  problems.push(
    'AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT is missing: UseDevelopmentStorage=true means a local Azurite.',
  );
  return undefined;
}
