export { AuditPage } from './audit-page.tsx';
export { ErasurePage } from './job-page.tsx';
export { ErasuresPage, ExportsPage } from './jobs-page.tsx';
export { MyDataPage } from './my-data-page.tsx';
export { RetentionPage } from './retention-page.tsx';
