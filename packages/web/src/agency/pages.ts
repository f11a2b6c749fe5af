import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const LearningPage = lazyPage(async () => (await pages()).LearningPage);
export const PeoplePage = lazyPage(async () => (await pages()).PeoplePage);
export const PullPage = lazyPage(async () => (await pages()).PullPage);
