import type { PeopleStore } from '@sinau/identity';
import { type Send, SiasnRefused } from '@sinau/siasn';
import type { SyncSettings, SyncStore } from '@sinau/siasn-sync';

interface Deps {
  readonly settings: Pick<SyncStore['settings'], 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly clock: { now(): Date };
}

type Session = NonNullable<SyncSettings['session']>;

/** Whoever opened a session administers the agency still: its account is asked with on their word alone. */
export async function stillHolds(
  { people }: Pick<Deps, 'people'>,
  { agencyId, session }: SyncSettings,
): Promise<boolean> {
  const person = session && (await people.find(session.by));
  return (
    person?.status === 'active' &&
    person.roles.includes('agency-admin') &&
    person.home.kind === 'agency' &&
    person.home.agencyId === agencyId
  );
}

/** Looked at again so often while a session is used: it ends within a minute of its holder's leave. */
const lookEveryMs = 20_000;

/** Sends while the session is open and its holder may; then it is as if nobody was signed in. */
export function sendWhileHeld(
  deps: Deps & { readonly send: Send },
  { agencyId, session }: Pick<SyncSettings, 'agencyId'> & { readonly session: Session },
): Send {
  // With the first request as well: what was read for this run may be older.
  let lookAtMs = 0;
  return async (request) => {
    const nowMs = deps.clock.now().getTime();
    if (nowMs >= lookAtMs) {
      const now = await deps.settings.find(agencyId);
      const isOpen = now?.isOn && now.session?.since === session.since && (await stillHolds(deps, now));
      if (!isOpen) throw new SiasnRefused('signed-out');
      lookAtMs = nowMs + lookEveryMs;
    }
    return deps.send(request);
  };
}
