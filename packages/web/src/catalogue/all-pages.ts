export { CataloguePage } from './page.tsx';
export { SavedPage } from './saved-page.tsx';
