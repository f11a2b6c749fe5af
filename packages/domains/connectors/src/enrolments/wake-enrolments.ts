import type { ConnectionId } from '../connection.ts';
import type { EnrolmentJob } from './due-enrolments.ts';
import { changed } from './leave.ts';
import type { ConnectionReader, ProviderEnrolmentStore } from './ports.ts';
import { isLeaving, type ProviderEnrolment } from './provider-enrolment.ts';
import { after as laterThan, leaseMs } from './timing.ts';

/** Rows looked at in one go; the rest is another message's. */
const pageSize = 100;
/** Rows written at once. */
const together = 10;
/** So long the messages that are given back may take to be worked off; then the rows are found due like all others. */
const queuedMs = 15 * 60_000;

interface Deps {
  readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'listOfConnection' | 'move' | 'noteQueued'>;
  readonly connections: ConnectionReader;
  readonly clock: { now(): Date };
}

/**
 * What waits for nothing but a connection that goes on again is due at once, and given back to be queued; it would wait for its next try
 * else, up to an hour. One page: `next` says where to go on, absent at the end. Any number of times: what is due already, or waits for
 * something else, is left as it is, and so is everything where the connection rests again.
 */
export async function wakeEnrolments(
  deps: Deps,
  { connectionId, after }: { readonly connectionId: ConnectionId; readonly after?: string | undefined },
): Promise<{ readonly jobs: readonly EnrolmentJob[]; readonly next?: string }> {
  if ((await deps.connections.find(connectionId))?.state !== 'active') return { jobs: [] };
  const page = await deps.providerEnrolments.listOfConnection(connectionId, 'open', {
    limit: pageSize,
    ...(after !== undefined && { after }),
  });
  const now = deps.clock.now();
  const waiting = page.enrolments.filter((one) => waitsForConnection(one, now));
  const jobs: EnrolmentJob[] = [];
  for (let n = 0; n < waiting.length; n += together) {
    const woken = await Promise.all(waiting.slice(n, n + together).map((one) => wake(deps, one, now)));
    jobs.push(...woken.flatMap((job) => job ?? []));
  }
  return { jobs, ...(page.next !== undefined && { next: page.next }) };
}

/** Who is leaving has no word for the pause; what was touched a moment ago may be under way just now. */
function waitsForConnection(one: ProviderEnrolment, now: Date): boolean {
  if (one.dueAt === undefined || one.dueAt <= now.toISOString()) return false;
  if (isLeaving(one)) return one.state === 'cancelling' && one.updatedAt <= laterThan(now, -leaseMs);
  return one.state !== 'sending' && one.reason === 'paused';
}

/** Undefined where somebody was faster: they have said anew when it is due. */
async function wake(deps: Deps, before: ProviderEnrolment, now: Date): Promise<EnrolmentJob | undefined> {
  const woken = { ...changed(before, now), dueAt: now.toISOString() };
  if ((await deps.providerEnrolments.move({ before, after: woken })) !== 'done') return undefined;
  await deps.providerEnrolments.noteQueued([woken], laterThan(now, queuedMs));
  const { registration, connectionId } = woken;
  return { kind: isLeaving(woken) ? 'unenrol' : 'enrol', connectionId, registration };
}
