import type { Clock } from '@sinau/kernel';
import { type Met, outcomeDays } from './experiment.ts';
import type { LearningFacts, NudgeStore } from './ports.ts';

interface Deps {
  readonly nudges: Pick<NudgeStore, 'parts' | 'listDueOutcomes' | 'settle'>;
  readonly learning: Pick<LearningFacts, 'learnedIn'>;
  readonly clock: Clock;
}

const portion = 40;
const dayMs = 86_400_000;

/** Looks, of both groups alike, at who learned within seven days of being met. Tells how many were settled. */
export async function settleOutcomes(deps: Deps, { untilMs }: { readonly untilMs: number }): Promise<number> {
  let settled = 0;
  for (let part = 0; part < deps.nudges.parts; part += 1) {
    for (;;) {
      const now = deps.clock.now();
      if (now.getTime() >= untilMs) return settled;
      const due = await deps.nudges.listDueOutcomes(part, now.toISOString(), portion);
      for (const met of due) await settleOne(deps, met);
      settled += due.length;
      if (due.length < portion) break;
    }
  }
  return settled;
}

async function settleOne({ nudges, learning }: Deps, met: Met): Promise<void> {
  const until = new Date(Date.parse(met.at) + outcomeDays * dayMs).toISOString();
  await nudges.settle(met, await learning.learnedIn(met.personId, { from: met.at, until }));
}
