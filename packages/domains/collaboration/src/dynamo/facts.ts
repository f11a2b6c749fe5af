import type {
  CommunityMeetingChanged,
  CommunityMemberChanged,
  CommunityQuestionChanged,
  PairChanged,
  PairSessionChanged,
  TeachingShared,
} from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { facilitates, type Meeting, type Member } from '../communities/community.ts';
import { meetingTeaching } from '../communities/teaching.ts';
import { teachingOf } from '../teaching.ts';
import { isAnswerRow, isQuestionRow, readAnswerRow, readQuestionRow } from './board-rows.ts';
import { isCommunityMemberRow, isMeetingRow, readCommunityMember, readMeetingRow } from './community-rows.ts';
import { isPairRow, isSessionRow, readPairRow, readSessionRow } from './rows.ts';

export type CollaborationFact =
  | CommunityMeetingChanged
  | CommunityMemberChanged
  | CommunityQuestionChanged
  | PairChanged
  | PairSessionChanged
  | TeachingShared;

/** What one change of a row tells; the table's stream is the outbox. */
export function collaborationFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly CollaborationFact[] {
  const { before, after } = change;
  if (after && isPairRow(after)) return pairFacts(before, after);
  if (after && isMeetingRow(after)) return meetingFacts(before, after);
  if (after && isCommunityMemberRow(after)) return memberFacts(before, after);
  if (after && isQuestionRow(after)) return questionFacts(before, after);
  if (after && isAnswerRow(after)) return answerFacts(before, after);
  return after && isSessionRow(after) ? sessionFacts(before, after) : [];
}

function pairFacts(before: Item | undefined, row: Item): readonly PairChanged[] {
  const { pairId, state, updatedAt: occurredAt, rev } = readPairRow(row);
  if (before && readPairRow(before).state === state) return [];
  return [{ eventId: `pair-changed:${pairId}:${rev}`, type: 'pair-changed', occurredAt, pairId, state }];
}

function sessionFacts(before: Item | undefined, row: Item): readonly (PairSessionChanged | TeachingShared)[] {
  const after = readSessionRow(row);
  const was = before && readSessionRow(before);
  const { pairId, sessionId, learner: personId, state, version, updatedAt: occurredAt, rev } = after;
  const shared = teachingOf(was, after);
  const taught = shared ? [shared] : [];
  if (was?.state === state && was.version === version) return taught;
  const eventId = `pair-session-changed:${pairId}:${sessionId}:${rev}`;
  return [
    {
      ...{ eventId, type: 'pair-session-changed', occurredAt, pairId, sessionId, personId },
      ...{ state, version },
    },
    ...taught,
  ];
}

function questionFacts(before: Item | undefined, row: Item): readonly CommunityQuestionChanged[] {
  const { communityId, questionId, askedAt, helpful, rev } = readQuestionRow(row);
  const type = 'community-question-changed' as const;
  const about = { type, communityId, questionId };
  if (!before) {
    const eventId = `community-question-asked:${communityId}:${questionId}`;
    return [{ ...about, eventId, occurredAt: askedAt, change: 'asked' }];
  }
  if (!helpful || readQuestionRow(before).helpful?.answerId === helpful.answerId) return [];
  const eventId = `community-question-helped:${communityId}:${questionId}:${rev}`;
  return [{ ...about, eventId, occurredAt: helpful.at, change: 'helped', answerId: helpful.answerId }];
}

function answerFacts(before: Item | undefined, row: Item): readonly CommunityQuestionChanged[] {
  if (before) return [];
  const { communityId, questionId, answerId, answeredAt: occurredAt } = readAnswerRow(row);
  const eventId = `community-question-answered:${communityId}:${questionId}:${answerId}`;
  const type = 'community-question-changed' as const;
  return [{ eventId, type, occurredAt, communityId, questionId, answerId, change: 'answered' }];
}

function memberFacts(before: Item | undefined, row: Item): readonly CommunityMemberChanged[] {
  const after = readCommunityMember(row);
  const was = before && readCommunityMember(before);
  const { communityId, personId, state, since: occurredAt, rev } = after;
  const lead = leadOf(was, after);
  if (was?.state === state && lead !== 'begins') return [];
  const eventId = `community-member-changed:${communityId}:${personId}:${rev}`;
  const told = {
    eventId,
    type: 'community-member-changed',
    occurredAt,
    communityId,
    personId,
    state,
  } as const;
  return [{ ...told, ...(lead && { lead }) }];
}

/** Who has founded it leads it from the beginning, and nobody made them. */
function leadOf(was: Member | undefined, is: Member): CommunityMemberChanged['lead'] {
  if (!was || facilitates(was) === facilitates(is)) return undefined;
  return facilitates(is) ? 'begins' : 'ends';
}

function meetingFacts(
  before: Item | undefined,
  row: Item,
): readonly (CommunityMeetingChanged | TeachingShared)[] {
  const after = readMeetingRow(row);
  const was = before && readMeetingRow(before);
  const { communityId, meetingId, updatedAt: occurredAt, rev, state } = after;
  const change = was?.state === state ? 'attendance' : was ? state : 'planned';
  const personIds =
    was?.state === state ? changedIn(was, after) : after.attendances.map((one) => one.personId);
  if (change === 'attendance' && personIds.length === 0) return [];
  const eventId = `community-meeting-changed:${meetingId}:${rev}`;
  return [
    {
      ...{ eventId, type: 'community-meeting-changed', occurredAt, communityId, meetingId },
      ...{ change, personIds },
    },
    ...meetingTeaching(was, after),
  ];
}

function changedIn(before: Meeting, after: Meeting): readonly string[] {
  const was = new Map(before.attendances.map((one) => [one.personId, JSON.stringify(one)]));
  return after.attendances
    .filter((one) => was.get(one.personId) !== JSON.stringify(one))
    .map(({ personId }) => personId);
}
