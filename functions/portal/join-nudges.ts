import {
  experimentRequestSchema,
  type KindEffects,
  readEffects,
  startExperiment,
  stopExperiment,
} from '@sinau/adoption';
import { localDateOf, yearOf } from '@sinau/kernel';
import type { AgencyAdoptionPorts, NudgesPorts, NudgeView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { joinCompliance } from './join-compliance.ts';
import { ownTenant } from './own-tenant.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'adoption'>;
type AgencyDeps = Deps & Parameters<typeof joinCompliance>[0];

/** Smaller groups are not told. */
const least = 10;

/** Nudges of everybody, for operators. */
export function joinNudges(deps: Deps): NudgesPorts {
  return {
    nudgesOf: async (principal) =>
      (await readEffects(await deps.adoption(), { principal, as: 'operator' })).map(viewOf),
    start: async (principal, given) =>
      startExperiment(await deps.adoption(), {
        principal,
        request: requestOfForm(experimentRequestSchema, given),
      }),
    stop: async (principal, place) => stopExperiment(await deps.adoption(), { principal, place }),
  };
}

/** How an agency's people learn. */
export function joinAgencyAdoption(deps: AgencyDeps): AgencyAdoptionPorts {
  return {
    async adoptionOf(principal) {
      const desk = await deps.adoption();
      const { agencyId } = ownTenant(principal);
      const year = yearOf(localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta'));
      const [effects, pledgers, { total }] = await Promise.all([
        readEffects(desk, { principal, as: 'agency' }),
        desk.habits.pledgers(agencyId, year),
        joinCompliance(deps).numbersOf(principal, { year, unitId: undefined }),
      ]);
      const { people, standings } = total;
      return {
        ...{ year, nudges: effects.map(viewOf) },
        // In tens: one pledge more is not seen.
        ...(pledgers >= least && { pledgers: Math.floor(pledgers / least) * least }),
        ...(people >= least && { coverage: { people, met: standings.met } }),
      };
    },
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
