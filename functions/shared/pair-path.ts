/** Where the two find their pair, or a session of it, in the portal. */
export const pairPath = (pairId: string, sessionId?: string): string =>
  `/coaching/${pairId}${sessionId === undefined ? '' : `/sessions/${sessionId}`}`;
