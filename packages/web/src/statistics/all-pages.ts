export { CourseStatisticsPage } from './course-page.tsx';
export { LaunchPage } from './launch-page.tsx';
export { ModuleStatisticsPage } from './module-page.tsx';
