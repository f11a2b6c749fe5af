import type { Clock } from '@sinau/kernel';
import type { CourseId } from '../course.ts';
import type { CourseStore } from '../ports.ts';
import { type CourseIndex, createCourseIndex } from './course-index.ts';
import type { ProviderNames, SearchShards } from './ports.ts';
import type { SearchQuery, SearchResult } from './search-query.ts';
import { isSame, type SearchableCourse, searchableOf } from './searchable-course.ts';

export interface CatalogueSearch {
  search(query: SearchQuery): Promise<SearchResult & { readonly providerNames: ReadonlyMap<string, string> }>;
}

export interface OpenSearchDeps {
  readonly shards: SearchShards;
  readonly courses: Pick<CourseStore, 'listPublished' | 'find'>;
  readonly providers: ProviderNames;
  readonly clock: Clock;
  /** A search may answer from what was true so long ago. */
  readonly freshSeconds: number;
  /** Told of a refresh that failed while older courses are there to answer from. */
  readonly onStale: (error: unknown) => void;
}

interface Held {
  readonly index: CourseIndex;
  /** What is in the index, by course. */
  readonly known: Map<CourseId, Known>;
  /** Entity tag of each shard that was read. */
  readonly tags: Map<number, string>;
  providerNames: ReadonlyMap<string, string>;
  isComplete: boolean;
  checkedMs: number;
}

interface Known {
  /** `table` while there are no whole shards. */
  readonly shard: number | 'table';
  readonly course: SearchableCourse;
  readonly provider: string;
}

/**
 * The search of one process: loads the courses at first use, and looks for changes when it has not for `freshSeconds`.
 * Only shards that changed are read again, and of these only courses that changed are indexed again.
 */
export function openSearch(deps: OpenSearchDeps): CatalogueSearch {
  const held: Held = {
    index: createCourseIndex(),
    known: new Map(),
    tags: new Map(),
    providerNames: new Map(),
    isComplete: false,
    checkedMs: Number.NEGATIVE_INFINITY,
  };
  let refreshing: Promise<void> | undefined;
  /** All who come while it is being refreshed wait for the same. */
  const refreshed = async () => {
    const nowMs = deps.clock.now().getTime();
    if (nowMs - held.checkedMs < deps.freshSeconds * 1_000) return;
    refreshing ??= refresh(deps, held)
      .catch((error: unknown) => {
        if (held.checkedMs === Number.NEGATIVE_INFINITY) throw error;
        deps.onStale(error);
      })
      .then(() => {
        held.checkedMs = nowMs;
      })
      .finally(() => {
        refreshing = undefined;
      });
    await refreshing;
  };
  return {
    search: async (query) => {
      await refreshed();
      return { ...held.index.search(query), providerNames: held.providerNames };
    },
  };
}

const readTogether = 16;

async function refresh(deps: OpenSearchDeps, held: Held): Promise<void> {
  const [names, tags, isComplete] = await Promise.all([
    deps.providers.read(),
    deps.shards.list(),
    held.isComplete || deps.shards.isComplete(),
  ]);
  held.providerNames = names;
  if (isComplete) {
    await readShards(deps, held, tags);
    if (!held.isComplete) replace(held, 'table', []);
    held.isComplete = true;
  } else {
    await readTable(deps, held);
  }
  for (const { shard, course, provider } of [...held.known.values()]) {
    if (provider !== nameIn(held, course)) keep(held, shard, course);
  }
}

async function readShards(deps: OpenSearchDeps, held: Held, tags: Awaited<ReturnType<SearchShards['list']>>) {
  const changed = tags.filter(({ shard, etag }) => held.tags.get(shard) !== etag);
  for (let start = 0; start < changed.length; start += readTogether) {
    const some = changed.slice(start, start + readTogether);
    const read = await Promise.all(some.map(({ shard }) => deps.shards.read(shard)));
    some.forEach(({ shard }, n) => {
      const found = read[n];
      if (!found) return;
      replace(held, shard, found.courses);
      // What was read may be newer than what was listed.
      held.tags.set(shard, found.etag);
    });
  }
}

/** Slow, and only until the shards are whole for the first time. */
async function readTable({ courses }: OpenSearchDeps, held: Held): Promise<void> {
  const all: SearchableCourse[] = [];
  let after: string | undefined;
  do {
    const page = await courses.listPublished({ limit: 100, ...(after !== undefined && { after }) });
    const rows = await Promise.all(page.courses.map(({ courseId }) => courses.find(courseId)));
    for (const row of rows) {
      const course = row && searchableOf(row);
      if (course) all.push(course);
    }
    after = page.last;
  } while (after !== undefined);
  replace(held, 'table', all);
}

/** The courses that one place holds now. */
function replace(held: Held, shard: Known['shard'], courses: readonly SearchableCourse[]): void {
  const there = new Set(courses.map(({ courseId }) => courseId));
  for (const [courseId, known] of held.known) {
    if (known.shard !== shard || there.has(courseId)) continue;
    held.known.delete(courseId);
    held.index.remove(courseId);
  }
  for (const course of courses) {
    const known = held.known.get(course.courseId);
    if (known?.shard === shard && isSame(known.course, course)) continue;
    keep(held, shard, course);
  }
}

function keep(held: Held, shard: Known['shard'], course: SearchableCourse): void {
  const provider = nameIn(held, course);
  held.known.set(course.courseId, { shard, course, provider });
  held.index.put(course, provider);
}

const nameIn = ({ providerNames }: Held, { providerId }: SearchableCourse) =>
  providerNames.get(providerId) ?? '';
