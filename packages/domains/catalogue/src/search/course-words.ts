import type { LanguageMap } from '@sinau/kernel';
import type { Subject } from '../course-details.ts';
import type { SearchableCourse } from './searchable-course.ts';
import { stemOf } from './stem.ts';
import { wordsOf } from './words.ts';

/** How much a word of each field tells of a course, and how many words such a field has as a rule. */
const fields = {
  title: { weight: 4, usual: 8 },
  competencies: { weight: 2.5, usual: 8 },
  subject: { weight: 1.5, usual: 3 },
  provider: { weight: 1.5, usual: 4 },
  description: { weight: 1, usual: 50 },
} as const;

/** What a subject is searched by, in both languages. */
const subjectWords: Readonly<Record<Subject, string>> = {
  leadership: 'kepemimpinan leadership',
  'public-service': 'pelayanan publik public service',
  'law-and-policy': 'hukum kebijakan law policy',
  finance: 'keuangan finance',
  planning: 'perencanaan planning',
  'human-resources': 'sumber daya manusia sdm human resources',
  digital: 'digital teknologi informasi information technology',
  data: 'data statistik statistics',
  communication: 'komunikasi communication',
  ethics: 'etika integritas ethics integrity',
  health: 'kesehatan health',
  education: 'pendidikan education',
  environment: 'lingkungan environment',
  procurement: 'pengadaan barang jasa procurement',
  language: 'bahasa language',
  other: '',
};

/** What a course is found by: how much each stem weighs, and the words as they are written. */
export interface CourseWords {
  readonly weights: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
}

export function wordsOfCourse(course: SearchableCourse, providerName: string): CourseWords {
  const weights = new Map<string, number>();
  const words = new Set<string>();
  const add = (text: string, { weight, usual }: { readonly weight: number; readonly usual: number }) => {
    const found = wordsOf(text);
    // A word among few says more than one among many; the second occurrence says less than the first.
    const each = weight / (0.7 + (0.3 * found.length) / usual);
    const seen = new Map<string, number>();
    for (const word of found) {
      words.add(word);
      const stem = stemOf(word);
      const times = (seen.get(stem) ?? 0) + 1;
      seen.set(stem, times);
      weights.set(stem, (weights.get(stem) ?? 0) + each / times ** 2);
    }
  };
  for (const text of textsOf(course.title)) add(text, fields.title);
  for (const text of textsOf(course.description)) add(text, fields.description);
  add(course.competencies.join(' '), fields.competencies);
  add(subjectWords[course.subject], fields.subject);
  // Their codes are words of the language that most search in.
  add((course.classification?.fields ?? []).join(' ').replaceAll('-', ' '), fields.subject);
  add(providerName, fields.provider);
  return { weights, words };
}

/** Each language for itself; the same text under two tags counts once. */
const textsOf = (map: LanguageMap): readonly string[] => [...new Set(Object.values(map))];
