import { type Clock, Unavailable } from '@sinau/kernel';
import { ObligationChanged } from '../errors.ts';
import type { Obligation } from '../obligation.ts';
import type { MemberDirectory, ObligationStore, SpreadQueue, SpreadStore } from '../ports.ts';
import { nextLook } from './next-look.ts';
import type { Spread } from './spread.ts';

export interface StartSpreadDeps {
  readonly spreads: SpreadStore;
  readonly members: Pick<MemberDirectory, 'headsOf' | 'basisOf'>;
  readonly queue: SpreadQueue;
  readonly clock: Clock;
}

export interface KeepDeps extends StartSpreadDeps {
  readonly obligations: Pick<ObligationStore, 'create' | 'save'>;
}

/** Has everybody looked at from the beginning. A worker that is on it stops with its portion. */
export async function startSpread(deps: StartSpreadDeps, obligation: Obligation): Promise<void> {
  await begin(
    deps,
    obligation,
    async (spread) => (await deps.spreads.saveSpread(spread)).outcome === 'saved',
  );
  await callWorker(deps, obligation);
}

/** Makes an obligation together with the spread that carries it to people: both, or neither. */
export async function createAndSpread(deps: KeepDeps, obligation: Obligation): Promise<void> {
  await begin(deps, obligation, async (spread) => {
    const outcome = await deps.obligations.create(obligation, spread);
    if (outcome === 'exists') throw new ObligationChanged();
    return outcome === 'created';
  });
  await callWorker(deps, obligation);
}

/** Saves a changed one in the same way. Rejects with `ObligationChanged` when somebody else has changed it since it was read. */
export async function saveAndSpread(deps: KeepDeps, obligation: Obligation): Promise<Obligation> {
  await begin(deps, obligation, async (spread) => {
    const outcome = await deps.obligations.save(obligation, spread);
    if (outcome === 'changed') throw new ObligationChanged();
    return outcome === 'saved';
  });
  await callWorker(deps, obligation);
  return { ...obligation, rev: obligation.rev + 1 };
}

/** Tries again, over what stands now, when a worker has saved its place in between. */
async function begin(
  deps: StartSpreadDeps,
  obligation: Obligation,
  store: (spread: Spread) => Promise<boolean>,
): Promise<void> {
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
    if (await store({ ...fresh, ...(dueAt && { dueAt }) })) return;
  }
}

/**
 * What was stored stands: whoever asked for it must not be told to ask again, which would require it twice. Without a worker
 * the sweep takes it up some minutes later.
 */
async function callWorker({ queue }: StartSpreadDeps, { agencyId, obligationId }: Obligation): Promise<void> {
  try {
    await queue.send({ kind: 'spread', agencyId, obligationId });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
}
