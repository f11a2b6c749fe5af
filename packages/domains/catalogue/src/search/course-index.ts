import type { Locale } from '@sinau/kernel';
import type { CourseId } from '../course.ts';
import { wordsOfCourse } from './course-words.ts';
import { createFacets, type Facets } from './facets.ts';
import { type Matches, matchWords, nearWordsOf } from './match-words.ts';
import { boostOf, merit } from './merit.ts';
import { createPostings, mostNumbered, type Postings } from './postings.ts';
import type { SearchQuery, SearchResult, SearchSort } from './search-query.ts';
import type { SearchableCourse } from './searchable-course.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { foldText, queryWordsOf } from './words.ts';

/** The published courses in memory, as the search asks for them. */
export interface CourseIndex {
  readonly size: number;
  /** Adds a course or replaces it. */
  put(course: SearchableCourse, providerName: string): void;
  remove(courseId: CourseId): void;
  search(query: SearchQuery): SearchResult;
}

interface State {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  readonly facets: Facets;
  /** By number; a number whose course was replaced or left stays empty. */
  readonly courses: (SearchableCourse | undefined)[];
  readonly providerNames: string[];
  readonly numbers: Map<CourseId, number>;
  /** Numbers in the order of each sort, made when somebody asks for it. */
  readonly orders: Map<string, Ranking>;
}

interface Ranking {
  /** Course numbers from the first to the last. */
  readonly order: readonly number[];
  /** Place of each course number. */
  readonly places: Int32Array;
}

/** Empty numbers cost time in each search; above this share everything is numbered anew. */
const mostEmpty = 0.3;
const fewCourses = 1_000;

export function createCourseIndex(): CourseIndex {
  let state = emptyState();
  const forget = (courseId: CourseId) => {
    const number = state.numbers.get(courseId);
    if (number === undefined) return;
    state.courses[number] = undefined;
    state.numbers.delete(courseId);
    state.orders.clear();
  };
  return {
    get size() {
      return state.numbers.size;
    },
    put: (course, providerName) => {
      forget(course.courseId);
      if (isSparse(state)) state = numberedAnew(state);
      add(state, course, providerName);
    },
    remove: forget,
    search: (query) => search(state, query),
  };
}

function emptyState(): State {
  return {
    postings: createPostings(),
    vocabulary: createVocabulary(),
    facets: createFacets(),
    courses: [],
    providerNames: [],
    numbers: new Map(),
    orders: new Map(),
  };
}

function isSparse({ courses, numbers }: State): boolean {
  const given = courses.length;
  return given >= mostNumbered || (given > fewCourses && given - numbers.size > given * mostEmpty);
}

function numberedAnew(old: State): State {
  const state = emptyState();
  old.courses.forEach((course, n) => {
    if (course) add(state, course, old.providerNames[n] ?? '');
  });
  return state;
}

function add(state: State, course: SearchableCourse, providerName: string): void {
  const number = state.courses.length;
  const { weights, words } = wordsOfCourse(course, providerName);
  for (const word of words) state.vocabulary.add(word);
  for (const [stem, weight] of weights) state.postings.add(stem, number, weight);
  state.facets.put(number, course);
  state.courses.push(course);
  state.providerNames.push(providerName);
  state.numbers.set(course.courseId, number);
  state.orders.clear();
}

function search(state: State, query: SearchQuery): SearchResult {
  const words = [...new Set(queryWordsOf(query.text))].slice(0, mostWords);
  const matches = words.length > 0 ? matchWords(state, words, state.courses.length) : undefined;
  const matching = matches ? matches.courses.filter((n) => state.courses[n]) : [...state.numbers.values()];
  const { courses: found, facets } = state.facets.count(matching, query);
  const sorted = sortFound(state, found, { query, matches });
  return {
    total: found.length,
    courses: sorted.slice(query.offset, query.offset + query.limit).flatMap((n) => state.courses[n] ?? []),
    facets,
    ...(matches?.corrected !== undefined && { corrected: matches.corrected }),
    partial: matches?.partial ?? false,
    suggestions: found.length === 0 && matching.length === 0 ? suggestionsFor(state, words) : [],
  };
}

/** Of a longer text the first words say what it is about. */
const mostWords = 12;
const mostSuggestions = 3;

/** Nothing was found: words that are a little further away than a search goes by itself. */
function suggestionsFor(state: State, words: readonly string[]): readonly string[] {
  const near = words.map((word) =>
    nearWordsOf(state, word, word.length < 4 ? 1 : 3).slice(0, mostSuggestions),
  );
  const texts = Array.from({ length: mostSuggestions }, (_, n) =>
    near.flatMap((options) => options[n]?.word ?? options[0]?.word ?? []).join(' '),
  );
  return [...new Set(texts)].filter((text) => text !== '');
}

function sortFound(
  state: State,
  found: readonly number[],
  by: { readonly query: SearchQuery; readonly matches: Matches | undefined },
): readonly number[] {
  const { matches } = by;
  const { sort, locale } = by.query;
  const isByRelevance = sort === 'relevance' && matches !== undefined;
  const { order, places } = rankingOf(state, sort === 'relevance' ? 'newest' : sort, locale);
  if (!isByRelevance) {
    const sorted = Int32Array.from(found, (n) => places[n] ?? 0).sort();
    return Array.from(sorted, (place) => order[place] ?? -1);
  }
  // One number holds score and, among equals, the place by date, so that numbers are sorted and nothing is compared.
  const spread = 2 ** 21;
  const keys = Float64Array.from(
    found,
    (n) =>
      -Math.round((matches.scores[n] ?? 0) * boostOf(state.courses[n]) * 1_000) * spread + (places[n] ?? 0),
  );
  return Array.from(keys.sort(), (key) => order[((key % spread) + spread) % spread] ?? -1);
}

function rankingOf(state: State, sort: Exclude<SearchSort, 'relevance'>, locale: Locale): Ranking {
  const known = state.orders.get(`${sort} ${locale}`);
  if (known) return known;
  const keyed = [...state.numbers.values()].map((n) => ({
    n,
    key: sortKeys[sort](state.courses[n], locale),
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const order = keyed.map(({ n }) => n);
  const places = new Int32Array(state.courses.length);
  order.forEach((n, place) => {
    places[n] = place;
  });
  const ranking = { order, places };
  state.orders.set(`${sort} ${locale}`, ranking);
  return ranking;
}

type KeyOf = (course: SearchableCourse | undefined, locale: Locale) => string;

/** Texts that stand in the order of each sort, no two the same. */
const sortKeys: Readonly<Record<Exclude<SearchSort, 'relevance'>, KeyOf>> = {
  rating: (course) => {
    const worth = course?.rating ? Math.round(merit(course.rating) * 1_000) : 0;
    return `${String(9_999 - worth)}#${invert(course?.publishedAt ?? '')}#${course?.courseId}`;
  },
  newest: (course) => `${invert(course?.publishedAt ?? '')}#${course?.courseId}`,
  title: (course, locale) => `${titleKey(course, locale)}#${course?.courseId}`,
  jp: (course, locale) =>
    `${String(course?.jp ?? 0).padStart(8, '0')}#${titleKey(course, locale)}#${course?.courseId}`,
};

function titleKey(course: SearchableCourse | undefined, locale: Locale): string {
  const title = course?.title ?? {};
  return foldText(title[locale] ?? title.id ?? title.en ?? Object.values(title)[0] ?? '').trim();
}

/** Digits turned round, so that the newest comes first. */
const invert = (at: string) => at.replace(/\d/g, (digit) => String(9 - Number(digit)));
