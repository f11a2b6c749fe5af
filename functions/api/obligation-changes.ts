import { type CourseChange, historyOf, isLast, type Obligation, pathOf } from '@sinau/obligations';
import { requiredIn } from './required-in.ts';

/** What was decided of single courses, or of the path, the oldest first; also what was taken back. */
export function changesOf(obligation: Obligation) {
  const history = historyOf(obligation);
  return history.changes.map((change, n) => changeView(change, { n, canUndo: isLast(history, n) }));
}

function changeView(
  { courseId, to, by, undone, ...rest }: CourseChange,
  place: { readonly n: number; readonly canUndo: boolean },
) {
  return {
    ...{ ...place, ...rest, ...requiredIn(courseId), by: by.name },
    ...(to !== undefined && { to: pathOf(to) ?? to }),
    ...(undone && { undone: { at: undone.at, by: undone.by.name } }),
  };
}
