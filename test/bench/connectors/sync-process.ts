// One run in a process of its own: prints what it counted, how long it took and the most memory that the process ever had.
import { type ConnectionId, defaultMoodleSettings } from '@sinau/connectors';
import { createMoodleAdapter } from '@sinau/connectors/adapters';
import { createSyncStore } from '@sinau/connectors/dynamo';
import { runSync } from '@sinau/connectors/sync';
import { memoryCourseDesk, sampleConnection } from '@sinau/connectors/testing';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo } from '@sinau/platform/dynamo';
import { createOutbound } from '@sinau/platform/outbound';
import { benchConnection } from './bench-connection.ts';
import { peakRssMb } from './peak-rss.ts';

const [endpoint = '', baseUrl = '', token = ''] = process.argv.slice(2);
const { table, region, credentials } = benchConnection;
const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;
const connection = sampleConnection({ connectionId, baseUrl });
const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
const outbound = createOutbound({ allowLoopback: true, maxResponseBytes: 64 * 1024 * 1024 });
const deps = {
  ...{ ...system, desk: memoryCourseDesk(), queueBatch: async () => {} },
  sync: createSyncStore({ dynamo: createDynamo({ region, credentials, endpoint }), table }),
  connections: { find: async () => connection },
  adapters: {
    adapterOf: async () =>
      createMoodleAdapter(
        { ...system, outbound, sleep: async () => undefined },
        { baseUrl, token, settings: defaultMoodleSettings },
      ),
  },
};
const startRssMb = process.memoryUsage.rss() / 1e6;
const begun = performance.now();
const run = await runSync(deps, { connectionId });
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(
  JSON.stringify({ counts: run?.counts, seconds, startRssMb, peakRssMb: await peakRssMb() }),
);
