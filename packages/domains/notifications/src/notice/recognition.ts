import * as z from 'zod';

/** One of BerAKHLAK. */
const coreValue = z.enum([
  ...(['service', 'accountable', 'competent', 'harmonious'] as const),
  ...(['loyal', 'adaptive', 'collaborative'] as const),
]);
export type CoreValue = z.output<typeof coreValue>;

/** What people are recognised for. */
export const recognitionNotices = [
  /** Somebody is recognised for what they did, or is not any more. */
  z.object({
    kind: z.literal('recognition-moved'),
    params: z.object({
      value: coreValue,
      origin: z.enum(['people', 'teaching', 'improvement']),
      to: z.enum(['granted', 'undone', 'lapsed']),
      reason: z.string().exactOptional(),
    }),
  }),
  /** What the agency said to whoever proposed somebody. */
  z.object({
    kind: z.literal('recognition-decided'),
    params: z.object({
      value: coreValue,
      person: z.string(),
      to: z.enum(['granted', 'declined', 'undone']),
      reason: z.string().exactOptional(),
    }),
  }),
  /** A proposal waits for the agency. */
  z.object({
    kind: z.literal('recognition-proposed'),
    params: z.object({ value: coreValue, person: z.string(), by: z.string() }),
  }),
  /** A right to be put before others who wait: given, spent, there again, or taken back. */
  z.object({
    kind: z.literal('priority-moved'),
    params: z.object({
      moved: z.enum(['granted', 'returned', 'spent', 'taken-back']),
      /** ISO date. */
      validUntil: z.string(),
      reason: z.string().exactOptional(),
    }),
  }),
] as const;
