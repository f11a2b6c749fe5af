import type { RegisterRoute } from './visit.ts';

const staffPlaces: ReadonlySet<string> = new Set([
  'agency',
  'operator',
  'reviews',
  'studio',
  'talent',
  'team',
]);

/** Whether the page is one of whoever works here: agencies, supervisors, providers, reviewers, operators. */
export function isStaffPath(path: string): boolean {
  return staffPlaces.has(path.split('/', 2)[1] ?? '');
}

/** Declares some of the routes alone: pages of one subject may be of learners and of staff. */
export function onlyWhere(belongs: (path: string) => boolean, register: RegisterRoute): RegisterRoute {
  return (route, handler) => {
    if (belongs(route.path)) register(route, handler);
  };
}
