import {
  type FakeCourse,
  type FakeEnrolment,
  type FakeSite,
  type FakeUser,
  type moodleFunctions,
  sampleFakeUser,
} from './fake-moodle-site.ts';

/** What Moodle says instead of an answer, with HTTP 200. */
export class FakeFault extends Error {
  readonly answer: Readonly<Record<string, string>>;

  constructor(answer: Readonly<Record<string, string>>) {
    super(answer.errorcode);
    this.answer = answer;
  }
}

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
    ...{ sitename: escaped(site.name), username: 'sinau', userid: 2, siteurl: baseUrl, siteid: 1 },
    functions: [...site.functions].map((name) => ({ name, version: '2024100706' })),
    ...{ release: '4.5.6 (Build: 20250811)', version: '2024100706', userprivateaccesskey: 'geheim' },
  }),
  core_course_get_categories: ({ site }) =>
    [...new Set([1, ...[...site.courses.values()].map(({ categoryid }) => categoryid)])].map((id) => ({
      ...{ id, name: `Fakultas ${id}`, idnumber: null, description: '', parent: 0, visible: 1, depth: 1 },
      coursecount: [...site.courses.values()].filter(({ categoryid }) => categoryid === id).length,
    })),
  core_course_get_courses: ({ site, form }) => {
    const ids = listOf(form, /^options\[ids\]\[\d+\]$/).map(Number);
    if (ids.length === 0) return [sitePage(site), ...[...site.courses.values()].map(courseOf)];
    const found = ids.flatMap((id) => site.courses.get(id) ?? []);
    return [...(ids.includes(1) ? [sitePage(site)] : []), ...found.map(courseOf)];
  },
  core_course_get_courses_by_field: ({ site, form }) => {
    const [field, value] = [form.get('field'), form.get('value')];
    const ids = (value ?? '').split(',').map(Number);
    const isMeant = (course: FakeCourse) =>
      !field || ids.includes(field === 'category' ? course.categoryid : course.id);
    return { courses: [...site.courses.values()].filter(isMeant).map(courseOf), warnings: [] };
  },
  core_user_get_users_by_field: ({ site, form }) => {
    const field = form.get('field') as 'id' | 'idnumber' | 'username' | 'email';
    const values = new Set(listOf(form, /^values\[\d+\]$/));
    return [...site.users.values()].filter((user) => values.has(String(user[field]))).map(userOf);
  },
  core_user_create_users: ({ site, form }) => {
    const field = (name: string) => form.get(`users[0][${name}]`) ?? '';
    const username = field('username');
    if (username === '' || username !== username.toLowerCase() || /[^a-z0-9_.@-]/.test(username)) {
      throw invalidParameter('The username must be in lower case');
    }
    if (!field('firstname') || !field('lastname') || !/^[^@\s]+@[^@\s]+\.\w+$/.test(field('email'))) {
      throw invalidParameter('Invalid user details');
    }
    if (field('auth') === 'manual' && !field('password')) throw invalidParameter('Invalid password');
    const there = [...site.users.values()];
    if (there.some((user) => user.username === username)) {
      throw invalidParameter(`Username already exists: ${username}`);
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
    courseIn(site, courseid);
    const option = (name: string) => {
      const key = [...form.entries()].find(
        ([at, value]) => /^options\[\d+\]\[name\]$/.test(at) && value === name,
      )?.[0];
      return key === undefined ? undefined : form.get(key.replace('[name]', '[value]'));
    };
    const from = Number(option('limitfrom') ?? 0);
    const people = site.enrolments.filter((enrolment) => enrolment.courseid === courseid);
    return people
      .toSorted((a, b) => a.userid - b.userid)
      .slice(from, from + (Number(option('limitnumber') ?? 0) || people.length))
      .map(({ userid, roleid }) => ({
        ...userOf(userIn(site, userid)),
        roles: [{ roleid, name: '', shortname: roleid === 5 ? 'student' : 'editingteacher', sortorder: 0 }],
      }));
  },
  core_enrol_get_users_courses: ({ site, form }) => {
    const userid = Number(form.get('userid'));
    userIn(site, userid);
    return site.enrolments
      .filter((enrolment) => enrolment.userid === userid)
      .map(({ courseid, completed }) => {
        const course = courseIn(site, courseid);
        const tells = course.enablecompletion === 1;
        return { ...courseOf(course), progress: null, completed: tells ? completed === true : null };
      });
  },
  enrol_manual_enrol_users: ({ site, form }) => {
    const [userid, courseid] = pairIn(form);
    const course = courseIn(site, courseid);
    if (!course.hasManualEnrolment)
      throw fault('wsnoinstance', "Manual enrolment plugin instance doesn't exist");
    userIn(site, userid);
    const roleid = Number(form.get('enrolments[0][roleid]'));
    const there = enrolmentOf(site, courseid, userid);
    if (there) there.roleid = roleid;
    else site.enrolments.push({ courseid, userid, roleid, by: 'manual' });
    return null;
  },
  enrol_manual_unenrol_users: ({ site, form }) => {
    const [userid, courseid] = pairIn(form);
    courseIn(site, courseid);
    userIn(site, userid);
    const there = enrolmentOf(site, courseid, userid);
    site.enrolments = site.enrolments.filter((one) => one !== there || one.by !== 'manual');
    return null;
  },
  core_completion_get_course_completion_status: ({ site, form }) => {
    const { course, enrolment } = progressIn(site, form);
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

function courseOf(course: FakeCourse) {
  const { fields, hasManualEnrolment: _, fullname, ...rest } = course;
  return {
    ...rest,
    ...{ fullname: escaped(fullname), displayname: escaped(fullname), idnumber: `UNIV-${course.shortname}` },
    ...{ summaryformat: 1, format: 'topics', showgrades: 1, forcetheme: '' },
    customfields: Object.entries(fields).map(([shortname, value]) => ({
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

const userOf = ({ username, idnumber, email, auth, suspended, department, ...user }: FakeUser) => ({
  ...{ id: user.id, username, firstname: user.firstname, lastname: user.lastname },
  ...{ fullname: `${user.firstname} ${user.lastname}`, email, department },
  ...{ idnumber, firstaccess: 0, lastaccess: 0, auth, suspended, confirmed: true, lang: 'en', country: 'ID' },
});

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
  userIn(site, userid);
  return { course, enrolment: enrolmentOf(site, courseid, userid) };
}

const fault = (errorcode: string, message: string) =>
  new FakeFault({ exception: 'core\\exception\\moodle_exception', errorcode, message });

const invalidToken = () => fault('invalidtoken', 'Invalid token - token not found');

const accessDenied = (name: string) =>
  new FakeFault({
    ...{ exception: 'webservice_access_exception', errorcode: 'accessexception' },
    ...{ message: 'Access control exception', debuginfo: `Access to the function ${name}() is not allowed.` },
  });

const invalidParameter = (debuginfo: string) =>
  new FakeFault({
    ...{ exception: 'core\\exception\\invalid_parameter_exception', errorcode: 'invalidparameter' },
    ...{ message: 'Invalid parameter value detected', debuginfo },
  });

const missingRecord = (table: string, value: string) =>
  new FakeFault({
    ...{ exception: 'dml_missing_record_exception', errorcode: 'invalidrecord' },
    message: `Can't find data record in database table ${table}.`,
    debuginfo: `SELECT * FROM {${table}} WHERE name = ?\n[array (\n  0 => '${value}',\n)]`,
  });
