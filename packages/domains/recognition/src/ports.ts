import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Assessed } from './improvement.ts';
import type { Recognition, RecognitionId, Value } from './recognition.ts';
import type { Share } from './teaching.ts';

export interface Place {
  readonly personId: PersonId;
  readonly recognitionId: RecognitionId;
}

/** A row that takes the place of another, or is new. */
export interface Change {
  readonly before?: Recognition;
  readonly after: Recognition;
}

/** Everything that rules found about a person, and from what. `rev` counts what was noted. */
export interface Book {
  readonly rev: number;
  /** When an erasure took back what was known until then (ISO 8601 UTC): nothing from before counts again. */
  readonly erasedAt?: string;
  readonly shares: readonly Share[];
  readonly recognitions: readonly Recognition[];
}

export interface Page {
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** `waiting`: for a decision. `given`: that stand. `closed`: everything else. */
export const lists = ['waiting', 'given', 'closed'] as const;
export type ListName = (typeof lists)[number];

export interface Listed {
  readonly recognitions: readonly Recognition[];
  readonly next?: string;
}

/**
 * Recognitions and what they are counted by. Reads see every write that was answered before, but for lists, which may lag by about a second. Whatever
 * changes a recognition changes the counters of its agency by the exact difference. Rejects with `Unavailable`; then nothing was written.
 */
export interface RecognitionStore {
  find(place: Place): Promise<Recognition | undefined>;
  /** Everything about one person. */
  book(personId: PersonId): Promise<Book>;
  /** Writes `after` with `rev` one higher if the stored one has that of `before`, or there is none. */
  step(change: Change): Promise<'done' | 'changed'>;
  /** Stores a new proposal, unless its proposer has made as many in that month (ISO, `2026-11`) already. */
  nominate(
    proposal: Recognition,
    asked: { readonly by: PersonId; readonly month: string; readonly most: number },
  ): Promise<'done' | 'too-many'>;
  /** What rules found, and the share they found it by, all or nothing; `changed`: the book is not at `rev` any more. */
  settle(
    personId: PersonId,
    asked: { readonly rev: number; readonly share?: Share; readonly changes: readonly Change[] },
  ): Promise<'done' | 'changed'>;
  /** What somebody proposed, newest first; at most `limit`. */
  proposedBy(personId: PersonId, limit: number): Promise<readonly Recognition[]>;
  /** Of an agency, of a year or all of them, newest first. */
  ofAgency(
    asked: { readonly agencyId: AgencyId; readonly list: ListName; readonly year?: number },
    page: Page,
  ): Promise<Listed>;
  /** What people of a unit show to it, newest first. */
  ofUnit(asked: { readonly agencyId: AgencyId; readonly unitId: string }, page: Page): Promise<Listed>;
  /** How many stand, by unit (`''`: in none) and value. Costs as much as the agency has units. */
  counts(
    agencyId: AgencyId,
    year: number,
  ): Promise<ReadonlyMap<string, Readonly<Partial<Record<Value, number>>>>>;
  /**
   * Everything about and by a person: for an erasure. Counters follow. What is left is a book that says when it was. What somebody changes this
   * moment may stay, and is found by `book` or `proposedBy` as before: do it again. Tells how many rows are gone.
   */
  forget(personId: PersonId, erasedAt: string): Promise<number>;
}

/** Somebody of an agency, as identity knows them now. */
export interface Member {
  readonly personId: PersonId;
  readonly name: string;
  readonly agencyId: AgencyId;
  /** `''`: in none. */
  readonly unitId: string;
  readonly supervisorId?: PersonId;
}

/** Identity, as far as recognition needs it. Rejects with `Unavailable`. */
export interface MemberDirectory {
  /** Undefined for nobody, staff of other organisations, and closed accounts. */
  find(personId: PersonId): Promise<Member | undefined>;
  /** Whose supervisor that is, by name. */
  teamOf(personId: PersonId): Promise<readonly Member[]>;
}

/** Competence, as far as recognition needs it. Rejects with `Unavailable`. */
export interface AssessmentDirectory {
  /** What others found out about somebody and was not withdrawn, and what their post asks for now, by competency. Reads every write that was answered before. */
  of(
    personId: PersonId,
  ): Promise<{ readonly assessed: readonly Assessed[]; readonly requiredNow: ReadonlyMap<string, number> }>;
}
