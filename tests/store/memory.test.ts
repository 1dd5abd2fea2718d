import { memoryTable } from '../../bot/store/memory-table.ts';
import { memoryTables } from '../support/store/tables.ts';
import { storeContract } from './store-contract.ts';
import { tableContract } from './table-contract.ts';

tableContract('in memory', () => Promise.resolve(memoryTable()));
storeContract('in memory', () => Promise.resolve(memoryTables()));
