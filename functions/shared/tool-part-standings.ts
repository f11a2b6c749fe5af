import { isMoveOnMet, untouched } from '@sinau/cmi5';
import type { PartStanding, StandingPort } from '@sinau/connectors/reconciliation';
import { type InboxResult, type ResultStore, versionOf } from '@sinau/connectors/results';
import type { CourseContentPort, EntitlementPort, RegistrationStore } from '@sinau/delivery';
import { outcomeOf } from '@sinau/rostering';

export interface StandingParts {
  readonly results: Pick<ResultStore, 'versionsOfRegistration'>;
  readonly entitlements: EntitlementPort;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly content: CourseContentPort;
}

/**
 * What results come to in the parts of a course that a tool shows, beside what the registration says; also of parts that are done here without any
 * result, unless somebody has waived them.
 */
export function createToolStandings(
  deps: StandingParts,
  modulesIn: (courseId: string) => Promise<ReadonlySet<string>>,
  speaker: string,
): StandingPort {
  return {
    async standingOf(registration) {
      const entitlement = await deps.entitlements.find(registration);
      if (!entitlement) return { parts: [], heardFrom: [] };
      const modules = await modulesIn(entitlement.courseId);
      const all = await deps.results.versionsOfRegistration(registration);
      const own = all.filter((one) => modules.has(moduleOf(one) ?? ''));
      const heardFrom = own.length > 0 ? [speaker] : [];
      // Nothing is awarded any more: there is nothing to put right.
      if (!entitlement.open) return { parts: [], heardFrom };
      const [content, state] = await Promise.all([
        deps.content.find(entitlement.courseId, entitlement.version),
        deps.registrations.read(registration),
      ]);
      const parts = (content?.parts ?? []).flatMap(
        ({ moduleId, completion }, index): readonly PartStanding[] => {
          const au = content?.structure.aus[index];
          if (!au || !completion || !modules.has(moduleId)) return [];
          const verdict = state?.aus[index] ?? untouched;
          const versions = own.filter((one) => moduleOf(one) === moduleId);
          const done = isMoveOnMet(au.moveOn, verdict);
          if (verdict.waived || (versions.length === 0 && !done)) return [];
          const here = { done, ...(verdict.score !== undefined && { score: verdict.score }) };
          return [{ moduleId, outcome: outcomeOf(versions.map(versionOf), completion), here }];
        },
      );
      return { parts, heardFrom };
    },
  };
}

const moduleOf = ({ decision }: InboxResult): string | undefined =>
  decision.state === 'placed' ? decision.place.moduleId : undefined;
