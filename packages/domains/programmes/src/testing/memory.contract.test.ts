import { memoryProgrammeStores } from './memory-programme-stores.ts';
import { programmeStoresContract } from './programme-stores.contract.ts';
import { seatHistoriesContract } from './seat-histories.contract.ts';

const open = async () => memoryProgrammeStores();
programmeStoresContract('memory', open);
seatHistoriesContract('memory', open, 100);
