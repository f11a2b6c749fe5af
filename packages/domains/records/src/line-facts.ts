import {
  type Activity,
  type Actor,
  contextActivitiesOf,
  registrationOf,
  type StoredStatement,
} from '@sinau/xapi';
import type { CourseDirectory } from './ports.ts';

/** What a filter asks of a statement. */
export interface StatementFacts {
  /** ISO 8601 UTC with milliseconds. */
  readonly stored: string;
  /** People of this deployment who acted, by internal id; of a group its members. */
  readonly people: readonly string[];
  /** Courses that the statement names by an activity id of this deployment. */
  readonly courses: readonly string[];
  /** Lower case. */
  readonly registration?: string;
}

export function factsOf(
  directory: Pick<CourseDirectory, 'issuer' | 'courseOfActivity'>,
  statement: StoredStatement,
): StatementFacts {
  const registration = registrationOf(statement);
  const activities = [objectActivity(statement), ...contextActivitiesOf(statement.context)];
  const courses = activities.flatMap((one) => (one && directory.courseOfActivity(one.id)) ?? []);
  return {
    stored: statement.stored,
    people: peopleOf(statement.actor, directory.issuer),
    courses: [...new Set(courses)],
    ...(registration !== undefined && { registration }),
  };
}

/** Internal ids of the people an actor stands for. */
export function peopleOf(actor: Actor, issuer: string): readonly string[] {
  const members = actor.objectType === 'Group' ? (actor.member ?? []) : [];
  const accounts = [actor, ...members].flatMap(({ account }) => account ?? []);
  return accounts.filter(({ homePage }) => homePage === issuer).map(({ name }) => name);
}

export function objectActivity({ object }: StoredStatement): Activity | undefined {
  if (object.objectType === undefined || object.objectType === 'Activity') return object;
  return undefined;
}
