import type { Quiz } from '@sinau/quiz';
import type { PageSaving } from '../own-page/write-page.ts';
import type { QuizAttempt, QuizBook, QuizKey } from './state.ts';

/** What the import read of a quiz; the catalogue answers. What it says never changes. */
export interface QuizContentPort {
  /** Undefined when there is no such package, or it is no quiz. */
  find(originHash: string): Promise<Quiz | undefined>;
}

/** Attempts, kept as long as the registration. Reads see every write that was answered before. */
export interface QuizStore {
  readBook(key: QuizKey): Promise<QuizBook | undefined>;
  readAttempt(key: QuizKey, number: number): Promise<QuizAttempt | undefined>;
  /**
   * The writes of a change (rows with `rev` one higher), to be committed together with statements on condition that
   * nobody else has changed what was read.
   */
  saving(change: QuizChange): Promise<PageSaving>;
  /** The writes of `saving`, by themselves. */
  save(change: QuizChange): Promise<'saved' | 'conflict'>;
  /** Everything of a registration, of whatever module. */
  listOf(registration: string): Promise<{
    readonly books: readonly QuizBook[];
    readonly attempts: readonly QuizAttempt[];
  }>;
  /** Open attempts with a deadline before `until` (ISO 8601 UTC), about the oldest first, at most `limit`. */
  listDue(page: { readonly until: string; readonly limit: number }): Promise<readonly DueAttempt[]>;
}

export interface QuizChange {
  readonly book?: QuizBook;
  readonly attempt?: QuizAttempt;
  /** Its time runs from now on, or no more. */
  readonly due?: DueAttempt & { readonly watch: boolean };
}

export interface DueAttempt extends QuizKey {
  readonly number: number;
  readonly deadline: string;
}
