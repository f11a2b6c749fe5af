export const reportsPath = '/agency/reports';
export const reportHref = (reportId: string): string => `${reportsPath}/${encodeURIComponent(reportId)}`;
