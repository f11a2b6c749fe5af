import { abandonedStatement, isOpen, type LmsStatement } from '@sinau/cmi5';
import { type Clock, type Ids, Unavailable } from '@sinau/kernel';
import type { RegistrationStore } from './ports.ts';
import type { AuSession, DeliveryRegistration } from './registration.ts';

/** An auth token lives no longer than this after the launch, even if the AU never terminates. */
export const sessionLifetimeMs = 24 * 3600_000;

/** An AU fetches its token when it starts; a fetch URL found later in a history or log is worth nothing. */
export const fetchLifetimeMs = 15 * 60_000;

/** For so long a terminated AU may repeat its last request, because the answer got lost (cmi5 9.3.8). */
export const terminatedGraceMs = 60_000;

export const ageMs = (clock: Clock, at: string): number => clock.now().getTime() - Date.parse(at);

/** Racing writers of one registration each win at least one round, so this many may race without a refusal. */
export const rounds = 12;

/** Whether the AU may still speak: its session has neither ended nor been sealed. */
export function isRunning(session: AuSession): boolean {
  return isOpen(session.progress) && session.endedAt === undefined;
}

/** Nothing more is taken from its AU, and its abandoned statement is on the way. */
export function isSealed(session: AuSession): boolean {
  return isOpen(session.progress) && session.endedAt !== undefined;
}

/**
 * The registration as it is, once nothing more is taken from the AU of its session. Statements that an AU sends side by
 * side commit in any order, so the door is shut by a write of its own first: whatever got through is stored by then, and
 * the abandoned statement that the caller writes comes after it (cmi5 9.3.6.0-2). A session whose writer crashes in
 * between stays sealed until someone else abandons it.
 * @param sessionId seals this session only
 */
export async function readSealed(
  deps: { readonly registrations: RegistrationStore; readonly clock: Clock },
  registration: string,
  sessionId?: string,
): Promise<DeliveryRegistration | undefined> {
  for (let round = 0; round < rounds; round += 1) {
    const state = await deps.registrations.read(registration);
    const session = state?.session;
    if (!session || !isRunning(session)) return state;
    if (sessionId !== undefined && session.terms.sessionId !== sessionId) return state;
    const sealed = { ...state, session: { ...session, endedAt: deps.clock.now().toISOString() } };
    if ((await deps.registrations.save(sealed)) === 'saved') return { ...sealed, rev: state.rev + 1 };
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

/** The session of this registration that is still to be terminated or abandoned, if any. */
export function openSessionOf(state: DeliveryRegistration): AuSession | undefined {
  return state.session && isOpen(state.session.progress) ? state.session : undefined;
}

/** Ends a sealed session that its AU did not end (cmi5 9.3.6). */
export function abandon(
  deps: { readonly clock: Clock; readonly ids: Ids },
  session: AuSession,
): { readonly session: AuSession; readonly statement: LmsStatement } {
  const now = deps.clock.now().toISOString();
  const lastMs = Date.parse(session.lastStatementAt ?? session.launchedAt);
  const durationMs = lastMs - Date.parse(session.launchedAt);
  return {
    session: {
      ...session,
      progress: { ...session.progress, abandoned: true },
      endedAt: session.endedAt ?? now,
    },
    statement: abandonedStatement({ id: deps.ids.uuid(), timestamp: now }, session.terms, durationMs),
  };
}
