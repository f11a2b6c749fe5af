import type { MoodleFault } from '@sinau/rostering/moodle';
import { AdapterFailure, type AdapterFailureReason } from '../../ports.ts';
import { failureOfHttp, refusedStatus } from '../failures.ts';

type Told = readonly [reason: AdapterFailureReason, passing: boolean];

/** Error codes of Moodle by what they mean for us. */
const ofCodes: readonly (readonly [Told, readonly string[]])[] = [
  [
    ['unauthorised', false],
    ['invalidtoken', 'invalidtimedtoken', 'wsaccessuserdeleted', 'wsaccessuserexpired'],
  ],
  [
    ['unauthorised', false],
    ['wsaccessusersuspended', 'wsaccessuserunconfirmed', 'wsaccessusernologin'],
  ],
  [
    ['not-permitted', false],
    ['nopermissions', 'nopermission', 'forbiddenwsuser', 'wscannotenrol'],
  ],
  [
    ['not-permitted', false],
    ['wsusercannotassign', 'nopermissiontoviewgrades', 'requireloginerror', 'cannotviewreport'],
  ],
  [
    ['not-permitted', false],
    ['errorcoursecontextnotvalid', 'servicerequireslogin', 'invalidip'],
  ],
  [
    ['function-missing', false],
    ['accessexception', 'servicenotavailable'],
  ],
  [
    ['learner-unknown', false],
    ['invaliduser', 'invaliduserid', 'userdeleted', 'usernotexist'],
  ],
  [
    ['course-unknown', false],
    ['invalidcourse', 'invalidcourseid', 'unknowncourse', 'cannotfindcourse'],
  ],
  [
    ['server-error', true],
    ['sitemaintenance', 'upgraderunning', 'dmlreadexception', 'dmlwriteexception'],
  ],
  [
    ['server-error', true],
    ['dbconnectionfailed', 'ddlexecuteerror', 'storedfilecannotcreatefile'],
  ],
  // The course has no way in for services: its teacher has taken "manual enrolment" away.
  [['refused', false], ['wsnoinstance']],
  // A setting that does not fit, a name that is taken, a thing that is not there: Moodle tells them apart in English sentences alone.
  [['not-accepted', false], ['invalidparameter']],
];
const tellings = new Map(ofCodes.flatMap(([told, codes]) => codes.map((code) => [code, told] as const)));

const ofTables: Readonly<Record<string, Told>> = {
  external_functions: ['function-missing', false],
  course: ['course-unknown', false],
  user: ['learner-unknown', false],
};

export function failureOfFault({ code, exception, table }: MoodleFault): AdapterFailure {
  const [reason, passing] =
    tellings.get(code) ??
    (table !== undefined && Object.hasOwn(ofTables, table) ? ofTables[table] : undefined) ??
    (exception === 'required_capability_exception' ? (['not-permitted', false] as const) : undefined) ??
    // Of the database, or of PHP itself.
    (exception.startsWith('dml_') || exception.endsWith('Error')
      ? (['server-error', true] as const)
      : (['refused', false] as const));
  return new AdapterFailure(reason, { passing, cause: new Error(`Moodle says ${code} (${exception})`) });
}

/** For every status but 200, with which Moodle says even what went wrong. */
export function failureOfStatus(status: number): AdapterFailure {
  // The service is switched off, or a wall in front of it lets nobody through.
  if (status === 401 || status === 403) return refusedStatus('not-permitted', status);
  return failureOfHttp(status);
}
