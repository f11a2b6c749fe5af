const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A sending that was begun is taken for lost after so long; no request waits as long for its answer. */
export const leaseMs = 2 * minuteMs;
/** A platform may be away for so long; then somebody must look, and order it again. */
export const waitsForMs = 7 * 24 * hourMs;
/** Of the wait, up and down, so that learners who came together do not come again together. */
const spread = 0.3;

/** A minute, doubled with each try, an hour at most; never sooner than the platform asks, nor sooner because it asks. `random`: uniform in [0, 1). */
export function waitMs(
  tries: number,
  { random, afterSeconds = 0 }: { readonly random: number; readonly afterSeconds?: number },
): number {
  const wait = Math.min(hourMs, minuteMs * 2 ** Math.min(20, Math.max(0, tries - 1)));
  // What it asks for is a time not to come before. One that asks for a second each time is away all the same.
  return Math.round(
    Math.max(afterSeconds * 1000 * (1 + spread * random), wait * (1 - spread + 2 * spread * random)),
  );
}
