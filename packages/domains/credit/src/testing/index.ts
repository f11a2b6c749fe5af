export { creditStoreContract } from './credit-store.contract.ts';
export { course, creditWorld, sri } from './credit-world.ts';
export { memoryCreditStore } from './memory-credit-store.ts';
export { pns } from './samples.ts';
