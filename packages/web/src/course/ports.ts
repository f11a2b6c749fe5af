import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { CertificateState } from '../certificates/ports.ts';
import type { ProviderEnrolmentReason } from '../connections/ports.ts';
import type { PoolGroupView } from '../quotas/pool-ports.ts';
import type { OwnRating, RatingView } from '../ratings/ports.ts';
import type { ClassifiedNames } from './classification.ts';

/** What an assignable unit asks for before it counts as finished (cmi5 10.2.1). */
export type Criterion =
  | 'passed'
  | 'completed'
  | 'completed-and-passed'
  | 'completed-or-passed'
  | 'not-applicable';

/** One part (assignable unit) in the outline with the learner's state. */
export interface PartView {
  readonly kind: 'part';
  readonly id: string;
  readonly title: LanguageMap;
  readonly description?: LanguageMap;
  readonly state: 'not-started' | 'started' | 'done' | 'waived';
  readonly criterion: Criterion;
  /** 0 to 100. */
  readonly masteryScore?: number;
  /** Best score so far, 0 to 100. */
  readonly score?: number;
  /** Tried and not passed, so far. */
  readonly failed?: boolean;
  /** What the part itself reports, 0 to 100. */
  readonly percent?: number;
  /** What it is, when it is no package that shows itself. */
  readonly content?:
    | 'scorm12'
    | 'scorm2004'
    | 'video'
    | 'audio'
    | 'document'
    | 'article'
    | 'link'
    | 'tincan'
    | 'quiz'
    | 'lti'
    | 'external';
  /** Titles of parts that must be done before it opens; absent: it is open. */
  readonly needs?: readonly LanguageMap[];
  readonly ownWindow: boolean;
  /** When the record store last stored something of it; absent before the first statement. */
  readonly savedAt?: string;
}

export interface BlockView {
  readonly kind: 'block';
  readonly id: string;
  readonly title: LanguageMap;
  readonly nodes: readonly OutlineNode[];
}

export type OutlineNode = PartView | BlockView;

export interface EnrolmentView {
  readonly state: 'active' | 'completed';
  readonly enrolledAt: string;
  readonly completedAt?: string;
  readonly duty?: DutyView;
  readonly atProvider?: AtProviderView;
  readonly providerWord?: ProviderWordView;
  /** Plans that name the course; absent: none does. */
  readonly serves?: readonly ServedPlanView[];
}

/** Why somebody takes a course: an item of their own plan, for a gap as it stood when it was agreed, or one of the agency's plan in force. */
export type ServedPlanView =
  | { readonly kind: 'own'; readonly itemId: string; readonly competency: LanguageMap; readonly gap?: number }
  | { readonly kind: 'agency'; readonly year: number; readonly title: string };

/** What the provider has said since about what it had said before. */
export interface ProviderWordView {
  /** Since when it does not stand by the completion; absent: it does. */
  readonly takenBack?: string;
  /** 0 to 100; without `to` there is no score any more. */
  readonly score?: { readonly at: string; readonly from: number; readonly to?: number };
  readonly completion?: {
    readonly at: string;
    readonly from: 'completed' | 'failed' | 'not-completed';
    readonly to: 'completed' | 'failed' | 'not-completed';
  };
}

/** How the enrolment stands at the provider, for a course that is taken there. Reasons are codes of words. */
export type AtProviderView =
  | { readonly state: 'confirmed'; readonly provider: string; readonly at?: string }
  | {
      readonly state: 'pending';
      readonly provider: string;
      readonly reason?: ProviderEnrolmentReason;
      /** It is tried until then. */
      readonly until: string;
      readonly retryable: boolean;
    }
  | { readonly state: 'refused'; readonly provider: string; readonly reason: ProviderEnrolmentReason };

/** Somebody requires the course of this learner. */
export interface DutyView {
  readonly as: 'supervisor' | 'agency';
  /** Name of whoever assigned it, while they are known. */
  readonly by?: string;
  /** Last day, ISO date. */
  readonly dueOn?: string;
  readonly note?: string;
}

/** Asked for, and not granted yet. */
export type PendingView =
  | {
      readonly state: 'requested';
      readonly since: string;
      /** Name of the supervisor; absent: the agency decides. */
      readonly decides?: string;
    }
  | {
      readonly state: 'waiting';
      readonly since: string;
      /** From 1. */
      readonly place: number;
      /** The place is that far back at least. */
      readonly beyond: boolean;
      /** Waits for a quota of the agency and not for a seat of the course. */
      readonly quota?: true;
      /** Seats of that quota that are kept for groups. */
      readonly kept?: KeptSeatsView;
      /** A right of the reader would put them forward. */
      readonly mayUsePriority?: true;
      /** Waits for room in this line of the agency's budget. */
      readonly budget?: string;
      readonly duty?: DutyView;
    };

/** Seats of a quota that the reader may not have, and lists they may ask to be on. */
export interface KeptSeatsView {
  readonly left: number;
  readonly groups: readonly PoolGroupView[];
  /** ISO date from which the first of them are for everybody. */
  readonly openFrom?: string;
  readonly lists: readonly { readonly poolId: string; readonly name: string; readonly asked: boolean }[];
}

/** An enrolment that is over, or that a re-take followed. */
export interface PastView {
  readonly state: 'completed' | 'cancelled' | 'withdrawn' | 'declined';
  readonly at: string;
  /** Completed, and taken back by the provider then. */
  readonly takenBack?: string;
  /** Why it was declined. */
  readonly reason?: string;
  /** The provider did not enrol; code of why. */
  readonly atProvider?: string;
  /** The seat went back to the quota: nothing was begun in so many days. */
  readonly notBegunDays?: number;
  /** Until this day (ISO date) they wait behind others in the list of that quota. */
  readonly behindUntil?: string;
}

/** How people get into the course now. */
export interface AdmissionView {
  readonly mode: 'open' | 'approval' | 'invitation';
  readonly window: 'before' | 'open' | 'after';
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** First day of the provider's classes, ISO date. */
  readonly classesFrom?: string;
  /** Absent: any number. */
  readonly seats?: { readonly capacity: number; readonly free: number; readonly waiting: number };
}

/** What the provider says of the course beside title and JP. */
export interface CourseDetailsView {
  /** Codes of form and subject. */
  readonly form: string;
  readonly subject: string;
  readonly competencies: readonly string[];
  readonly audience: LanguageMap;
  /** Whole rupiah; 0 is free of charge. */
  readonly price: number;
  /** Absent: nothing is said of it. */
  readonly classified?: ClassifiedNames;
}

export interface CourseView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly description?: LanguageMap;
  readonly provider: string;
  readonly jp?: Jp;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly minutes?: number;
  readonly version: number;
  readonly status: 'draft' | 'published' | 'retired';
  readonly details: CourseDetailsView;
  /** It runs in classes of its provider, which have dates of their own; absent: whoever is in learns when they like. */
  readonly runsElsewhere?: true;
  /** Given to a reader who may keep it on their list. */
  readonly saved?: boolean;
  readonly outline: readonly OutlineNode[];
  /** Absent: not enrolled. */
  readonly enrolment?: EnrolmentView;
  readonly pending?: PendingView;
  /** Since when the system of the provider, which shows parts of the course, has not answered. ISO 8601 UTC. */
  readonly providerDownSince?: string;
  /** The provider has not enrolled the learner, so what it shows cannot be opened. */
  readonly awaitsProvider?: true;
  /** The newest first. */
  readonly past?: readonly PastView[];
  /** Absent below five ratings. */
  readonly rating?: RatingView;
  /** Its JP count nothing until the agency has decided. */
  readonly jpHeld?: true;
  /** Of a finished course; `none`: it is being made. */
  readonly certificate?: { readonly number: string; readonly state: CertificateState | 'none' };
  /** What the reader is asked about the completion; absent: nothing yet. */
  readonly evaluation?: { readonly evaluationId: string; readonly waits: boolean };
  readonly ownRating?: OwnRating;
  /** Given to a reader who has worked in the course. */
  readonly mayRate?: 'begun' | 'completed';
  /** What the agency's quota says of seats that nobody begins with; given to whoever does not take the course. */
  readonly seatTerms?: { readonly releaseDays: number; readonly noShowDays?: number };
  /** Given for a published course on its own page. */
  readonly admission?: AdmissionView;
}

/** Whoever looks at a course without taking it: where its pages are, and where the way back leads. */
export interface PreviewPlace {
  readonly base: string;
  readonly back: string;
  readonly section: 'studio' | 'reviews';
}

export interface CoursePorts {
  /** Throws a DomainError that leads to 404 when the course is absent or not visible to this person. */
  courseOf(person: PersonPrincipal, courseId: string): Promise<CourseView>;
  /** Resolves to what it became. `invitation`: code of one, for a course that admits by invitation. */
  enrol(
    person: PersonPrincipal,
    request: { readonly courseId: string; readonly invitation?: string },
  ): Promise<'active' | 'requested' | 'waiting'>;
  /** `soon`: the provider was asked a moment ago. */
  retryAtProvider(person: PersonPrincipal, courseId: string): Promise<'queued' | 'soon'>;
  /** Takes back whatever there is: an enrolment, a request, a place in the waiting list. */
  /** Asks to be put on the list of a pool of the quota that the reader waits for. */
  askForSeat(person: PersonPrincipal, courseId: string, poolId: string): Promise<void>;
  leave(
    person: PersonPrincipal,
    courseId: string,
  ): Promise<{
    readonly became: 'cancelled' | 'withdrawn';
    /** The course is still shown to this person: it is in the catalogue. */
    readonly shown: boolean;
  }>;
}
