import type { AgencyId, Clock, PersonId } from '@sinau/kernel';
import { closedSince } from '../closed-since.ts';
import { leave } from './leave.ts';
import type { ConnectionReader, CourseSources, LearnerEnrolments, ProviderEnrolmentStore } from './ports.ts';
import type { ProviderEnrolment } from './provider-enrolment.ts';
import { defaultSettings } from './settings.ts';
import { after } from './timing.ts';

export interface FollowEnrolmentDeps {
  readonly providerEnrolments: ProviderEnrolmentStore;
  readonly sources: CourseSources;
  readonly connections: ConnectionReader;
  readonly learners: LearnerEnrolments;
  readonly clock: Clock;
}

interface Followed {
  readonly registration: string;
  readonly personId: PersonId;
  readonly courseId: string;
  readonly agencyId?: AgencyId;
  /** When the fact happened, ISO 8601 UTC. */
  readonly occurredAt: string;
}

const mostTries = 10;

/**
 * Follows any fact of an enrolment in any order and any number of times: what counts is how it stands now. One that is open
 * is asked for at the provider; one that is over ends there too, or never begins. Who comes after the connection of the course began to
 * end is refused, whether it enrols or not: nothing would come back for them.
 */
export async function followEnrolment(deps: FollowEnrolmentDeps, followed: Followed): Promise<void> {
  const state = await deps.learners.stateOf(followed.registration);
  if (state === 'pending' || state === 'absent') return;
  for (let n = 0; n < mostTries; n += 1) {
    const found = await deps.providerEnrolments.find(followed.registration);
    if (found) {
      if (state === 'open' || (await leave(deps, found)) !== 'changed') return;
      continue;
    }
    const begun = await begin(deps, followed);
    if (!begun) return;
    // A grave for one that is over: a fact of its beginning that comes late begins nothing.
    const kept: ProviderEnrolment = state === 'open' ? begun : { ...graveOf(begun), state: 'cancelled' };
    if ((await deps.providerEnrolments.move({ after: kept })) === 'done') return;
  }
  throw new Error('an enrolment at a provider kept changing');
}

async function begin(
  deps: FollowEnrolmentDeps,
  { registration, personId, courseId, agencyId, occurredAt }: Followed,
): Promise<ProviderEnrolment | undefined> {
  const source = await deps.sources.externalCourseOf(courseId);
  if (!source) return undefined;
  const { connectionId, externalId } = source;
  const connection = await deps.connections.find(connectionId);
  if (!connection) return undefined;
  // Facts are told again: who was there before goes on.
  const closed = closedSince(connection);
  const comesLate = closed !== undefined && occurredAt > closed;
  const settings = (await deps.providerEnrolments.settingsOf(connectionId)) ?? defaultSettings(connection);
  if (!settings.enrols && !comesLate) return undefined;
  const now = deps.clock.now();
  const at = now.toISOString();
  return {
    ...{ registration, personId, courseId, ...(agencyId !== undefined && { agencyId }) },
    ...{ providerId: connection.providerId, connectionId, externalCourseId: externalId },
    ...{ tries: 0, createdAt: at, updatedAt: at, rev: 1 },
    ...(comesLate ? { state: 'refused', reason: 'connection-ending' } : { state: 'requested', dueAt: at }),
    deadlineAt: after(now, settings.giveUpAfterHours * 3_600_000),
  };
}

function graveOf({ dueAt: _, ...begun }: ProviderEnrolment): ProviderEnrolment {
  return { ...begun, reason: 'left' };
}
