import { AdapterFailure, type Connection, type ConnectionId } from '@sinau/connectors';
import {
  decideItem,
  type RunDeps,
  runBatch,
  runSync,
  type SyncParty,
  startBatch,
} from '@sinau/connectors/sync';
import { memoryCourseDesk, memorySyncStore } from '@sinau/connectors/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';

export const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;
const author: SyncParty = { kind: 'person', id: 'author-a', name: 'Sari Wulandari' };
const outbound = createOutbound({ allowLoopback: true });

type Adapter = Awaited<ReturnType<RunDeps['adapters']['adapterOf']>>;

/** What adapters are made of here: requests to this machine, and pauses that take no time. */
interface AdapterParts {
  readonly clock: { now(): Date };
  readonly digest: typeof nodeDigest;
  readonly ids: typeof systemIds;
  readonly outbound: typeof outbound;
  readonly sleep: () => Promise<void>;
}

/** A connection with its catalogue in memory. Each look at the clock takes `stepSeconds`. */
export function syncWorld(given: {
  readonly connection: Connection;
  readonly adapter: (parts: AdapterParts) => Adapter;
  /** @default 2 March 2026 */
  readonly startedMs?: number;
  /** @default 1 */
  readonly stepSeconds?: number;
}) {
  const { connection, adapter, startedMs = Date.UTC(2026, 2, 2), stepSeconds = 1 } = given;
  const [sync, desk] = [memorySyncStore(), memoryCourseDesk()];
  let seconds = 0;
  const clock = {
    now: () => {
      seconds += stepSeconds;
      return new Date(startedMs + seconds * 1_000);
    },
  };
  const system = { clock, ids: systemIds, digest: nodeDigest };
  const deps = {
    ...{ ...system, sync, desk, queueBatch: async () => {} },
    adapters: { adapterOf: async () => adapter({ ...system, outbound, sleep: async () => undefined }) },
    connections: { find: async () => connection },
  };
  const run = () => runSync(deps, { connectionId });
  return {
    ...{ sync, desk, run },
    failure: async () => {
      const error = await run().catch((reason: unknown) => reason);
      return error instanceof AdapterFailure ? error.reason : error;
    },
    acceptAll: async () => {
      const request = { lists: ['new' as const, 'changed' as const, 'withdrawn' as const], submit: false };
      const { batchId } = await startBatch(deps, { connection, by: author, request });
      while ((await runBatch(deps, { connectionId, batchId })) === 'more');
    },
    reject: async (externalId: string) => {
      const rev = (await sync.findItem(connectionId, externalId))?.rev ?? 0;
      const decision = { decision: 'reject' as const, rev, take: [], keep: [], submit: false };
      await decideItem(deps, { connectionId, externalId, by: author, decision });
    },
    waiting: async () => {
      const { items } = await sync.walkItems(connectionId, { limit: 1_000 });
      return items.flatMap(({ externalId, waiting }) => (waiting ? [[externalId, waiting.change]] : []));
    },
  };
}
