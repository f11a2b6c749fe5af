import { withTables } from '@sinau/platform/testing';
import { pathStoresContract } from '../testing/index.ts';
import { createPathMemberStore } from './path-member-store.ts';
import { createPathStore } from './path-store.ts';

withTables((engine, tables) => {
  pathStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return { paths: createPathStore({ dynamo, table }), members: createPathMemberStore({ dynamo, table }) };
  });
});
