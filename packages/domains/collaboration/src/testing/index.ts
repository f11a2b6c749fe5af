export { memoryPairStore } from './memory-pair-store.ts';
export { pairStoreContract } from './pair-store.contract.ts';
export { pairSample, sessionSample } from './samples.ts';
