import type { Jp } from '@sinau/kernel';
import type { CatalogueQuery, CatalogueView, ResultView, SavedView } from '../catalogue/ports.ts';
import { cards } from './fixtures.ts';

const results: readonly ResultView[] = cards.map((card, n) => ({
  courseId: card.courseId,
  title: card.title,
  description: n === 2 ? {} : { id: 'Dari kasus nyata pemerintah daerah, dengan latihan dan lembar kerja.' },
  provider: card.provider,
  jp: card.jp ?? (100 as Jp),
  minutes: 90 + 45 * n,
  ...(n < 2 && { rating: { average: 4.3, count: 150 } }),
  form: n === 3 ? 'KL05' : 'NKL03',
  languages: card.languages,
  price: n === 3 ? 150_000 : 0,
  ...(card.state && { state: card.state }),
  saved: n === 1,
}));

/** What each search finds, as far as the pages are concerned. */
export function searchOf(query: CatalogueQuery): CatalogueView {
  const isEmpty = query.text === 'kosong';
  const isCorrected = query.text === 'anggran';
  return {
    courses: isEmpty || query.page > 3 ? [] : results,
    total: isEmpty ? 0 : 60,
    pages: isEmpty ? 0 : 3,
    facets: {
      subject: [
        { value: 'data', count: 31 },
        { value: 'finance', count: 17 },
        ...['digital', 'health', 'ethics', 'planning'].map((value) => ({ value, count: 3 })),
      ],
      form: [
        { value: 'NKL03', count: 48 },
        { value: 'KL05', count: 12 },
      ],
      jp: [
        { value: 'below-5', count: 40 },
        { value: 'from-40', count: 20 },
      ],
      language: [
        { value: 'id', count: 55 },
        { value: 'en', count: 21 },
      ],
      price: [{ value: 'free', count: 60 }],
      rating: [{ value: 'from-4', count: 12 }],
      provider: [{ value: 'provider-1', label: 'Universitas Nusantara', count: 60 }],
      competency: [{ value: 'Kerja sama <antarinstansi>', count: 4 }],
      field: [{ value: 'pelayanan-publik', label: 'Pelayanan Publik', count: 9 }],
      coreValue: [
        { value: 'service', label: 'Berorientasi Pelayanan', count: 14 },
        { value: 'competent', label: 'Kompeten', count: 6 },
      ],
      digitalPillar: [],
      certification: [{ value: 'course', label: 'Kursus', count: 2 }],
    },
    ...(isCorrected && { corrected: 'anggaran' }),
    partial: isCorrected,
    suggestions: isEmpty ? ['kosmetik', 'kolom'] : [],
    savedCount: savedCourses.length,
  };
}

export const savedCourses: readonly SavedView[] = [
  ...results.slice(1, 2).map((course) => ({
    courseId: course.courseId,
    title: course.title,
    savedAt: '2026-11-01T02:00:00.000Z',
    course,
  })),
  { courseId: 'ditarik', title: { id: 'Kursus yang ditarik' }, savedAt: '2026-10-01T02:00:00.000Z' },
];
