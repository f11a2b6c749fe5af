import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moodleForm,
  readMoodleAnswer,
  readMoodleCategories,
  readMoodleCompletion,
  readMoodleCourseIds,
  readMoodleCourseList,
  readMoodleCourses,
  readMoodleEnrolments,
  readMoodleGrades,
  readMoodleSite,
  readMoodleUserCourses,
  readMoodleUsers,
} from './index.ts';

const textOf = (name: string) =>
  readFileSync(new URL(`./testing/samples/${name}.json`, import.meta.url), 'utf8');
const sample = (name: string): unknown => {
  const answer = readMoodleAnswer(textOf(name));
  if (answer.outcome !== 'value') throw new Error(`${name} is no value`);
  return answer.value;
};
const site = { baseUrl: 'https://kuliah.example' };
const coursesOf = (...courses: object[]) => readMoodleCourses(courses, site) ?? [];

describe('courses of a Moodle', () => {
  it('are read from the recorded list, without the page of the site itself', () => {
    const courses = readMoodleCourses(sample('core_course_get_courses'), site);
    expect(courses?.map(({ externalId }) => externalId)).toEqual(['4', '2', '3', '6', '5', '7', '8', '9']);
    expect(courses?.[0]).toEqual({
      externalId: '4',
      code: 'ADM310',
      title: 'Kepemimpinan Transformasional ASN',
      description: 'Mata kuliah Kepemimpinan Transformasional ASN (3 SKS, 40 JP).',
      url: 'https://kuliah.example/course/view.php?id=4',
      jp: 40,
      sks: 3,
      price: 1_250_000,
      competencies: ['KOM-03'],
      languages: [],
      endsAt: '2026-12-31T00:00:00.000Z',
      classesFrom: '2026-08-01',
      visible: true,
      modifiedAt: '2026-11-24T07:18:43.000Z',
    });
  });

  it('are the same whichever of the two calls has told them', () => {
    const [one] = readMoodleCourses(sample('core_course_get_courses_by_field'), site) ?? [];
    const all = readMoodleCourses(sample('core_course_get_courses'), site) ?? [];
    expect(one).toEqual(all.find(({ externalId }) => externalId === '6'));
    expect(one?.title).toBe('Keamanan Siber & Pelindungan Data Pribadi');
  });

  it('have one name whether a call escapes it or not', () => {
    const names = ['Air &amp; Udara', 'Air & Udara', ' Air  &#38;\n Udara '];
    expect(
      coursesOf(...names.map((fullname, n) => ({ id: n + 2, fullname }))).map(({ title }) => title),
    ).toEqual(names.map(() => 'Air & Udara'));
  });

  it('carry no markup: summaries become lines of plain text, scripts nothing (case A10)', () => {
    const summary =
      '<style>p{}</style><p>Satu&nbsp;<b>dua</b></p><ul><li>tiga</li><li>empat</li></ul><script>alert(1)</script>';
    const [course] = coursesOf({ id: 2, fullname: '<img src=x onerror=alert(1)>Etika', summary });
    expect(course).toMatchObject({ title: 'Etika', description: 'Satu dua\n• tiga\n• empat' });
  });

  it('take numbers, truths and times as strings, and nothing for 0, null and ""', () => {
    const [course] = coursesOf({
      ...{ id: '12', fullname: 'Etika', visible: '0', startdate: '1785538800', enddate: 0, lang: 'en_us' },
      customfields: [
        { shortname: 'JP', value: '2,5 JP' },
        { shortname: 'harga', value: 'Rp 1.250.000' },
        { shortname: 'kuota', value: '40.00' },
        { shortname: 'sks', value: null, valueraw: '' },
        { shortname: 'kompetensi', value: '<p>KOM-01, KOM-02</p>' },
      ],
    });
    expect(course).toMatchObject({
      ...{ externalId: '12', visible: false, languages: ['en-us'] },
      ...{ jp: 2.5, price: 1_250_000, seats: 40, competencies: ['KOM-01', 'KOM-02'] },
    });
    expect(course).not.toHaveProperty('endsAt');
    // The first day of classes keeps nobody from enrolling before it.
    expect(course).not.toHaveProperty('startsAt');
    expect(course).not.toHaveProperty('sks');
  });

  it('with a name and a summary without end are shortened', () => {
    const [course] = coursesOf({ id: 2, fullname: '😀'.repeat(9_000), summary: 'x'.repeat(90_000) });
    expect(course?.title.length).toBeLessThanOrEqual(300);
    expect(course?.title.isWellFormed()).toBe(true);
    expect(course?.description).toHaveLength(4_000);
  });

  it('are refused as a whole when one of them is none', () => {
    expect(readMoodleCourses([{ id: 2, fullname: 'Etika' }, { fullname: 'tanpa id' }], site)).toBeUndefined();
    expect(readMoodleCourses(null, site)).toBeUndefined();
  });

  it('say whether learners see them, or do not say so, and in which category they lie', () => {
    const told = (courses: unknown) =>
      readMoodleCourseList(courses, site)?.map(({ categoryId, tellsVisible, course }) => [
        ...[categoryId, tellsVisible, course.visible],
      ]);
    const course = { id: 2, fullname: 'Etika', categoryid: '3' };
    expect(told([course])).toEqual([['3', false, true]]);
    expect(told({ courses: [{ ...course, visible: 0 }] })).toEqual([['3', true, false]]);
  });

  it('are found by a search, page by page', () => {
    expect(readMoodleCourseIds({ total: 3, courses: [{ id: 7 }, { id: '9' }], warnings: [] })).toEqual({
      ...{ total: 3, ids: ['7', '9'] },
    });
    expect(readMoodleCourseIds({ courses: [] })).toBeUndefined();
    expect(readMoodleCourseIds([])).toBeUndefined();
  });

  it('lie in categories that say how many there are', () => {
    expect(readMoodleCategories(sample('core_course_get_categories'))).toEqual([
      { id: '1', courses: 0 },
      { id: '2', courses: 3 },
      { id: '3', courses: 3 },
      { id: '4', courses: 2 },
    ]);
    expect(readMoodleCategories([{ id: 5, coursecount: '7', parent: 4 }])).toEqual([
      { id: '5', courses: 7, parent: '4' },
    ]);
  });
});

describe('people of a Moodle', () => {
  it('are known by their ids alone', () => {
    expect(readMoodleUsers(sample('core_user_get_users_by_field'))).toEqual([
      { id: '5', username: 'siti', idnumber: '199000001626686927', auth: 'manual', isSuspended: false },
    ]);
    expect(readMoodleUsers(sample('core_user_create_users'))?.[0]?.id).toBe('9');
  });

  it('are learners of a course when their role says so', () => {
    const read = readMoodleEnrolments(sample('core_enrol_get_enrolled_users'), {
      externalCourseId: '2',
      learnerRoleId: 5,
    });
    expect(read?.people).toBe(4);
    expect(read?.learners.map(({ externalLearnerId }) => externalLearnerId)).toEqual(['4', '6', '8']);
    expect(read?.learners[0]).toEqual({
      externalCourseId: '2',
      externalLearnerId: '4',
      subject: '199000003618520432',
      state: 'active',
    });
  });

  it('have completed a course, or it does not say', () => {
    expect(readMoodleUserCourses(sample('core_enrol_get_users_courses'))?.[0]).toEqual({
      id: '4',
      completed: true,
    });
    expect(readMoodleUserCourses([{ id: 4, completed: null }])).toEqual([{ id: '4' }]);
  });
});

describe('results of a Moodle', () => {
  it('tell a completed course, and when the last of it was done', () => {
    expect(readMoodleCompletion(sample('core_completion_get_course_completion_status'))).toEqual({
      completed: true,
      completedAt: '2026-11-24T07:18:42.000Z',
    });
    expect(readMoodleCompletion(sample('core_completion_get_course_completion_status.notcomplete'))).toEqual({
      completed: false,
    });
  });

  it('tell the total of the course and not the grade of a part; without a grade they tell nothing', () => {
    expect(readMoodleGrades(sample('gradereport_user_get_grade_items'))).toEqual([
      {
        ...{ userId: '6', idnumber: '199000001946304490', given: 40, maximum: 100, isWhole: true },
        gradedAt: '2026-11-24T07:18:43.000Z',
      },
      {
        ...{ userId: '4', idnumber: '199000003618520432', given: 85, maximum: 100, isWhole: true },
        gradedAt: '2026-11-24T07:18:42.000Z',
      },
    ]);
  });

  const grades = (...gradeitems: object[]) =>
    readMoodleGrades({ usergrades: [{ userid: 4, useridnumber: '', gradeitems }] });

  it('take points as strings, a least above zero, and percentages where points are hidden', () => {
    const course = { itemtype: 'course', grademin: '10', grademax: '60.00000' };
    expect(grades({ ...course, graderaw: '35.50000' })?.[0]).toMatchObject({ given: 25.5, maximum: 50 });
    expect(grades({ ...course, graderaw: null, percentageformatted: '85,50 %' })?.[0]).toMatchObject({
      given: 85.5,
      maximum: 100,
    });
    expect(grades({ ...course, graderaw: null, percentageformatted: '-' })).toEqual([]);
  });

  it('are running totals while a part has no grade', () => {
    const items = [
      { itemtype: 'mod', graderaw: null },
      { itemtype: 'course', graderaw: 50, grademax: 100 },
    ];
    expect(grades(...items)?.[0]).toMatchObject({ isWhole: false });
  });
});

describe('answers of a Moodle', () => {
  it('with HTTP 200 are told as faults, and nothing is kept that may hold SQL, tokens or people', () => {
    const faultOf = (name: string) => readMoodleAnswer(textOf(name));
    expect(faultOf('error_invalidtoken')).toEqual({
      outcome: 'fault',
      fault: { code: 'invalidtoken', exception: 'moodle_exception' },
    });
    expect(faultOf('error_nofunction')).toMatchObject({
      fault: { code: 'invalidrecord', table: 'external_functions' },
    });
    const indonesian = { errorcode: 'invalidrecord', exception: 'dml_missing_record_exception' };
    const message = 'Tidak dapat menemukan data dalam tabel basis data course.';
    expect(readMoodleAnswer(JSON.stringify({ ...indonesian, message }))).toMatchObject({
      fault: { table: 'course' },
    });
    expect(faultOf('enrol_manual_enrol_users.error')).toMatchObject({ fault: { code: 'invaliduser' } });
    const duplicate = faultOf('core_user_create_users.duplicate.error');
    expect(duplicate).toMatchObject({ fault: { code: 'invalidparameter' } });
    expect(JSON.stringify(duplicate)).not.toContain('199001012015031001');
    expect(readMoodleAnswer('{"exception":"x y","errorcode":"<script>"}')).toEqual({
      outcome: 'fault',
      fault: { code: 'unknown', exception: 'unknown' },
    });
  });

  it('of null are a success, and half an answer is none', () => {
    expect(readMoodleAnswer(textOf('enrol_manual_enrol_users.ok'))).toEqual({
      outcome: 'value',
      value: null,
    });
    expect(readMoodleAnswer(textOf('core_course_get_courses').slice(0, -40))).toEqual({
      outcome: 'unreadable',
    });
    expect(readMoodleAnswer('<!DOCTYPE html>')).toEqual({ outcome: 'unreadable' });
  });

  it('name the functions that a token may call', () => {
    const read = readMoodleSite(sample('core_webservice_get_site_info'));
    expect(read?.release).toBe('4.5.6 (Build: 20250811)');
    expect(read?.functions.has('enrol_manual_enrol_users')).toBe(true);
    expect(readMoodleSite({ sitename: 'another program' })).toBeUndefined();
  });

  it('never break a reader, whatever they hold', () => {
    const readers = [
      (value: unknown) => readMoodleCourses(value, site),
      (value: unknown) => readMoodleEnrolments(value, { externalCourseId: '2', learnerRoleId: 5 }),
      ...[readMoodleCategories, readMoodleCourseIds, readMoodleUsers, readMoodleUserCourses],
      ...[readMoodleCompletion, readMoodleGrades, readMoodleSite],
    ];
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, text) => {
        readMoodleAnswer(text);
        for (const read of readers) read(value);
        readMoodleCourses([{ id: 2, fullname: text, summary: text, customfields: [{ value: text }] }], site);
      }),
    );
  });
});

it('parameters are written as PHP reads them', () => {
  const form = moodleForm({ options: { ids: [4, 5] }, users: [{ username: 'a&b', createpassword: true }] });
  expect(decodeURIComponent(form)).toBe(
    'options[ids][0]=4&options[ids][1]=5&users[0][username]=a&b&users[0][createpassword]=1',
  );
});
