import { memorySealStore, sealStoreContract } from './index.ts';

sealStoreContract('memory', async () => memorySealStore());
