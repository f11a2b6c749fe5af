import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openEdxUsername,
  readOpenEdxAccounts,
  readOpenEdxCertificate,
  readOpenEdxCourses,
  readOpenEdxEnrolment,
  readOpenEdxEnrolments,
  readOpenEdxGrades,
  readOpenEdxPage,
  readOpenEdxRefusal,
  readOpenEdxRuns,
  readOpenEdxToken,
} from './index.ts';

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`./testing/samples/${name}.json`, import.meta.url), 'utf8'));
const site = { baseUrl: 'https://mooc.example' };
const runSite = { ...site, mode: 'verified' };
const run = { key: 'course-v1:UT+ADM+2026', title: 'Administrasi', status: 'published' };
const runOf = (more: object) => readOpenEdxRuns([{ ...run, ...more }], runSite)?.[0];

describe('courses of an Open edX site', () => {
  it('are read from recorded pages, hidden ones as hidden', () => {
    const first = readOpenEdxPage(sample('courses-v1-list.page1'));
    expect(first).toMatchObject({ next: '?page=2&page_size=1', count: 2 });
    expect(readOpenEdxCourses(first?.items ?? [], site)).toEqual([
      {
        externalId: 'edX/toy/2012_Fall',
        code: 'edX+toy',
        title: 'Toy Course',
        description: 'A course about toys.',
        url: 'https://mooc.example/courses/edX/toy/2012_Fall/about',
        ...{ languages: [], competencies: [], visible: true },
        startsAt: '2015-06-15T00:00:00.000Z',
        endsAt: '2015-07-15T00:00:00.000Z',
        classesFrom: '2015-07-17',
      },
    ]);
    const last = readOpenEdxPage(sample('courses-v1-list.page2'));
    expect(last).not.toHaveProperty('next');
    const [custom] = readOpenEdxCourses(last?.items ?? [], site) ?? [];
    expect(custom).toMatchObject({ externalId: 'course-v1:edX+custom+2012_Fall', visible: false });
    expect(custom).not.toHaveProperty('startsAt');
  });

  it('open to learners when enrolment does, not on the first day of classes, and close with the course at the latest', () => {
    const course = { id: 'a+b+c', key: 'a+b+c', name: 'A', start: '2030-03-01T00:00:00Z' };
    const times = { enrollment_start: '2030-01-01T00:00:00Z', enrollment_end: '2030-02-01T00:00:00Z' };
    const end = '2030-06-01T00:00:00Z';
    for (const read of [
      (one: object) => readOpenEdxCourses([one], site)?.[0],
      (one: object) => readOpenEdxRuns([{ ...run, ...one }], runSite)?.[0],
    ]) {
      expect(read(course)).not.toHaveProperty('startsAt');
      expect(read(course)?.classesFrom).toBe('2030-03-01');
      // 1 January 2030 is how Open edX says that nobody has decided; so are words in its place.
      expect(read({ ...course, start: '2030-01-01T00:00:00Z' })).not.toHaveProperty('classesFrom');
      expect(read({ ...course, ...times, end })).toMatchObject({
        ...{ startsAt: '2030-01-01T00:00:00.000Z', endsAt: '2030-02-01T00:00:00.000Z' },
      });
      expect(read({ ...course, end })?.endsAt).toBe('2030-06-01T00:00:00.000Z');
    }
  });

  it('are read from older bodies as well, but not when one has no id', () => {
    expect(readOpenEdxCourses(sample('courses-loader'), site)).toHaveLength(3);
    expect(readOpenEdxCourses([{ course_id: 'edX/a/b', name: 'A' }], site)?.[0]?.externalId).toBe('edX/a/b');
    expect(readOpenEdxCourses([{ name: 'A' }], site)).toBeUndefined();
  });
});

describe('runs of a catalogue service', () => {
  it('are read from recorded answers: prices as words or numbers, an end in the year 3000 as none', () => {
    const runs = readOpenEdxRuns(sample('course-runs').runs, { ...site, mode: 'audit' });
    expect(runs?.map(({ price }) => price)).toEqual([0, 0]);
    expect(runs?.[0]).not.toHaveProperty('endsAt');
    expect(runs?.[0]).toMatchObject({ languages: ['en'], modifiedAt: '2017-08-18T00:32:33.754Z' });
  });

  it('are found among the programs and courses of a search', () => {
    const found = readOpenEdxRuns(sample('course-runs').search.results, runSite);
    expect(found).toMatchObject([{ externalId: 'course-v1:edX+DemoX+Demo_Course' }]);
  });

  it.each([
    [{ type: 'verified', price: '150000.00', currency: 'IDR' }, 150_000],
    [{ type: 'verified', price: 150_000, currency: 'idr' }, 150_000],
    [{ type: 'verified', price: '0.00', currency: 'USD' }, 0],
    [{ type: 'verified', price: 149, currency: 'USD' }, undefined],
    [{ type: 'verified', price: null, currency: 'IDR' }, undefined],
    [{ type: 'audit', price: 0, currency: 'IDR' }, undefined],
  ])('cost what the seat of the mode costs in rupiah: %j', (seat, price) => {
    expect(runOf({ seats: [seat] })?.price).toBe(price);
  });

  it('that are not published are none', () => {
    expect(runOf({ status: 'unpublished' })).toBeUndefined();
    expect(runOf({ status: undefined, published: false })).toBeUndefined();
    expect(runOf({ hidden: true })).toMatchObject({ visible: false });
  });

  it('lead to a page of the site when their own is no address', () => {
    const about = 'https://mooc.example/courses/course-v1:UT+ADM+2026/about';
    for (const marketing_url of ['course/demo', 'javascript:alert(1)', null]) {
      expect(runOf({ marketing_url })?.url).toBe(about);
    }
    expect(runOf({ marketing_url: 'https://ut.example/adm' })?.url).toBe('https://ut.example/adm');
  });
});

describe('pages', () => {
  it('are none without a list, and no last page when the next one cannot be asked for', () => {
    for (const value of [null, [], {}, { results: 1 }, { results: [], next: 'https://mooc.example/' }]) {
      expect(readOpenEdxPage(value)).toBeUndefined();
    }
  });

  it('lead nowhere else: of the next address what stands behind the ? is taken alone', () => {
    const next = 'http://evil.example/steal?cursor=abc';
    expect(readOpenEdxPage({ results: [], next })).toEqual({ items: [], next: '?cursor=abc' });
  });
});

describe('learners of an Open edX site', () => {
  it('are in a course, were in it, or never', () => {
    const recorded = sample('enrollment-v1');
    expect(readOpenEdxEnrolment(recorded)).toBe('active');
    expect(readOpenEdxEnrolment({ ...recorded, is_active: false })).toBe('ended');
    expect(['', null, {}].map(readOpenEdxEnrolment)).toEqual(['none', 'none', 'none']);
    expect(readOpenEdxEnrolment({ detail: 'no' })).toBeUndefined();
  });

  it('tells what is said to a learner from what is said of us', () => {
    const localizedMessage = '  Hanya <b>mahasiswa</b>\n aktif. ';
    expect(readOpenEdxRefusal({ message: 'x', localizedMessage })).toBe('Hanya mahasiswa aktif.');
    const message = "Users from this location cannot access the course 'x'.";
    expect(readOpenEdxRefusal({ message, user_message_url: 'https://a.example/embargo' })).toBe(message);
    expect(readOpenEdxRefusal({ localizedMessage: 'a'.repeat(900) })).toHaveLength(300);
    const mode = { message: 'User does not have permission to create enrollment with mode [verified].' };
    const others = [mode, { detail: 'no' }, { localizedMessage: ' ' }, { localizedMessage: 4 }, '', null];
    expect(others.map(readOpenEdxRefusal)).toEqual(others.map(() => undefined));
  });

  it('of a course are those who have not left it', () => {
    const items = [
      { user: 'budi', is_active: true, course_id: 'a+b+c' },
      { user: 'sari', is_active: false, course_id: 'a+b+c' },
      { user: 'tono', is_active: true, course_id: 'other' },
    ];
    expect(readOpenEdxEnrolments(items, { externalCourseId: 'a+b+c' })).toEqual([
      { externalCourseId: 'a+b+c', externalLearnerId: 'budi', state: 'active' },
    ]);
  });

  it('have names that a pseudonym fits into', () => {
    expect(openEdxUsername('0f'.repeat(32))).toBe('0f'.repeat(15));
    expect(openEdxUsername('Ps.8f2c@x')).toBe('Ps-8f2c-x');
    expect(readOpenEdxAccounts([{ username: 'budi', email: 'budi@example.com' }])).toHaveLength(1);
    expect(readOpenEdxAccounts([{ username: '../admin', email: '' }])).toBeUndefined();
  });
});

describe('results of an Open edX site', () => {
  it('are shares of one, whatever their name says', () => {
    const grades = readOpenEdxGrades(sample('grades-v1-courses').results);
    expect(grades?.map(({ username, passed, share }) => [username, passed, share])).toEqual([
      ['bob', false, 0.03],
      ['fred', true, 0.83],
      ['kate', false, 0.19],
    ]);
    expect(grades?.[1]?.letter).toBe('B');
    const percent = [{ username: 'x', course_id: 'a+b+c', passed: true, percent: 83, letter_grade: null }];
    expect(readOpenEdxGrades(percent)?.[0]).not.toHaveProperty('share');
  });

  it('have a certificate when it can be fetched', () => {
    const certificate = {
      ...{ username: 'fred', status: 'downloadable', created_date: '2026-11-20T00:00:00Z' },
      download_url: '/certificates/0f4a2b7c9d',
    };
    expect(readOpenEdxCertificate(certificate, site.baseUrl)).toEqual({
      number: '0f4a2b7c9d',
      url: 'https://mooc.example/certificates/0f4a2b7c9d',
      issuedAt: '2026-11-20T00:00:00.000Z',
    });
    expect(readOpenEdxCertificate({ ...certificate, status: 'unavailable' }, site.baseUrl)).toBe('none');
    expect(readOpenEdxCertificate({ ...certificate, download_url: null }, site.baseUrl)).toBe('none');
  });
});

describe('tokens', () => {
  it('are shown as what they are', () => {
    expect(readOpenEdxToken(sample('oauth2-token'))).toMatchObject({
      ...{ authorization: 'JWT eyJ...', expiresInSeconds: 3600 },
      scopes: new Set(['read', 'write', 'email', 'profile']),
    });
    const bearer = { access_token: 'abc', token_type: 'Bearer', expires_in: 60 };
    expect(readOpenEdxToken(bearer)?.authorization).toBe('Bearer abc');
    expect(readOpenEdxToken({ access_token: 'a\r\nx: y' })).toBeUndefined();
    expect(readOpenEdxToken({ error: 'invalid_client' })).toBeUndefined();
  });
});

it('readers of Open edX throw at nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const list = Array.isArray(value) ? value : [value];
      readOpenEdxPage(value);
      readOpenEdxCourses(list, site);
      readOpenEdxRuns(list, runSite);
      readOpenEdxEnrolment(value);
      readOpenEdxRefusal(value);
      readOpenEdxGrades(value);
      readOpenEdxCertificate(value, site.baseUrl);
      readOpenEdxToken(value);
    }),
  );
});
