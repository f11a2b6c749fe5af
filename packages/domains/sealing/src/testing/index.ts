export { memorySealStore } from './memory-seal-store.ts';
export { memorySealedFiles } from './memory-sealed-files.ts';
export { sealStoreContract } from './seal-store.contract.ts';
