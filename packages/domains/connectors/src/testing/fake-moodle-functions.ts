import {
  accessDenied,
  enter,
  FakeFault,
  fault,
  holds,
  invalidParameter,
  invalidToken,
  mayEnter,
  missingRecord,
  programError,
  type Right,
  requireRight,
} from './fake-moodle-rights.ts';
import {
  type FakeCourse,
  type FakeEnrolment,
  type FakeSite,
  type FakeUser,
  type moodleFunctions,
  sampleFakeUser,
} from './fake-moodle-site.ts';

/** The account that the token belongs to. */
const ownUserId = 2;

interface Asked {
  readonly site: FakeSite;
  readonly baseUrl: string;
  readonly form: URLSearchParams;
}
type Answering = (asked: Asked) => unknown;

/** Checks token and rights as the real server does, and answers. Throws `FakeFault`. */
export function answerFunction(asked: Asked): unknown {
  const { site, form } = asked;
  if (form.get('wstoken') !== site.token) throw invalidToken();
  const name = form.get('wsfunction') ?? '';
  const answer = answers[name as (typeof moodleFunctions)[number]];
  if (!Object.hasOwn(answers, name) || !answer) throw missingRecord('external_functions', name);
  if (!site.functions.has(name)) throw accessDenied(name);
  return answer(asked);
}

const answers: Readonly<Record<(typeof moodleFunctions)[number], Answering>> = {
  core_webservice_get_site_info: ({ site, baseUrl }) => ({
    ...{ sitename: escaped(site.name), username: 'sinau', userid: ownUserId, siteurl: baseUrl, siteid: 1 },
    functions: [...site.functions].map((name) => ({ name, version: '2024100706' })),
    ...{ release: '4.5.6 (Build: 20250811)', version: '2024100706', userprivateaccesskey: 'geheim' },
  }),
  core_course_get_categories: ({ site }) =>
    [
      ...new Set([1, ...site.parents.values(), ...[...site.courses.values()].map((one) => one.categoryid)]),
    ].map((id) => ({
      ...{ id, name: `Fakultas ${id}`, idnumber: null, description: '', visible: 1, depth: 1 },
      parent: site.parents.get(id) ?? 0,
      coursecount: [...site.courses.values()].filter(({ categoryid }) => categoryid === id).length,
    })),
  core_course_get_courses: ({ site, form }) => {
    const ids = listOf(form, /^options\[ids\]\[\d+\]$/).map(Number);
    const found =
      ids.length === 0 ? [...site.courses.values()] : ids.flatMap((id) => site.courses.get(id) ?? []);
    // One that may not be entered spoils the whole answer.
    for (const course of found) enter(site, course, 'wrapped');
    const hasPage = ids.length === 0 || ids.includes(1);
    return [
      ...(hasPage ? [sitePage(site)] : []),
      ...found.map((course) => fieldsOf(course, ownerOf(site, course))),
    ];
  },
  core_course_get_courses_by_field: ({ site, form }) => {
    const [field, value] = [form.get('field'), form.get('value')];
    const ids = (value ?? '').split(',').map(Number);
    const isMeant = (course: FakeCourse) =>
      !field || ids.includes(field === 'category' ? course.categoryid : course.id);
    // One id without a course breaks the program (an assignment to nothing).
    if (field === 'ids' && ids.some((id) => !site.courses.has(id))) throw programError();
    return {
      // Of a course that may not be entered everybody may read what its page in the list says, unless it is hidden.
      courses: [...site.courses.values()]
        .filter(isMeant)
        .filter((course) => course.visible === 1 || holds(site, 'moodle/course:viewhiddencourses', course))
        .map((course) => fieldsOf(course, mayEnter(site, course) ? 'member' : 'public')),
      warnings: [],
    };
  },
  core_course_search_courses: ({ site, form }) => {
    const needed = listOf(form, /^requiredcapabilities\[\d+\]$/) as Right[];
    const found = [...site.courses.values()].filter(
      (course) =>
        (course.visible === 1 || holds(site, 'moodle/course:viewhiddencourses', course)) &&
        needed.every((right) => holds(site, right, course)),
    );
    const [number, size] = [Number(form.get('page') ?? 0), Number(form.get('perpage') ?? 0)];
    const courses = found.slice(number * size, size === 0 ? undefined : (number + 1) * size);
    return {
      total: found.length,
      courses: courses.map((course) => fieldsOf(course, 'public')),
      warnings: [],
    };
  },
  core_user_get_users_by_field: ({ site, form }) => {
    const field = form.get('field') as 'id' | 'idnumber' | 'username' | 'email';
    const values = new Set(listOf(form, /^values\[\d+\]$/).map((value) => value.toLowerCase()));
    if (!holds(site, 'moodle/user:viewdetails')) return [];
    const found = [...site.users.values()].filter((user) => values.has(String(user[field]).toLowerCase()));
    // Who may not see a field finds nobody by it.
    return found.map((user) => userOf(site, user)).filter((user) => user[field]);
  },
  core_user_create_users: ({ site, form }) => {
    requireRight(site, 'moodle/user:create');
    const field = (name: string) => form.get(`users[0][${name}]`) ?? '';
    const username = field('username');
    if (username === '' || username !== username.toLowerCase() || /[^a-z0-9_.@-]/.test(username)) {
      throw invalidParameter('The username must be in lower case');
    }
    if (!field('firstname') || !field('lastname') || !/^[^@\s]+@[^@\s]+\.\w+$/.test(field('email'))) {
      throw invalidParameter('Invalid user details');
    }
    const auth = field('auth');
    if (!site.auths.has(auth)) throw invalidParameter(`Invalid authentication type: ${auth}`);
    const password = field('password');
    // The rule for passwords answers with a sentence in place of a code.
    if (auth === 'manual' && !/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*\W).{8,}$/.test(password)) {
      throw fault('<div>Passwords must be at least 8 characters long.</div>', 'error/<div>…</div>');
    }
    const there = [...site.users.values()];
    if (there.some((user) => user.username === username)) {
      throw invalidParameter(`Username already exists: ${username}`);
    }
    const email = field('email').toLowerCase();
    if (!site.allowsSameEmail && there.some((user) => user.email.toLowerCase() === email)) {
      throw invalidParameter(`Email address already exists: ${email}`);
    }
    const id = Math.max(2, ...site.users.keys()) + 1;
    const names = { idnumber: field('idnumber'), firstname: field('firstname'), lastname: field('lastname') };
    const places = { institution: field('institution'), department: field('department') };
    const user = sampleFakeUser({
      ...{ id, username, ...names, ...places, email: field('email'), auth: field('auth') },
    });
    site.users.set(id, user);
    return [{ id, username }];
  },
  core_enrol_get_enrolled_users: ({ site, form }) => {
    const courseid = Number(form.get('courseid'));
    const course = courseIn(site, courseid);
    enter(site, course, 'wrapped');
    requireRight(site, 'moodle/course:viewparticipants', course);
    const option = (name: string) => {
      const key = [...form.entries()].find(
        ([at, value]) => /^options\[\d+\]\[name\]$/.test(at) && value === name,
      )?.[0];
      return key === undefined ? undefined : form.get(key.replace('[name]', '[value]'));
    };
    if (option('onlyactive') === '1') requireRight(site, 'moodle/course:enrolreview', course);
    const from = Number(option('limitfrom') ?? 0);
    const people = site.enrolments.filter((enrolment) => enrolment.courseid === courseid);
    return people
      .toSorted((a, b) => a.userid - b.userid)
      .slice(from, from + (Number(option('limitnumber') ?? 0) || people.length))
      .map(({ userid, roleid }) => ({
        ...userOf(site, userIn(site, userid), course),
        roles: [{ roleid, name: '', shortname: roleid === 5 ? 'student' : 'editingteacher', sortorder: 0 }],
      }));
  },
  core_enrol_get_users_courses: ({ site, form }) => {
    const userid = Number(form.get('userid'));
    userIn(site, userid);
    return site.enrolments
      .filter((enrolment) => enrolment.userid === userid)
      .map(({ courseid, completed }) => ({ course: courseIn(site, courseid), completed }))
      .filter(({ course }) => isListed(site, course))
      .map(({ course, completed }) => {
        const tells = course.enablecompletion === 1;
        const { id, visible } = course;
        const names = { ...fieldsOf(course, 'public'), visible };
        return { ...names, id, progress: null, completed: tells ? completed === true : null };
      });
  },
  enrol_manual_enrol_users: ({ site, form }) => {
    const [userid, courseid] = pairIn(form);
    const course = site.courses.get(courseid);
    if (!course) throw invalidParameter('Context does not exist');
    enter(site, course, 'plain');
    requireRight(site, 'enrol/manual:enrol', course);
    const roleid = Number(form.get('enrolments[0][roleid]'));
    if (!holds(site, 'moodle/role:assign', course) || roleid !== 5) {
      throw fault('wsusercannotassign', `You don't have the permission to assign this role (${roleid})`);
    }
    if (!course.hasManualEnrolment) throw noWayIn();
    userIn(site, userid);
    const there = enrolmentOf(site, courseid, userid);
    if (there) there.roleid = roleid;
    else site.enrolments.push({ courseid, userid, roleid, by: 'manual' });
    return null;
  },
  enrol_manual_unenrol_users: ({ site, form }) => {
    const [userid, courseid] = pairIn(form);
    const course = courseIn(site, courseid);
    enter(site, course, 'plain');
    requireRight(site, 'enrol/manual:unenrol', course);
    if (!course.hasManualEnrolment) throw noWayIn();
    if (!site.users.has(userid)) throw invalidParameter(`User id not exist: ${userid}`);
    // Nobody is told that there was nobody to end it for.
    const there = enrolmentOf(site, courseid, userid);
    site.enrolments = site.enrolments.filter((one) => one !== there || one.by !== 'manual');
    return null;
  },
  core_completion_get_course_completion_status: ({ site, form }) => {
    const { course, enrolment } = progressIn(site, form);
    enter(site, course, 'plain');
    if (Number(form.get('userid')) !== ownUserId && !holds(site, 'report/completion:view', course)) {
      throw fault('cannotviewreport', 'You can not view this report');
    }
    if (course.enablecompletion === 0) throw fault('completionnotenabled', 'Completion is not enabled');
    if (!enrolment) throw fault('nottracked', 'You are currently not being tracked by completion');
    const { completed = false, timecompleted } = enrolment;
    const criterion = { type: 4, title: 'Activity completion' };
    return {
      completionstatus: {
        ...{ completed, aggregation: 1 },
        completions: [
          { ...criterion, status: 'No', complete: false, timecompleted: null },
          { ...criterion, complete: timecompleted !== undefined, timecompleted: timecompleted ?? null },
        ],
      },
      warnings: [],
    };
  },
  gradereport_user_get_grade_items: ({ site, form }) => {
    const { course, enrolment } = progressIn(site, form);
    enter(site, course, 'plain');
    requireRight(site, 'gradereport/user:view', course);
    if (!holds(site, 'moodle/grade:viewall', course)) {
      if (Number(form.get('userid')) === ownUserId)
        throw fault('nopermissions', 'Sorry (moodle/grade:view).');
      throw fault('nopermissiontoviewgrades', 'Can not view grades');
    }
    if (!enrolment) throw fault('usernotenrolled', 'User is not enrolled in this course');
    const user = userIn(site, enrolment.userid);
    const { grade, gradedAt, hasUngradedPart } = enrolment;
    const item = (itemtype: string, graderaw: number | null) => ({
      ...{ id: 1, itemname: null, itemtype, graderaw, grademin: 0, grademax: 100 },
      gradedategraded: graderaw === null ? null : (gradedAt ?? null),
      gradeformatted: graderaw === null ? '-' : graderaw.toFixed(2),
      percentageformatted: graderaw === null ? '-' : `${graderaw.toFixed(2)} %`,
    });
    const gradeitems = [
      item('mod', grade ?? null),
      ...(hasUngradedPart ? [item('mod', null)] : []),
      item('course', grade ?? null),
    ];
    const { id: userid, idnumber: useridnumber } = user;
    return {
      usergrades: [{ courseid: course.id, userid, useridnumber, maxdepth: 2, gradeitems }],
      warnings: [],
    };
  },
};

/**
 * A course as it is told: to anybody, to whoever may enter it, or to such a one by the older function, which keeps more back from
 * who may not change the course.
 */
function fieldsOf(course: FakeCourse, to: 'public' | 'member' | 'visitor' | 'owner') {
  const { id, shortname, summary, categoryid, startdate, enddate, visible, lang, enablecompletion } = course;
  const fullname = escaped(course.fullname);
  return {
    ...{ id, shortname, fullname, displayname: fullname, categoryid, summary, summaryformat: 1 },
    ...(to !== 'public' && { format: 'topics', startdate, enddate }),
    ...(to === 'owner' && { timemodified: course.timemodified, idnumber: `UNIV-${shortname}` }),
    ...((to === 'member' || to === 'owner') && { visible, lang, enablecompletion, showgrades: 1, theme: '' }),
    customfields: Object.entries(course.fields).map(([shortname, value]) => ({
      ...{ name: shortname.toUpperCase(), shortname, type: 'text', valueraw: value },
      value: value === '' ? null : value,
    })),
  };
}

/** Moodle counts the front page of the site among the courses. */
const sitePage = (site: FakeSite) => ({
  ...{ id: 1, shortname: 'UNIV', categoryid: 0, fullname: escaped(site.name), idnumber: '', summary: '' },
  ...{ summaryformat: 0, format: 'site', startdate: 0, enddate: 0, visible: 1, timemodified: 1_795_504_458 },
  ...{ lang: '', enablecompletion: 0, showcompletionconditions: null, customfields: [] },
});

/** Of a person as much as the account may see. */
function userOf(site: FakeSite, user: FakeUser, course?: FakeCourse) {
  const { id, firstname, lastname, suspended } = user;
  const all = holds(site, 'moodle/user:viewalldetails', course);
  const identity = holds(site, 'moodle/site:viewuseridentity', course);
  return {
    ...{
      id,
      firstname,
      lastname,
      fullname: `${firstname} ${lastname}`,
      suspended,
      department: user.department,
    },
    ...{ firstaccess: 0, lastaccess: 0, country: 'ID' },
    username: all ? user.username : undefined,
    idnumber: all && user.idnumber !== '' ? user.idnumber : undefined,
    email: identity ? user.email : undefined,
    ...(all && { auth: user.auth, confirmed: true, lang: 'en' }),
  };
}

/** Only who may change a course hears from the older function whether it is hidden. */
const ownerOf = (site: FakeSite, course: FakeCourse) =>
  holds(site, 'moodle/course:update', course) ? 'owner' : 'visitor';

/** A course is listed among a learner's where the learner sees it, and the account may see who is in it. */
const isListed = (site: FakeSite, course: FakeCourse): boolean =>
  course.visible === 1 && mayEnter(site, course) && holds(site, 'moodle/course:viewparticipants', course);

const noWayIn = () => fault('wsnoinstance', "Manual enrolment plugin instance doesn't exist");

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const listOf = (form: URLSearchParams, name: RegExp) =>
  [...form.entries()].filter(([key]) => name.test(key)).map(([, value]) => value);

const pairIn = (form: URLSearchParams) =>
  [Number(form.get('enrolments[0][userid]')), Number(form.get('enrolments[0][courseid]'))] as const;

function courseIn(site: FakeSite, id: number): FakeCourse {
  const course = site.courses.get(id);
  if (!course) throw missingRecord('course', String(id));
  return course;
}

function userIn(site: FakeSite, id: number): FakeUser {
  const user = site.users.get(id);
  if (user) return user;
  const debuginfo = `SELECT * FROM {user} WHERE id = ?\n[array (\n  0 => ${id},\n)]`;
  throw new FakeFault({
    ...{
      exception: 'dml_missing_record_exception',
      errorcode: 'invaliduser',
      message: 'Invalid user',
      debuginfo,
    },
  });
}

const enrolmentOf = (site: FakeSite, courseid: number, userid: number): FakeEnrolment | undefined =>
  site.enrolments.find((one) => one.courseid === courseid && one.userid === userid);

function progressIn(site: FakeSite, form: URLSearchParams) {
  const [courseid, userid] = [Number(form.get('courseid')), Number(form.get('userid'))];
  const course = courseIn(site, courseid);
  if (userid !== ownUserId) userIn(site, userid);
  return { course, enrolment: enrolmentOf(site, courseid, userid) };
}
