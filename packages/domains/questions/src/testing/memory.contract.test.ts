import { bankStoreContract } from './bank-store.contract.ts';
import { memoryBankStore } from './memory-bank-store.ts';

const store = memoryBankStore();

bankStoreContract('memory', async () => store);
