import type { SearchableCourse } from './searchable-course.ts';

/**
 * The published courses as the search reads them: a projection of the course rows, cut into shards by course id, so that
 * a publication rewrites a few hundred courses and not all. Every method rejects with `Unavailable` when the store does
 * not answer.
 */
export interface SearchShards {
  /** What each shard that exists has as its entity tag; sees every write that was answered before. */
  list(): Promise<readonly ShardTag[]>;
  /** Undefined when the shard was never written. */
  read(
    shard: number,
  ): Promise<{ readonly etag: string; readonly courses: readonly SearchableCourse[] } | undefined>;
  /** Replaces what was read under `etag`, or creates the shard without one. */
  write(input: {
    readonly shard: number;
    readonly courses: readonly SearchableCourse[];
    readonly etag: string | undefined;
  }): Promise<'stored' | 'conflict'>;
  /** All courses that were published when it was asked for are in the shards: until then readers go by the table. */
  isComplete(): Promise<boolean>;
  markComplete(): Promise<void>;
}

export interface ShardTag {
  readonly shard: number;
  readonly etag: string;
}

/** How providers are called now; they may be renamed, so no shard holds it. */
export interface ProviderNames {
  /** By provider id. */
  read(): Promise<ReadonlyMap<string, string>>;
}
