export const pairsPath = '/coaching';
export const newPairPath = `${pairsPath}/new`;
export const pairPath = (pairId: string): string => `${pairsPath}/${encodeURIComponent(pairId)}`;
export const newSessionPath = (pairId: string): string => `${pairPath(pairId)}/sessions/new`;
export const sessionPath = (at: { readonly pairId: string; readonly sessionId: string }): string =>
  `${pairPath(at.pairId)}/sessions/${encodeURIComponent(at.sessionId)}`;
export const sessionFormPath = (at: { readonly pairId: string; readonly sessionId: string }): string =>
  `${sessionPath(at)}/form`;
export const teamPairsPath = '/team/coaching';
export const agencyPairsPath = '/agency/coaching';
