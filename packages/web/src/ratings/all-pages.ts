export { ReportsPage } from './reports-page.tsx';
export { StudioRatingsPage } from './studio-page.tsx';
