import { memoryObligationsStore } from './memory-obligations-store.ts';
import { obligationsStoreContract } from './obligations-store.contract.ts';

obligationsStoreContract('memory', async () => memoryObligationsStore());
