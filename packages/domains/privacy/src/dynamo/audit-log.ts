import { type Digest, Unavailable } from '@sinau/kernel';
import type { Dynamo, TransactItem } from '@sinau/platform/dynamo';
import { type AuditEntry, type AuditLine, auditLineSchema, hashOf } from '../audit-line.ts';
import type { AuditLog } from '../ports.ts';
import { auditPartition, auditSort } from './keys.ts';

export interface AuditedOptions {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly digest: Digest;
}

const tries = 20;

/** Numbered rows that are put once and never again. */
export function createAuditLog(options: AuditedOptions): AuditLog {
  return {
    list: (page) => listLines(options, page),
    async append(entry) {
      const line = await writeNoted(options, { entry });
      if (!line) throw new Error('a line was refused that nothing stood against');
      return line;
    },
  };
}

/**
 * The next line and a conditional write of a job or rule, both or neither. Undefined: the condition did not hold, and
 * nothing was written.
 */
export async function writeNoted(
  options: AuditedOptions,
  given: { readonly entry: AuditEntry; readonly write?: TransactItem },
): Promise<AuditLine | undefined> {
  const { dynamo, table, digest } = options;
  const { entry, write } = given;
  for (let round = 0; round < tries; round += 1) {
    const [last] = await listLines(options, { limit: 1 });
    const number = (last?.number ?? 0) + 1;
    const line: AuditLine = { ...entry, number, previous: last ? hashOf(digest, last) : '' };
    const put = {
      kind: 'put',
      table,
      item: { pk: auditPartition, sk: auditSort(number), ...line },
      // Absent: closes the race of two for the next number, and a line is never written over.
      condition: { expression: 'attribute_not_exists(pk)' },
    } as const;
    const result = await dynamo.transactWrite(write ? [put, write] : [put]);
    if (result.outcome === 'done') return line;
    if (result.reasons[1]?.code === 'ConditionalCheckFailed') return undefined;
  }
  throw new Unavailable('too many lines at once');
}

async function listLines(
  { dynamo, table }: AuditedOptions,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<readonly AuditLine[]> {
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
