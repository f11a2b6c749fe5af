export const priorityPath = '/priority';
export const usePriorityPath = (seatId: string): string =>
  `${priorityPath}/${encodeURIComponent(seatId)}/use`;
export const agencyPriorityPath = '/agency/priority';
export const grantPriorityPath = `${agencyPriorityPath}/grant`;
export const priorityStockPath = `${agencyPriorityPath}/stock`;
export const agencyPrioritySeatPath = (at: { readonly personId: string; readonly seatId: string }): string =>
  `${agencyPriorityPath}/${encodeURIComponent(at.personId)}/${encodeURIComponent(at.seatId)}`;
