import type { AtomicCompanion, ProviderId } from '@sinau/kernel';
import type { ResultVersion } from '@sinau/rostering';
import type { CoursePart } from './course-part.ts';
import type { InboxResult, ResultDecision, ResultPlace, UnmatchedReason } from './inbox-result.ts';
import type { LearnerName } from './learner-name.ts';
import type { PollRun } from './poll-run.ts';
import type { ResultEvent } from './result-event.ts';
import type { KeptPayload } from './sent-payload.ts';

/** `contradicts`: under this event id the provider has said something else before, which stays. */
export type Taken = 'taken' | 'duplicate' | 'contradicts';

/** Takes results in, and does nothing with them: what follows is done after the commit. Rejects with `Unavailable`. */
export interface ResultInbox {
  /**
   * The write of `take`, to be committed together with another. Its condition fails when this saying was taken before, and
   * nothing of the whole is written then.
   */
  taking(event: ResultEvent): AtomicCompanion;
  /**
   * One that was taken before stays as it is, but for when it was said (`saidLast`), which counts among corrections of one date. Rejects with
   * `Unavailable` also when others never stop changing it.
   */
  take(event: ResultEvent): Promise<Taken>;
}

/** The inbox for those who work on it. Reads see every write that was answered before, but for lists, which may lag by a moment. */
export interface ResultStore extends ResultInbox {
  find(resultId: string): Promise<InboxResult | undefined>;
  /** How it was sent; undefined for an absent result, and once that has been kept for `sentKeptDays`. */
  readSent(resultId: string): Promise<KeptPayload | undefined>;
  /** Takes out how it was sent, and leaves a mark; the result stays. `absent`: there was nothing to take out. */
  eraseSent(resultId: string, at: string): Promise<'erased' | 'absent'>;
  /**
   * Moves a result from what was decided before to `decision`, in one write with the place it counts in and the one it counted in
   * before. `changed`: somebody else has decided since `seen` was read.
   */
  decide(seen: InboxResult, decision: ResultDecision): Promise<'decided' | 'changed'>;
  /** All that count in one place, in no order. */
  versionsOf(place: ResultPlace): Promise<readonly InboxResult[]>;
  /** All that count for one learner's way through a course, in no order. */
  versionsOfRegistration(registration: string): Promise<readonly InboxResult[]>;
  /** Of a provider, latest received first. */
  list(page: {
    readonly providerId: ProviderId;
    readonly limit: number;
    /** `next` of the page before. */
    readonly after?: string;
  }): Promise<ResultPage>;
  /** Those nobody was found for, by connection and course over there. */
  listUnmatched(page: {
    readonly providerId: ProviderId;
    readonly connectionId?: string;
    /** Only with `connectionId`. */
    readonly externalCourseId?: string;
    readonly limit: number;
    readonly after?: string;
  }): Promise<ResultPage>;
}

export interface ResultPage {
  readonly results: readonly InboxResult[];
  /** Present when more may follow. */
  readonly next?: string;
}

/** Who is who at a provider, as far as it is known. Reads see every write that was answered before. */
export interface LearnerNames {
  /** The registration that was noted last. */
  find(name: LearnerName): Promise<string | undefined>;
  /** Those of these that were noted for anybody. */
  knownAmong(names: readonly LearnerName[]): Promise<readonly LearnerName[]>;
  note(name: LearnerName, noted: { readonly registration: string; readonly at: string }): Promise<void>;
  /** All names that were noted for one registration, the one that was noted last at the end. */
  of(registration: string): Promise<readonly LearnerName[]>;
}

/** What people have said of the parts of courses. Reads see every write that was answered before. */
export interface CourseParts {
  find(course: Pick<CoursePart, 'connectionId' | 'externalCourseId'>): Promise<CoursePart | undefined>;
  /** In the place of what was said before. */
  keep(part: CoursePart): Promise<void>;
  /** Safe to repeat. */
  drop(course: Pick<CoursePart, 'connectionId' | 'externalCourseId'>): Promise<void>;
}

/** Whoever takes a course of ours that stands for one over there, or has completed it. */
export interface OurLearner {
  readonly registration: string;
  readonly completed: boolean;
  /** ISO 8601 UTC. */
  readonly enrolledAt: string;
  readonly externalLearnerId?: string;
  /** Our pseudonym for the provider; absent while nothing of the learner was ever told there. */
  readonly subject?: string;
  /** Of the course, that the learner takes. */
  readonly version?: number;
}

export interface OurCourse {
  readonly connectionId: string;
  readonly externalCourseId: string;
  readonly courseId: string;
  /** The provider's catalogue has it no more. */
  readonly isGone?: true;
}

/** Courses and enrolments of ours, as far as a connection stands for them. Lists may lag by a second. */
export interface OurSide {
  /** By `externalCourseId`, from the one behind `after`. */
  courses(of: {
    readonly providerId: ProviderId;
    readonly connectionId: string;
    readonly after?: string;
  }): AsyncIterable<OurCourse>;
  /** A page of at most `limit`. Who completes while pages are read may come twice, and never not at all. */
  learnerPage(
    course: OurCourse & { readonly providerId: ProviderId },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly learners: readonly OurLearner[]; readonly next?: string }>;
  learners(course: OurCourse & { readonly providerId: ProviderId }): AsyncIterable<OurLearner>;
}

/** What a provider answered last, so that answers that say nothing new cost one read for many learners. */
export interface PollMarks {
  /** Hashes of answers, by learner. */
  read(place: PollPlace): Promise<Readonly<Record<string, string>>>;
  save(place: PollPlace, hashes: Readonly<Record<string, string>>): Promise<void>;
}

/** The last round of questions of each connection. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface PollRunStore {
  last(connectionId: string): Promise<PollRun | undefined>;
  /** In the place of the one with that `rev`, undefined where there is none; `lost`: somebody else has written meanwhile. */
  write(run: PollRun, seenRev: number | undefined): Promise<'written' | 'lost'>;
}

/** A sixteenth of the learners of one course. */
export interface PollPlace {
  readonly connectionId: string;
  readonly externalCourseId: string;
  readonly bucket: string;
}

/** Courses and enrolments of ours, as far as a place for results is looked for. */
export interface PlaceFinder {
  /** Who has this pseudonym at the provider and takes the course of ours that stands for the one over there. */
  registrationOf(learner: {
    readonly providerId: ProviderId;
    readonly connectionId: string;
    readonly externalCourseId: string;
    readonly subject: string;
  }): Promise<{ readonly registration: string } | { readonly reason: UnmatchedReason }>;
  /** Parts that take results in the version of the course that this learner takes; undefined where it is none of the provider's. */
  partsOf(providerId: ProviderId, registration: string): Promise<ResultParts | undefined>;
}

/** Parts of one version of a course that take results. */
export interface ResultParts {
  readonly moduleIds: readonly string[];
  /** The one that leads to the course at the provider, where that has brought it: what is said of the course as a whole counts there. */
  readonly lead?: string;
}

/** Delivery: what the results of one part come to. Safe to repeat. */
export interface OutcomePort {
  /** `standing` reads all that counts now; it is asked once what is to be changed has been read, and again when another writer was faster. */
  record(
    outcome: ResultPlace & { readonly standing: () => Promise<readonly ResultVersion[]> },
  ): Promise<'recorded' | 'unchanged' | 'closed' | 'no-part'>;
}
