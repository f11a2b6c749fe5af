import type { Clock, Ids, Principal } from '@sinau/kernel';
import type { CreateDispatchRequest, Dispatch } from './dispatch.ts';
import { DispatchesFull } from './errors.ts';
import { ownCourse } from './own-course.ts';
import type { DispatchCoursePort, DispatchStore } from './ports.ts';

/** Gives a course of one's own to another system; it need not be published yet, and takes learners once it is. */
export async function createDispatch(
  deps: {
    readonly dispatches: DispatchStore;
    readonly courses: DispatchCoursePort;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: {
    readonly principal: Principal;
    readonly courseId: string;
    readonly request: CreateDispatchRequest;
  },
): Promise<Dispatch> {
  const { providerId } = await ownCourse(deps, input);
  const { name, notes = '', capacity, expiresAt } = input.request;
  const dispatch: Dispatch = {
    dispatchId: deps.ids.uuid().toLowerCase(),
    courseId: input.courseId,
    ...{ providerId, name, notes },
    ...(capacity !== undefined && { capacity }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...{ enabled: true, keyVersion: 1, started: 0, finished: 0, rev: 1 },
    createdAt: deps.clock.now().toISOString(),
  };
  if ((await deps.dispatches.add(dispatch)) === 'full') throw new DispatchesFull();
  return dispatch;
}
