const minuteMs = 60_000;

/** Longer than every call of one order together takes: looking, a file, writing, and tokens. It begins anew right before a creation. */
export const leaseMs = 10 * minuteMs;
/** Nobody else gets a row so soon after its lease has ended: clocks differ. */
export const graceMs = minuteMs;
/** With less left of its lease an order is not begun. */
export const leastLeftMs = 5 * minuteMs;
/** What may be on its way is given time to arrive before it is looked for. */
export const settlesMs = 10 * minuteMs;
/** SIASN may be away for so long; then somebody must look. */
export const waitsForMs = 7 * 24 * 60 * minuteMs;

/** A minute, doubled with each try, an hour at most; never sooner than it asks. */
export const waitMs = (tries: number, afterSeconds = 0): number =>
  Math.max(afterSeconds * 1_000, Math.min(60, 2 ** Math.min(10, Math.max(0, tries - 1))) * minuteMs);
