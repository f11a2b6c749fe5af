import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { AdmissionView, PastView } from '../course/ports.ts';

/** From whose desk people are let in: a supervisor's, for the team, or an administrator's, for the agency. */
export type AdmissionDesk = 'team' | 'agency';

export interface RequestRow {
  readonly registration: string;
  readonly learner: string;
  readonly courseId: string;
  readonly course: LanguageMap;
  readonly requestedAt: string;
  /** The supervisor has not answered for long, so the agency decides as well. */
  readonly handedOver?: true;
}

/** A line of a budget beside what a seat costs; whole rupiah. */
export interface PayingLine {
  readonly line: string;
  readonly price: number;
  readonly room: number;
  /** There is room, and nobody waits for it. */
  readonly fits: boolean;
}

/** A request with what a decision would bring about. */
export interface RequestView extends RequestRow {
  readonly provider: string;
  readonly jp?: Jp;
  readonly minutes?: number;
  /** Absent: any number. */
  readonly seats?: NonNullable<AdmissionView['seats']>;
  /** What else the learner is taking now. */
  readonly taking: readonly { readonly course: LanguageMap; readonly dueOn?: string }[];
  /** Duties of the learner that fall into the next weeks. */
  readonly dueSoon: readonly { readonly course: LanguageMap; readonly dueOn: string }[];
  /** Of the learner's agency at the provider; absent where nothing is counted. */
  readonly quota?: { readonly left: number; readonly seats: number; readonly whenFull: 'wait' | 'refuse' };
  /** The line of the agency's budget that pays the seat unless another is chosen. Absent where nothing is bound. */
  readonly budget?: PayingLine & { readonly whenFull: 'wait' | 'refuse' };
  /** What may be chosen to pay the seat; absent or empty: the reader chooses none. */
  readonly lines?: readonly (PayingLine & { readonly lineId: string })[];
  /** The learner's earlier enrolments in this course. */
  readonly past: readonly PastView[];
}

export interface AssignmentRow {
  readonly registration: string;
  readonly learner: string;
  readonly courseId: string;
  readonly course: LanguageMap;
  readonly state: 'active' | 'waiting' | 'completed';
  readonly assignedAt: string;
  /** Who assigned it, while they are known. */
  readonly by?: string;
  readonly dueOn?: string;
  readonly overdue: boolean;
  /** False: only the agency takes it back. */
  readonly withdrawable: boolean;
}

/** The course that is to be assigned, and to whom it can be. */
export interface AssignableCourse {
  readonly courseId: string;
  readonly course: LanguageMap;
  readonly seats?: NonNullable<AdmissionView['seats']>;
  /** Given at a supervisor's desk. */
  readonly team?: readonly { readonly personId: string; readonly name: string }[];
}

export interface AssignmentOrder {
  readonly desk: AdmissionDesk;
  readonly courseId: string;
  /** Internal ids, e-mail addresses or employee numbers. */
  readonly people: readonly string[];
  readonly dueOn?: string;
  readonly note?: string;
}

/** What became of one of the people named. */
export interface AssignmentOutcome {
  /** Name where the person is known, else what was typed. */
  readonly who: string;
  readonly outcome: 'assigned' | 'waiting' | 'already' | 'unknown' | 'self' | 'standing' | 'quota' | 'budget';
}

export interface InvitationRow {
  readonly invitationId: string;
  readonly label: string;
  readonly uses: number;
  readonly maxUses: number;
  readonly expiresAt: string;
  readonly ended?: 'revoked' | 'expired' | 'used-up';
}

export interface InvitedCourse {
  readonly courseId: string;
  readonly course: LanguageMap;
  /** The course admits by invitation now; else a code is of no use. */
  readonly byInvitation: boolean;
  readonly invitations: readonly InvitationRow[];
}

/** Letting people into courses. Whatever is not of the reader's own team, agency or provider is not found. */
export interface ApprovalsPorts {
  requestsOf(
    reader: PersonPrincipal,
    page: { readonly desk: AdmissionDesk; readonly token: string | undefined },
  ): Promise<{ readonly rows: readonly RequestRow[]; readonly nextPageToken?: string }>;
  requestOf(reader: PersonPrincipal, registration: string): Promise<RequestView>;
  /** `reason`: declines with it; absent: approves, and `budgetLine` pays instead of the line that pays else. */
  decide(
    reader: PersonPrincipal,
    decision: { readonly registration: string; readonly reason?: string; readonly budgetLine?: string },
  ): Promise<void>;

  assignmentsOf(
    reader: PersonPrincipal,
    page: { readonly desk: AdmissionDesk; readonly token: string | undefined },
  ): Promise<{ readonly rows: readonly AssignmentRow[]; readonly nextPageToken?: string }>;
  assignableOf(
    reader: PersonPrincipal,
    given: { readonly desk: AdmissionDesk; readonly courseId: string },
  ): Promise<AssignableCourse>;
  /** Published courses to choose among. */
  coursesFor(reader: PersonPrincipal): Promise<readonly (readonly [courseId: string, title: LanguageMap])[]>;
  assign(reader: PersonPrincipal, order: AssignmentOrder): Promise<readonly AssignmentOutcome[]>;
  assignmentOf(
    reader: PersonPrincipal,
    registration: string,
  ): Promise<{ readonly learner: string; readonly course: LanguageMap; readonly ownBefore: boolean }>;
  withdraw(reader: PersonPrincipal, registration: string): Promise<void>;

  invitationsOf(reader: PersonPrincipal, courseId: string): Promise<InvitedCourse>;
  /** Resolves to the code, which is shown once. */
  invite(
    reader: PersonPrincipal,
    invitation: {
      readonly courseId: string;
      readonly label: string;
      readonly maxUses: number;
      readonly days: number;
    },
  ): Promise<{ readonly code: string; readonly link: string }>;
  revoke(
    reader: PersonPrincipal,
    invitation: { readonly courseId: string; readonly invitationId: string },
  ): Promise<void>;
}
