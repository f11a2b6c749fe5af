export { ClientsPage } from './list-page.tsx';
export { ChangeClientPage, ClientQuestionPage, RotatePage, SecretPage } from './one-client-pages.tsx';
