import type { LanguageMap } from '@sinau/kernel';
import type { InteractionType } from '@sinau/xapi';

/** Whose run through a course something belongs to. */
export interface TracePlace {
  readonly courseId: string;
  /** xAPI registration, a lower-case UUID. */
  readonly registration: string;
}

/** What the enrolment of a registration says. Times are ISO 8601 UTC, here and below. */
export interface EnrolmentTrace extends TracePlace {
  readonly version: number;
  readonly enrolledAt: string;
  readonly completedAt?: string;
  /** Cancelled by the learner, or taken back. */
  readonly over: boolean;
  /** When it went over to the version it is on. */
  readonly movedAt?: string;
}

/** How far a registration has come. */
export interface ProgressTrace extends TracePlace {
  /** Counts the changes of what it was read from; the higher one counts. */
  readonly rev: number;
  readonly version: number;
  readonly beganAt: string;
  readonly completedAt?: string;
  /** Modules that were opened, and those whose every part met its criterion. */
  readonly started: readonly string[];
  readonly finished: readonly string[];
  /** The module that was open last, and when something last happened in it. */
  readonly lastModule?: string;
  readonly lastAt?: string;
}

/** Both together: one learner of a course; who it is, is not known here. */
export interface LearnerTrace {
  readonly registration: string;
  readonly version: number;
  readonly enrolledAt: string;
  readonly completedAt?: string;
  readonly over: boolean;
  readonly started: readonly string[];
  readonly finished: readonly string[];
  readonly lastModule?: string;
  readonly lastAt?: string;
}

/** One launch of one part. */
export interface SessionTrace {
  readonly registration: string;
  readonly sessionId: string;
  /** Mark of the AU in its activity id. Absent: nothing in it counts, since it was opened to look at only. */
  readonly part?: string;
  readonly launchedAt?: string;
  readonly ended?: SessionEnd;
  readonly watched?: Watched;
  /** Pages of a document that were looked at, in order. */
  readonly pages: readonly number[];
}

export interface SessionEnd {
  readonly at: string;
  /** As the content states it; absent where it says nothing that can be read. */
  readonly seconds?: number;
  /** Closed by the content itself, or by the platform since the content did not. */
  readonly by: 'content' | 'platform';
}

/** What was played of a recording. */
export interface Watched {
  readonly lengthSeconds: number;
  /** One digit for each of `coverageBins` equal parts: how often it was played, 9 at most. */
  readonly coverage: string;
}

export const coverageBins = 100;

/** The first answer of a learner to a question. */
export interface AnswerTrace {
  readonly registration: string;
  readonly sessionId: string;
  /** Of the question, as it was worded. */
  readonly question: string;
  readonly response: string;
  /** 0 to 1; absent where the content does not judge, as in surveys. */
  readonly score?: number;
}

/** A question as content describes it. Another wording is another question. */
export interface Question {
  readonly question: string;
  readonly activityId: string;
  readonly type?: InteractionType;
  readonly text?: LanguageMap;
  readonly choices?: readonly { readonly id: string; readonly text?: LanguageMap }[];
  readonly correct?: readonly string[];
}
