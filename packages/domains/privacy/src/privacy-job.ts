import type { Brand, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { approvalKeySchema } from './rule-approval.ts';

export type PrivacyJobId = Brand<'PrivacyJobId'>;

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

/** How many of each kind, e.g. `statements`, `documents`, `lines`. */
const countsSchema = z.record(z.string(), z.int().nonnegative());
export type Counts = z.infer<typeof countsSchema>;

export const erasureModes = ['pseudonymise', 'erase'] as const;
export type ErasureMode = (typeof erasureModes)[number];

/** UU 27/2022, article 20 (2) letters and articles 42 to 44, as far as they end processing. */
export const legalBases = ['request', 'consent-withdrawn', 'retention-ended', 'unlawful-processing'] as const;
export type LegalBasis = (typeof legalBases)[number];

export const privacyJobSchema = z.object({
  jobId: branded<PrivacyJobId>(),
  /** `retention`: looks for people whose records a rule ends, and begins an erasure for each. */
  kind: z.enum(['erasure', 'export', 'retention']),
  /** Absent once an erasure is done. */
  personId: branded<PersonId>().exactOptional(),
  /** Hash of the internal id: two jobs of one person can still be told to be so. */
  subject: z.string(),
  /**
   * `counting`: dry run. `counted`: waits for its confirmation. `running`: places one after another, then the pass that
   * looks for what is left. `failed`: given up, may be tried again. The others are ends.
   */
  state: z.enum(['counting', 'counted', 'running', 'checking', 'done', 'failed', 'cancelled']),
  mode: z.enum(erasureModes).exactOptional(),
  reason: z.string().exactOptional(),
  legalBasis: z.enum(legalBases).exactOptional(),
  /** Of a rule: what was stored later, and statements of these verbs, stay. Epoch milliseconds. */
  untilMs: z.number().exactOptional(),
  keepVerbs: z.array(z.string()).exactOptional(),
  /** Of a retention: whether it goes on after the dry run, as operators have decided for an agency (`approval`). */
  verified: z.boolean().exactOptional(),
  approval: approvalKeySchema.exactOptional(),
  requestedBy: branded<PersonId>(),
  requestedAt: z.string(),
  confirmedBy: branded<PersonId>().exactOptional(),
  confirmedAt: z.string().exactOptional(),
  endedAt: z.string().exactOptional(),
  /** Of the dry run. */
  found: countsSchema,
  /** Changed or written out so far; at least so many, since a step may have been carried out and not saved. */
  done: countsSchema,
  /** Left by the pass that looks. */
  left: countsSchema,
  /** Where else to look, as places have told. */
  trail: z.array(z.string()).readonly(),
  /** Index of the place at work. */
  place: z.int().nonnegative(),
  /** Since when it is at work, or waits for its turn. */
  placeSince: z.string(),
  cursor: z.string().exactOptional(),
  /** How often all places were gone through. */
  passes: z.int().nonnegative(),
  key: z.string().exactOptional(),
  /** Of an export: parts written, and their bytes. */
  parts: z.array(z.int().nonnegative()).readonly(),
  /** Of an export that is done: until when the file is kept. */
  fileUntil: z.string().exactOptional(),
  /** Next step not before; absent when there is none. ISO 8601 UTC, like all times. */
  dueAt: z.string().exactOptional(),
  /** Steps that failed in a row. */
  failures: z.int().nonnegative(),
  rev: z.int().nonnegative(),
});
export type PrivacyJob = Readonly<z.infer<typeof privacyJobSchema>>;

export function addCounts(sum: Counts, more: Counts): Counts {
  const all = { ...sum };
  for (const [kind, count] of Object.entries(more)) all[kind] = (all[kind] ?? 0) + count;
  return all;
}

export function addTrail(trail: readonly string[], more: readonly string[] = []): readonly string[] {
  return [...new Set([...trail, ...more])];
}

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Places of an erasure or an export, as far as progress tells. */
const usualPlaces = 8;

/** 0 to 100, by places; of a sweep by the people it has come to. */
export function percentOf({ kind, state, place, found, done }: PrivacyJob): number {
  if (state === 'done') return 100;
  if (kind === 'retention') {
    return Math.min(95, Math.round((100 * (done.looked ?? 0)) / Math.max(1, found.looked ?? 0)));
  }
  if (state === 'checking') return 95;
  return Math.min(90, Math.round((place / usualPlaces) * 100));
}
