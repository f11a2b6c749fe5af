import type { Ui } from '../ui.ts';
import type { AskedKind } from './ports.ts';

/** What the administrator of a Moodle site allows for the token. */
const moodleFunctions = [
  'core_webservice_get_site_info',
  'core_course_get_categories',
  'core_course_get_courses',
  'core_course_get_courses_by_field',
  'core_course_search_courses',
  'core_user_get_users_by_field',
  'core_user_create_users',
  'core_enrol_get_users_courses',
  'core_enrol_get_enrolled_users',
  'enrol_manual_enrol_users',
  'enrol_manual_unenrol_users',
  'core_completion_get_course_completion_status',
  'gradereport_user_get_grade_items',
];

/** What the role of the account may do in the courses that are shared. */
const moodleRights = [
  'moodle/course:view',
  'moodle/course:viewhiddencourses',
  'moodle/course:viewparticipants',
  'moodle/course:enrolreview',
  'enrol/manual:enrol',
  'enrol/manual:unenrol',
  'moodle/role:assign',
  'gradereport/user:view',
  'moodle/grade:viewall',
  'report/completion:view',
];

/** The same in the whole site; the last where accounts are made for learners. */
const moodleSiteRights = [
  'webservice/rest:use',
  'moodle/user:viewdetails',
  'moodle/user:viewalldetails',
  'moodle/site:viewuseridentity',
  'moodle/user:create',
];

const rosterScopes = ['roster-core.readonly', 'gradebook.readonly'].map(
  (name) => `https://purl.imsglobal.org/spec/or/v1p2/scope/${name}`,
);

/** What the account of the application may use at an Open edX site. */
const openEdxServices = [
  '/oauth2/access_token',
  '/api/courses/v1/courses/',
  '/api/enrollment/v1/enrollment',
  '/api/enrollment/v1/enrollments/',
  '/api/grades/v1/courses/{id}/',
  '/api/certificates/v0/certificates/',
  '/api/user/v1/accounts',
];

const needed: Readonly<Record<AskedKind, readonly string[]>> = {
  moodle: moodleFunctions,
  openedx: openEdxServices,
  oneroster: rosterScopes,
  'schema-org': [],
};

/** What to ask the administrator over there for, in their own words. */
export function Preparation({ ui, kind }: { readonly ui: Ui; readonly kind: AskedKind }) {
  const words = ui.t.connections;
  return (
    <aside class="panel p-5" aria-labelledby="prepare">
      <h2 id="prepare" class="font-semibold">
        {words.prepareTitle[kind]}
      </h2>
      <ol class="mt-2 list-decimal space-y-1 ps-5">
        {words.prepareSteps[kind].map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {needed[kind].length > 0 && <Names title={words.prepareFunctions} names={needed[kind]} />}
      {kind === 'moodle' && (
        <>
          <Names title={words.prepareRights} names={moodleRights} />
          <Names title={words.prepareSiteRights} names={moodleSiteRights} />
        </>
      )}
    </aside>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <>
      <p class="mt-3 font-medium">{title}</p>
      <ul class="mt-1 space-y-1">
        {names.map((name) => (
          <li class="font-mono text-sm break-all">{name}</li>
        ))}
      </ul>
    </>
  );
}
