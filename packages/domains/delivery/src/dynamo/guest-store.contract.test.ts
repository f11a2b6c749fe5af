import { withTables } from '@sinau/platform/testing';
import { guestStoreContract } from '../testing/index.ts';
import { createGuestStore } from './guest-store.ts';

withTables((engine, tables) => {
  guestStoreContract(engine, async () => createGuestStore({ dynamo: tables().dynamo, table: tables().lms }));
});
