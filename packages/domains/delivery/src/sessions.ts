import { abandonedStatement, isOpen, type LmsStatement } from '@sinau/cmi5';
import type { Clock, Ids } from '@sinau/kernel';
import type { AuSession, DeliveryRegistration } from './registration.ts';

/** An auth token lives no longer than this after the launch, even if the AU never terminates. */
export const sessionLifetimeMs = 24 * 3600_000;

/** An AU fetches its token when it starts; a fetch URL found later in a history or log is worth nothing. */
export const fetchLifetimeMs = 15 * 60_000;

/** For so long a terminated AU may repeat its last request, because the answer got lost (cmi5 9.3.8). */
export const terminatedGraceMs = 60_000;

export const ageMs = (clock: Clock, at: string): number => clock.now().getTime() - Date.parse(at);

/** The session that is open in this registration, if any. */
export function openSessionOf(state: DeliveryRegistration): AuSession | undefined {
  return state.session && isOpen(state.session.progress) ? state.session : undefined;
}

/** Ends a session that its AU did not end: from here on nothing of it is accepted (cmi5 9.3.6). */
export function abandon(
  deps: { readonly clock: Clock; readonly ids: Ids },
  session: AuSession,
): { readonly session: AuSession; readonly statement: LmsStatement } {
  const now = deps.clock.now().toISOString();
  const lastMs = Date.parse(session.lastStatementAt ?? session.launchedAt);
  const durationMs = lastMs - Date.parse(session.launchedAt);
  return {
    session: { ...session, progress: { ...session.progress, abandoned: true }, endedAt: now },
    statement: abandonedStatement({ id: deps.ids.uuid(), timestamp: now }, session.terms, durationMs),
  };
}
