export const budgetPath = '/agency/budget';
export const unitCostsPath = `${budgetPath}/unit-costs`;
export const indicatorsPath = `${budgetPath}/indicators`;
export const quotaLinesPath = `${budgetPath}/quotas`;
export const linePath = (lineId: string): string => `${budgetPath}/lines/${encodeURIComponent(lineId)}`;
