import { type Digest, Unavailable } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import { type AuditLine, auditLineSchema, hashOf } from '../audit-line.ts';
import type { AuditLog } from '../ports.ts';
import { auditPartition, auditSort } from './keys.ts';

const tries = 20;

/** Numbered rows that are put once and never again. */
export function createAuditLog(options: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly digest: Digest;
}): AuditLog {
  const { dynamo, table, digest } = options;
  async function list({ limit, before }: { readonly limit: number; readonly before?: number }) {
    const to = auditSort((before ?? 10 ** 12) - 1);
    const page = await dynamo.query({
      table,
      partition: auditPartition,
      sort: { between: [auditSort(0), to] },
      descending: true,
      limit,
      consistent: true,
    });
    return page.items.map((row): AuditLine => auditLineSchema.parse(row));
  }
  return {
    list,
    async append(entry) {
      for (let round = 0; round < tries; round += 1) {
        const [last] = await list({ limit: 1 });
        const number = (last?.number ?? 0) + 1;
        const line: AuditLine = { ...entry, number, previous: last ? hashOf(digest, last) : '' };
        const put = await dynamo.put({
          table,
          item: { pk: auditPartition, sk: auditSort(number), ...line },
          // Absent: closes the race of two for the next number, and a line is never written over.
          condition: { expression: 'attribute_not_exists(pk)' },
        });
        if (put.outcome === 'done') return line;
      }
      throw new Unavailable('too many lines at once');
    },
  };
}
