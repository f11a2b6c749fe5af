export { PushFormPage } from './form-page.tsx';
export { PushListPage } from './list-page.tsx';
export { PushPage } from './one-page.tsx';
export { PushQuestionPage } from './question-page.tsx';
export { PushSecretPage } from './secret-page.tsx';
