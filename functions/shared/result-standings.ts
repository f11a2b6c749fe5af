import { isMoveOnMet, untouched } from '@sinau/cmi5';
import type { StandingPort } from '@sinau/connectors/reconciliation';
import { type ResultStore, versionOf } from '@sinau/connectors/results';
import type { CourseContentPort, EntitlementPort, RegistrationStore } from '@sinau/delivery';
import { outcomeOf } from '@sinau/rostering';

/** What the results of a learner come to in each part, beside what the registration says. */
export function createResultStandings(deps: {
  readonly results: Pick<ResultStore, 'versionsOfRegistration'>;
  readonly entitlements: EntitlementPort;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly content: CourseContentPort;
}): StandingPort {
  return {
    async standingOf(registration) {
      const all = await deps.results.versionsOfRegistration(registration);
      if (all.length === 0) return { parts: [], heardFrom: [] };
      const heardFrom = [
        ...new Set(
          all.map(({ event: { about } }) => (about.kind === 'external' ? about.connectionId : 'tool')),
        ),
      ];
      const entitlement = await deps.entitlements.find(registration);
      // Nothing is awarded any more: there is nothing to put right.
      if (!entitlement?.open) return { parts: [], heardFrom };
      const [content, state] = await Promise.all([
        deps.content.find(entitlement.courseId, entitlement.version),
        deps.registrations.read(registration),
      ]);
      const parts = (content?.parts ?? []).flatMap(({ moduleId, completion }, index) => {
        const au = content?.structure.aus[index];
        const versions = all.filter(
          ({ decision }) => decision.state === 'placed' && decision.place.moduleId === moduleId,
        );
        if (!au || !completion || versions.length === 0) return [];
        const verdict = state?.aus[index] ?? untouched;
        const score = verdict.score === undefined ? {} : { score: verdict.score };
        const here = { done: isMoveOnMet(au.moveOn, verdict), ...score };
        return [{ moduleId, outcome: outcomeOf(versions.map(versionOf), completion), here }];
      });
      return { parts, heardFrom };
    },
  };
}
