import type { Signal } from './signals.ts';
import type {
  AnswerTrace,
  EnrolmentTrace,
  LearnerTrace,
  ProgressTrace,
  Question,
  SessionTrace,
  TracePlace,
} from './traces.ts';

/** Whose registration this is; enrolment and delivery answer. */
export interface RegistrationDirectory {
  /** Undefined when there is none. `actor`: how its learner is named in xAPI. */
  find(
    registration: string,
  ): Promise<
    | { readonly courseId: string; readonly actor: { readonly homePage: string; readonly name: string } }
    | undefined
  >;
}

/** Rows of some learners of a course, taken at random; all of them while there are few. */
export interface Sample<Row> {
  readonly rows: readonly Row[];
  /** Of all learners, more than 0 and at most 1. Exact: learners lie by a hash, and those below a bound were taken. */
  readonly share: number;
}

export interface SampleWish {
  readonly courseId: string;
  /** About so many rows are read. */
  readonly most: number;
}

/**
 * Traces of learning, by course. Each write may be repeated and come in any order, and the state is the same. Reads may
 * lag by about a second. Rejects with `Unavailable` when the store does not answer.
 */
export interface InsightStore {
  /** The step that is further on counts: an end over what goes on, and a later version over an earlier one. */
  noteEnrolment(trace: EnrolmentTrace): Promise<void>;
  noteProgress(trace: ProgressTrace): Promise<void>;
  /** Of answers to one question the earliest counts, of coverages of one session the latest, by position. */
  noteSignals(place: TracePlace, signals: readonly Signal[]): Promise<void>;
  sampleLearners(wish: SampleWish): Promise<Sample<LearnerTrace>>;
  sampleSessions(wish: SampleWish): Promise<Sample<SessionTrace>>;
  sampleAnswers(wish: SampleWish): Promise<Sample<AnswerTrace>>;
  /** Up to `limit`, in no particular order. */
  listQuestions(courseId: string, limit: number): Promise<readonly Question[]>;
  /** Sessions and answers of a registration that began or were given at or before `until`, ISO 8601 UTC. */
  countOf(place: TracePlace, until: string): Promise<number>;
  /** Deletes them; tells how many there were. What the enrolment says stays as long as the enrolment. */
  forget(place: TracePlace, until: string): Promise<number>;
}
