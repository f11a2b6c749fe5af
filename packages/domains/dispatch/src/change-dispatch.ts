import type { Principal } from '@sinau/kernel';
import type { ChangeDispatchRequest, Dispatch } from './dispatch.ts';
import { DispatchChanged } from './errors.ts';
import type { DispatchCoursePort, DispatchStore } from './ports.ts';
import { getDispatch } from './read-dispatches.ts';

/**
 * Changes a dispatch of one's own: words, limits, whether it is on, its key. Learners who have begun keep what they reached; a
 * capacity below their number only lets nobody else in.
 */
export async function changeDispatch(
  deps: { readonly dispatches: DispatchStore; readonly courses: DispatchCoursePort },
  input: {
    readonly principal: Principal;
    readonly dispatchId: string;
    readonly change: ChangeDispatchRequest;
  },
): Promise<Dispatch> {
  const before = await getDispatch(deps, input);
  const next = changed(before, input.change);
  if ((await deps.dispatches.change(next)) === 'conflict') throw new DispatchChanged();
  return { ...next, rev: next.rev + 1 };
}

function changed(before: Dispatch, change: ChangeDispatchRequest): Dispatch {
  const { capacity: oldCapacity, expiresAt: oldEnd, ...kept } = before;
  const capacity = change.capacity === undefined ? oldCapacity : change.capacity;
  const expiresAt = change.expiresAt === undefined ? oldEnd : change.expiresAt;
  return {
    ...kept,
    name: change.name ?? before.name,
    notes: change.notes ?? before.notes,
    enabled: change.enabled ?? before.enabled,
    keyVersion: before.keyVersion + (change.newKey ? 1 : 0),
    ...(capacity !== null && capacity !== undefined && { capacity }),
    ...(expiresAt !== null && expiresAt !== undefined && { expiresAt }),
  };
}
