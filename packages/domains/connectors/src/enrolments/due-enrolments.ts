import type { Clock } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import type { ProviderEnrolmentStore } from './ports.ts';
import { isLeaving } from './provider-enrolment.ts';

/** Looked at in one round; the rest comes with the next. */
const mostDue = 1_000;

export type EnrolmentJob<Kind extends 'enrol' | 'unenrol' = 'enrol' | 'unenrol'> = {
  readonly kind: Kind;
  readonly connectionId: ConnectionId;
  readonly registration: string;
};

/** So long the queue may take; what was not worked off by then was lost, or waits behind much else. */
const queuedMs = 15 * 60_000;

/**
 * What is due of one kind, to be queued by whoever asks: it is not given again for a while, so that after an outage the queue does not hold each many
 * times. Twice queued is harmless: a job looks whether it is still due.
 */
export async function dueEnrolments<Kind extends EnrolmentJob['kind']>(
  deps: {
    readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'listDue' | 'noteQueued'>;
    readonly clock: Clock;
  },
  kind: Kind,
): Promise<readonly EnrolmentJob<Kind>[]> {
  const now = deps.clock.now();
  const listed = await deps.providerEnrolments.listDue(now.toISOString(), mostDue);
  const due = listed.filter((one) => isLeaving(one) === (kind === 'unenrol'));
  await deps.providerEnrolments.noteQueued(due, new Date(now.getTime() + queuedMs).toISOString());
  return due.map(({ registration, connectionId }) => ({ kind, connectionId, registration }));
}
