export { StatementsPage } from './list-page.tsx';
export { StatementPage } from './one-page.tsx';
