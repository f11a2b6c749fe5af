export {
  cancelReport,
  linkToReport,
  listReports,
  orderReport,
  readReport,
} from './order-report.ts';
export type { ReportContent, ReportFiles, ReportQueue, ReportSource, ReportStore } from './ports.ts';
export {
  isExpiredReport,
  mostReportRows,
  type ReportFile,
  type ReportJob,
  type ReportOrder,
  reportFormats,
  reportKinds,
} from './report-job.ts';
export { type RunReportDeps, runReport, sweepReports } from './run-report.ts';
