import type { Clock } from '@sinau/kernel';
import type { Obligation } from '../obligation.ts';
import type { MemberDirectory, SpreadQueue, SpreadStore } from '../ports.ts';
import { nextLook } from './next-look.ts';
import type { Spread } from './spread.ts';

export interface StartSpreadDeps {
  readonly spreads: SpreadStore;
  readonly members: Pick<MemberDirectory, 'headsOf' | 'basisOf'>;
  readonly queue: SpreadQueue;
  readonly clock: Clock;
}

/** Has everybody looked at from the beginning. A worker that is on it stops with its portion. */
export async function startSpread(deps: StartSpreadDeps, obligation: Obligation): Promise<void> {
  const { agencyId, obligationId, audience } = obligation;
  const list = { agencyId, ...(audience.unitIds && { unitIds: audience.unitIds }) };
  const [heads, basis] = await Promise.all([deps.members.headsOf(list), deps.members.basisOf(list)]);
  for (;;) {
    const known = await deps.spreads.findSpread(obligationId);
    const fresh: Spread = {
      ...{ obligationId, agencyId, state: 'running', pass: 'members', heads, basis },
      ...{ seen: 0, given: 0, released: 0, failed: 0 },
      ...{ startedAt: deps.clock.now().toISOString(), tries: 0, rev: known?.rev ?? 0 },
    };
    const dueAt = nextLook(deps, fresh, obligation);
    const saved = await deps.spreads.saveSpread({ ...fresh, ...(dueAt && { dueAt }) });
    if (saved.outcome === 'saved') break;
  }
  await deps.queue.send({ kind: 'spread', agencyId, obligationId });
}
