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

/** What is due of one kind. Twice queued is harmless: a job looks whether it is still due. */
export async function dueEnrolments<Kind extends EnrolmentJob['kind']>(
  deps: {
    readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'listDue'>;
    readonly clock: Clock;
  },
  kind: Kind,
): Promise<readonly EnrolmentJob<Kind>[]> {
  const due = await deps.providerEnrolments.listDue(deps.clock.now().toISOString(), mostDue);
  return due
    .filter((one) => isLeaving(one) === (kind === 'unenrol'))
    .map(({ registration, connectionId }) => ({ kind, connectionId, registration }));
}
