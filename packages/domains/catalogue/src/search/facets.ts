import type { Jp } from '@sinau/kernel';
import {
  type FacetCount,
  type FacetName,
  facetNames,
  type jpBands,
  ratingBands,
  type SearchQuery,
} from './search-query.ts';
import type { SearchableCourse } from './searchable-course.ts';
import { foldText } from './words.ts';

/** Values are numbers while they are counted, and texts outside. */
export interface Facets {
  put(course: number, values: SearchableCourse): void;
  /**
   * Goes through courses that match the words; gives those that meet all filters, and counts. Each filter is counted
   * under the others, not under itself.
   */
  count(
    courses: Iterable<number>,
    query: SearchQuery,
  ): {
    readonly courses: readonly number[];
    readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  };
}

/** Beyond that nobody reads on; there is the search. Values that were asked for come on top. */
const mostValues = 30;

interface Values {
  readonly name: FacetName;
  /** Text by its number. */
  readonly texts: string[];
  /** Number by folded text. */
  readonly numbers: Map<string, number>;
  /** Numbers by course. */
  readonly ofCourse: (readonly number[])[];
}

export function createFacets(): Facets {
  const all: readonly Values[] = facetNames.map((name) => ({
    name,
    texts: [],
    numbers: new Map(),
    ofCourse: [],
  }));
  return {
    put: (course, values) => {
      for (const values_ of all)
        values_.ofCourse[course] = numbersOf(values_, valuesOf[values_.name](values));
    },
    count: (courses, query) => countFacets(all, courses, query),
  };
}

function numbersOf({ texts, numbers }: Values, given: readonly string[]): readonly number[] {
  return given.map((text) => {
    const folded = foldText(text);
    const known = numbers.get(folded);
    if (known !== undefined) return known;
    numbers.set(folded, texts.length);
    texts.push(text);
    return texts.length - 1;
  });
}

const valuesOf: Readonly<Record<FacetName, (course: SearchableCourse) => readonly string[]>> = {
  language: ({ languages }) => languages,
  jp: ({ jp }) => [bandOf(jp)],
  form: ({ form }) => [form],
  provider: ({ providerId }) => [providerId],
  competency: ({ competencies }) => [...new Set(competencies)],
  subject: ({ subject }) => [subject],
  price: ({ price }) => [price === 0 ? 'free' : 'paid'],
  rating: ({ rating }) =>
    ratingBands.filter((band) => rating && rating.average >= Number(band.slice('from-'.length))),
  coreValue: ({ classification }) => classification?.coreValues ?? [],
  field: ({ classification }) => classification?.fields ?? [],
  digitalPillar: ({ classification }) => classification?.digitalPillars ?? [],
  certification: ({ classification }) =>
    classification?.certification === undefined ? [] : [classification.certification],
};

export function bandOf(jp: Jp): (typeof jpBands)[number] {
  if (jp < 500) return 'below-5';
  if (jp < 1000) return '5-10';
  if (jp < 2000) return '10-20';
  return jp < 4000 ? '20-40' : 'from-40';
}

function countFacets(all: readonly Values[], courses: Iterable<number>, query: SearchQuery) {
  const wanted = all.map(({ name, numbers }) => {
    const asked = query[name];
    // A value that no course has is met by none.
    return asked.length > 0 ? asked.map((text) => numbers.get(foldText(text)) ?? -1) : undefined;
  });
  const counts = all.map(({ texts }) => new Uint32Array(texts.length));
  const met: number[] = [];
  for (const course of courses) {
    // -1: all filters are met; -2: more than one is not.
    let unmet = -1;
    for (let n = 0; n < all.length && unmet !== -2; n += 1) {
      const asked = wanted[n];
      const has = all[n]?.ofCourse[course];
      if (asked === undefined || has?.some((value) => asked.includes(value))) continue;
      unmet = unmet === -1 ? n : -2;
    }
    if (unmet === -2) continue;
    if (unmet === -1) met.push(course);
    for (let n = 0; n < all.length; n += 1) {
      if (unmet !== -1 && unmet !== n) continue;
      const count = counts[n];
      if (count) for (const value of all[n]?.ofCourse[course] ?? []) count[value] = (count[value] ?? 0) + 1;
    }
  }
  const entries = all.map((values, n) => [values.name, listed(values, counts[n], query[values.name])]);
  return {
    courses: met,
    facets: Object.fromEntries(entries) as Record<FacetName, readonly FacetCount[]>,
  };
}

function listed(
  { texts, numbers }: Values,
  counts: Uint32Array | undefined,
  asked: readonly string[],
): FacetCount[] {
  const chosen = new Set(asked.map(foldText));
  const found = texts
    .map((value, n) => ({ value, count: counts?.[n] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .filter(({ value }, place) => place < mostValues || chosen.has(foldText(value)));
  const there = new Set(found.map(({ value }) => foldText(value)));
  const empty = asked
    .filter((value) => !there.has(foldText(value)))
    .map((value) => ({ value: texts[numbers.get(foldText(value)) ?? -1] ?? value, count: 0 }));
  return [...found, ...empty];
}
