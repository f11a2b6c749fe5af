import * as z from 'zod';

/** Seminars and other events, and learning paths. */
export const eventsNotices = [
  /** What became of somebody's place in an event, by the word of others. */
  z.object({
    kind: z.literal('event-seat'),
    params: z.object({
      title: z.string(),
      state: z.enum([
        ...(['offered', 'confirmed', 'waiting', 'unfunded', 'funded', 'queued'] as const),
        ...(['declined', 'lapsed', 'removed', 'added'] as const),
      ]),
      /** Until when an offer is kept, ISO 8601 UTC. */
      until: z.string().exactOptional(),
      /** Of whoever declined or removed. */
      reason: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('event-requested'),
    params: z.object({
      title: z.string(),
      /** Name of whoever asks. */
      learner: z.string(),
      /** Nobody has answered: the supervisor is asked again, or the agency may answer now. */
      again: z.enum(['supervisor', 'agency']).exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('event-changed'),
    params: z.object({
      title: z.string(),
      change: z.enum(['moved', 'cancelled']),
      /** Why it is cancelled. */
      reason: z.string().exactOptional(),
    }),
  }),
  /** `moved`: another version of a learning path holds; `completed`: all of it is finished. */
  z.object({
    kind: z.literal('path-changed'),
    params: z.object({ title: z.string(), change: z.enum(['moved', 'completed']) }),
  }),
] as const;
