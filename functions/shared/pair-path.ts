/** Where the two find their pair, or a session of it, in the portal. */
export const pairPath = (pairId: string, sessionId?: string): string =>
  `/coaching/${pairId}${sessionId === undefined ? '' : `/sessions/${sessionId}`}`;

/** Where members find their community, or a meeting of it. */
export const communityPath = (communityId: string, meetingId?: string): string =>
  `/communities/${communityId}${meetingId === undefined ? '' : `/meetings/${meetingId}`}`;
