import type { FakeCourse, FakeSite, moodleRights } from './fake-moodle-site.ts';

/** What Moodle says instead of an answer, with HTTP 200. */
export class FakeFault extends Error {
  readonly answer: Readonly<Record<string, string>>;

  constructor(answer: Readonly<Record<string, string>>) {
    super(answer.errorcode);
    this.answer = answer;
  }
}

export type Right = (typeof moodleRights)[number] | 'moodle/course:update';

/** Whether the account may do something: in one course, or (without one) in the whole site. */
export function holds({ rights, rightsIn }: FakeSite, right: Right, course?: FakeCourse): boolean {
  return rights.has(right) && (!course || !rightsIn || rightsIn.has(course.id));
}

/** Throws as `require_capability` does. */
export function requireRight(site: FakeSite, right: Right, course?: FakeCourse): void {
  if (holds(site, right, course)) return;
  throw new FakeFault({
    ...{ exception: 'core\\exception\\required_capability_exception', errorcode: 'nopermissions' },
    message: `Sorry, but you do not currently have permissions to do that (${right}).`,
  });
}

/** Whether the account gets into a course at all (`validate_context`): by a role there, and past a closed door. */
export const mayEnter = (site: FakeSite, course: FakeCourse): boolean =>
  holds(site, 'moodle/course:view', course) &&
  (course.visible === 1 || holds(site, 'moodle/course:viewhiddencourses', course));

/** Throws as `validate_context` does; most functions for courses tell it in words of their own (`wrapped`). */
export function enter(site: FakeSite, course: FakeCourse, as: 'wrapped' | 'plain'): void {
  if (mayEnter(site, course)) return;
  throw as === 'wrapped'
    ? fault(
        'errorcoursecontextnotvalid',
        `You cannot execute functions in the course context (${course.id}).`,
      )
    : new FakeFault({
        ...{ exception: 'core\\exception\\require_login_exception', errorcode: 'requireloginerror' },
        message: 'Course or activity not accessible. (Not enrolled)',
      });
}

export const fault = (errorcode: string, message: string) =>
  new FakeFault({ exception: 'core\\exception\\moodle_exception', errorcode, message });

export const invalidToken = () => fault('invalidtoken', 'Invalid token - token not found');

export const accessDenied = (name: string) =>
  new FakeFault({
    ...{ exception: 'webservice_access_exception', errorcode: 'accessexception' },
    ...{ message: 'Access control exception', debuginfo: `Access to the function ${name}() is not allowed.` },
  });

export const invalidParameter = (debuginfo: string) =>
  new FakeFault({
    ...{ exception: 'core\\exception\\invalid_parameter_exception', errorcode: 'invalidparameter' },
    ...{ message: 'Invalid parameter value detected', debuginfo },
  });

export const missingRecord = (table: string, value: string) =>
  new FakeFault({
    ...{ exception: 'dml_missing_record_exception', errorcode: 'invalidrecord' },
    message: `Can't find data record in database table ${table}.`,
    debuginfo: `SELECT * FROM {${table}} WHERE name = ?\n[array (\n  0 => '${value}',\n)]`,
  });

/** What PHP itself stumbles over has no code. */
export const programError = () =>
  new FakeFault({ exception: 'Error', message: 'Attempt to assign property "contextvalidated" on null' });
