import type { Principal, ProviderId } from '@sinau/kernel';
import type { Placement, QuizDraft, QuizRef } from './quiz-draft.ts';

/**
 * Quizzes that providers are making. Reads see every write that was answered before. Every method rejects with
 * `Unavailable` when the store does not answer; then nothing was written.
 */
export interface QuizStore {
  /** Stores a new one; its id is fresh. */
  create(quiz: QuizDraft): Promise<void>;
  find(ref: QuizRef): Promise<QuizDraft | undefined>;
  /** All of a provider, in no order. */
  list(providerId: ProviderId): Promise<readonly QuizDraft[]>;
  /** Replaces the row whose `rev` is one lower; `placement`: to be found by its package from now on, in the same write. */
  replace(quiz: QuizDraft, placement?: Placement): Promise<'stored' | 'conflict'>;
  /** Deletes the row with this `rev`. Where it was put stays known. */
  delete(quiz: QuizDraft): Promise<'deleted' | 'conflict'>;
  /** Id of the quiz that a package came from. */
  quizOf(providerId: ProviderId, packageId: string): Promise<string | undefined>;
}

/** The way into courses, which another domain keeps: packages come in by its import, with report and review. */
export interface QuizCourses {
  /**
   * Hands a frozen quiz to the import and gives the id of the job, which its package will have. `module`: the one it
   * replaces, or `new`. Rejects for a course or module that is not the caller's.
   */
  submit(package_: {
    readonly principal: Principal;
    readonly courseId: string;
    readonly module: string;
    readonly fileName: string;
    /** The quiz as Sinau writes it down. */
    readonly document: string;
  }): Promise<string>;
}
