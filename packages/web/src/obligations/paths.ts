export const obligationsPath = '/agency/obligations';
export const newObligationPath = `${obligationsPath}/new`;
export const obligationHref = (obligationId: string): string =>
  `${obligationsPath}/${encodeURIComponent(obligationId)}`;
