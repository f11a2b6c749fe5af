import { memoryPackageStore } from './memory-package-store.ts';
import { packageStoreContract } from './package-store.contract.ts';

packageStoreContract('memory', async () => memoryPackageStore());
