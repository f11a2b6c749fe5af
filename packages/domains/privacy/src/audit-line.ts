import type { Digest, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { PrivacyJobId } from './privacy-job.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

/** One thing that happened to a job or a retention rule. Names of the person, and what was in their records, have no place here. */
export const auditLineSchema = z.object({
  /** From 1 on, without gaps. */
  number: z.int().positive(),
  at: z.string(),
  action: z.enum([
    'requested',
    'counted',
    'confirmed',
    'started',
    'cancelled',
    'done',
    'failed',
    'downloaded',
    'proposed',
    'withdrawn',
    'answered',
    'placed',
    'lifted',
    'recorded',
    'notified',
  ]),
  kind: z.enum(['erasure', 'export', 'retention', 'rule', 'request', 'hold', 'incident']),
  /** Of a rule: its name and version, and the agency; of a request, a hold or an incident: its id. */
  jobId: branded<PrivacyJobId>(),
  /** Who did it; absent: the system, or of a request the person themselves. */
  by: branded<PersonId>().exactOptional(),
  /** Hash of the internal id. */
  subject: z.string(),
  mode: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  legalBasis: z.string().exactOptional(),
  counts: z.record(z.string(), z.int()).exactOptional(),
  /** Hash of the line before; of the first: empty. */
  previous: z.string(),
});
export type AuditLine = Readonly<z.infer<typeof auditLineSchema>>;

/** What is to be noted; its place and the hash of the line before are given by the log. */
export type AuditEntry = Omit<AuditLine, 'number' | 'previous'>;

/** What the next line holds of this one. */
export function hashOf(digest: Digest, line: AuditLine): string {
  const members = Object.entries(line).sort(([one], [other]) => (one < other ? -1 : 1));
  return digest.sha256(JSON.stringify(members));
}

/** Numbers of lines (oldest first given) that do not fit to the line before them: changed, added or taken away (case P4). */
export function brokenLines(digest: Digest, lines: readonly AuditLine[]): readonly number[] {
  return lines.flatMap((line, n) => {
    const before = lines[n - 1];
    if (!before) return line.number === 1 && line.previous !== '' ? [line.number] : [];
    const fits = line.number === before.number + 1 && line.previous === hashOf(digest, before);
    return fits ? [] : [line.number];
  });
}
