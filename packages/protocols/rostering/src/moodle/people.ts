import * as z from 'zod';
import type { ExternalEnrolment } from '../external.ts';
import { moodleId, numeric, truth, words } from './wire.ts';

const userSchema = z.object({
  id: moodleId,
  username: words,
  idnumber: words,
  auth: words,
  suspended: truth,
  roles: z.array(z.object({ roleid: numeric, shortname: words })).nullish(),
});

/** A person as far as Sinau needs to know them; names and addresses of others are not even read. */
export interface MoodleUser {
  readonly id: string;
  readonly username: string;
  readonly idnumber: string;
  /** How it signs in; '' where the site does not tell. */
  readonly auth: string;
  readonly isSuspended: boolean;
}

/** Of `core_user_get_users_by_field` and `core_user_create_users`. */
export function readMoodleUsers(value: unknown): readonly MoodleUser[] | undefined {
  const parsed = z.array(userSchema).safeParse(value);
  return parsed.data?.map(({ id, username, idnumber, auth, suspended }) => ({
    ...{ id, username, idnumber, auth },
    isSuspended: suspended === true,
  }));
}

/** How Moodle's tool (auth_lti) calls accounts that it makes: by a digest of issuer and subject of a launch. */
const launchedName = /^enrol_lti_13_[0-9a-f]{40}$/;

/**
 * Learners among the people of `core_enrol_get_enrolled_users`, with the number of people in the answer, which says
 * whether there are more. Who has no role at all is kept: some sites hide roles from services.
 */
export function readMoodleEnrolments(
  value: unknown,
  of: { readonly externalCourseId: string; readonly learnerRoleId: number },
): { readonly people: number; readonly learners: readonly ExternalEnrolment[] } | undefined {
  const parsed = z.array(userSchema).safeParse(value);
  if (!parsed.success) return undefined;
  const learns = ({ roles }: z.infer<typeof userSchema>) =>
    !roles?.length ||
    roles.some(({ roleid, shortname }) => roleid === of.learnerRoleId || shortname === 'student');
  return {
    people: parsed.data.length,
    learners: parsed.data.filter(learns).map(({ id, idnumber, username }) => ({
      externalCourseId: of.externalCourseId,
      externalLearnerId: id,
      ...(launchedName.test(username) && { launchedAccount: username }),
      ...(idnumber !== '' && { subject: idnumber }),
      state: 'active',
    })),
  };
}

export interface MoodleUserCourse {
  readonly id: string;
  /** Undefined: this course does not say, e.g. because completion is off. */
  readonly completed?: boolean;
}

/** Of `core_enrol_get_users_courses`. */
export function readMoodleUserCourses(value: unknown): readonly MoodleUserCourse[] | undefined {
  const parsed = z.array(z.object({ id: moodleId, completed: truth })).safeParse(value);
  return parsed.data?.map(({ id, completed }) => ({ id, ...(completed !== undefined && { completed }) }));
}
