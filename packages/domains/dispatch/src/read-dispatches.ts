import type { Principal } from '@sinau/kernel';
import type { Dispatch } from './dispatch.ts';
import { DispatchNotFound } from './errors.ts';
import { isOwn, ownCourse } from './own-course.ts';
import type { DispatchCourse, DispatchCoursePort, DispatchStore } from './ports.ts';

interface ReadDeps {
  readonly dispatches: Pick<DispatchStore, 'find' | 'list'>;
  readonly courses: DispatchCoursePort;
}

/** The dispatches of a course of one's own, the latest first, with the course. */
export async function listDispatches(
  deps: ReadDeps,
  input: { readonly principal: Principal; readonly courseId: string },
): Promise<{ readonly course: DispatchCourse; readonly dispatches: readonly Dispatch[] }> {
  const course = await ownCourse(deps, input);
  return { course, dispatches: await deps.dispatches.list(input.courseId) };
}

/** One dispatch of one's own. */
export async function getDispatch(
  deps: ReadDeps,
  input: { readonly principal: Principal; readonly dispatchId: string },
): Promise<Dispatch> {
  const dispatch = await deps.dispatches.find(input.dispatchId);
  if (!dispatch || !isOwn(input.principal, dispatch)) throw new DispatchNotFound();
  return dispatch;
}
