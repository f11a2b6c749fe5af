import { type CourseId, type CourseStore, getVersionMove } from '@sinau/catalogue';
import type { VersionMovePort } from '@sinau/delivery';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';

const rules = { 'move-not-started': 'not-started', 'move-with-results': 'with-results' } as const;

/** The catalogue says where learners of an older version go; their enrolments note it. */
export function createVersionMoves(deps: {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly enrolments: Pick<EnrolmentStore, 'movingVersion'>;
}): VersionMovePort {
  return {
    targetOf: async (courseId, version) => {
      const move = await getVersionMove(deps, { courseId: courseId as CourseId, version });
      return move && { version: move.version, rule: rules[move.rule] };
    },
    moving: ({ registration, ...versions }) =>
      deps.enrolments.movingVersion({ registration: registration as Registration, ...versions }),
  };
}
