import * as z from 'zod';

/** What every fact carries beside its own words. */
export const envelope = {
  /** Same for every delivery of one fact; consumers use it to act once. */
  eventId: z.string().min(1),
  /** When it became true, ISO 8601 UTC; not when it was delivered. */
  occurredAt: z.iso.datetime(),
};
