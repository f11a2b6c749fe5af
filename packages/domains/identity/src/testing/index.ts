export { identityStoresContract } from './identity-stores.contract.ts';
export { claimsFor, identityWorld } from './identity-world.ts';
export { memoryPeopleStore } from './memory-people-store.ts';
export {
  memoryClientStore,
  memoryOrganisationStore,
  memorySessionStore,
  memorySignInStore,
} from './memory-stores.ts';
export { peopleStoreContract } from './people-store.contract.ts';
