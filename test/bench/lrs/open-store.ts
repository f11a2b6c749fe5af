import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { queryStatements, storeStatements } from '@sinau/lrs';
import {
  createRecordStore,
  defaultSettings,
  type RecordedFacts,
  type RecordStore,
  soleHorizon,
} from '@sinau/lrs/dynamo';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables, type Dynamo, type DynamoOptions } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryObjectStore, deleteTables } from '@sinau/platform/testing';
import { inTrace, newTrace } from '@sinau/platform/trace';
import { pullRecords } from '@sinau/records';
import { createFeedStore } from '@sinau/records/dynamo';
import type { Statement, StatementFilter } from '@sinau/xapi';
import { projectFacts } from '../../../functions/projector/project-facts.ts';
import { createEnrolmentStore } from '../../../functions/shared/enrolment-store.ts';
import { createStatementNotes } from '../../../functions/shared/insight-traces.ts';
import { meter } from './meter.ts';
import { noteCommits } from './note-commits.ts';
import { issuer } from './workload.ts';

const authority = { objectType: 'Agent', name: 'Sinau', account: { homePage: issuer, name: 'lms' } } as const;
const signer = hmacSigner('a secret for benches, long enough to sign');
const objects = createMemoryObjectStore();
const system = { clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };

/**
 * An empty record store with the projector behind it and a meter on each, on the embedded engine or the one at
 * DYNAMODB_ENDPOINT; lists are spread as in AWS.
 */
export async function openStore() {
  const { engine, connection, close } = await openEngine();
  const names = { lms: `bench-lms-${systemIds.uuid()}`, lrs: `bench-lrs-${systemIds.uuid()}` };
  await createTables(connection, names);
  const [requests, projections, pulls] = [meter(connection), meter(connection), meter(connection)];
  const noted = noteCommits(requests.dynamo);
  const open = openRecords(names.lrs);
  const store = open(noted.dynamo);
  const { follower } = open(projections.dynamo);
  const feedOf = (dynamo: Dynamo) => createFeedStore({ ...system, dynamo, table: names.lrs });
  const enrolments = createEnrolmentStore({ dynamo: createDynamo(connection), table: names.lms });
  const projector = {
    feed: feedOf(projections.dynamo),
    laneCount: 4,
    enrolments: createEnrolmentStore({ dynamo: projections.dynamo, table: names.lms }),
    ...createStatementNotes({
      dynamo: projections.dynamo,
      table: names.lms,
      recordsTable: names.lrs,
      issuer,
    }),
    digest: nodeDigest,
    issuer,
  };
  return {
    engine,
    /** Of requests to the record store, of what follows from them, and of pulls. */
    units: { requests: requests.units, projections: projections.units, pulls: pulls.units },
    ...requestsOf(store),
    /** The learner takes a course under that registration, so that the projector can note when they were active. */
    async enrol(personId: string, registration: string) {
      await enrolments.move({
        after: {
          enrolmentId: systemIds.uuid() as EnrolmentId,
          personId: personId as PersonId,
          courseId: systemIds.uuid(),
          version: 1,
          registration: registration as Registration,
          state: 'active',
          enrolledAt: systemClock.now().toISOString(),
        },
      });
    },
    /** Follows what was stored since the last call, so many commits at a time as the stream brings them. */
    async project(together: number) {
      const changes = noted.take();
      for (let n = 0; n < changes.length; n += together) {
        const facts: RecordedFacts[] = [];
        for (const change of changes.slice(n, n + together)) {
          const told = await follower.follow(change);
          if (told) facts.push(told);
        }
        // A commit of its own leads its trace on; those that are projected together have several, and their rows none.
        await inTrace(together === 1 ? newTrace() : undefined, () => projectFacts(projector, facts));
      }
    },
    pullAll: (agencyId: AgencyId) => pullAll({ feed: feedOf(pulls.dynamo), store }, agencyId),
    async close() {
      await deleteTables(connection, [names.lms, names.lrs]);
      await close?.();
    },
  };
}

export type BenchStore = Awaited<ReturnType<typeof openStore>>;

async function openEngine() {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const base = {
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  } satisfies DynamoOptions;
  if (endpoint) {
    return { engine: 'dynamodb at DYNAMODB_ENDPOINT', connection: { ...base, endpoint }, close: undefined };
  }
  const dir = await mkdtemp(join(tmpdir(), 'sinau-bench-'));
  const local = await startLocalDynamo({ dir });
  const connection = { ...base, requestHandler: local.requestHandler };
  const close = async () => {
    await local.close();
    await rm(dir, { recursive: true, force: true });
  };
  return { engine: 'embedded', connection, close };
}

function openRecords(table: string): (dynamo: Dynamo) => RecordStore {
  const horizon = soleHorizon({ clock: systemClock });
  // No row counts as young, so that lists are read eventually; the newest few rows cost twice as much otherwise.
  const settings = { ...defaultSettings, youngMs: -120_000 };
  return (dynamo) => createRecordStore({ ...system, dynamo, table, objects, settings, horizon });
}

/** The use cases behind the routes of `/xapi/statements`. */
function requestsOf(store: RecordStore) {
  const reader = { kind: 'all' } as const;
  return {
    async store(statements: readonly Statement[], agencyId = 'bkn') {
      const visibility = { agenciesOf: async () => statements.map(() => [agencyId as AgencyId]) };
      const deps = { ...store, ...system, visibility };
      const request = { store: 'national', version: '1.0.3', authority, statements } as const;
      // As behind the door: rows carry the trace of their request.
      const result = await inTrace(newTrace(), () => storeStatements(deps, request));
      if (result.outcome !== 'stored') throw new Error(`not stored: ${result.outcome}`);
      return result;
    },
    page: (filter: Partial<StatementFilter>, limit = 100) =>
      queryStatements(
        { ...store, ...system },
        {
          store: 'national',
          reader,
          filter: { relatedAgents: false, relatedActivities: false, ascending: false, limit, ...filter },
        },
      ),
  };
}

/** Lines of an agency's whole feed, pulled page by page as `GET /records` does. */
async function pullAll(
  { feed, store }: { readonly feed: ReturnType<typeof createFeedStore>; readonly store: RecordStore },
  agencyId: AgencyId,
): Promise<number> {
  const bodies = {
    find: async (id: string) => (await store.statements.find('national', id))?.recorded.json,
  };
  const request = { agencyId, clientId: 'bench', limit: 1_000, maxBytes: 4_000_000 };
  let lines = 0;
  let cursor: string | undefined;
  for (;;) {
    const page = await pullRecords({ feed, bodies, signer }, { ...request, ...(cursor ? { cursor } : {}) });
    lines += page.lines.length;
    cursor = page.cursor;
    if (!page.more) return lines;
  }
}
