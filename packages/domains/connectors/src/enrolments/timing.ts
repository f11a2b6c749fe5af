const minuteMs = 60_000;

/** A call that was begun is taken for lost after so long; no adapter waits as long for an answer. */
export const leaseMs = 2 * minuteMs;
/** After giving up it is looked whether the provider has enrolled all the same. */
export const lookAgainMs = 10 * minuteMs;
/** Ending at a provider is tried for so long. */
export const undoForMs = 30 * 24 * 60 * minuteMs;
/** What only somebody over there can change is asked again so seldom. */
export const seldomMs = 60 * minuteMs;

const firstMs = minuteMs;
/** Of the wait, up and down, so that learners who came together do not come again together. */
const spread = 0.3;

/** A minute, doubled with each try, an hour at most. `random`: uniform in [0, 1). */
export function waitMs(tries: number, random: number): number {
  const wait = Math.min(seldomMs, firstMs * 2 ** Math.min(20, Math.max(0, tries - 1)));
  return Math.round(wait * (1 - spread + 2 * spread * random));
}

export const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
