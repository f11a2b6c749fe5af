/** Where the two find their pair, or a session of it, in the portal. */
export const pairPath = (pairId: string, sessionId?: string): string =>
  `/coaching/${pairId}${sessionId === undefined ? '' : `/sessions/${sessionId}`}`;

/** Where members find their community, or a meeting of it. */
export const communityPath = (communityId: string, meetingId?: string): string =>
  `/communities/${communityId}${meetingId === undefined ? '' : `/meetings/${meetingId}`}`;

/** Where members ask each other, and a question of theirs. */
export const boardPath = (communityId: string): string => `${communityPath(communityId)}/questions`;
export const questionPath = (communityId: string, questionId: string): string =>
  `${boardPath(communityId)}/${questionId}`;
