import type { StorageLocation } from '../store/index.ts';
import type { Environment } from './environment.ts';

/** What a connection string must hold: one of these sets. */
const connectionParts = [
  ['UseDevelopmentStorage'],
  ['DefaultEndpointsProtocol', 'AccountName', 'AccountKey'],
  ['TableEndpoint', 'QueueEndpoint', 'SharedAccessSignature'],
] as const;

/** Reads where the store is; puts what is wrong with the problems. */
export function readStorage(given: Environment, problems: string[]): StorageLocation | undefined {
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
