import { describe } from 'mocha';
import { diesAtEachCallOf } from './crashing.ts';
import { flows } from './flows.ts';

describe('a bot that dies before or after any call of the far side', () => diesAtEachCallOf(flows));
