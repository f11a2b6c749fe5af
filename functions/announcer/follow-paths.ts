import type { CertificateMessage } from '@sinau/credentials';
import type { EventChanged, PathChanged, PathMemberChanged } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import type { Queue } from '@sinau/platform/queue';
import {
  type EventId,
  type FollowMemberDeps,
  followStep,
  movePage,
  type PathId,
  type PathStore,
  type SeatStore,
} from '@sinau/programmes';
import { pathRegistration } from '../shared/path-registration.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowPathsDeps extends TellDeps, FollowMemberDeps {
  readonly paths: PathStore;
  readonly seats: Pick<SeatStore, 'listOf'>;
  readonly certificateQueue: Queue<CertificateMessage>;
}

type Followed = FactOf<
  | 'enrolment-completed'
  | 'completion-withdrawn'
  | 'completion-restored'
  | 'event-attendance-changed'
  | 'event-changed'
  | 'path-changed'
  | 'path-member-changed'
>;

/**
 * What follows for learning paths: how far people are is read off again when something of theirs was finished or taken back, a finished path
 * is certified, and people go over to a new version. It goes by what is there now, so that it is safe to repeat and to come late.
 */
export async function followPaths(deps: FollowPathsDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'enrolment-completed':
    case 'completion-withdrawn':
    case 'completion-restored':
      return followStep(deps, { personId: fact.personId as PersonId, of: fact.courseId });
    case 'event-attendance-changed':
      return followStep(deps, { personId: fact.personId as PersonId, of: fact.event });
    case 'event-changed':
      return followAttendance(deps, fact);
    case 'path-changed':
      return moveEverybody(deps, fact);
    case 'path-member-changed':
      return followCompletion(deps, fact);
  }
}

const seatsAPage = 100;

/** Those who were there: what the event says counts now, or does not any more. */
async function followAttendance(deps: FollowPathsDeps, { event, change }: EventChanged): Promise<void> {
  if (change === 'published' || change === 'moved') return;
  let after: string | undefined;
  do {
    const page = await deps.seats.listOf(event as EventId, {
      limit: seatsAPage,
      ...(after !== undefined && { after }),
    });
    for (const { personId, marks } of page.seats) {
      if (marks.length > 0) await followStep(deps, { personId, of: event });
    }
    after = page.next;
  } while (after !== undefined);
}

async function moveEverybody(deps: FollowPathsDeps, { eventId, pathId }: PathChanged): Promise<void> {
  let after: string | undefined;
  do {
    const { moved, next } = await movePage(deps, {
      pathId: pathId as PathId,
      ...(after !== undefined && { after }),
    });
    for (const { personId } of moved)
      await tellOf(deps, { pathId, personId, eventId: `${eventId}:${personId}` }, 'moved');
    after = next;
  } while (after !== undefined);
}

async function followCompletion(deps: FollowPathsDeps, fact: PathMemberChanged): Promise<void> {
  const { pathId, personId, state, before } = fact;
  if (state !== 'completed' && before !== 'completed') return;
  await deps.certificateQueue.send({ kind: 'settle', registration: pathRegistration(pathId, personId) });
  if (state === 'completed') await tellOf(deps, fact, 'completed');
}

async function tellOf(
  deps: FollowPathsDeps,
  told: { readonly eventId: string; readonly pathId: string; readonly personId: string },
  change: Extract<NoticeContent, { kind: 'path-changed' }>['params']['change'],
): Promise<void> {
  const path = await deps.paths.find(told.pathId as PathId);
  if (!path?.current) return;
  const params = { title: path.current.title, change };
  await tell(deps, told, { kind: 'path-changed', params, link: `/paths/${told.pathId}` });
}
