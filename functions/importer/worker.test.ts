import type { RunImportDeps } from '@sinau/catalogue';
import { memoryCatalogue } from '@sinau/catalogue/testing';
import type { AgencyId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { makeObligation, obligationRequestSchema } from '@sinau/obligations';
import { budi, memberOf, obligationsWorld } from '@sinau/obligations/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { ImportJob } from '@sinau/staffing';
import { memoryImportStore } from '@sinau/staffing/testing';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createImportWorker } from './worker.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const context = { awsRequestId: 'r1', getRemainingTimeInMillis: () => 30_000 } as Context;
const now = '2026-03-02T01:00:00.000Z';

async function setup() {
  const stores = memoryCatalogue();
  const nothing = async () => undefined;
  const [sent, imports] = [[] as unknown[], memoryImportStore()];
  const people = {
    ...{ imports, clock: fixedClock() },
    queue: { send: async (message: unknown) => void sent.push(message) },
    people: {
      mayImport: async () => true,
      open: async () => ({ take: async () => ({ outcome: 'created' as const }) }),
    },
  };
  const past = memoryImportStore('history');
  const history = {
    ...{ imports: past, clock: fixedClock(), queue: people.queue },
    history: {
      mayImport: async () => true,
      open: async () => ({ claimsOf: () => [], take: async () => ({ outcome: 'created' as const }) }),
    },
  };
  const deps: RunImportDeps = {
    ...stores,
    packages: { open: async () => ({ outcome: 'refused', findings: [] }) },
    content: {
      ...{ writeStructure: nothing, readStructure: nothing, discard: nothing },
      ...{ writePackage: nothing, readPackage: nothing },
      writeArticle: async () => ({ media: { src: 'a' }, fileCount: 1, totalBytes: 1 }),
    },
    uploads: { delete: nothing },
    allowedOrigins: [],
    activityBase: 'https://sinau.example/activities',
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
  };
  const job = {
    ...{ providerId: 'p1', uploadKey: 'u', fileName: 'f', sizeBytes: 1, tries: 0, abandonedOrigins: [] },
    ...{ progress: { done: 0, total: 0 }, createdAt: now, updatedAt: now, rev: 1 },
  };
  const attempt = { versionId: 'v', originHash: 'h', leaseUntil: '2026-03-02T02:00:00.000Z' };
  for (const [jobId, over] of [
    ['waits', { state: 'queued' }],
    ['held', { state: 'running', attempt }],
    ['done', { state: 'passed' }],
  ] as const) {
    await stores.jobs.create({ ...job, jobId, ...over } as unknown as Parameters<
      typeof stores.jobs.create
    >[0]);
  }
  const world = obligationsWorld();
  const { onFailure: _, ...obligations } = world.deps;
  return {
    ...{ stores, sent, imports, past, world },
    work: createImportWorker({
      ...{ packages: deps, people, history: async () => history, obligations, clock: deps.clock, log },
    }),
  };
}

const none = { created: 0, changed: 0, skipped: 0, refused: 0 };
const listJob: Omit<ImportJob, 'importId' | 'mapping'> = {
  ...{ agencyId: 'a1' as AgencyId, name: 'f', state: 'checking', pass: 'trial', cursor: 0, heads: [] },
  ...{ rows: 1, trial: none, run: none, createdAt: now, touchedAt: now, tries: 0, rev: 1 },
  createdBy: { kind: 'person', id: 'p', name: 'P' },
};

const eventOf = (...bodies: unknown[]) =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m${n}`,
      body: JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1' },
    })),
  }) as SQSEvent;

describe('importer', () => {
  it('R2: works off its messages and asks again for the one in other hands and the poison', async () => {
    const { stores, work } = await setup();
    const messages = ['waits', 'held', 'done', 'gone'].map((jobId) => ({ jobId }));
    const { batchItemFailures } = await work(eventOf(...messages, { jobId: '../x' }), context);
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['m1', 'm4']);
    const waited = await stores.jobs.find('waits' as Parameters<typeof stores.jobs.find>[0]);
    expect(waited?.state).toBe('refused');
  });

  it('works off lists of people and of the past, too', async () => {
    const { imports, past, sent, work } = await setup();
    const importId = 'list' as ImportJob['importId'];
    const cells = ['199005172015031999', 'Sri', '2026-01-05', '2026-01-05', 'KL06', 'UI', '4'];
    const mapping = { number: 0, name: 1, learner: 0, title: 1, startsOn: 2, endsOn: 3, form: 4 };
    const job: ImportJob = { ...listJob, importId, mapping: { ...mapping, organiser: 5, stated: 6 } };
    for (const store of [imports, past]) await store.create(job, { heads: [], rows: [{ row: 2, cells }] });
    const event = eventOf({ kind: 'people', importId }, { kind: 'history', importId });
    expect((await work(event, context)).batchItemFailures).toEqual([]);
    for (const store of [imports, past]) {
      expect(await store.find(importId)).toMatchObject({ state: 'checked', trial: { created: 1 } });
    }
    expect(sent).toEqual([]);
  });

  it('spreads obligations, too', async () => {
    const { world, work } = await setup();
    world.people.set('sri', memberOf('sri'));
    const request = {
      title: 'Etika',
      courseIds: ['c1'],
      audience: {},
      due: { kind: 'once', on: '2026-12-31' },
    };
    const input = { principal: budi, request: obligationRequestSchema.parse(request) };
    await makeObligation(world.deps, input);
    expect((await work(eventOf(...world.sent), context)).batchItemFailures).toEqual([]);
    expect(await world.owed()).toHaveLength(1);
  });
});
