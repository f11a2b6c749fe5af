import type { Clock, Ids } from '@sinau/kernel';
import { commit } from './commit.ts';
import type { RecordWriter, RegistrationStore } from './ports.ts';
import { abandon, openSessionOf, readSealed } from './sessions.ts';

/**
 * Ends an open session without its AU (cmi5 9.3.6): the abandoned statement is written and the token is dead at once.
 * A session that has ended already is left alone. Who may do this is for the caller to decide.
 */
export async function abandonSession(
  deps: {
    readonly registrations: RegistrationStore;
    readonly records: RecordWriter;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: { readonly registration: string; readonly sessionId: string },
): Promise<{ readonly outcome: 'abandoned' | 'not-open' }> {
  const written = await commit(deps, async () => {
    const state = await readSealed(deps, input.registration, input.sessionId);
    const open = state && openSessionOf(state);
    if (!open || open.terms.sessionId !== input.sessionId) return undefined;
    const { session, statement } = abandon(deps, open);
    return { state: { ...state, session }, statements: [statement] };
  });
  return { outcome: written ? 'abandoned' : 'not-open' };
}
