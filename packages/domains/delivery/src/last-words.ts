import type { Clock } from '@sinau/kernel';
import type { CourseContent, RegistrationStore } from './ports.ts';
import { ageMs, isRunning } from './sessions.ts';

const patienceMs = 800;
const stepMs = 200;
/** A session of which nothing was heard for so long is not just closing. */
const freshMs = 30 * 60_000;

/**
 * Waits a moment for the end of a session that a page of ours is about to send: whoever goes back in the browser launches
 * the next part while the page of the one before still says that it is over, and the launch would abandon it. Content of
 * others is not waited for; it ends when it ends.
 */
export async function lastWords(
  deps: {
    readonly registrations: Pick<RegistrationStore, 'read'>;
    readonly clock: Clock;
    readonly sleep?: (ms: number) => Promise<void>;
  },
  { registration, content }: { readonly registration: string; readonly content: CourseContent },
): Promise<void> {
  const { sleep } = deps;
  for (let waited = 0; sleep && waited < patienceMs; waited += stepMs) {
    const session = (await deps.registrations.read(registration))?.session;
    if (!session || !isRunning(session)) return;
    if (ageMs(deps.clock, session.lastStatementAt ?? session.launchedAt) > freshMs) return;
    if ((content.parts[session.auIndex]?.kind ?? 'cmi5') === 'cmi5') return;
    await sleep(stepMs);
  }
}
