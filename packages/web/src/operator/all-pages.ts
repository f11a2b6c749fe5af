export { HealthPage } from './health-page.tsx';
export { AgenciesPage, ProvidersPage } from './organisations-page.tsx';
export { OutboxPage } from './outbox-page.tsx';
export { OperatorPage } from './page.tsx';
export { PeoplePage } from './people-page.tsx';
