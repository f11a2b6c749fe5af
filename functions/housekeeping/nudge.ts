import { runNudges, settleOutcomes } from '@sinau/adoption';
import type { Log } from '@sinau/platform/log';

/** All that nudges want done by the clock. */
export type NudgesRound = Parameters<typeof runNudges>[0];

/** Of one run each, well within its time; the rest waits for the next. */
const nudgeMs = 40_000;
const outcomeMs = 20_000;

/** Nudges whoever fits, and looks at what became of it. */
export async function runNudgesRound(deps: NudgesRound, log: Log): Promise<void> {
  const met = await runNudges(deps, { untilMs: deps.clock.now().getTime() + nudgeMs });
  if (met > 0) log.info('people are met by a nudge, told or held out', { met });
  const settled = await settleOutcomes(deps, { untilMs: deps.clock.now().getTime() + outcomeMs });
  if (settled > 0) log.info('outcomes of nudges are counted', { settled });
}
