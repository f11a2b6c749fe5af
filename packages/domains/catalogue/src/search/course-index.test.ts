import type { Jp, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { CourseId } from '../course.ts';
import { searchableCourse } from '../testing/searchable-course.ts';
import { type CourseIndex, createCourseIndex } from './course-index.ts';
import { searchQuerySchema } from './search-query.ts';
import type { SearchableCourse } from './searchable-course.ts';

const catalogue: readonly SearchableCourse[] = [
  searchableCourse('security', {
    title: { id: 'Keamanan Informasi bagi ASN', en: 'Information Security' },
    description: { id: 'Menjaga data pribadi dan sandi.' },
    languages: ['id', 'en'],
    subject: 'digital',
    competencies: ['Literasi digital'],
    jp: 400 as Jp,
    publishedAt: '2026-03-01T00:00:00.000Z',
  }),
  searchableCourse('leading', {
    title: { id: 'Kepemimpinan Pengawas' },
    description: { id: 'Memimpin tim dan melayani publik. Keamanan kerja.' },
    subject: 'leadership',
    competencies: ['Kerja sama', 'Literasi digital'],
    jp: 4_000 as Jp,
    form: 'KL05',
    price: 250_000,
    publishedAt: '2026-03-03T00:00:00.000Z',
  }),
  searchableCourse('serving', {
    title: { id: 'Pelayanan Publik Prima' },
    subject: 'public-service',
    competencies: ['Kerja sama'],
    jp: 900 as Jp,
    providerId: 'p2' as ProviderId,
    publishedAt: '2026-03-02T00:00:00.000Z',
  }),
  searchableCourse('ethics', {
    title: { en: 'Ethics and Policies' },
    languages: ['en'],
    subject: 'ethics',
    jp: 1_000 as Jp,
    publishedAt: '2026-02-01T00:00:00.000Z',
  }),
];

const names: Readonly<Record<string, string>> = { p1: 'Universitas Terbuka', p2: 'Politeknik Bandung' };

function indexOf(courses: readonly SearchableCourse[] = catalogue): CourseIndex {
  const index = createCourseIndex();
  for (const course of courses) index.put(course, names[course.providerId] ?? '');
  return index;
}

const ask = (index: CourseIndex, query: object) => index.search(searchQuerySchema.parse(query));
const found = (text: string) => ask(indexOf(), { text }).courses.map(({ courseId }) => courseId);

describe('words', () => {
  it.each([
    ['keamanan informasi', ['security']],
    ['KEAMANAN', ['security', 'leading']],
    ['informasi keamanan', ['security']],
    ['memimpin', ['leading']],
    ['melayani', ['serving', 'leading']],
    ['pelayan', ['serving', 'leading']],
    ['policy', ['ethics']],
    ['terbuka', ['security', 'leading', 'ethics']],
    ['bandung', ['serving']],
    ['literasi digital', ['security', 'leading']],
    ['etika', ['ethics']],
    ['leadership', ['leading']],
    ['pns', ['security']],
    ['sandi', ['security']],
  ])('%s finds %j', (text, ids) => {
    expect(found(text).toSorted()).toEqual(ids.toSorted());
  });

  it('puts a word of the title above the same word of a description', () => {
    expect(found('keamanan')).toEqual(['security', 'leading']);
    expect(found('melayani publik')[0]).toBe('serving');
  });

  it('finds the beginning of the word that is being typed', () => {
    expect(found('keam')).toContain('security');
    expect(found('kepemimpin')).toEqual(['leading']);
  });

  it.each([
    ['keamnan infromasi', 'keamanan informasi', 'security'],
    ['kepimimpinan', 'kepemimpinan', 'leading'],
    ['pelyanan publik', 'pelayanan publik', 'serving'],
    ['ethicz', 'ethics', 'ethics'],
  ])('corrects %s to %s and says so', (text, corrected, id) => {
    const result = ask(indexOf(), { text });
    expect(result.corrected).toBe(corrected);
    expect(result.courses[0]?.courseId).toBe(id);
  });

  it('says that no course has all words, and gives those that have most', () => {
    const result = ask(indexOf(), { text: 'kepemimpinan pengawas kelautan' });
    expect(result.partial).toBe(true);
    expect(result.courses.map(({ courseId }) => courseId)).toEqual(['leading']);
    expect(ask(indexOf(), { text: 'kepemimpinan' }).partial).toBe(false);
  });

  it('suggests what would be found when nothing is', () => {
    const result = ask(indexOf(), { text: 'pxlayxnxn' });
    expect(result).toMatchObject({ total: 0, courses: [] });
    expect(result.suggestions).toContain('pelayanan');
    expect(ask(indexOf(), { text: 'zzzzzzzzz' }).suggestions).toEqual([]);
  });

  it('takes any text', () => {
    const index = indexOf();
    for (const text of [
      '',
      '   ',
      '\u0000',
      '"',
      '*',
      '((((',
      'é',
      '漢字',
      'x'.repeat(200),
      '\ud800',
      'yang',
    ]) {
      expect(() => ask(index, { text })).not.toThrow();
    }
  });
});

describe('filters', () => {
  it('counts each filter under the others and not under itself', () => {
    const { total, facets } = ask(indexOf(), { subject: ['digital', 'leadership'], price: ['free'] });
    expect(total).toBe(1);
    expect(facets.price).toEqual([
      { value: 'free', count: 1 },
      { value: 'paid', count: 1 },
    ]);
    // Those that are free, whatever they are about.
    expect(facets.subject.map(({ value, count }) => [value, count])).toEqual([
      ...[
        ['digital', 1],
        ['ethics', 1],
        ['public-service', 1],
        ['leadership', 0],
      ],
    ]);
    expect(facets.language).toEqual([
      { value: 'en', count: 1 },
      { value: 'id', count: 1 },
    ]);
  });

  it.each([
    [{ language: ['en'] }, ['ethics', 'security']],
    [{ jp: ['below-5'] }, ['security']],
    [{ jp: ['5-10', 'from-40'] }, ['leading', 'serving']],
    [{ jp: ['10-20'] }, ['ethics']],
    [{ form: ['KL05'] }, ['leading']],
    [{ provider: ['p2'] }, ['serving']],
    [{ competency: ['kerja sama'] }, ['leading', 'serving']],
    [{ price: ['paid'] }, ['leading']],
    [{ competency: ['Kerja sama'], price: ['free'] }, ['serving']],
    [{ provider: ['nobody'] }, []],
    [{ text: 'publik', provider: ['p2'] }, ['serving']],
  ])('%j finds %j', (query, ids) => {
    const { courses, total } = ask(indexOf(), query);
    expect(courses.map(({ courseId }) => courseId).toSorted()).toEqual(ids);
    expect(total).toBe(ids.length);
  });

  it('counts and filters by the lists that everybody has, and by none of them what says nothing of itself', () => {
    const index = createCourseIndex();
    const put = (id: string, classification?: SearchableCourse['classification']) =>
      index.put(searchableCourse(id, { ...(classification && { classification }) }), 'Kampus');
    put('a', {
      ...{ coreValues: ['service', 'loyal'], fields: ['kearsipan', 'hukum'] },
      ...{ digitalPillars: [], certification: 'course' },
    });
    put('b', { coreValues: ['service'], fields: ['hukum'], digitalPillars: ['ethics', 'safety'] });
    put('c');
    const whole = ask(index, {});
    expect(whole.total).toBe(3);
    expect(whole.facets.coreValue).toEqual([
      { value: 'service', count: 2 },
      { value: 'loyal', count: 1 },
    ]);
    expect(whole.facets.certification).toEqual([{ value: 'course', count: 1 }]);
    const law = ask(index, { field: ['hukum'], digitalPillar: ['ethics'] });
    expect(law.courses.map(({ courseId }) => courseId)).toEqual(['b']);
    expect(law.facets.field).toEqual([{ value: 'hukum', count: 1 }]);
    expect(ask(index, { coreValue: ['loyal'], digitalPillar: ['safety'] }).total).toBe(0);
    // The field is a word to search by as well.
    expect(ask(index, { text: 'kearsipan' }).courses.map(({ courseId }) => courseId)).toEqual(['a']);
  });

  it('keeps a value that was asked for with nothing found', () => {
    const { facets } = ask(indexOf(), { text: 'etika', competency: ['Kerja sama', 'Unbekannt'] });
    expect(facets.competency).toEqual([
      { value: 'Kerja sama', count: 0 },
      { value: 'Unbekannt', count: 0 },
    ]);
  });

  it('adds up: the counts of a filter with one value each are the results without it', () => {
    const index = indexOf();
    const { facets } = ask(index, { text: 'publik', price: ['free'] });
    const { total } = ask(index, { text: 'publik' });
    expect(facets.price.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });
});

describe('order and pages', () => {
  const ids = (query: object) => ask(indexOf(), query).courses.map(({ courseId }) => courseId);

  it('is the newest first without words, and by what was asked', () => {
    expect(ids({})).toEqual(['leading', 'serving', 'security', 'ethics']);
    expect(ids({ sort: 'newest', text: 'publik' })).toEqual(['leading', 'serving']);
    expect(ids({ sort: 'title' })).toEqual(['ethics', 'security', 'leading', 'serving']);
    expect(ids({ sort: 'title', locale: 'en' })).toEqual(['ethics', 'security', 'leading', 'serving']);
    const swapped = indexOf([
      searchableCourse('one', { title: { id: 'A', en: 'Z' } }),
      searchableCourse('two', { title: { id: 'B', en: 'Y' } }),
    ]);
    const inOrder = (locale: string) =>
      ask(swapped, { sort: 'title', locale }).courses.map(({ courseId }) => courseId);
    expect([inOrder('id'), inOrder('en')]).toEqual([
      ['one', 'two'],
      ['two', 'one'],
    ]);
    expect(ids({ sort: 'jp' })).toEqual(['security', 'serving', 'ethics', 'leading']);
  });

  it('gives pages that leave none out and repeat none', () => {
    const many = Array.from({ length: 57 }, (_, n) => searchableCourse(`c${n}`));
    const index = indexOf(many);
    const seen = [0, 20, 40].flatMap((offset) =>
      ask(index, { text: 'kursus', offset, limit: 20 }).courses.map(({ courseId }) => courseId),
    );
    expect(new Set(seen).size).toBe(57);
    expect(seen).toHaveLength(57);
    expect(ask(index, { offset: 60 })).toMatchObject({ total: 57, courses: [] });
  });
});

describe('changes', () => {
  it('finds a course by its new words and no longer by the old ones, and not at all when it left', () => {
    const index = indexOf();
    index.put(searchableCourse('ethics', { title: { id: 'Arsip dinamis' } }), 'X');
    expect(ask(index, { text: 'arsip' }).total).toBe(1);
    expect(ask(index, { text: 'policies' }).total).toBe(0);
    index.remove('ethics' as CourseId);
    index.remove('ethics' as CourseId);
    expect(ask(index, { text: 'arsip' })).toMatchObject({ total: 0 });
    expect(ask(index, {}).total).toBe(3);
    expect(index.size).toBe(3);
  });

  it('stays the same however often courses are replaced', () => {
    const index = createCourseIndex();
    for (let round = 0; round < 40; round += 1) {
      for (let n = 0; n < 100; n += 1) {
        index.put(searchableCourse(`c${n}`, { title: { id: `Kursus nomor${n} putaran${round}` } }), '');
      }
    }
    expect(index.size).toBe(100);
    expect(ask(index, { text: 'putaran39' }).total).toBe(100);
    expect(ask(index, { text: 'nomor7 putaran39' }).courses[0]?.courseId).toBe('c7');
    expect(ask(index, {}).facets.price).toEqual([{ value: 'free', count: 100 }]);
  });
});
