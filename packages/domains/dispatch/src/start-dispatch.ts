import { type Clock, type Ids, type Signer, Unavailable } from '@sinau/kernel';
import { type Dispatch, type DispatchLearner, isOver } from './dispatch.ts';
import { DispatchClosed, DispatchNotFound } from './errors.ts';
import { isKeyOf, markOf } from './key.ts';
import type { DispatchCourse, DispatchCoursePort, DispatchStore } from './ports.ts';

export interface OpenedDispatch {
  readonly dispatch: Dispatch;
  readonly learner: DispatchLearner;
  readonly course: DispatchCourse;
}

interface StartDeps {
  readonly dispatches: DispatchStore;
  readonly courses: DispatchCoursePort;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface StartInput {
  readonly dispatchId: string;
  /** As the stub holds it. */
  readonly key: string;
  /** Digest of what the host calls the learner. */
  readonly learner: string;
}

const rounds = 5;

/**
 * A stub opens the course for a learner of its host: one who was here before goes on with their registration, a new one is
 * admitted while there is room. Rejects with `DispatchNotFound` (also for a wrong key) and `DispatchClosed`.
 */
export async function startDispatch(deps: StartDeps, input: StartInput): Promise<OpenedDispatch> {
  for (let round = 0; round < rounds; round += 1) {
    const dispatch = await deps.dispatches.find(input.dispatchId);
    if (!dispatch || !isKeyOf(deps, dispatch, input.key)) throw new DispatchNotFound();
    const over = isOver(deps, dispatch);
    if (over) throw new DispatchClosed(over);
    const course = await deps.courses.find(dispatch.courseId);
    const mark = markOf(deps, dispatch, input.learner);
    const known = await deps.dispatches.findLearner(dispatch.dispatchId, mark);
    if (known && course) return { dispatch, learner: known, course };
    // Whoever has begun may finish a course that was withdrawn since, as here.
    if (course?.version === undefined) throw new DispatchClosed('withdrawn');
    if (isFull(dispatch)) throw new DispatchClosed('full');
    const registration = deps.ids.uuid().toLowerCase();
    const learner = { mark, registration, startedAt: deps.clock.now().toISOString() };
    const outcome = await deps.dispatches.admit(dispatch, learner);
    if (outcome === 'admitted') return { dispatch, learner, course };
    // Somebody was faster: the same learner in another window, the last place, or the provider.
  }
  throw new Unavailable('Many people are beginning this course at once. Please try again.');
}

function isFull({ capacity, started }: Dispatch): boolean {
  return capacity !== undefined && started >= capacity;
}
