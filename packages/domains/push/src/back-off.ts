const firstSeconds = 15;
export const longestWaitSeconds = 3_600;
/** Of the wait, up and down, so that receivers that fell together are not asked together. */
const spread = 0.2;

/** A receiver that fails for so long is turned off. */
export const failingTooLongMs = 3 * 24 * 3_600_000;

/**
 * Seconds until the next try after so many failures in a row: 15 s, doubled each time, an hour at most. `random`:
 * uniform in [0, 1). What the receiver asks for with Retry-After counts, up to the same hour.
 */
export function waitSeconds(failures: number, random: number, retryAfterSeconds = 0): number {
  const wait = Math.min(longestWaitSeconds, firstSeconds * 2 ** Math.min(30, Math.max(0, failures - 1)));
  const spreaded = wait * (1 - spread + 2 * spread * random);
  return Math.round(Math.min(longestWaitSeconds, Math.max(spreaded, retryAfterSeconds)));
}
