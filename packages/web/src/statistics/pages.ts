import { lazyPage } from '../layout/lazy-page.ts';

// Authors alone see these.
const pages = () => import('./all-pages.ts');

export const CourseStatisticsPage = lazyPage(async () => (await pages()).CourseStatisticsPage);
export const ModuleStatisticsPage = lazyPage(async () => (await pages()).ModuleStatisticsPage);
export const LaunchPage = lazyPage(async () => (await pages()).LaunchPage);
