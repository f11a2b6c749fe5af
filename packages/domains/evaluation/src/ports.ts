import type { AgencyId, LanguageMap, PersonId } from '@sinau/kernel';
import type { Evaluation, EvaluationId, Owner, Subject } from './evaluation.ts';
import type { Scope, SubjectSums } from './results.ts';
import type { Standings } from './standing.ts';
import type { Group } from './tally.ts';

/** A completion that stands, as evaluation asks for it. */
export interface Completion {
  readonly subject: Subject;
  readonly owner: Owner;
  readonly title: LanguageMap;
  /** Home agency of the person. */
  readonly agencyId?: AgencyId;
  /** ISO 8601 UTC. */
  readonly completedAt: string;
  /** Final score of the course, 0 to 1; absent where it gives none. */
  readonly score?: number;
}

export interface CompletionDirectory {
  /** Undefined where nothing was completed, or it was taken back. Rejects with `Unavailable`. */
  completionOf(personId: PersonId, evaluationId: EvaluationId): Promise<Completion | undefined>;
}

export interface EvaluationPlace {
  readonly personId: PersonId;
  readonly evaluationId: EvaluationId;
}

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface EvaluationStore {
  find(place: EvaluationPlace): Promise<Evaluation | undefined>;
  /** Every one of a person, in no order. */
  ofPerson(personId: PersonId): Promise<readonly Evaluation[]>;
  /**
   * From what was read to what shall be, with the sums, words and lists that follow, or not at all. `before` absent: there is none yet; `after`
   * absent: it goes with everything that it has left. `after.rev` is that of `before`, or 0; kept with one more.
   */
  step(before: Evaluation | undefined, after: Evaluation | undefined): Promise<'done' | 'changed'>;
  /** Of which somebody was asked as a supervisor, open or not, in no order. */
  askedOf(supervisorId: PersonId): Promise<readonly EvaluationPlace[]>;
  /** Whose turn has come, the earliest first; may lag behind by seconds. */
  due(now: string, limit: number): Promise<readonly EvaluationPlace[]>;
}

export interface SubjectPlace {
  readonly scope: Scope;
  readonly year: number;
  readonly subject: Subject;
}

/** Something that was written, with nobody behind it. */
export interface WordsLine {
  readonly wordsId: string;
  readonly text: string;
  /** ISO 8601 UTC; told by month at most. */
  readonly at: string;
}

/** Sums and words of subjects. Reads see every write that was answered before, but for `words` of an agency. Rejects with `Unavailable`. */
export interface ResultStore {
  /** Every subject of a scope that somebody completed in that year, in no order. */
  list(scope: Scope, year: number): Promise<readonly SubjectSums[]>;
  find(place: SubjectPlace): Promise<SubjectSums | undefined>;
  /** In the place of those with that `rev`; nothing where others were noted since. */
  noteStandings(
    place: SubjectPlace,
    change: { readonly rev: number; readonly next: Standings },
  ): Promise<void>;
  /** In an order that says nothing. `next`: where the list goes on. */
  words(
    place: SubjectPlace,
    group: Group,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly words: readonly WordsLine[]; readonly next?: string }>;
}
