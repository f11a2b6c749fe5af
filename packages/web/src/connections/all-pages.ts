export { ConnectionSettingsPage, NewConnectionPage } from './form-page.tsx';
export { ConnectionKindPage } from './kind-page.tsx';
export { ConnectionListPage } from './list-page.tsx';
export { NoTabPage } from './no-tab-page.tsx';
export { OperatorConnectionsPage } from './operator-page.tsx';
export { ConnectionPage } from './overview-page.tsx';
export { ConnectionSecretPage, RemoveConnectionPage, RotateSecretPage } from './question-pages.tsx';
