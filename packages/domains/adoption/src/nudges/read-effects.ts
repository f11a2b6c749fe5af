import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { AdoptionForbidden } from '../errors.ts';
import { type Effect, type EffectStanding, effectOf, isTellable, standingAfter } from './effect.ts';
import { type Experiment, isRunning, type NudgeKind, nudgeKinds } from './experiment.ts';
import { versionsOf } from './manage-experiments.ts';
import type { EffectScope, NudgeStore } from './ports.ts';

interface Deps {
  readonly nudges: Pick<NudgeStore, 'experiments' | 'effectOf' | 'noteStanding'>;
  readonly clock: Clock;
}

export interface ExperimentEffect extends Effect {
  readonly experiment: Omit<Experiment, 'salt'>;
  readonly isRunning: boolean;
}

export interface KindEffects {
  readonly kind: NudgeKind;
  /** The newest first. */
  readonly versions: readonly ExperimentEffect[];
}

/** For operators of everybody, for an agency's administrators of its own people. */
export async function readEffects(
  deps: Deps,
  { principal, as }: { readonly principal: PersonPrincipal; readonly as: 'operator' | 'agency' },
): Promise<readonly KindEffects[]> {
  const scope = scopeOf(principal, as);
  const all = await deps.nudges.experiments();
  return Promise.all(
    nudgeKinds.map(async (kind) => ({
      kind,
      versions: await Promise.all(versionsOf(all, kind).map((one) => readEffect(deps, one, scope))),
    })),
  );
}

function scopeOf({ roles, agencyId }: PersonPrincipal, as: 'operator' | 'agency'): EffectScope {
  if (as === 'operator' && roles.includes('operator')) return { kind: 'nation' };
  if (as === 'agency' && agencyId !== undefined && roles.includes('agency-admin')) {
    return { kind: 'agency', agencyId };
  }
  throw new AdoptionForbidden();
}

async function readEffect(
  { nudges, clock }: Deps,
  { salt: _, ...experiment }: Experiment,
  scope: EffectScope,
): Promise<ExperimentEffect> {
  const now = clock.now();
  const { sums, standing } = await nudges.effectOf(experiment, scope);
  // Counted on from what was told once, also where that may not be told any more: somebody may have seen it.
  const next = standingAfter(standing, { sums, now: now.toISOString() });
  const told = next
    ? await noted(nudges, { place: experiment, scope }, { before: standing, next })
    : standing;
  return {
    experiment,
    isRunning: isRunning({ ...experiment, salt: '' }, now),
    ...effectOf(sums, told && isTellable(told) ? told : undefined),
  };
}

/** What is told from now on: of two looks at once the other one's, so that nobody sees two states a person apart. */
async function noted(
  nudges: Deps['nudges'],
  at: Parameters<NudgeStore['noteStanding']>[0],
  change: { readonly before: EffectStanding | undefined; readonly next: EffectStanding },
): Promise<EffectStanding | undefined> {
  if ((await nudges.noteStanding(at, change)) === 'noted') return change.next;
  return (await nudges.effectOf(at.place, at.scope)).standing;
}
