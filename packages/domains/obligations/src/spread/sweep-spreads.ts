import { periodOn } from '../duty/period.ts';
import { localDayOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationStore } from '../ports.ts';
import { nextLook } from './next-look.ts';
import type { Spread } from './spread.ts';
import { type StartSpreadDeps, startSpread } from './start-spread.ts';

const mostTries = 20;
/** Of one run. */
const mostSpreads = 100;
/** Even where nothing tells of a change, everybody is looked at this often. */
const longestDays = 7;

/**
 * Takes up what lost its worker, and in the night starts anew what would find other people or another period now. Whoever came
 * or moved by themselves was followed at once.
 */
export async function sweepSpreads(
  deps: StartSpreadDeps & { readonly obligations: Pick<ObligationStore, 'find'> },
): Promise<{ readonly resumed: number; readonly started: number }> {
  const counts = { resumed: 0, started: 0 };
  for (const spread of await deps.spreads.listDueSpreads(deps.clock.now().toISOString(), mostSpreads)) {
    const obligation = await deps.obligations.find(spread.agencyId, spread.obligationId);
    if (!obligation) continue;
    if (spread.state === 'running' && spread.tries < mostTries) {
      if (await resume(deps, spread, obligation)) counts.resumed += 1;
    } else if (spread.state === 'running' || (await isOutdated(deps, spread, obligation))) {
      await startSpread(deps, obligation);
      counts.started += 1;
    } else {
      await postpone(deps, spread, obligation);
    }
  }
  return counts;
}

async function resume(deps: StartSpreadDeps, spread: Spread, obligation: Obligation): Promise<boolean> {
  const { agencyId, obligationId } = obligation;
  const dueAt = nextLook(deps, spread, obligation);
  const next = { ...spread, tries: spread.tries + 1, ...(dueAt && { dueAt }) };
  if ((await deps.spreads.saveSpread(next)).outcome === 'changed') return false;
  await deps.queue.send({ kind: 'spread', agencyId, obligationId });
  return true;
}

async function isOutdated(deps: StartSpreadDeps, spread: Spread, obligation: Obligation): Promise<boolean> {
  const { agencyId, audience } = obligation;
  if (obligation.state !== 'active' || spread.failed > 0) return spread.failed > 0;
  const today = localDayOf(deps.clock.now(), 'Asia/Jakarta');
  const last = localDayOf(new Date(spread.finishedAt ?? spread.startedAt), 'Asia/Jakarta');
  if (periodOn(obligation, today)?.name !== periodOn(obligation, last)?.name) return true;
  if (Date.parse(today) - Date.parse(last) >= longestDays * 86_400_000) return true;
  const list = { agencyId, ...(audience.unitIds && { unitIds: audience.unitIds }) };
  return (await deps.members.basisOf(list)) !== spread.basis;
}

async function postpone(deps: StartSpreadDeps, spread: Spread, obligation: Obligation): Promise<void> {
  const { dueAt: _, ...rest } = spread;
  const dueAt = nextLook(deps, spread, obligation);
  // Somebody else has started it meanwhile: then that stands.
  await deps.spreads.saveSpread({ ...rest, ...(dueAt && { dueAt }) });
}
