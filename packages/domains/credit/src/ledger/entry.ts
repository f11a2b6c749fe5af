import type { AgencyId, Brand, Jp, LanguageMap, PersonId } from '@sinau/kernel';
import type { LocalDate, TimeZone } from '../local-date.ts';
import type { FormCode } from '../rules/forms.ts';

export type EntryId = Brand<'CreditEntryId'>;

/** What was done on one day of the learner: hundredths of JP as printed, or of days, sessions, semesters, occurrences. */
export interface Part {
  readonly date: LocalDate;
  readonly amount: number;
}

/** Where something was learned. */
export type Source =
  | {
      readonly kind: 'course';
      readonly courseId: string;
      readonly version: number;
      readonly registration: string;
    }
  | { readonly kind: 'external'; readonly learningId: string }
  /** An event of this platform, with the name of whoever held it. */
  | { readonly kind: 'event'; readonly eventId: string; readonly organiser: string }
  /** People who learned from each other here, with the name of the agency of whoever guided. */
  | { readonly kind: 'shared'; readonly shareId: string; readonly organiser: string };

export type HoldReason =
  /** Of the time that was recorded. */
  | (Timed & { readonly code: 'too-short' | 'parallel'; readonly measured?: PartsOf })
  /** From beginning to end, where parts are shown by another system that tells no times. */
  | (Timed & {
      readonly code: 'too-fast';
      /** Whose time nobody here knows. */
      readonly unmeasured: PartsOf;
      readonly since: 'opened' | 'enrolled';
      readonly until: 'completed' | 'told';
    })
  /** Of a record of learning elsewhere: a course that was completed here seems to be the same. */
  | (CourseLine & { readonly code: 'counted-already' })
  | { readonly code: 'impossible-duration'; readonly claimed: number; readonly seconds: number };

/** The line of a course, as whoever compares it reads it. */
export interface CourseLine {
  readonly line: EntryId;
  readonly title: LanguageMap;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

interface Timed {
  readonly seconds: number;
  readonly leastSeconds: number;
}

/** Parts of a course that something is said of; absent where it is all of them. */
export interface PartsOf {
  readonly parts: number;
  readonly all: number;
}

/** Wall-clock time, epoch seconds. */
export type Span = readonly [from: number, to: number];

/** What is known of the time that somebody spent. */
export interface EffortProof {
  /** Seconds between launches and ends, at most one at a time. */
  readonly seconds: number;
  /** When that was, in order, so that another course does not count it again. */
  readonly spans: readonly Span[];
}

interface EntryCommon {
  readonly entryId: EntryId;
  readonly personId: PersonId;
  /** When it became true, ISO 8601 UTC; with the id it orders what is said about one thing. */
  readonly at: string;
  readonly recordedAt: string;
}

export interface Earned extends EntryCommon {
  readonly kind: 'earned';
  readonly form: FormCode;
  readonly title: LanguageMap;
  readonly source: Source;
  /** As the course or certificate states. */
  readonly stated: Jp;
  readonly parts: readonly Part[];
  readonly abroad: boolean;
  /** Home agency then: whose rules hold. A transfer changes nothing that was earned. */
  readonly agencyId?: AgencyId;
  /** Where the person worked then: whose days the parts are. Lines from before it was kept have none. */
  readonly timeZone?: TimeZone;
  /** What is the same learning counts once a year. */
  readonly sameAs: string;
  /** Day of the certificate, where it names one; absent: nobody said. */
  readonly certifiedOn?: LocalDate;
  /** Of the certificates that are known of it, as they are compared (`certificateKey`). */
  readonly certificates?: readonly string[];
  readonly evidence?: string;
  readonly effort?: EffortProof;
}

interface About extends EntryCommon {
  /** The `earned` entry. */
  readonly about: EntryId;
}

/** Other parts than were known. After a reversal it brings the credit back. */
export interface Corrected extends About {
  readonly kind: 'corrected';
  readonly parts: readonly Part[];
  readonly stated: Jp;
  /** What it has proved to be; absent: what it was. Parts are counted by the rule of this form. */
  readonly as?: Pick<Earned, 'form' | 'title' | 'abroad' | 'agencyId' | 'certifiedOn'>;
  readonly because: string;
  readonly effort?: EffortProof;
  /** Absent: as before. */
  readonly certificates?: readonly string[];
}

export interface Reversed extends About {
  readonly kind: 'reversed';
  readonly because: string;
}

export interface Held extends About {
  readonly kind: 'held';
  readonly reasons: readonly HoldReason[];
  /** Of the thresholds; empty where no rule says it. */
  readonly ruleId: string;
}

/** A reviewer of the agency has decided, with words. */
export interface Decided extends About {
  readonly kind: 'released' | 'rejected';
  readonly by: PersonId;
  readonly words: string;
}

/** One line of the ledger. Nothing is ever changed or removed: what was wrong is said by another line. */
export type Entry = Earned | Corrected | Reversed | Held | Decided;

/** The last day of what was earned: its year is the year of credit. */
export const endOf = (parts: readonly Part[]): LocalDate =>
  parts
    .map(({ date }) => date)
    .toSorted()
    .at(-1) ?? '0000-01-01';
