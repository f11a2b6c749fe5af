import { memorySyncStore, syncStoreContract } from './index.ts';

syncStoreContract('memory', async () => memorySyncStore());
