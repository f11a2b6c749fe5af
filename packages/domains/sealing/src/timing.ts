const minuteMs = 60_000;

/** Longer than every call for one document together takes. */
export const leaseMs = 10 * minuteMs;
/** One worker has an agency for so long: what it has time for, and the document that it has begun. */
export const runMs = 4 * minuteMs;
/** The service may be away for so long; then somebody must look. */
export const waitsForMs = 7 * 24 * 60 * minuteMs;
/** An activation is renewed so long before it ends. */
export const renewsMs = 6 * 60 * minuteMs;
/** So many in a row did not come back sealed: somebody must look before more are paid for. */
export const mostInARow = 3;

/** A minute, doubled each time, an hour at most; never sooner than it asks. */
export const pauseMs = (count: number, afterSeconds = 0): number =>
  Math.max(Math.min(afterSeconds, 86_400) * 1_000, Math.min(60, 2 ** Math.min(10, count)) * minuteMs);
