import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const ConnectionKindPage = lazyPage(async () => (await pages()).ConnectionKindPage);
export const ConnectionListPage = lazyPage(async () => (await pages()).ConnectionListPage);
export const ConnectionPage = lazyPage(async () => (await pages()).ConnectionPage);
export const ConnectionSecretPage = lazyPage(async () => (await pages()).ConnectionSecretPage);
export const ConnectionSettingsPage = lazyPage(async () => (await pages()).ConnectionSettingsPage);
export const NewConnectionPage = lazyPage(async () => (await pages()).NewConnectionPage);
export const NoTabPage = lazyPage(async () => (await pages()).NoTabPage);
export const OperatorConnectionsPage = lazyPage(async () => (await pages()).OperatorConnectionsPage);
export const RemoveConnectionPage = lazyPage(async () => (await pages()).RemoveConnectionPage);
export const RotateSecretPage = lazyPage(async () => (await pages()).RotateSecretPage);
