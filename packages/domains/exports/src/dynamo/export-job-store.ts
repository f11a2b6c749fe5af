import type { AgencyId } from '@sinau/kernel';
import { type Dynamo, expiryAttribute, type Item, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type ExportId, type ExportJob, isOpen } from '../export-job.ts';
import { exportFormats } from '../file-layout.ts';
import type { ExportJobStore } from '../ports.ts';
import {
  exportRowKey,
  exportsPartition,
  exportsPrefix,
  openExportSort,
  openExportsPartition,
} from './keys.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Rows leave after so many seconds: long after their files, and soon enough for a list of all to stay short. */
const keptSeconds = 30 * 86_400;
const mostStalled = 100;

const branded = <Id>() => z.custom<Id>((value) => typeof value === 'string');
const counts = { chunks: z.number(), read: z.number(), rows: z.number() };

const jobRow = z.object({
  exportId: branded<ExportId>(),
  agencyId: branded<AgencyId>(),
  requestedBy: z.object({ kind: z.enum(['person', 'client']), id: z.string(), name: z.string() }),
  format: z.enum(exportFormats),
  filter: z.object({
    unit: z.string().exactOptional(),
    person: z.string().exactOptional(),
    course: z.string().exactOptional(),
    from: z.string().exactOptional(),
    to: z.string().exactOptional(),
  }),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  checkpoint: z
    .object({
      lanes: z.array(z.object({ lane: z.number(), chunk: z.number(), end: z.number() })),
      counts: z.object(counts),
    })
    .exactOptional(),
  progress: z.object({ ...counts, totalChunks: z.number(), totalLines: z.number().exactOptional() }),
  parts: z.array(z.object({ key: z.string(), bytes: z.number(), sha256: z.string(), rows: z.number() })),
  tries: z.number(),
  attempt: z.object({ attemptId: z.string(), leaseUntil: z.string() }).exactOptional(),
  failure: z.enum(['machine', 'filter']).exactOptional(),
  createdAt: z.string(),
  startedAt: z.string().exactOptional(),
  finishedAt: z.string().exactOptional(),
  availableUntil: z.string().exactOptional(),
  updatedAt: z.string(),
  rev: z.number(),
});

export function createExportJobStore(door: Door): ExportJobStore {
  const { dynamo, table } = door;
  return {
    create: async (job) => {
      const condition = { expression: 'attribute_not_exists(pk)' };
      const result = await dynamo.put({ table, item: toRow(job), condition });
      if (result.outcome === 'condition-failed') throw new Error('an export id was used twice');
    },
    find: async (agencyId, exportId) => {
      const row = await dynamo.get({ table, key: exportRowKey(agencyId, exportId), consistent: true });
      return row && readExportRow(row);
    },
    replace: async (job) => {
      const result = await dynamo.put({ table, item: toRow(job), condition: follows(job.rev) });
      return result.outcome === 'done' ? 'stored' : 'conflict';
    },
    listOpen: async (agencyId) => (await allOf(door, agencyId)).filter(isOpen),
    list: async (agencyId, limit) => {
      const { items } = await dynamo.query({
        table,
        partition: exportsPartition(agencyId),
        sort: { prefix: exportsPrefix },
        descending: true,
        limit,
        consistent: true,
      });
      return items.map(readExportRow);
    },
    listStalled: async (before) => {
      const { items } = await dynamo.query({
        table,
        index: 'gsi1',
        partition: openExportsPartition,
        // Times come first in the sort key, so everything below this one is older.
        sort: { between: [' ', before] },
        limit: mostStalled,
      });
      return [...new Set(items.map((row) => readExportRow(row).agencyId))];
    },
  };
}

/** Closes the race of a worker that lost its lease, a cancellation and a new worker: the later finds another `rev`. */
const follows = (rev: number) => ({
  expression: '#rev = :before',
  names: { '#rev': 'rev' },
  values: { ':before': rev - 1 },
});

async function allOf(door: Door, agencyId: AgencyId): Promise<readonly ExportJob[]> {
  const sort = { prefix: exportsPrefix };
  const rows = await queryAll(door, { partition: exportsPartition(agencyId), sort, consistent: true });
  return rows.map(readExportRow);
}

function toRow(job: ExportJob): Item {
  const { agencyId, exportId, createdAt, updatedAt } = job;
  return {
    ...exportRowKey(agencyId, exportId),
    kind: 'export-job',
    ...job,
    [expiryAttribute]: Math.floor(Date.parse(createdAt) / 1000) + keptSeconds,
    ...(isOpen(job) && { gsi1pk: openExportsPartition, gsi1sk: openExportSort(updatedAt, exportId) }),
  };
}

export const isExportRow = (row: Item): boolean => row.kind === 'export-job';
export const readExportRow = (row: Item): ExportJob => jobRow.parse(row);
