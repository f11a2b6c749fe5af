import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { AdoptionForbidden } from '../errors.ts';
import { type Effect, effectOf, standingAfter } from './effect.ts';
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
  const next = standingAfter(standing, { sums, now: now.toISOString() });
  if (next) await nudges.noteStanding({ place: experiment, scope }, { before: standing, next });
  return {
    experiment,
    isRunning: isRunning({ ...experiment, salt: '' }, now),
    ...effectOf(sums, next ?? standing),
  };
}
