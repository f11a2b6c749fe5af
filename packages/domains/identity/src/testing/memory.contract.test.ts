import { identityStoresContract } from './identity-stores.contract.ts';
import { memoryPeopleStore } from './memory-people-store.ts';
import {
  memoryClientStore,
  memoryOrganisationStore,
  memorySessionStore,
  memorySignInStore,
} from './memory-stores.ts';
import { peopleStoreContract } from './people-store.contract.ts';

peopleStoreContract('memory', async () => memoryPeopleStore());
identityStoresContract('memory', async () => ({
  organisations: memoryOrganisationStore(),
  sessions: memorySessionStore(),
  signIns: memorySignInStore(),
  clients: memoryClientStore(),
}));
