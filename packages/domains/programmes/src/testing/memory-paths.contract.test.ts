import { memoryPathStores } from './memory-path-stores.ts';
import { pathStoresContract } from './path-stores.contract.ts';

pathStoresContract('memory', async () => memoryPathStores());
