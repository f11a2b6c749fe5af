export { type CoursePage, readCoursePage } from './read-course-page.ts';
export { mayRead, type RobotsRules, readRobots } from './read-robots.ts';
export { readSitemap, type Sitemap } from './read-sitemap.ts';
