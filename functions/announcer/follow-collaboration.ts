import {
  dayOf,
  otherSide,
  type Pair,
  type PairId,
  type PairStore,
  type Session,
  type SessionId,
  type Side,
  shareIdOf,
  waitsFor,
} from '@sinau/collaboration';
import type { BoardStore } from '@sinau/collaboration/board';
import type { CommunityStore } from '@sinau/collaboration/communities';
import type { CertificateMessage } from '@sinau/credentials';
import { followAttendance } from '@sinau/credit';
import type { PairChanged, PairSessionChanged } from '@sinau/domain-events';
import type { OrganisationStore } from '@sinau/identity';
import type { Queue } from '@sinau/platform/queue';
import type { CreditParts } from '../shared/credit-parts.ts';
import { pairPath } from '../shared/pair-path.ts';
import { sharedAttendancesOf } from '../shared/shared-attendances.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import { followMeeting, tellOfMember } from './follow-communities.ts';
import type { FactOf } from './later-follower.ts';
import { tellOfQuestion } from './tell-of-questions.ts';

export interface FollowCollaborationDeps extends TellDeps {
  readonly pairs: PairStore;
  readonly communities: CommunityStore;
  readonly board: BoardStore;
  readonly organisations: OrganisationStore;
  readonly credit: () => Promise<CreditParts>;
  readonly certificateQueue: Queue<CertificateMessage>;
}

type Followed = FactOf<
  | 'pair-changed'
  | 'pair-session-changed'
  | 'community-meeting-changed'
  | 'community-member-changed'
  | 'community-question-changed'
>;

/**
 * The ledger of JP follows sessions that both have signed, their form is printed, and people hear what the other one did. It goes by what is there now, so that it is safe to
 * repeat and to come late.
 */
export async function followCollaboration(deps: FollowCollaborationDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'pair-changed':
      return tellOfPair(deps, fact);
    case 'pair-session-changed':
      return followSession(deps, fact);
    case 'community-meeting-changed':
      return followMeeting(deps, fact);
    case 'community-member-changed':
      return tellOfMember(deps, fact);
    case 'community-question-changed':
      return tellOfQuestion(deps, fact);
  }
}

async function followSession(deps: FollowCollaborationDeps, fact: PairSessionChanged): Promise<void> {
  const place = { pairId: fact.pairId as PairId, sessionId: fact.sessionId as SessionId };
  const session = await deps.pairs.findSession(place);
  if (!session) return;
  const attendances = sharedAttendancesOf(deps);
  const about = { personId: session.learner, learningId: shareIdOf(session) };
  await followAttendance({ ...(await deps.credit()), attendances }, about);
  if (session.state === 'confirmed') {
    const { pairId, sessionId, version: edition } = session;
    await deps.certificateQueue.send({ kind: 'signed-form', pairId, sessionId, edition });
  }
  // It has gone on since: what is told then is told by that step.
  if (session.state === fact.state && session.version === fact.version)
    await tellOfSession(deps, fact, session);
}

async function tellOfSession(
  deps: FollowCollaborationDeps,
  { eventId }: PairSessionChanged,
  session: Session,
): Promise<void> {
  const { kind: pair, state, version, reason } = session;
  const to = readerOf(session);
  if (!to) return;
  const step = state === 'waits' ? (version === 1 ? 'written' : 'changed') : state;
  const name = (await deps.people.find(session[otherSide(to)]))?.name ?? '–';
  const params = { pair, step, name, on: dayOf(session) } as const;
  const said = state === 'withdrawn' && reason !== undefined ? { reason } : {};
  const link = pairPath(session.pairId, session.sessionId);
  const content = { kind: 'pair-session', params: { ...params, ...said }, link } as const;
  await tell(deps, { eventId, personId: session[to] }, content);
}

/** Whoever has not done it themselves. */
function readerOf(session: Session): Side | undefined {
  const { state, signatures, by } = session;
  if (state === 'waits') return waitsFor(session);
  if (state === 'withdrawn') return by && otherSide(by);
  return signatures[0]?.side;
}

async function tellOfPair(deps: FollowCollaborationDeps, { eventId, ...fact }: PairChanged): Promise<void> {
  const pair = await deps.pairs.find(fact.pairId as PairId);
  if (pair?.state !== fact.state) return;
  const { kind, state, reason } = pair;
  const to = pairReader(pair);
  const name = (await deps.people.find(pair[otherSide(to)].personId))?.name ?? '–';
  const step = state;
  const params = { pair: kind, step, name, as: to, ...(reason !== undefined && { reason }) } as const;
  const told = { eventId, personId: pair[to].personId };
  await tell(deps, told, { kind: 'pair-step', params, link: pairPath(pair.pairId) });
}

function pairReader({ state, by, invitedBy }: Pair): Side {
  if (state === 'invited') return otherSide(invitedBy);
  return state === 'lapsed' || by === undefined ? invitedBy : otherSide(by);
}
