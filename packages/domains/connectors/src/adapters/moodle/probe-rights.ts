import type { MoodleSite } from '@sinau/rostering/moodle';
import { AdapterFailure } from '../../ports.ts';
import type { MoodleCall, MoodleClient } from './moodle-client.ts';

export interface ProbeDeps {
  readonly client: MoodleClient;
  /** Ours over there. */
  readonly account: MoodleSite['account'];
  /** A course that our account may enter; absent: there is none to try anything on. */
  readonly courseId: string | undefined;
}

/** An id that no person has. */
const nobody = 2_147_483_647;
/** An id that no role has. */
const noRole = 0;

/** A question, the rights that it takes, and the error codes that come after they were found. */
interface Probe {
  readonly call: MoodleCall;
  readonly rights: readonly string[];
}

/**
 * Rights for enrolling that are missing. Moodle looks at the right first, then at what was asked: so it is asked to enrol in a role, and
 * to end the enrolment of a person, that there are not, and to make an account that it has, our own. What it answers then tells that it would
 * have been allowed, and nothing has changed.
 */
export async function lacksOfEnrolment(
  { client, account, courseId }: ProbeDeps,
  { createsLearners }: { readonly createsLearners: boolean },
): Promise<readonly string[]> {
  const courseid = courseId ?? '';
  const people = (options: Readonly<Record<string, number | string>>): MoodleCall => ({
    name: 'core_enrol_get_enrolled_users',
    parameters: {
      courseid,
      options: Object.entries({ ...options, limitnumber: 1, userfields: 'id' }).map(([name, value]) => ({
        ...{ name, value },
      })),
    },
  });
  const enrolments = (change: Readonly<Record<string, number | string>>) => ({
    enrolments: [{ courseid, ...change }],
  });
  const ofCourse: readonly Probe[] = [
    { call: people({}), rights: ['moodle/course:viewparticipants'] },
    { call: people({ onlyactive: 1 }), rights: ['moodle/course:enrolreview'] },
    {
      call: {
        name: 'enrol_manual_enrol_users',
        parameters: enrolments({ userid: nobody, roleid: noRole }),
        softCodes: ['wsusercannotassign'],
      },
      rights: ['enrol/manual:enrol'],
    },
    {
      call: {
        name: 'enrol_manual_unenrol_users',
        parameters: enrolments({ userid: nobody }),
        softCodes: ['invalidparameter', 'wsnoinstance'],
      },
      rights: ['enrol/manual:unenrol'],
    },
  ];
  const { username } = account;
  const own = {
    ...{ username, password: 'Aa1!sinau-uji-koneksi', firstname: 'Sinau', lastname: 'Sinau' },
    email: 'uji-koneksi@peserta.invalid',
  };
  const ofSite: readonly Probe[] =
    createsLearners && username !== ''
      ? [
          {
            call: {
              ...{ name: 'core_user_create_users', parameters: { users: [own] } },
              softCodes: ['invalidparameter'],
            },
            rights: ['moodle/user:create'],
          },
        ]
      : [];
  // Who may not see people finds none, and is not told so; this is whether there may be asked at all.
  await client.read({
    name: 'core_user_get_users_by_field',
    parameters: { field: 'idnumber', values: ['sinau-uji-koneksi'] },
  });
  const lacking = await refused(client, [...ofSite, ...(courseId === undefined ? [] : ofCourse)]);
  // Without the first of the two nobody learns whether the second is there.
  return lacking.includes('moodle/course:viewparticipants')
    ? lacking.filter((right) => right !== 'moodle/course:enrolreview')
    : lacking;
}

/** Rights for results that are missing, as far as a question about our own account can tell: no learner is asked about for a test. */
export async function lacksOfResults({ client, account, courseId }: ProbeDeps): Promise<readonly string[]> {
  if (courseId === undefined) return [];
  const grades: Probe = {
    call: {
      name: 'gradereport_user_get_grade_items',
      parameters: { courseid: courseId, userid: account.id },
      softCodes: ['usernotenrolled', 'notenroled', 'notenrolledprofile', 'invaliduser', 'invaliduserid'],
    },
    rights: ['gradereport/user:view', 'moodle/grade:viewall'],
  };
  return refused(client, [grades]);
}

/** The rights of the questions that were refused for lack of them. Rejects when something else went wrong. */
async function refused(client: MoodleClient, probes: readonly Probe[]): Promise<readonly string[]> {
  const lacking = await Promise.all(
    probes.map(async ({ call, rights }) => {
      try {
        await client.read(call);
        return [];
      } catch (error) {
        if (!(error instanceof AdapterFailure) || error.reason !== 'not-permitted') throw error;
        return rights;
      }
    }),
  );
  return lacking.flat();
}
