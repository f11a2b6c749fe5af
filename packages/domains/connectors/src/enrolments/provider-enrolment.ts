import { type ProviderEnrolmentReason, providerEnrolmentReasons } from '@sinau/domain-events';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';

/**
 * `requested`: to be asked for, again and again until the deadline. `sending`: being asked for now. `waiting-provider`: the
 * class is full there. `confirmed`: the provider has enrolled. `refused`, `timed-out`: it has not, and the enrolment here
 * ends. `cancelling`: to be ended there too. `cancelled`: over.
 */
export const providerEnrolmentStates = [
  'requested',
  'sending',
  'waiting-provider',
  'confirmed',
  'refused',
  'timed-out',
  'cancelling',
  'cancelled',
] as const;
export type ProviderEnrolmentState = (typeof providerEnrolmentStates)[number];

export { type ProviderEnrolmentReason, providerEnrolmentReasons };

/** One registration at a provider. Times are ISO 8601 UTC with milliseconds. */
export interface ProviderEnrolment {
  /** Of the enrolment; the key by which the provider is asked once, however often. */
  readonly registration: string;
  readonly personId: PersonId;
  readonly courseId: string;
  readonly agencyId?: AgencyId;
  readonly providerId: ProviderId;
  readonly connectionId: ConnectionId;
  readonly externalCourseId: string;
  readonly state: ProviderEnrolmentState;
  /** Why it is not confirmed, or over. */
  readonly reason?: ProviderEnrolmentReason;
  /** What the provider has said of it, as it was said: one line of plain text. With `refused-by-provider`. */
  readonly said?: string;
  readonly createdAt: string;
  /** When the provider is asked for the last time; of `cancelling`, when it is given up to end it there. */
  readonly deadlineAt: string;
  /** When there is something to do next; absent: nothing. Of work under way, when it is taken for lost. */
  readonly dueAt?: string;
  /** Tries of what is being done now. */
  readonly tries: number;
  /** It was asked for without a clear no: the provider may have enrolled. */
  readonly maybeThere?: true;
  /** Who the learner is there. */
  readonly externalLearnerId?: string;
  /** Who they may be there; with `account-unconfirmed`. */
  readonly proposedAccount?: string;
  readonly confirmedAt?: string;
  /** Of a confirmed one whose learner has done the course: since when that is known. */
  readonly doneAt?: string;
  readonly updatedAt: string;
  /** Counts writes; each names the one it has read. */
  readonly rev: number;
}

/** What may follow on each state. */
const steps: Readonly<Record<ProviderEnrolmentState, readonly ProviderEnrolmentState[]>> = {
  requested: ['requested', 'sending', 'confirmed', 'timed-out', 'cancelling', 'cancelled'],
  sending: [
    ...(['requested', 'sending', 'waiting-provider', 'confirmed', 'refused'] as const),
    ...(['timed-out', 'cancelling', 'cancelled'] as const),
  ],
  'waiting-provider': [
    ...(['waiting-provider', 'sending', 'confirmed', 'timed-out', 'cancelling', 'cancelled'] as const),
  ],
  // Again: the learner has another account there by now.
  confirmed: ['confirmed', 'cancelling', 'cancelled'],
  refused: ['cancelling'],
  'timed-out': ['cancelling'],
  cancelling: ['cancelling', 'cancelled'],
  // A confirmation that came late is undone.
  cancelled: ['cancelling'],
};

/** For every adapter. Throws a `TypeError` for a step that there is not. */
export function checkStep(before: ProviderEnrolment | undefined, after: ProviderEnrolment): void {
  if (!before || steps[before.state].includes(after.state)) return;
  throw new TypeError(`an enrolment at a provider never goes from ${before.state} to ${after.state}`);
}

/** The provider is to be asked for it. */
export const isOpen = ({ state }: Pick<ProviderEnrolment, 'state'>): boolean =>
  state === 'requested' || state === 'sending' || state === 'waiting-provider';

/** It is to be ended at the provider. */
export const isLeaving = ({ state, dueAt }: Pick<ProviderEnrolment, 'state' | 'dueAt'>): boolean =>
  state === 'cancelling' || (state === 'timed-out' && dueAt !== undefined);

/** How a connection enrols. */
export interface EnrolmentSettings {
  /** False: learners are enrolled over there by other ways. */
  readonly enrols: boolean;
  /** The provider is asked for so long, 1 to 720. */
  readonly giveUpAfterHours: number;
  /** Where the provider's class is full: asked again until the deadline, or refused at once. */
  readonly whenFull: 'wait' | 'refuse';
}
