import {
  type CourseContentPort,
  type CourseProgress,
  progressOf,
  type RegistrationStore,
} from '@sinau/delivery';
import { type EnrolmentStore, isEarned, isTaken, type Registration } from '@sinau/enrolment';
import type { StandingPort } from '@sinau/lti-tool/scores';

interface ToolStandingDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly content: CourseContentPort;
}

/** Where learners stand, as learning systems of others are told: by the enrolment, and by what was reached in its parts. */
export function createToolStandings(deps: ToolStandingDeps): StandingPort {
  return {
    async standingOf(registration) {
      const enrolment = await deps.enrolments.findByRegistration(registration as Registration);
      if (!enrolment || !isTaken(enrolment)) return undefined;
      const { courseId, version } = enrolment;
      const [content, state] = await Promise.all([
        deps.content.find(courseId, version),
        deps.registrations.read(registration),
      ]);
      if (!content) return undefined;
      const progress = progressOf(content, state);
      const score = meanScore(progress);
      return {
        begun: progress.aus.some((au) => au.state !== 'not-started'),
        reached: progress.percent > 0,
        // What another system has taken back of its part counts there no more.
        completed: isEarned(enrolment),
        ...(score !== undefined && { score }),
      };
    },
  };
}

/** Of the parts that have to be done and gave a score, alike. */
function meanScore({ aus }: CourseProgress): number | undefined {
  const scores = aus.flatMap(({ moveOn, score }) =>
    moveOn === 'NotApplicable' || score === undefined ? [] : [Math.max(0, score)],
  );
  return scores.length === 0 ? undefined : scores.reduce((sum, one) => sum + one, 0) / scores.length;
}
