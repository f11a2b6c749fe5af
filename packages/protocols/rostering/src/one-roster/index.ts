export {
  type ClassContext,
  type RosterCourse,
  type RosterSession,
  readRosterClasses,
  readRosterCourses,
  readRosterSessions,
} from './read-classes.ts';
export { readRosterPeople } from './read-people.ts';
export { readLineItems, readRosterResults, resultsOfClass } from './read-results.ts';
export { type AccessToken, readAccessToken, rosterScopes } from './tokens.ts';
