import {
  experimentRequestSchema,
  type KindEffects,
  readEffects,
  startExperiment,
  stopExperiment,
} from '@sinau/adoption';
import type { AgencyAdoptionPorts, NudgesPorts, NudgeView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'adoption'>;

/** Nudges of everybody, for operators. */
export function joinNudges(deps: Deps): NudgesPorts {
  return {
    nudgesOf: async (principal) =>
      (await readEffects(await deps.adoption(), { principal, as: 'operator' })).map(viewOf),
    start: async (principal, given) =>
      startExperiment(await deps.adoption(), { principal, request: experimentRequestSchema.parse(given) }),
    stop: async (principal, place) => stopExperiment(await deps.adoption(), { principal, place }),
  };
}

/** How an agency's people learn. */
export function joinAgencyAdoption(deps: Deps): AgencyAdoptionPorts {
  return {
    adoptionOf: async (principal) => ({
      nudges: (await readEffects(await deps.adoption(), { principal, as: 'agency' })).map(viewOf),
    }),
  };
}

const viewOf = ({ kind, versions }: KindEffects): NudgeView => ({
  kind,
  versions: versions.map(({ experiment, isRunning, met, result }) => ({
    ...{ version: experiment.version, share: experiment.share, ...experiment.window },
    ...{ startedAt: experiment.startedAt, isRunning },
    ...(experiment.stoppedAt !== undefined && { stoppedAt: experiment.stoppedAt }),
    ...(met !== undefined && { met }),
    ...(result && { result }),
  })),
});
