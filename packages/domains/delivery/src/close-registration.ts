import type { Clock, Ids } from '@sinau/kernel';
import { commit } from './commit.ts';
import type { RecordWriter, RegistrationStore } from './ports.ts';
import { abandon, openSessionOf, readSealed } from './sessions.ts';

export interface CloseDeps {
  readonly registrations: RegistrationStore;
  readonly records: RecordWriter;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Follows the cancelling of an enrolment: an open session is abandoned and nothing is launched any more. What was
 * learned stays. Any number of times; a registration that was never opened needs nothing.
 */
export async function closeRegistration(
  deps: CloseDeps,
  input: { readonly registration: string },
): Promise<void> {
  await commit(deps, async () => {
    const state = await readSealed(deps, input.registration);
    if (!state || state.closedAt !== undefined) return undefined;
    const closed = { ...state, closedAt: deps.clock.now().toISOString() };
    const open = openSessionOf(state);
    if (!open) return { state: closed, statements: [] };
    const { session, statement } = abandon(deps, open);
    return { state: { ...closed, session }, statements: [statement] };
  });
}
