/** What lies in the database of a fake Moodle; tests change it as they like. */
export interface FakeCourse {
  id: number;
  shortname: string;
  /** Unescaped; calls escape it as the real ones do. */
  fullname: string;
  /** HTML. */
  summary: string;
  categoryid: number;
  /** Epoch seconds; 0: none. */
  startdate: number;
  enddate: number;
  timemodified: number;
  /** 0: learners do not see it, and an account with `moodle/course:viewhiddencourses` alone may enter it. */
  visible: 0 | 1;
  lang: string;
  enablecompletion: 0 | 1;
  /** By short name, e.g. `jp`, `sks`, `harga`, `kompetensi`. */
  fields: Record<string, string>;
  /** False: "manual enrolment" was taken away from it. */
  hasManualEnrolment: boolean;
}

export interface FakeUser {
  id: number;
  username: string;
  idnumber: string;
  firstname: string;
  lastname: string;
  email: string;
  auth: string;
  suspended: boolean;
  institution: string;
  department: string;
}

/** What the role of the account may do that the token belongs to, as sites call it: what Sinau asks for, and no more. */
export const moodleRights = [
  ...['moodle/course:view', 'moodle/course:viewhiddencourses'],
  ...['moodle/course:viewparticipants', 'moodle/course:enrolreview'],
  ...['enrol/manual:enrol', 'enrol/manual:unenrol', 'moodle/role:assign'],
  ...['gradereport/user:view', 'moodle/grade:viewall', 'report/completion:view'],
  ...['moodle/user:create', 'moodle/user:viewdetails', 'moodle/user:viewalldetails'],
  'moodle/site:viewuseridentity',
] as const;

export interface FakeEnrolment {
  readonly courseid: number;
  readonly userid: number;
  roleid: number;
  /** `lti` and others are not ended by `enrol_manual_unenrol_users`. */
  by: 'manual' | 'lti';
  /** Points of the course's total, of 100. */
  grade?: number;
  /** A part of the course that has no grade yet. */
  hasUngradedPart?: boolean;
  completed?: boolean;
  /** Epoch seconds; absent: a person has marked it complete by hand. */
  timecompleted?: number;
  gradedAt?: number;
}

export interface FakeSite {
  name: string;
  token: string;
  /** What the token may call. */
  functions: Set<string>;
  /** Capabilities of the account's role. */
  rights: Set<string>;
  /** Courses in which the account has that role; absent: the whole site. */
  rightsIn?: Set<number>;
  /** How accounts may sign in. */
  auths: Set<string>;
  /** `allowaccountssameemail`; a fresh Moodle says no. */
  allowsSameEmail: boolean;
  courses: Map<number, FakeCourse>;
  /** The category that each category lies in; absent: none. */
  parents: Map<number, number>;
  users: Map<number, FakeUser>;
  enrolments: FakeEnrolment[];
}

/** Functions of the recorded site that Sinau may call. */
export const moodleFunctions = [
  'core_webservice_get_site_info',
  'core_course_get_courses',
  'core_course_get_courses_by_field',
  'core_course_search_courses',
  'core_course_get_categories',
  'core_enrol_get_enrolled_users',
  'core_enrol_get_users_courses',
  'enrol_manual_enrol_users',
  'enrol_manual_unenrol_users',
  'core_user_get_users_by_field',
  'core_user_create_users',
  'core_completion_get_course_completion_status',
  'gradereport_user_get_grade_items',
] as const;

const firstMoment = 1_795_504_718;

export function sampleFakeCourse(given: Partial<FakeCourse> & { readonly id: number }): FakeCourse {
  const { id } = given;
  return {
    shortname: `ADM${id}`,
    fullname: `Kebijakan Publik ${id}`,
    summary: `<p>Mata kuliah <b>Kebijakan Publik ${id}</b> (2 SKS, 20 JP).</p>`,
    categoryid: 2 + (id % 3),
    ...{ startdate: 1_785_538_800, enddate: 1_798_675_200, timemodified: firstMoment + id },
    ...{ visible: 1, lang: '', enablecompletion: 1, hasManualEnrolment: true },
    fields: { jp: '20', sks: '2', harga: '0', kompetensi: 'KOM-01' },
    ...given,
  };
}

export function sampleFakeUser(given: Partial<FakeUser> & { readonly id: number }): FakeUser {
  const username = given.username ?? `peserta${given.id}`;
  return {
    ...{ username, idnumber: '', firstname: 'Peserta', lastname: String(given.id) },
    ...{ email: `${username}@univ.test`, auth: 'manual', suspended: false },
    ...{ institution: '', department: '' },
    ...given,
  };
}

/** Eight courses of three faculties as recorded, without people. */
export function sampleFakeSite(): FakeSite {
  const courses = [
    sampleFakeCourse({ id: 2, shortname: 'ADM101', fullname: 'Kebijakan Publik Berbasis Bukti' }),
    sampleFakeCourse({ id: 3, shortname: 'ADM205', fullname: 'Manajemen Kinerja Sektor Publik' }),
    sampleFakeCourse({
      ...{ id: 4, shortname: 'ADM310', fullname: 'Kepemimpinan Transformasional ASN' },
      fields: { jp: '40', sks: '3', harga: '1250000', kompetensi: 'KOM-03' },
    }),
    sampleFakeCourse({ id: 5, shortname: 'CS101', fullname: 'Literasi Data untuk Aparatur Sipil Negara' }),
    sampleFakeCourse({ id: 6, shortname: 'CS230', fullname: 'Keamanan Siber & Pelindungan Data Pribadi' }),
    sampleFakeCourse({ id: 7, shortname: 'CS340', fullname: 'Kecerdasan Artifisial dalam Pelayanan Publik' }),
    sampleFakeCourse({ id: 8, shortname: 'LAW120', fullname: 'Hukum Administrasi Negara' }),
    sampleFakeCourse({ id: 9, shortname: 'LAW215', fullname: 'Pengadaan Barang/Jasa Pemerintah – Dasar' }),
  ];
  return {
    name: 'Universitas Contoh',
    token: 'f4k3t0k3nf4k3t0k3nf4k3t0k3nf4k3t',
    functions: new Set(moodleFunctions),
    rights: new Set(moodleRights),
    auths: new Set(['manual', 'lti', 'oauth2', 'ldap']),
    allowsSameEmail: false,
    courses: new Map(courses.map((course) => [course.id, course])),
    parents: new Map(),
    users: new Map(),
    enrolments: [],
  };
}
