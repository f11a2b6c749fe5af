import type { ProviderId } from '@sinau/kernel';
import type { BankEntry, BankQuestion, QuestionRef } from './bank-question.ts';

/**
 * Questions of providers, by provider. Reads see every write that was answered before. Every method rejects with
 * `Unavailable` when the store does not answer; then nothing was written, but for `add`.
 */
export interface BankStore {
  /** All of a provider, in no order. */
  listEntries(providerId: ProviderId): Promise<readonly BankEntry[]>;
  find(ref: QuestionRef): Promise<BankQuestion | undefined>;
  /** Those that are there, in no order. */
  findMany(providerId: ProviderId, questionIds: readonly string[]): Promise<readonly BankQuestion[]>;
  /**
   * Stores those whose ids are free and gives their ids; one that is there stays as it is. Many are stored in portions,
   * each whole or not at all: the same call again stores the rest. `full`: there is no room for the next portion.
   */
  add(
    providerId: ProviderId,
    questions: readonly BankQuestion[],
  ): Promise<{ readonly outcome: 'added' | 'full'; readonly added: readonly string[] }>;
  /** Replaces the row whose `rev` is one lower. */
  replace(question: BankQuestion): Promise<'stored' | 'conflict'>;
}
