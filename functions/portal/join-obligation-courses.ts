import {
  type CourseChangeRequest,
  changeCourse,
  courseToChange,
  historyOf,
  isLast,
  type Obligation,
  pathOf,
  previewCourseChange,
  undoCourseChange,
} from '@sinau/obligations';
import type { CourseChangeDraft, CourseChangeRow, ObligationsPorts } from '@sinau/web';
import { inTurns } from './in-turns.ts';
import { coursesToChoose, type Deps, pathsToChoose, titleOf } from './obligation-views.ts';

type Ports = Pick<ObligationsPorts, 'courseToChange' | 'previewCourse' | 'changeCourse' | 'undoCourse'>;

/** One course of an obligation, for everybody. */
export function joinObligationCourses(deps: Deps): Ports {
  const { obligations: desk } = deps;
  return {
    courseToChange: async (principal, { obligationId, courseId }) => {
      const obligation = await courseToChange(await desk(), { principal, obligationId, courseId });
      const { title, courseIds, rev } = obligation;
      const [course, choices] = await Promise.all([
        titleOf(deps, courseId),
        // A path is replaced by another path.
        pathOf(courseId) === undefined ? coursesToChoose(deps) : pathsToChoose(deps, principal.agencyId),
      ]);
      const known = knownIn(obligation);
      return {
        ...{ obligation: { obligationId, title, rev }, courseId, course, isOnly: courseIds.length === 1 },
        choices: choices.filter(([id]) => !known.has(id)),
      };
    },
    previewCourse: async (principal, draft) => {
      const preview = await previewCourseChange(await desk(), { principal, ...placeOf(draft) });
      const { obligation, ...counts } = preview;
      const { courseId, to } = draft;
      const [course, other] = await Promise.all([
        titleOf(deps, courseId),
        to === undefined ? undefined : titleOf(deps, to),
      ]);
      return { ...counts, title: obligation.title, course, ...(other && { to: other }) };
    },
    changeCourse: async (principal, draft) => {
      await changeCourse(await desk(), { principal, ...placeOf(draft) });
    },
    undoCourse: async (principal, place) => {
      await undoCourseChange(await desk(), { principal, ...place });
    },
  };
}

/** Courses that belong to it, or did. */
const knownIn = (obligation: Obligation): ReadonlySet<string> => {
  const { first, changes } = historyOf(obligation);
  return new Set([...first, ...obligation.courseIds, ...changes.flatMap(({ to }) => to ?? [])]);
};

const placeOf = ({ obligationId, rev, ...request }: CourseChangeDraft) => ({
  ...{ obligationId, rev },
  request: request satisfies CourseChangeRequest,
});

/** The newest first. */
export async function courseChangesOf(
  deps: Deps,
  obligation: Obligation,
): Promise<readonly CourseChangeRow[]> {
  const history = historyOf(obligation);
  const rows = await inTurns(history.changes, async (one) => {
    const change = history.changes.indexOf(one);
    const [course, to] = await Promise.all([
      titleOf(deps, one.courseId),
      one.to === undefined ? undefined : titleOf(deps, one.to),
    ]);
    return {
      ...{ change, course, reason: one.reason, changedAt: one.at, changedBy: one.by.name },
      ...(to && { to }),
      ...(one.undone && { undone: { at: one.undone.at, by: one.undone.by.name } }),
      canUndo: isLast(history, change),
    };
  });
  return rows.toReversed();
}
