import { creditStoreContract } from './credit-store.contract.ts';
import { memoryCreditStore } from './memory-credit-store.ts';

creditStoreContract('memory', async () => memoryCreditStore());
