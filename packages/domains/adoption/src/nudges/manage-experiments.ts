import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { AdoptionForbidden, AdoptionNotFound, ExperimentChanged } from '../errors.ts';
import {
  type Experiment,
  type ExperimentRequest,
  isRunning,
  type NudgeKind,
  usualWindows,
} from './experiment.ts';
import type { ExperimentPlace, NudgeStore } from './ports.ts';

interface Deps {
  readonly nudges: Pick<NudgeStore, 'experiments' | 'addExperiment' | 'stopExperiment'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A key of HMAC-SHA-256 has as many bytes as its hash (RFC 2104 3). */
const saltBytes = 32;

function operatorOf({ roles, personId }: PersonPrincipal) {
  if (!roles.includes('operator')) throw new AdoptionForbidden();
  return personId;
}

/** Begins the next version of a nudge; one version of a kind runs at a time. Groups are drawn anew. */
export async function startExperiment(
  { nudges, clock, ids }: Deps,
  { principal, request }: { readonly principal: PersonPrincipal; readonly request: ExperimentRequest },
): Promise<void> {
  const startedBy = operatorOf(principal);
  const { kind, share, after } = request;
  const now = clock.now();
  const versions = (await nudges.experiments()).filter((one) => one.kind === kind);
  const latest = Math.max(0, ...versions.map(({ version }) => version));
  if (latest !== after || versions.some((one) => isRunning(one, now))) throw new ExperimentChanged();
  const experiment: Experiment = {
    ...{ kind, version: latest + 1, share, window: usualWindows[kind], salt: ids.token(saltBytes) },
    ...{ startedAt: now.toISOString(), startedBy },
  };
  if ((await nudges.addExperiment(experiment)) === 'exists') throw new ExperimentChanged();
}

/** Nobody is met from now on. Whoever was met is still looked at after seven days. */
export async function stopExperiment(
  { nudges, clock }: Omit<Deps, 'ids'>,
  { principal, place }: { readonly principal: PersonPrincipal; readonly place: ExperimentPlace },
): Promise<void> {
  operatorOf(principal);
  const outcome = await nudges.stopExperiment(place, clock.now().toISOString());
  if (outcome === 'absent') throw new AdoptionNotFound();
  if (outcome === 'was-stopped') throw new ExperimentChanged();
}

/** Of each kind its versions, the newest first. */
export const versionsOf = (experiments: readonly Experiment[], kind: NudgeKind): readonly Experiment[] =>
  experiments.filter((one) => one.kind === kind).toSorted((a, b) => b.version - a.version);
