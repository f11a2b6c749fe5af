import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Dynamo, expiryAttribute, type Item, type Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ReportStore } from '../reports/ports.ts';
import { isOpenReport, type ReportJob, reportFormats, reportKinds } from '../reports/report-job.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string().exactOptional();

const reportRow = z.object({
  ...{ reportId: z.string(), agencyId: id<AgencyId>() },
  requestedBy: z.object({
    ...{ personId: id<PersonId>().exactOptional(), clientId: text, name: z.string() },
  }),
  ...{ kind: z.enum(reportKinds), format: z.enum(reportFormats), year: z.number(), unitId: text },
  locale: z.enum(['id', 'en']),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  ...{ rows: z.number(), expected: z.number().exactOptional(), asOf: text },
  files: z.array(z.object({ name: z.string(), key: z.string(), bytes: z.number() })).readonly(),
  ...{ tries: z.number(), leaseUntil: text, createdAt: z.string(), finishedAt: text, availableUntil: text },
  failure: z.literal('too-large').exactOptional(),
  ...{ updatedAt: z.string(), rev: z.number() },
});

const reportsPartition = (agencyId: AgencyId) => composeKey('COMPLIANCE-REPORTS', agencyId);
const reportKey = (agencyId: AgencyId, reportId: string): Key => ({
  pk: reportsPartition(agencyId),
  sk: composeKey('REPORT', reportId),
});
/** gsi1: open ones, the longest silent first. */
const openPartition = 'COMPLIANCE-REPORTS-OPEN';

/** Rows leave long after their files. */
const keptSeconds = 30 * 86_400;
const mostStalled = 100;

export function createReportStore(door: { readonly dynamo: Dynamo; readonly table: string }): ReportStore {
  const { dynamo, table } = door;
  return {
    async create(job) {
      const condition = { expression: 'attribute_not_exists(pk)' };
      const { outcome } = await dynamo.put({ table, item: toRow(job), condition });
      if (outcome !== 'done') throw new Error('the id of a report was used twice');
    },
    async find(agencyId, reportId) {
      const row = await dynamo.get({ table, key: reportKey(agencyId, reportId), consistent: true });
      return row && readReportRow(row);
    },
    async replace(job) {
      // As it was read: closes the race of a worker that lost its lease, a cancellation and a new worker.
      const condition = { expression: 'rev = :before', values: { ':before': job.rev - 1 } };
      const { outcome } = await dynamo.put({ table, item: toRow(job), condition });
      return outcome === 'done' ? 'stored' : 'conflict';
    },
    async list(agencyId, limit) {
      const partition = reportsPartition(agencyId);
      const { items } = await dynamo.query({ table, partition, descending: true, limit, consistent: true });
      return items.map(readReportRow);
    },
    async listStalled(before) {
      const sort = { between: [' ', before] } as const;
      const asked = { table, index: 'gsi1', partition: openPartition, sort, limit: mostStalled } as const;
      return (await dynamo.query(asked)).items.map(readReportRow);
    },
  };
}

/** The job stands in one attribute: its own `kind` is not that of the row. */
function toRow(job: ReportJob): Item {
  const { agencyId, reportId, createdAt, updatedAt, rev } = job;
  return {
    ...{ ...reportKey(agencyId, reportId), kind: rowKind, job, rev },
    [expiryAttribute]: Math.floor(Date.parse(createdAt) / 1000) + keptSeconds,
    ...(isOpenReport(job) && { gsi1pk: openPartition, gsi1sk: composeKey(updatedAt, reportId) }),
  };
}

const rowKind = 'compliance-report';
export const isReportRow = (row: Item): boolean => row.kind === rowKind;
export const readReportRow = (row: Item): ReportJob => reportRow.parse(row.job);
