import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import type { TransactItem } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { scormStoreContract } from '../testing/index.ts';
import { createScormStore } from './scorm-store.ts';

withTables((engine, tables) => {
  scormStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    const bodies = createMemoryObjectStore();
    return {
      store: createScormStore({ dynamo, table, bodies, digest: nodeDigest, ids: systemIds }),
      commit: async (writes) =>
        (await dynamo.transactWrite(writes as readonly TransactItem[])).outcome === 'done',
      async asideOf(registration) {
        let found = 0;
        for await (const { key } of bodies.list(`scorm/${registration}/`)) if (key) found += 1;
        return found;
      },
    };
  });
});
