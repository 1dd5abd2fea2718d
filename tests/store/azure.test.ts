import { azuriteTables } from '../support/store/tables.ts';
import { storeContract } from './store-contract.ts';
import { tableContract } from './table-contract.ts';

let tables = 0;

tableContract('in Azure Table storage', async () => {
  tables += 1;
  const table = (await azuriteTables())(`Rows${String(tables)}`);
  await table.prepare();
  return table;
});
storeContract('in Azure Table storage', azuriteTables);
