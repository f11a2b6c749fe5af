import { type Dynamo, type Item, parseKey, type TransactItem } from '@sinau/platform/dynamo';
import type { AuditEntry } from '../audit-line.ts';
import type { PrivacyJobStore } from '../ports.ts';
import { type PrivacyJob, type PrivacyJobId, privacyJobSchema } from '../privacy-job.ts';
import { type AuditedOptions, writeNoted } from './audit-log.ts';
import { datedSort, duePartition, jobKey, kindPartition, personPartition, personSort } from './keys.ts';

/** One row a job, and for an export one that leads there from its person. */
export function createPrivacyJobStore(options: AuditedOptions): PrivacyJobStore {
  const { dynamo, table } = options;
  /** Whether the condition held; the line is there if it did. */
  const written = async (write: TransactItem & { readonly kind: 'put' }, entry: AuditEntry | undefined) => {
    if (entry) return (await writeNoted(options, { entry, write })) !== undefined;
    return (await dynamo.put(write)).outcome === 'done';
  };
  return {
    async add(job, entry) {
      const { personId, requestedAt, jobId } = job;
      // The way from the person first: without the job it leads nowhere.
      if (job.kind === 'export' && personId !== undefined) {
        const own = { pk: personPartition(personId), sk: personSort(requestedAt, jobId) };
        await dynamo.put({ table, item: own });
      }
      // Absent: closes the race of two processes that begin the same sweep.
      const condition = { expression: 'attribute_not_exists(pk)' };
      return (await written({ kind: 'put', table, item: toRow(job), condition }, entry)) ? 'added' : 'exists';
    },
    async replace(job, entry) {
      const next = { ...job, rev: job.rev + 1 };
      // Still as it was read: closes the race of two workers, and of a worker with an operator.
      const condition = { expression: 'rev = :rev', values: { ':rev': job.rev } };
      const stored = await written({ kind: 'put', table, item: toRow(next), condition }, entry);
      return stored ? { outcome: 'stored', job: next } : { outcome: 'stale' };
    },
    find: (jobId) => find(options, jobId),
    async list({ kind, limit }) {
      const partition = kindPartition(kind);
      const page = await dynamo.query({ table, index: 'gsi2', partition, descending: true, limit });
      return page.items.map(readRow);
    },
    async listOf(personId, limit) {
      const page = await dynamo.query({
        table,
        partition: personPartition(personId),
        descending: true,
        limit,
        consistent: true,
      });
      // Once each: who came second to begin a job has left another way to it.
      const jobIds = new Set(page.items.map(({ sk }) => parseKey(sk)[2] as PrivacyJobId));
      const jobs = await Promise.all([...jobIds].map((jobId) => find(options, jobId)));
      return jobs.flatMap((job) => job ?? []);
    },
    async listDue(at, limit) {
      // Times begin with a digit; a bound may not be empty.
      const sort = { between: ['0', `${at}~`] as const };
      const page = await dynamo.query({ table, index: 'gsi1', partition: duePartition, sort, limit });
      return page.items.map(readRow);
    },
  };
}

async function find(
  { dynamo, table }: { readonly dynamo: Dynamo; readonly table: string },
  jobId: PrivacyJobId,
): Promise<PrivacyJob | undefined> {
  const row = await dynamo.get({ table, key: jobKey(jobId), consistent: true });
  return row && readRow(row);
}

function toRow(job: PrivacyJob): Item {
  const { jobId, dueAt, kind, requestedAt } = job;
  return {
    ...jobKey(jobId),
    gsi2pk: kindPartition(kind),
    gsi2sk: datedSort(requestedAt, jobId),
    ...(dueAt === undefined ? {} : { gsi1pk: duePartition, gsi1sk: datedSort(dueAt, jobId) }),
    ...job,
  };
}

function readRow(row: Item): PrivacyJob {
  return privacyJobSchema.parse(row);
}
