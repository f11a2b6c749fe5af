import { withTables } from '@sinau/platform/testing';
import { identityStoresContract } from '../testing/identity-stores.contract.ts';
import { peopleStoreContract } from '../testing/people-store.contract.ts';
import {
  createClientStore,
  createOrganisationStore,
  createPeopleStore,
  createSessionStore,
  createSignInStore,
} from './index.ts';

withTables((engine, tables) => {
  const deps = () => ({ dynamo: tables().dynamo, table: tables().lms });
  peopleStoreContract(engine, async () => createPeopleStore(deps()));
  identityStoresContract(engine, async () => ({
    organisations: createOrganisationStore(deps()),
    sessions: createSessionStore(deps()),
    signIns: createSignInStore(deps()),
    clients: createClientStore(deps()),
  }));
});
