export interface FakeRun {
  readonly id: string;
  name: string;
  hidden: boolean;
  start: string | null;
  startType: 'timestamp' | 'string' | 'empty';
  modified: string;
  published: boolean;
  /** Of the mode `verified`, as a string of rupiah. */
  price: string;
  /** Nobody else gets in. */
  isFull: boolean;
  /** When enrolment is over; null: never. */
  enrolmentEnds: string | null;
  isByInvitation: boolean;
  /** A rule that the site has added lets nobody in, and says so with this. */
  barred: string | null;
  /** What the site says to a request that it does not take; null: it takes it. */
  objection: string | null;
  /** Those that can still be chosen. */
  modes: string[];
}

export interface FakeOpenEdxSite {
  clientId: string;
  clientSecret: string;
  tokenSeconds: number;
  runs: FakeRun[];
  readonly accounts: Map<string, string>;
  readonly enrolments: {
    readonly user: string;
    readonly courseId: string;
    isActive: boolean;
    mode: string;
  }[];
  readonly grades: Map<string, { percent: number; passed: boolean; certificate?: string }>;
  /** What its clock shows, ISO 8601. */
  now: string;
  /** Parts of addresses that the account may not use. */
  readonly forbidden: Set<string>;
  pageSize: number;
}

export interface FakeAsked {
  readonly site: FakeOpenEdxSite;
  readonly url: URL;
  readonly body: string;
}

export interface FakeReply {
  readonly status: number;
  readonly value: unknown;
}

/** Key of `grades`. */
export const gradeKey = (user: string, courseId: string): string => `${user} ${courseId}`;

/** What a service answers whoever has shown a token. */
export function answerOpenEdx(asked: FakeAsked): FakeReply {
  const { site, url } = asked;
  const path = decodeURIComponent(url.pathname);
  if ([...site.forbidden].some((part) => path.includes(part))) {
    return { status: 403, value: { detail: 'You do not have permission to perform this action.' } };
  }
  for (const [pattern, answer] of services) {
    const match = pattern.exec(path);
    if (match) return answer(asked, match.slice(1));
  }
  return { status: 404, value: { detail: 'Not found.' } };
}

const services: readonly (readonly [RegExp, (asked: FakeAsked, parts: readonly string[]) => FakeReply])[] = [
  [/^\/api\/courses\/v1\/courses\/$/, listCourses],
  [/^\/catalogue\/api\/v1\/course_runs\/$/, listRuns],
  [/^\/api\/enrollment\/v1\/enrollments\/$/, listPeople],
  [/^\/api\/enrollment\/v1\/enrollment\/([^,]+),(.+)$/, oneEnrolment],
  [/^\/api\/enrollment\/v1\/course\/(.+)$/, oneCourse],
  [/^\/api\/enrollment\/v1\/enrollment$/, enrol],
  [/^\/api\/grades\/v1\/courses\/(.+)\/$/, listGrades],
  [/^\/api\/certificates\/v0\/certificates\/([^/]+)\/courses\/(.+)\/$/, oneCertificate],
  [/^\/api\/user\/v1\/accounts$/, findAccount],
];

/** Some of a list; `next` names a host behind a proxy that nobody outside knows. */
function pageOf<Item>({ site, url }: FakeAsked, items: readonly Item[]) {
  const page = Number(url.searchParams.get('page') ?? 1);
  const size = Math.min(
    Number(url.searchParams.get('page_size') ?? url.searchParams.get('limit')),
    site.pageSize,
  );
  const query = new URLSearchParams({ ...Object.fromEntries(url.searchParams), page: String(page + 1) });
  const next = page * size < items.length ? `http://testserver:8000${url.pathname}?${query}` : null;
  return { next, count: items.length, results: items.slice((page - 1) * size, page * size) };
}

function listCourses(asked: FakeAsked): FakeReply {
  const { results, ...pagination } = pageOf(asked, asked.site.runs);
  return { status: 200, value: { results: results.map(courseOf), pagination } };
}

function courseOf({ id, name, hidden, start, startType }: FakeRun) {
  const [org, number] = id.replace('course-v1:', '').split('+');
  return {
    ...{ id, course_id: id, name, org, number, hidden, start, start_type: startType, effort: null },
    ...{ short_description: `Tentang <b>${name}</b>`, end: null, pacing: 'self', mobile_available: null },
    media: { course_image: { uri: '/asset/just_a_test.jpg' }, course_video: { uri: null } },
  };
}

function listRuns(asked: FakeAsked): FakeReply {
  const { results, next, count } = pageOf(asked, asked.site.runs);
  const runs = results.map(({ id, name, hidden, start, modified, published, price }) => ({
    ...{ key: id, title: name, hidden, start, modified, end: '3000-12-31T18:00:00Z' },
    ...{ status: published ? 'published' : 'unpublished', content_language: 'id', marketing_url: 'course/x' },
    seats: [
      { type: 'audit', price: 0, currency: 'IDR' },
      { type: 'verified', price, currency: 'IDR' },
    ],
  }));
  return { status: 200, value: { results: runs, next, previous: null, count } };
}

/** A cursor instead of numbers, and no count. */
function listPeople(asked: FakeAsked): FakeReply {
  const courseId = asked.url.searchParams.get('course_id');
  const all = asked.site.enrolments.filter((one) => courseId === null || one.courseId === courseId);
  const { results, next } = pageOf(asked, all);
  return { status: 200, value: { next, previous: null, results: results.map(enrolmentOf) } };
}

const enrolmentOf = ({ user, courseId, isActive, mode }: FakeOpenEdxSite['enrolments'][number]) => ({
  ...{ created: '2026-10-20T20:18:00Z', mode, is_active: isActive, user },
  course_id: courseId,
});

/** Nothing at all where there is no enrolment, whoever is asked about. */
function oneEnrolment({ site }: FakeAsked, [user, courseId]: readonly string[]): FakeReply {
  const found = site.enrolments.find((one) => one.user === user && one.courseId === courseId);
  return { status: 200, value: found ? enrolmentOf(found) : '' };
}

/** How one gets into a course; modes that have run out are left out. */
function oneCourse({ site }: FakeAsked, [courseId = '']: readonly string[]): FakeReply {
  const run = site.runs.find(({ id }) => id === courseId);
  if (!run) return { status: 400, value: { message: `No course found for course ID '${courseId}'` } };
  const value = {
    ...{ course_id: run.id, course_name: run.name, course_start: run.start, course_end: null },
    ...{ enrollment_start: null, enrollment_end: run.enrolmentEnds, invite_only: run.isByInvitation },
    course_modes: run.modes.map((slug) => ({
      ...{ slug, name: slug, min_price: 0, currency: 'idr' },
      sku: null,
    })),
    pacing_type: 'Self Paced',
  };
  return { status: 200, value };
}

/** `site.now` is what its clock shows: doors close by it. */
function enrol({ site, body }: FakeAsked): FakeReply {
  const given = JSON.parse(body);
  const { user, mode, is_active: isActive } = given;
  const courseId: string = given.course_details.course_id;
  const run = site.runs.find(({ id }) => id === courseId);
  const refused = (status: number, message: string) => ({ status, value: { message } });
  if (!run) return refused(400, `No course '${courseId}' found for enrollment`);
  if (!site.accounts.has(user)) return refused(406, `The user ${user} does not exist.`);
  if (mode !== undefined && !run.modes.includes(mode)) {
    const said = `The [${mode}] course mode is expired or otherwise unavailable for course run [${courseId}].`;
    return { status: 400, value: { message: said, course_details: {} } };
  }
  if (isActive && run.barred !== null) {
    const value = { message: 'EnrollmentNotAllowed', localizedMessage: run.barred };
    return { status: 403, value };
  }
  if (isActive && run.objection !== null) return refused(400, run.objection);
  const isClosed = run.isByInvitation || (run.enrolmentEnds !== null && run.enrolmentEnds < site.now);
  // One sentence for a closed door and a full house.
  const there = site.enrolments.find((one) => one.user === user && one.courseId === courseId);
  if (isActive && !there?.isActive && (run.isFull || isClosed)) {
    const said = `An error occurred while creating the new course enrollment for user '${user}' in course '${courseId}'`;
    return refused(400, said);
  }
  const found = there ?? { user, courseId, isActive, mode: mode ?? 'audit' };
  if (!there) site.enrolments.push(found);
  found.isActive = isActive;
  if (mode !== undefined) found.mode = mode;
  return { status: 200, value: enrolmentOf(found) };
}

function listGrades(asked: FakeAsked, [courseId = '']: readonly string[]): FakeReply {
  const { site, url } = asked;
  const gradeOf = (user: string) => {
    const { percent = 0, passed = false } = site.grades.get(gradeKey(user, courseId)) ?? {};
    return {
      username: user,
      email: '',
      course_id: courseId,
      passed,
      percent,
      letter_grade: passed ? 'B' : null,
    };
  };
  const users = site.enrolments.filter((one) => one.courseId === courseId).map(({ user }) => user);
  const only = url.searchParams.get('username');
  if (only === null) {
    const { results, next } = pageOf(asked, users);
    return { status: 200, value: { next, previous: null, results: results.map(gradeOf) } };
  }
  if (!users.includes(only)) return { status: 404, value: { error_code: 'user_or_course_does_not_exist' } };
  return { status: 200, value: [gradeOf(only)] };
}

function oneCertificate({ site }: FakeAsked, [user = '', courseId = '']: readonly string[]): FakeReply {
  const { certificate } = site.grades.get(gradeKey(user, courseId)) ?? {};
  if (certificate === undefined) return { status: 404, value: { error_code: 'no_certificate_for_user' } };
  const download_url = `/certificates/${certificate}`;
  const created_date = '2026-11-20T01:00:00Z';
  return { status: 200, value: { username: user, status: 'downloadable', created_date, download_url } };
}

function findAccount({ site, url }: FakeAsked): FakeReply {
  const email = url.searchParams.get('email');
  const found = [...site.accounts].filter(([, one]) => one === email);
  const value = found.map(([username]) => ({ username, email, is_active: true }));
  return found.length > 0 ? { status: 200, value } : { status: 404, value: { detail: 'Not found.' } };
}
