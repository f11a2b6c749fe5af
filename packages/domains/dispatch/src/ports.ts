import type { LanguageMap, ProviderId } from '@sinau/kernel';
import type { Dispatch, DispatchLearner } from './dispatch.ts';

/** Courses, as the catalogue knows them. */
export interface DispatchCoursePort {
  /** Undefined when there is none, or it was deleted. */
  find(courseId: string): Promise<DispatchCourse | undefined>;
}

export interface DispatchCourse {
  readonly providerId: ProviderId;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** The published version; absent while it is not open. */
  readonly version?: number;
}

/** Every method rejects with `Unavailable` when the store does not answer. Reads see every write that was answered before. */
export interface DispatchStore {
  /** `full`: the course has as many as it may; nothing was written. */
  add(dispatch: Dispatch): Promise<'added' | 'full'>;
  find(dispatchId: string): Promise<Dispatch | undefined>;
  /** Of one course, the latest first. */
  list(courseId: string): Promise<readonly Dispatch[]>;
  /** Writes what a provider may change (with `rev` one higher) if the stored one still has `next.rev`; counts are left alone. */
  change(next: Dispatch): Promise<'changed' | 'conflict'>;
  findLearner(dispatchId: string, mark: string): Promise<DispatchLearner | undefined>;
  /**
   * Counts and keeps a new learner, or neither. `refused`: the mark is known by now, or the dispatch is full, off, over at
   * `startedAt`, or has another key by now.
   */
  admit(dispatch: Dispatch, learner: DispatchLearner): Promise<'admitted' | 'refused'>;
  /** Once a learner; `known`: was finished already, or never admitted. */
  finish(at: {
    readonly dispatchId: string;
    readonly mark: string;
    readonly finishedAt: string;
  }): Promise<'finished' | 'known'>;
}
